internal import Facts
internal import ReviewModel

/// Each rep's visits, what they bring and what they cost (docs/metrics.md, section 6).
struct VisitEfficiency: ReviewTable {
  let details: FactDetails = [.visits, .reports]

  let definition = TableDefinition(
    "visit-efficiency", .actions, needs: [[.dailyReports, .visits]], keyColumns: 1,
    columns: [
      .text("rep_id", .rep), .count("visits"), .count("effective_visits"),
      .rate("effective_rate", "effective_visits", over: "visits"), .count("deals"),
      .rate("deal_rate", "deals", over: "visits"), .money("expense"),
      .average("expense_per_visit", "expense", per: "visits", .price), .money("orders"),
      .rate("expense_ratio", "expense", over: "orders"),
    ])

  private struct Member {
    var visits = VisitTally()
    var expense = MoneySum.zero
    var orders = MoneySum.zero
  }

  func table(_ review: ReviewContext) -> Table {
    let range = review.period.range
    var reps = Groups(Member())
    func key(_ rep: Symbol) -> GroupKey { GroupKey(review.orNone(rep)) }
    for visit in review.visits(in: range) {
      reps[key(visit.core.rep)].visits.add(visit)
      reps[key(visit.core.rep)].expense += visit.expense
    }
    for report in review.reports(in: range) { reps[key(report.core.rep)].expense += report.expense }
    for order in review.actuals.rows.orders where range.contains(order.date) {
      reps[key(order.dimensions.rep)].orders += order.amount
    }
    let rows = review.members(of: reps, by: Grouping(.rep)) { _, sum in
      [
        .count(sum.visits.visits), .count(sum.visits.effective), .count(sum.visits.deals),
        .money(sum.expense), .money(sum.orders),
      ]
    }
    return TableBuilder(definition).table(rows)
  }
}
