internal import Facts
internal import ReviewModel

/// What lies ready for the two months after the forecast month, by product (docs/metrics.md, section 4).
struct Reservoir: ReviewTable {
  let definition = TableDefinition(
    "reservoir", .projects, [.month], needs: [[.leads]], keyColumns: 3,
    charts: [.stacked(member: "product", parts: ["open", "bidding", "won_pending"])],
    columns: [
      .text("business_unit"), .text("product"), .text("month"), .money("target"), .money("open"),
      .money("bidding"), .money("won_pending"), .sum("total", of: ["open", "bidding", "won_pending"]),
      .money("weighted"), .attainment("coverage", "total", of: "target"),
    ])

  private struct Member {
    var open = MoneySum.zero
    var bidding = MoneySum.zero
    var won = MoneySum.zero
    var weighted = MoneySum.zero

    mutating func add(_ lead: LeadView) {
      switch lead.kind {
      case .open: open += lead.row.amount
      case .bidding: bidding += lead.row.amount
      case .won: won += lead.row.amount
      case .closed, .lost: break
      }
      weighted += lead.weighted(lead.row.amount)
    }
  }

  func table(_ review: ReviewContext) -> Table {
    let grouping = Grouping(.businessUnit, .product)
    let months = (1...2).map { review.period.forecastMonth.advanced(by: $0) }
    var byMonth: [(Month, Groups<Member>, [GroupKey: MoneySum]?)] = []
    for month in months {
      var groups = Groups(Member())
      for lead in review.liveLeads where !lead.isOrdered && lead.expectedOrderOn.isIn(month.days) {
        guard let key = grouping.key(of: lead.row.dimensions, in: review) else { continue }
        groups[key].add(lead)
      }
      let targets = review.targets.targets(by: grouping, .orders, months: month...month)
      for key in (targets ?? [:]).keys { groups.insert(key) }
      byMonth.append((month, groups, targets))
    }
    let members = Set(byMonth.flatMap { $0.1.keys }).sorted { grouping.precedes($0, $1, in: review) }
    var rows: [[Cell]] = []
    for key in members {
      for (month, groups, targets) in byMonth {
        let sum = groups[key]
        let figures: [Cell] = [
          .money(targets.map { $0[key] ?? .zero }), .money(sum.open), .money(sum.bidding),
          .money(sum.won), .money(sum.weighted),
        ]
        guard figures.contains(where: \.isMaterial) else { continue }
        rows.append(grouping.cells(of: key, in: review) + [.text(month.description)] + figures)
      }
    }
    return TableBuilder(definition).table(rows)
  }
}
