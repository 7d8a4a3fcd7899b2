internal import Facts
internal import ReviewModel

/// What will be collected in the forecast month, by product (docs/metrics.md, section 4).
struct CollectionForecast: ReviewTable {
  let definition = TableDefinition(
    "collection-forecast", .projects, needs: [[.leads]], keyColumns: 2,
    columns: [
      .text("business_unit"), .text("product"), .money("target"), .money("collected"), .money("expected"),
      .money("weighted"), .sum("forecast", of: ["collected", "weighted"]),
      .attainment("forecast_rate", "forecast", of: "target"), .money("slipped"),
    ])

  private struct Member {
    var collected = MoneySum.zero
    var expected = MoneySum.zero
    var weighted = MoneySum.zero
    var slipped = MoneySum.zero
  }

  func table(_ review: ReviewContext) -> Table {
    let period = review.period
    let grouping = Grouping(.businessUnit, .product)
    let month = period.forecastMonth
    let targets = review.targets.targets(by: grouping, .collections, months: month...month)
    var groups = Groups(Member())
    if let days = period.forecastToDate {
      for collection in review.actuals.rows.collections where days.contains(collection.date) {
        guard let key = grouping.key(of: collection.dimensions, in: review) else { continue }
        groups[key].collected += collection.amount
      }
    }
    for lead in review.liveLeads {
      guard let key = grouping.key(of: lead.row.dimensions, in: review) else { continue }
      let expected = lead.row.expectedCollection
      if lead.isCollectionDue(in: period) {
        groups[key].expected += expected
        groups[key].weighted += lead.weighted(expected)
      } else if lead.isCollectionLate(in: period) {
        groups[key].slipped += expected
      }
    }
    for key in (targets ?? [:]).keys { groups.insert(key) }
    let rows = review.members(of: groups, by: grouping) { key, sum in
      [
        .money(targets.map { $0[key] ?? .zero }), .money(sum.collected), .money(sum.expected),
        .money(sum.weighted), .money(sum.slipped),
      ]
    }
    return TableBuilder(definition).table(rows)
  }
}
