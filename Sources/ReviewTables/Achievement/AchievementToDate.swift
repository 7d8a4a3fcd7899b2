internal import Facts
internal import ReviewModel

/// The four tables of the year's achievement to date (docs/metrics.md, section 3).
struct AchievementToDate: ReviewTable {
  let definition: TableDefinition
  let grouping: Grouping

  static let family: [AchievementToDate] = [
    AchievementToDate("province-to-date", Grouping(.businessUnit, .province)),
    AchievementToDate("product-to-date", Grouping(.businessUnit, .product)),
    AchievementToDate("team-to-date", Grouping(.businessUnit, .team)),
    AchievementToDate("rep-to-date", Grouping(.rep)),
  ]

  private init(_ id: String, _ grouping: Grouping) {
    self.grouping = grouping
    let isByRep = grouping.dimensions == [.rep]
    definition = TableDefinition(
      id, .achievement, [.month], needs: [[.orders, .leads, .dailyReports]], keyColumns: 2,
      columns: grouping.columns + (isByRep ? MonthlyAchievement.repColumns : [])
        + Self.columns(of: .orders) + Self.columns(of: .collections) + [.rate("time_progress")])
  }

  private static func columns(of metric: Metric) -> [Column] {
    let m = metric.word
    return [
      .money("\(m)_year_target"), .money("\(m)_target"), .money("\(m)_actual"),
      .attainment("\(m)_rate", "\(m)_actual", of: "\(m)_target"),
      .difference("\(m)_gap", "\(m)_actual", less: "\(m)_target"),
      .money("\(m)_last_year"), .growth("\(m)_growth", "\(m)_actual", since: "\(m)_last_year"),
    ]
  }

  private struct Member {
    var actual = ByMetric(orders: MoneySum.zero, collections: .zero)
    var lastYear = ByMetric(orders: MoneySum.zero, collections: .zero)
  }

  func table(_ review: ReviewContext) -> Table {
    let period = review.period
    let months = period.calendar.months(of: period.fiscalYear)
    var groups = Groups(Member())
    var targets: ByMetric<(year: [GroupKey: MoneySum]?, toDate: [GroupKey: MoneySum]?)> = ByMetric(
      orders: (nil, nil), collections: (nil, nil))
    for metric in Metric.allCases {
      for actual in review.actuals.rows[metric] {
        let isThisYear = period.yearToDate.contains(actual.date)
        guard isThisYear || period.lastYearToDate.contains(actual.date),
          let key = grouping.key(of: actual.dimensions, in: review)
        else { continue }
        if isThisYear {
          groups[key].actual[metric] += actual.amount
        } else {
          groups[key].lastYear[metric] += actual.amount
        }
      }
      targets[metric] = (
        review.targets.targets(by: grouping, metric, months: months[0]...months[11]),
        review.targets.targets(by: grouping, metric, months: months[0]...period.month)
      )
      for key in (targets[metric].year ?? [:]).keys { groups.insert(key) }
    }
    let progress = Cell.rate(Figure(period.timeProgress.elapsed, over: period.timeProgress.total))
    let builder = TableBuilder(definition)
    var rows: [(key: GroupKey, cells: [Cell])] = []
    for (key, sum) in zip(groups.keys, groups.sums) {
      var cells = grouping.cells(of: key, in: review)
      if grouping.dimensions == [.rep] { cells += review.repCells(key[0]) }
      for metric in Metric.allCases {
        cells += [
          .money(targets[metric].year.map { $0[key] ?? .zero }),
          .money(targets[metric].toDate.map { $0[key] ?? .zero }),
          .money(sum.actual[metric]), .money(sum.lastYear[metric]),
        ]
      }
      guard cells.contains(where: \.isMaterial) else { continue }
      rows.append((key, builder.completed(cells + [progress])))
    }
    sortByRate(&rows, rate: definition.index(of: "orders_rate") ?? 0, grouping, review)
    let cells = rows.map(\.cells)
    return Table(
      definition, rows: Rows(cells), totals: builder.totals(of: cells, own: ["time_progress": progress]))
  }
}
