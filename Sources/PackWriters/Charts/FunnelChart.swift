/// Centred bars, one a stage, with the number of things and their amount at the side.
struct FunnelChart {
  struct Stage {
    var label: String
    var amount: Quantity
    var count: Quantity
  }

  var title: String
  var amount: String
  var count: String
  var stages: [Stage]
  var width: Double

  /// The drawing; nil when there is nothing to draw.
  func drawn(id: String, height limit: Double) -> String? {
    guard stages.contains(where: { ($0.amount.amount ?? 0) > 0 }) else { return nil }
    var svg = SVG()
    let size = SVG.textSize
    let header = 30.0
    let row = min(64, max(24, (limit - header) / Double(stages.count)))
    let widest = TextMeasure.widest(stages.map(\.label))
    let labels = min(widest + 4, width * 0.3)
    let amounts = columnWidth(amount, stages.map(\.amount))
    let counts = columnWidth(count, stages.map(\.count))
    let left = labels + 16
    let room = max(40, width - left - amounts - counts - 32)
    let scale = Scale(stages.map { max($0.amount.amount ?? 0, 0) }, start: 0, length: room)
    svg.text(count, x: width - amounts - 14, y: 16, anchor: .end, style: "legend", limit: counts)
    svg.text(amount, x: width, y: 16, anchor: .end, style: "legend", limit: amounts)
    for (index, stage) in stages.enumerated() {
      let middle = header + (Double(index) + 0.5) * row
      let length = max(scale(max(stage.amount.amount ?? 0, 0)), 1)
      svg.text(stage.label, x: labels, y: middle + size * 0.36, anchor: .end, limit: labels)
      svg.rectangle(
        x: left + (room - length) / 2, y: middle - row * 0.4, width: length, height: row * 0.8, style: "bar")
      svg.text(
        stage.count.text, x: width - amounts - 14, y: middle + size * 0.36, anchor: .end, style: "value")
      svg.text(stage.amount.text, x: width, y: middle + size * 0.36, anchor: .end, style: "value")
    }
    let summary = stages.map { "\($0.label): \(count) \($0.count.text), \(amount) \($0.amount.text)" }
    return svg.drawing(
      id: id, width: width, height: header + row * Double(stages.count), title: title,
      summary: summary.joined(separator: "; "))
  }

  private func columnWidth(_ name: String, _ values: [Quantity]) -> Double {
    max(min(TextMeasure.width(name), 110), TextMeasure.widest(values.map(\.text)))
  }
}
