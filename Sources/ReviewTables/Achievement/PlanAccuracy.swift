internal import Facts
internal import ReviewModel

/// How well what was planned came true, over the months of the year that have ended (docs/metrics.md, section 3).
///
/// Averages and deviations of quotients with different divisors have no common unit, so they are computed in exact
/// fractions of big integers and rounded once.
struct PlanAccuracy: ReviewTable {
  let definition = TableDefinition(
    "plan-accuracy", .achievement, [.month], needs: [[.commitments, .targets]], keyColumns: 2,
    hasTotals: false,
    charts: [.compared(member: "metric", before: "accuracy_last_year", now: "accuracy")],
    columns: [
      .text("business_unit"), .text("metric", .word("metric")), .count("months"), .rate("accuracy"),
      .rate("swing"), .rate("range"), .rate("accuracy_last_year"), .rate("swing_last_year"),
      .rate("accuracy_change").traced(.by(.difference("accuracy", "accuracy_last_year"))),
      .rate("swing_change").traced(.by(.difference("swing", "swing_last_year"))),
    ])

  func table(_ review: ReviewContext) -> Table {
    let period = review.period
    let ended = period.calendar.months(of: period.fiscalYear).filter { $0.last <= period.asOf }
    let earlier = ended.map { $0.advanced(by: -12) }
    let grouping = Grouping(.businessUnit)
    let builder = TableBuilder(definition)
    let nothing = ByMetric(orders: Course(), collections: Course())
    var now: [GroupKey: ByMetric<Course>] = [:]
    var then: [GroupKey: ByMetric<Course>] = [:]
    for metric in Metric.allCases {
      let actuals = actuals(metric, Set(ended + earlier), grouping, review)
      for (months, isNow) in [(ended, true), (earlier, false)] {
        for month in months {
          for (key, plan) in plans(metric, month, grouping, review) where plan > .zero {
            let actual = actuals[month]?[key] ?? .zero
            if isNow {
              now[key, default: nothing][metric].add(actual, of: plan)
            } else {
              then[key, default: nothing][metric].add(actual, of: plan)
            }
          }
        }
      }
    }
    var rows: [[Cell]] = []
    let units = Set(now.keys).union(then.keys).sorted { grouping.precedes($0, $1, in: review) }
    for unit in units {
      for metric in Metric.allCases {
        let (course, before) = (now[unit]?[metric] ?? Course(), then[unit]?[metric] ?? Course())
        guard course.months > 0 || before.months > 0 else { continue }
        rows.append([
          .text(review.text(unit[0])), .text(metric.word), .count(course.months),
          .rate(course.accuracy?.rate), .rate(course.swing?.rate), .rate(course.range?.rate),
          .rate(before.accuracy?.rate), .rate(before.swing?.rate),
          .rate(course.accuracy?.minus(before.accuracy)?.rate),
          .rate(course.swing?.minus(before.swing)?.rate),
        ])
      }
    }
    return builder.table(rows)
  }

  /// The plan of every unit in a month: the commitments, of several for one key the one in force; without any
  /// commitments input the targets.
  private func plans(
    _ metric: Metric, _ month: Month, _ grouping: Grouping, _ review: ReviewContext
  ) -> [GroupKey: MoneySum] {
    let book = review.facts.inputs.contains(.commitments) ? review.commitments : review.targets
    return book.targets(by: grouping, metric, months: month...month) ?? [:]
  }

  private func actuals(
    _ metric: Metric, _ months: Set<Month>, _ grouping: Grouping, _ review: ReviewContext
  ) -> [Month: Groups<MoneySum>] {
    guard let first = months.min(), let last = months.max() else { return [:] }
    // By place among all months between: a month is hashed once, not for every order.
    var sums = [Groups<MoneySum>](repeating: Groups(.zero), count: first.distance(to: last) + 1)
    let days = first.first...last.last
    for actual in review.actuals.rows[metric] where days.contains(actual.date) {
      guard let key = grouping.key(of: actual.dimensions, in: review) else { continue }
      sums[first.distance(to: actual.date.month)][key] += actual.amount
    }
    return months.reduce(into: [:]) { $0[$1] = sums[first.distance(to: $1)] }
  }
}
