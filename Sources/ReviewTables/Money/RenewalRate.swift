internal import Facts
internal import ReviewModel

/// How many of the contracts that ended this year were renewed (docs/metrics.md, section 8).
struct RenewalRate: ReviewTable {
  let definition = TableDefinition(
    "renewal-rate", .money, [.month], needs: [[.contracts]], keyColumns: 1,
    columns: [
      .text("business_unit"), .count("ended"), .count("renewed"), .rate("rate", "renewed", over: "ended"),
      .money("ended_amount"), .money("renewed_amount"),
    ])

  private struct Unit {
    var ended = 0
    var renewed = 0
    var endedAmount = MoneySum.zero
    var renewedAmount = MoneySum.zero
  }

  func table(_ review: ReviewContext) -> Table {
    let (days, asOf) = (review.period.yearToDate, review.period.asOf)
    var groups = Groups(Unit())
    for contract in review.facts.contracts where days.contains(contract.ends) && contract.ends < asOf {
      let key = GroupKey(contract.businessUnit)
      groups[key].ended += 1
      groups[key].endedAmount += contract.amount
      guard contract.isRenewed else { continue }
      groups[key].renewed += 1
      groups[key].renewedAmount += contract.amount
    }
    let rows = review.members(of: groups, by: Grouping(.businessUnit)) { _, unit in
      [.count(unit.ended), .count(unit.renewed), .money(unit.endedAmount), .money(unit.renewedAmount)]
    }
    return TableBuilder(definition).table(rows)
  }
}
