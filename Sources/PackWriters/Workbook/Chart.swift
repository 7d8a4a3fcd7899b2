/// A native chart: columns or bars, and lines on an axis of their own for rates.
struct Chart {
  /// In pixels: two stand side by side on a screen.
  static let size = (width: 620, height: 320)
  /// The rows that one takes, with air below it.
  static let rows = 15

  enum Shape { case columns, stackedColumns, bars }

  /// Cells that a chart reads, and what they hold, so that a viewer that does not compute shows it as well.
  struct Range {
    let reference: String
    let texts: [String]
  }

  struct Numbers {
    let reference: String
    /// nil for a blank.
    let values: [Double?]
  }

  struct Series {
    let name: Range
    let values: Numbers
    /// Drawn as a line, on the axis of rates.
    var isRate = false
  }

  let title: String
  let shape: Shape
  let categories: Range
  let series: [Series]
  /// Whether the columns are rates.
  var countsRates = false
}
