internal import ReviewModel

/// Columns that belong together and have a head in common.
struct ColumnGroup: Hashable {
  let label: String
  let columns: ClosedRange<Int>

  /// The groups of a table that has a metric's columns side by side, this month's and the forecast month's; none
  /// for other tables.
  static func all(in definition: TableDefinition, _ wording: Wording) -> [ColumnGroup] {
    let labels = definition.columns.map { label(of: $0.id, wording) }
    var groups: [ColumnGroup] = []
    for (column, label) in labels.enumerated() {
      guard let label else { continue }
      if let last = groups.last, last.label == label, last.columns.upperBound == column - 1 {
        groups[groups.count - 1] = ColumnGroup(label: label, columns: last.columns.lowerBound...column)
      } else {
        groups.append(ColumnGroup(label: label, columns: column...column))
      }
    }
    return groups.count > 1 ? groups : []
  }

  /// The metric of a column, and whether it is of the forecast month; nil where it is of none.
  private static func label(of column: String, _ wording: Wording) -> String? {
    guard let metric = Metric.allCases.first(where: { column.hasPrefix($0.word + "_") }) else { return nil }
    let name = wording.catalogue.word(metric.word, in: "metric")
    let rest = String(column.dropFirst(metric.word.count + 1))
    return forecast.contains(rest)
      ? wording.catalogue.text("workbook.forecast", name, wording.forecastMonth) : name
  }

  /// What of a metric is of the forecast month.
  private static let forecast: Set<String> = [
    "forecast_target", "commit", "weighted", "forecast", "forecast_rate", "slipped",
  ]
}
