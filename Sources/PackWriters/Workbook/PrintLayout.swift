internal import ReviewModel

/// How the columns of a sheet go on paper: A4, landscape, and never so small that nobody can read it.
struct PrintLayout {
  /// The digits that a page is wide, at full size.
  private static let page = 150.0
  /// The smallest size, in per cent.
  private static let smallest = 65.0

  /// The columns with which a page begins, but for the first; none where all fit on one.
  let breaks: [Int]

  /// - Parameters:
  ///   - widths: of the columns, in digits
  ///   - keys: columns that every page repeats
  ///   - groups: columns with which a group begins, before which a page rather ends
  init(_ widths: [Double], keys: Int, groups: [Int]) {
    let room = Self.page * 100 / Self.smallest
    let repeated = widths.prefix(keys).reduce(0, +)
    var breaks: [Int] = []
    var used = repeated
    // Where all fit on one page, no group need begin another.
    for column in widths.indices.dropFirst(keys) where widths.reduce(0, +) > room {
      let next = groups.first { $0 > column } ?? widths.count
      let group = widths[column..<next].reduce(0, +)
      // A group that would be cut, but has room on a page of its own, begins one.
      let isCut = groups.contains(column) && used + group > room && repeated + group <= room
      if used > repeated, isCut || used + widths[column] > room {
        breaks.append(column)
        used = repeated
      }
      used += widths[column]
    }
    self.breaks = breaks
  }

  /// In per cent: the size at which columns of these widths fit on one page, in a font up to a third wider than
  /// that of Excel.
  static func scale(of widths: [Double]) -> Int { Int(min(page * 0.75 / widths.reduce(0, +) * 100, 100)) }
}

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
