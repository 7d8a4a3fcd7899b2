internal import Facts
internal import ReviewModel

/// The eight tables of a month's achievement and forecast (docs/metrics.md, section 3): one family, one grouping each.
struct MonthlyAchievement: ReviewTable {
  let definition: TableDefinition
  let grouping: Grouping

  static let family: [MonthlyAchievement] = [
    MonthlyAchievement("province-month", .businessUnit, .province, charted: true),
    MonthlyAchievement("product-month", .businessUnit, .product, charted: true),
    MonthlyAchievement("team-month", .businessUnit, .team, monthly: true),
    MonthlyAchievement("rep-month", .rep),
    MonthlyAchievement("class-month", .businessUnit, .customerClass, monthly: true),
    MonthlyAchievement("industry-month", .businessUnit, .industry, monthly: true),
    MonthlyAchievement("city-month", .businessUnit, .province, .city, monthly: true),
    MonthlyAchievement("channel-month", .businessUnit, .channel, monthly: true),
  ]

  private init(_ id: String, _ dimensions: Dimension..., monthly: Bool = false, charted: Bool = false) {
    grouping = Grouping(dimensions)
    var columns = grouping.columns
    if dimensions == [.rep] { columns += Self.repColumns }
    columns += Self.columns(of: .orders) + Self.columns(of: .collections)
    if dimensions == [.rep] { columns.append(.ordinal("rank")) }
    if dimensions.last == .team {
      columns += [
        .count("headcount"), .average("orders_per_head", "orders_actual", per: "headcount", total: .blank),
      ]
    }
    definition = TableDefinition(
      id, .achievement, monthly ? [.month] : [.month, .week], needs: [[.orders, .leads, .dailyReports]],
      keyColumns: dimensions == [.rep] ? 2 : dimensions.count,
      charts: charted
        ? Metric.allCases.map { metric in
          .achievement(
            member: dimensions[1].column, target: "\(metric.word)_target", actual: "\(metric.word)_actual",
            rate: "\(metric.word)_rate")
        } : [],
      columns: columns)
  }

  static let repColumns: [Column] = [.text("name"), .text("team"), .text("grade")]

  private static func columns(of metric: Metric) -> [Column] {
    let m = metric.word
    return [
      .money("\(m)_target"), .money("\(m)_actual"),
      .attainment("\(m)_rate", "\(m)_actual", of: "\(m)_target"),
      .difference("\(m)_gap", "\(m)_actual", less: "\(m)_target"),
      .money("\(m)_week"),
      .money("\(m)_forecast_target"), .money("\(m)_commit"), .money("\(m)_weighted"), .money("\(m)_forecast"),
      .attainment("\(m)_forecast_rate", "\(m)_forecast", of: "\(m)_forecast_target"),
      .money("\(m)_slipped"),
    ]
  }

  func table(_ review: ReviewContext) -> Table {
    let targets = ByMetric(
      orders: Self.targets(grouping, .orders, review),
      collections: Self.targets(grouping, .collections, review))
    let builder = TableBuilder(definition)
    var rows: [(key: GroupKey, cells: [Cell])] = []
    let headcounts = grouping.dimensions.last == .team ? headcounts(review) : nil
    var members = sums(review)
    for target in [targets.orders, targets.collections] {
      for key in [target.month, target.forecast].compactMap(\.self).flatMap(\.keys) { members.insert(key) }
    }
    for (key, sum) in zip(members.keys, members.sums) {
      var cells = grouping.cells(of: key, in: review)
      if grouping.dimensions == [.rep] { cells += review.repCells(key[0]) }
      let named = cells.count
      for metric in Metric.allCases {
        let (amounts, target) = (sum[metric], targets[metric])
        cells += [
          .money(target.month.map { $0[key] ?? .zero }), .money(amounts.actual), .money(amounts.week),
          .money(target.forecast.map { $0[key] ?? .zero }), .money(amounts.commit), .money(amounts.weighted),
          .money(amounts.forecastToDate + amounts.weighted), .money(amounts.slipped),
        ]
      }
      guard cells[named...].contains(where: \.isMaterial) else { continue }
      if grouping.dimensions == [.rep] { cells.append(.blank) }
      if grouping.dimensions.last == .team {
        cells.append(.count(headcounts.map { $0[key[1]] ?? 0 }))
      }
      rows.append((key, builder.completed(cells)))
    }
    sortByRate(&rows, rate: builder.definition.index(of: "orders_rate") ?? 0, grouping, review)
    if grouping.dimensions == [.rep] { rank(&rows) }
    let cells = rows.map(\.cells)
    return Table(definition, rows: Rows(cells), totals: builder.totals(of: cells))
  }

