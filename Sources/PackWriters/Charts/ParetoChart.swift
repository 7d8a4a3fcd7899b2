/// Values from the largest, as bars, and beside them the share that they and all before them make up, as a
/// line that climbs to the right.
struct ParetoChart {
  struct Member {
    var label: String
    var value: Quantity
    var cumulated: Quantity
  }

  var title: String
  var value: String
  var cumulated: String
  var members: [Member]
  var width: Double

  /// The drawing; nil when there is nothing to draw.
  func drawn(id: String, height limit: Double) -> String? {
    guard members.contains(where: { $0.value.amount != nil }) else { return nil }
    var svg = SVG()
    let size = SVG.textSize
    let header = 34.0
    let row = min(44, max(20, (limit - header) / Double(members.count)))
    let widest = TextMeasure.widest(members.map(\.label))
    let labels = min(widest, width * 0.3)
    let values = TextMeasure.widest(members.map(\.value.text))
    let shares = TextMeasure.widest(members.map(\.cumulated.text))
    let left = labels + 16
    let room = max(80, width - left - values - shares - 44)
    let scale = Scale(members.compactMap(\.value.amount), start: left, length: room * 0.56)
    let line = left + room * 0.56 + values + 24
    let share = Scale([1], start: line, length: room * 0.44)
    let bottom = header + row * Double(members.count)
    svg.rectangle(x: left, y: 6, width: 12, height: 10, style: "bar")
    svg.text(value, x: left + 17, y: 16, style: "legend", limit: room * 0.56)
    svg.dot(x: line + 4, y: 11, style: "dot")
    svg.text(cumulated, x: line + 14, y: 16, style: "legend", limit: width - line - 14)
    svg.line(from: (scale(0), header - 4), to: (scale(0), bottom), style: "axis")
    svg.line(from: (share(0), header - 4), to: (share(0), bottom), style: "axis")
    svg.line(from: (share(0.8), header - 4), to: (share(0.8), bottom), style: "link")
    svg.text("80%", x: share(0.8), y: bottom + size, anchor: .middle, style: "legend")
    var points: [(x: Double, y: Double)] = []
    for (index, member) in members.enumerated() {
      let middle = header + (Double(index) + 0.5) * row
      let baseline = middle + size * 0.36
      svg.text(member.label, x: labels, y: baseline, anchor: .end, limit: labels)
      if let amount = member.value.amount {
        let ends = [scale(0), scale(amount)].sorted()
        svg.rectangle(
          x: ends[0], y: middle - row * 0.28, width: ends[1] - ends[0], height: row * 0.56, style: "bar")
      }
      svg.text(
        member.value.text, x: left + room * 0.56 + values + 8, y: baseline, anchor: .end, style: "value")
      svg.text(member.cumulated.text, x: width, y: baseline, anchor: .end, style: "value")
      if let amount = member.cumulated.amount { points.append((share(min(max(amount, 0), 1)), middle)) }
    }
    svg.path(points, style: "curve")
    for point in points { svg.dot(x: point.x, y: point.y, style: "dot") }
    let summary = members.map { "\($0.label): \(value) \($0.value.text), \(cumulated) \($0.cumulated.text)" }
    return svg.drawing(
      id: id, width: width, height: bottom + size + 4, title: title, summary: summary.joined(separator: "; "))
  }
}
