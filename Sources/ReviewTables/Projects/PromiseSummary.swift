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
      .money("kept_amount"), .rate("kept_rate", "kept_amount", over: "promised"),
    ])

  func table(_ review: ReviewContext) -> Table {
    let byUnit = Dictionary(grouping: review.promises) { $0.lead.row.dimensions.businessUnit }
    var rows: [[Cell]] = []
    for unit in byUnit.keys.sorted(by: { review.unit($0, precedes: $1) }) {
      for kind in Promise.Kind.allCases {
        let promises = (byUnit[unit] ?? []).filter { $0.kind == kind }
        guard !promises.isEmpty else { continue }
        rows.append(
          [
            .text(review.text(unit)), .text(kind.rawValue), .count(promises.count),
            .money(promises.reduce(into: MoneySum.zero) { $0 += $1.promised }),
          ] + Promise.Outcome.allCases.map { outcome in .count(promises.count { $0.outcome == outcome }) }
            + [.money(promises.reduce(into: MoneySum.zero) { $0 += $1.kept })])
      }
    }
    return TableBuilder(definition).table(rows)
  }
}