  /// Equal rates share a rank and the next one skips; a blank rate has none.
  private func rank(_ rows: inout [(key: GroupKey, cells: [Cell])]) {
    guard let rate = definition.index(of: "orders_rate"), let rank = definition.index(of: "rank") else {
      return
    }
    for index in rows.indices {
      if rows[index].cells[rate].isBlank { continue }
      let sharesRank = index > 0 && rows[index - 1].cells[rate] == rows[index].cells[rate]
      rows[index].cells[rank] = sharesRank ? rows[index - 1].cells[rank] : .count(index + 1)
    }
  }

  private static func targets(
    _ grouping: Grouping, _ metric: Metric, _ review: ReviewContext
  ) -> (month: [GroupKey: MoneySum]?, forecast: [GroupKey: MoneySum]?) {
    let (month, forecast) = (review.period.month, review.period.forecastMonth)
    return (
      review.targets.targets(by: grouping, metric, months: month...month),
      review.targets.targets(by: grouping, metric, months: forecast...forecast)
    )
  }

  /// Reps of the roster present at as-of, by team; nil without a roster.
  private func headcounts(_ review: ReviewContext) -> [Symbol: Int]? {
    guard review.facts.masters.reps.exists else { return nil }
    var headcounts: [Symbol: Int] = [:]
    for rep in review.facts.masters.reps.records where rep.isPresent(on: review.period.asOf) {
      headcounts[review.orNone(rep.team), default: 0] += 1
    }
    return headcounts
  }

  // MARK: - Sums

  private struct Amounts {
    var actual = MoneySum.zero
    var week = MoneySum.zero
    var forecastToDate = MoneySum.zero
    var commit = MoneySum.zero
    var weighted = MoneySum.zero
    var slipped = MoneySum.zero

    mutating func add(_ forecast: LeadForecast.Amounts) {
      commit += forecast.commit
      weighted += forecast.weighted
      slipped += forecast.slipped
    }
  }

  private func sums(_ review: ReviewContext) -> Groups<ByMetric<Amounts>> {
    let period = review.period
    let (month, week, forecast) = (period.monthToDate, period.weekToDate, period.forecastToDate)
    var groups = Groups(ByMetric(orders: Amounts(), collections: Amounts()))
    for metric in Metric.allCases {
      for actual in review.currentActuals[metric] {
        guard let key = grouping.key(of: actual.dimensions, in: review) else { continue }
        let place = groups.insert(key)
        if month.contains(actual.date) { groups[place: place][metric].actual += actual.amount }
        if week.contains(actual.date) { groups[place: place][metric].week += actual.amount }
        if forecast?.contains(actual.date) == true {
          groups[place: place][metric].forecastToDate += actual.amount
        }
      }
    }
    let forecasts = review.leadForecasts
    // By place: a forecast as a whole would be copied for each look at it.
    for lead in forecasts.indices {
      guard let key = grouping.key(of: forecasts[lead].dimensions, in: review) else { continue }
      let place = groups.insert(key)
      groups[place: place].orders.add(forecasts[lead].amounts.orders)
      groups[place: place].collections.add(forecasts[lead].amounts.collections)
    }
    return groups
  }
}

/// Sorts by business unit, then rate highest first (blank last), then member.
func sortByRate(
  _ rows: inout [(key: GroupKey, cells: [Cell])], rate: Int, _ grouping: Grouping, _ review: ReviewContext
) {
  let hasUnit = grouping.dimensions.first == .businessUnit
  rows.sort { left, right in
    if hasUnit, left.key[0] != right.key[0] { return review.unit(left.key[0], precedes: right.key[0]) }
    switch (left.cells[rate], right.cells[rate]) {
    case (.rate(let first), .rate(let second)) where first != second: return first > second
    case (.rate, .blank): return true
    case (.blank, .rate): return false
    default: return grouping.precedes(left.key, right.key, from: hasUnit ? 1 : 0, in: review)
    }
  }
}
