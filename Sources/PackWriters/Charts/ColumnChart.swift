/// Columns side by side, each from its base to its end: a waterfall when they stand on one another, ages when
/// all stand on zero.
struct ColumnChart {
  struct Column {
    var label: String
    var from: Double
    var quantity: Quantity
    /// A class of `deck.css`.
    var style: String

    var to: Double { from + (quantity.amount ?? 0) }
  }

  var title: String
  var columns: [Column]
  /// Whether each column begins where the one before it ended.
  var isConnected: Bool
  var width: Double

  /// A waterfall: an opening amount, changes, and the closing amount that they lead to.
  static func waterfall(
    _ title: String, opening: (String, Quantity), changes: [(String, Quantity)], closing: (String, Quantity),
    width: Double
  ) -> ColumnChart {
    var level = opening.1.amount ?? 0
    var columns = [Column(label: opening.0, from: 0, quantity: opening.1, style: "p1")]
    for (label, change) in changes {
      let style = (change.amount ?? 0) < 0 ? "fall" : "rise"
      columns.append(Column(label: label, from: level, quantity: change, style: style))
      level += change.amount ?? 0
    }
    columns.append(Column(label: closing.0, from: 0, quantity: closing.1, style: "p1"))
    return ColumnChart(title: title, columns: columns, isConnected: true, width: width)
  }

  /// The drawing; nil when there is nothing to draw.
  func drawn(id: String, height: Double) -> String? {
    guard columns.contains(where: { ($0.quantity.amount ?? 0) != 0 }) else { return nil }
    var svg = SVG()
    let size = SVG.textSize
    let pitch = width / Double(columns.count)
    let top = 24.0
    let bottom = height - 30
    let levels = columns.flatMap { [$0.from, $0.to] }
    // Room below the lowest level for the value of a column that hangs from zero.
    let lift = (levels.min() ?? 0) < 0 ? 20.0 : 0
    let scale = Scale(levels, start: bottom - lift, length: -(bottom - lift - top))
    for (index, column) in columns.enumerated() {
      let x = (Double(index) + 0.16) * pitch
      let ends = [scale(column.from), scale(column.to)].sorted()
      svg.rectangle(
        x: x, y: ends[0], width: pitch * 0.68, height: max(ends[1] - ends[0], 1),
        style: "column \(column.style)")
      let hangs = column.to < 0 && column.from <= 0
      svg.text(
        column.quantity.text, x: x + pitch * 0.34, y: hangs ? ends[1] + size + 3 : ends[0] - 6,
        anchor: .middle, style: "value", limit: pitch * 1.02)
      svg.text(
        column.label, x: x + pitch * 0.34, y: height - 8, anchor: .middle, limit: pitch * 0.96)
      if isConnected, index + 1 < columns.count {
        let level = scale(column.to)
        svg.line(from: (x + pitch * 0.68, level), to: (x + pitch, level), style: "link")
      }
    }
    svg.line(from: (0, scale(0)), to: (width, scale(0)), style: "axis")
    let summary = columns.map { "\($0.label): \($0.quantity.text)" }.joined(separator: "; ")
    return svg.drawing(id: id, width: width, height: height, title: title, summary: summary)
  }
}
