internal import Facts
internal import ReviewModel

/// What will be won in the forecast month, by product (docs/metrics.md, section 4).
struct WinForecast: ReviewTable {
  let definition = TableDefinition(
    "win-forecast", .projects, needs: [[.leads]], keyColumns: 2,
    columns: [
      .text("business_unit"), .text("product"), .count("bids"), .money("bid_amount"), .money("weighted"),
      .count("won"), .money("won_amount"), .sum("forecast", of: ["won_amount", "weighted"]),
    ])

  private struct Member {
    var bids = 0
    var bidAmount = MoneySum.zero
    var weighted = MoneySum.zero
    var won = 0
    var wonAmount = MoneySum.zero
  }

  func table(_ review: ReviewContext) -> Table {
    let period = review.period
    let grouping = Grouping(.businessUnit, .product)
    var groups = Groups(Member())
    for lead in review.leads {
      guard let key = grouping.key(of: lead.row.dimensions, in: review) else { continue }
      if lead.kind == .bidding, lead.expectedBidOn.isIn(period.forecastMonth.days) {
        groups[key].bids += 1
        groups[key].bidAmount += lead.row.amount
        if lead.expectedBidOn.isIn(period.forecastWindow) {
          groups[key].weighted += lead.weighted(lead.row.amount)
        }
      }
      if lead.isWon, let days = period.forecastToDate, lead.row.wonOn.isIn(days) {
        groups[key].won += 1
        groups[key].wonAmount += lead.row.amount
      }
    }
    let rows = review.members(of: groups, by: grouping) { _, sum in
      [
        .count(sum.bids), .money(sum.bidAmount), .money(sum.weighted), .count(sum.won), .money(sum.wonAmount),
      ]
    }
    return TableBuilder(definition).table(rows)
  }
}
