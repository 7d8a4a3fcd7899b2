internal import Facts
internal import ReviewModel

/// Who should take the leads that nobody works on, and why (docs/metrics.md, section 5).
struct LeadMatching: ReviewTable {
  let definition = TableDefinition(
    "lead-matching", .leads, [.month], needs: [[.leads], [.reps]], keyColumns: 3, dataBars: ["amount"],
    columns: LeadColumns.around([
      .money("amount"), .text("suggested_rep", .rep), .ordinal("score"),
      .text("reasons", .parts("match_reason")),
    ]))

  func table(_ review: ReviewContext) -> Table {
    let reps = review.facts.masters.reps
    let idle = review.idleReps
    let leads = review.largestFirst(
      review.leads.filter { lead in
        guard lead.isLive else { return false }
        let rep = lead.row.dimensions.rep
        guard !rep.isBlank else { return true }
        return idle.contains(rep)
          || reps.index(of: rep).map { reps.records[$0].left.isOnOrBefore(review.period.asOf) } ?? false
      })
    var matching = RepMatching(review, idle: idle)
    let suggestions = leads.map { matching.suggest(for: $0) }
    return LeadList(leads, daysIdle: review.daysIdle(leads)).table(definition, review) { lead, place, cells in
      let suggestion = suggestions[place]
      cells.put(lead.row.amount)
      cells.put(suggestion?.rep ?? .blank, review)
      cells.put(count: suggestion?.score)
      cells.put(text: suggestion?.reasons)
    }
  }
}
