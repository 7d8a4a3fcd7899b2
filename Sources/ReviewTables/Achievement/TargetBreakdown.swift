internal import Facts
internal import ReviewModel

/// Whether the parts of the year's targets add up to the whole (docs/metrics.md, section 3).
struct TargetBreakdown: ReviewTable {
  let definition = TableDefinition(
    "target-breakdown", .achievement, [.month], needs: [[.targets]], keyColumns: 2, hasTotals: false,
    columns: [
      .text("metric", .word("metric")), .text("level", .level), .money("year_amount"),
      .text("parent", .level),
      .money("parent_amount"), .difference("difference", "year_amount", less: "parent_amount"),
      .text("status", .word("breakdown_status")),
    ])

  func table(_ review: ReviewContext) -> Table {
    let builder = TableBuilder(definition)
    let year = review.period.fiscalYear
    var rows: [[Cell]] = []
    for metric in Metric.allCases {
      let levels = review.targets.levels(of: metric, in: year)
      for level in levels {
        let amount = review.targets.amount(of: level, metric, in: year)
        // Levels come by number of columns, then name: the largest proper subset is the first of the most columns.
        let subsets = levels.filter { level.isSuperset(of: $0) && $0 != level }
        let parent = subsets.first { $0.count == subsets.map(\.count).max() }
        let whole = parent.map { review.targets.amount(of: $0, metric, in: year) }
        let status = whole.map { amount == $0 ? "ok" : amount > $0 ? "over" : "short" }
        rows.append([
          .text(metric.word), .text(Self.name(level)), .money(amount), .text(parent.map(Self.name)),
          .money(whole), .text(status),
        ])
      }
    }
    return builder.table(rows)
  }

  private static func name(_ level: DimensionSet) -> String { level.count == 0 ? "company" : level.name }
}
