internal import Facts
internal import ReviewModel

/// What visits are for, and what they bring (docs/metrics.md, section 6).
struct VisitPurpose: ReviewTable {
  let details: FactDetails = .visits

  let definition = TableDefinition(
    "visit-purpose", .actions, needs: [[.visits, .visitPlans]], keyColumns: 1,
    columns: [
      .text("purpose", .word("purpose")), .count("planned"), .count("visits"), .count("effective_visits"),
      .rate("effective_rate", "effective_visits", over: "visits"), .money("orders"), .money("collections"),
    ])

  private struct Member {
    var planned = 0
    var visits = VisitTally()
    var orders = MoneySum.zero
    var collections = MoneySum.zero
  }

  func table(_ review: ReviewContext) -> Table {
    let range = review.period.range
    let words = Vocabulary.purpose.words.map(\.canonical) + ["(none)"]
    var members = words.map { _ in Member() }
    // Without a purpose: behind all that have one.
    func place(_ purpose: UInt8) -> Int { min(Int(purpose), members.count - 1) }
    for plan in review.facts.visitPlans where range.contains(plan.date) {
      members[place(plan.purpose)].planned += 1
    }
    for visit in review.visits(in: range) {
      let place = place(visit.purpose)
      members[place].visits.add(visit)
      members[place].orders += visit.orderAmount
      members[place].collections += visit.collectionAmount
    }
    let rows = zip(words, members).compactMap { word, member -> [Cell]? in
      let cells: [Cell] = [
        .count(member.planned), .count(member.visits.visits), .count(member.visits.effective),
        .money(member.orders), .money(member.collections),
      ]
      return cells.contains(where: \.isMaterial) ? [.text(word)] + cells : nil
    }
    return TableBuilder(definition).table(rows)
  }
}
