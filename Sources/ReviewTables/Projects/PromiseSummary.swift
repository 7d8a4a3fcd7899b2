internal import Facts
internal import ReviewModel

/// The promises of the period, counted by outcome (docs/metrics.md, section 4).
struct PromiseSummary: ReviewTable {
  let definition = TableDefinition(
    "promise-summary", .projects, needs: [[.leads]], keyColumns: 2,
    columns: [
      .text("business_unit"), .text("kind", .word("promise_kind")), .count("promises"), .money("promised"),
      .count("kept"), .count("partial"), .count("slipped"), .count("missed"), .count("lost"),
      .count("vanished"),
      .money("kept_amount"), .attainment("kept_rate", "kept_amount", of: "promised"),
    ])

  func table(_ review: ReviewContext) -> Table {
    var groups = Groups(Member())
    for promise in review.promises { groups[GroupKey(promise.lead.businessUnit)].add(promise) }
    var rows: [[Cell]] = []
    for key in groups.keys.sorted(by: { review.unit($0.first, precedes: $1.first) }) {
      for (kind, sum) in zip(Promise.Kind.allCases, groups[key].kinds) where sum.count > 0 {
        rows.append(
          [
            .text(review.text(key.first)), .text(kind.word), .count(sum.count), .money(sum.promised),
          ] + sum.outcomes.map { .count($0) } + [.money(sum.kept)])
      }
    }
    return TableBuilder(definition).table(rows)
  }

  /// The promises of a business unit, kind by kind.
  private struct Member {
    struct Sum {
      var count = 0
      var promised = MoneySum.zero
      var kept = MoneySum.zero
      /// By outcome.
      var outcomes = [Int](repeating: 0, count: Promise.Outcome.allCases.count)
    }

    var kinds = [Sum](repeating: Sum(), count: Promise.Kind.allCases.count)

    mutating func add(_ promise: Promise) {
      let kind = promise.kind.rawValue
      kinds[kind].count += 1
      kinds[kind].promised += promise.promised
      kinds[kind].kept += promise.kept
      kinds[kind].outcomes[promise.outcome.rawValue] += 1
    }
  }
}
