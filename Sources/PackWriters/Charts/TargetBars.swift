internal import ReviewModel

/// Horizontal bars, one a member and panel: the bar is what was reached, the marker what was aimed at, the
/// rate stands beside it in the colour of its grade.
struct TargetBars {
  struct Bar {
    var actual: Quantity
    var target: Quantity?
    var rate: Quantity?
    var grade: Grade?
  }

  struct Panel {
    var actual: String
    var target: String?
    var rate: String?
    /// What its amounts are: panels of one measure have one scale, so that they can be compared.
    var measure: ValueKind?
  }

  struct Member {
    var label: String
    var bars: [Bar]
  }

  var title: String
  var panels: [Panel]
  var members: [Member]
  var width: Double

  init(title: String, panels: [Panel], members: [Member], width: Double) {
    self.title = title
    self.panels = panels
    self.members = members
    self.width = width
  }

  /// Totals, a bar each.
  init(title: String, totals: [(label: String, quantity: Quantity)], width: Double) {
    self.init(
      title: title, panels: [Panel(actual: title)],
      members: totals.map { Member(label: $0.label, bars: [Bar(actual: $0.quantity)]) }, width: width)
  }

  /// The drawing; nil when there is nothing to draw.
  func drawn(id: String, height limit: Double) -> String? {
    let anything = members.contains {
      $0.bars.contains { $0.actual.amount != nil || $0.target?.amount != nil }
    }
    guard anything, !panels.isEmpty else { return nil }
    var svg = SVG()
    let size = SVG.textSize
    let gap = 18.0
    let widest = TextMeasure.widest(members.map(\.label))
    let labels = min(widest, width * (panels.count == 1 ? 0.34 : 0.24))
    let pitch = (width - labels - gap) / Double(panels.count)
    let header = 52.0
    let row = min(56, max(20, (limit - header) / Double(members.count)))
    for (index, member) in members.enumerated() {
      let middle = header + (Double(index) + 0.5) * row
      svg.text(member.label, x: labels, y: middle + size * 0.36, anchor: .end, limit: labels)
    }
    let widths = panels.indices.map { pitch - ($0 + 1 < panels.count ? gap : 0) }
    for (panel, heading) in panels.enumerated() {
      let alike = panels.indices.filter {
        $0 == panel || (heading.measure != nil && panels[$0].measure == heading.measure)
      }
      let left = labels + gap + Double(panel) * pitch
      let scale = Scale(
        alike.flatMap(amounts), start: left, length: alike.map { room(of: $0, width: widths[$0]) }.min() ?? 0)
      draw(
        panel, heading, into: &svg, left: left, width: widths[panel], header: header, row: row, scale: scale)
    }
    let height = header + row * Double(members.count)
    return svg.drawing(id: id, width: width, height: height, title: title, summary: summary)
  }

  private func amounts(_ panel: Int) -> [Double] {
    members.flatMap { [$0.bars[panel].actual.amount, $0.bars[panel].target?.amount].compactMap(\.self) }
  }

  /// What the rates of a panel take.
  private func rates(_ panel: Int) -> Double {
    TextMeasure.widest(members.compactMap { $0.bars[panel].rate?.text }, isBold: true)
  }

  /// What the texts of a panel leave to its bars.
  private func room(of panel: Int, width: Double) -> Double {
    let texts = TextMeasure.widest(members.map { $0.bars[panel].actual.text })
    let rates = rates(panel)
    return max(40, width - texts - rates - (rates > 0 ? 22 : 10))
  }

  private func draw(
    _ panel: Int, _ heading: Panel, into svg: inout SVG, left: Double, width: Double, header: Double,
    row: Double, scale: Scale
  ) {
    let size = SVG.textSize
    let bars = members.map { $0.bars[panel] }
    let rates = rates(panel)
    legend(heading, into: &svg, left: left, width: width)
    let bottom = header + row * Double(members.count)
    svg.line(from: (scale(0), header - 4), to: (scale(0), bottom), style: "axis")
    for (index, bar) in bars.enumerated() {
      let middle = header + (Double(index) + 0.5) * row
      let thickness = min(24, row * 0.5)
      if let amount = bar.actual.amount {
        let ends = [scale(0), scale(amount)].sorted()
        svg.rectangle(
          x: ends[0], y: middle - thickness / 2, width: ends[1] - ends[0], height: thickness, style: "bar")
      }
      if let target = bar.target?.amount {
        svg.line(
          from: (scale(target), middle - thickness / 2 - 3), to: (scale(target), middle + thickness / 2 + 3),
          style: "mark")
      }
      let baseline = middle + size * 0.36
      svg.text(
        bar.actual.text, x: left + width - rates - (rates > 0 ? 12 : 0), y: baseline, anchor: .end,
        style: "value")
      if let rate = bar.rate {
        svg.text(
          rate.text, x: left + width, y: baseline, anchor: .end,
          style: "rate" + (bar.grade.map { " \($0.rawValue)" } ?? ""))
      }
    }
  }

  /// Two lines, so that long names have the width of the panel: the bar with the rate, then the marker.
  private func legend(_ heading: Panel, into svg: inout SVG, left: Double, width: Double) {
    let rate = heading.rate.map { min(TextMeasure.width($0), width * 0.6) } ?? 0
    svg.rectangle(x: left, y: 5, width: 12, height: 10, style: "bar")
    svg.text(heading.actual, x: left + 18, y: 15, style: "legend", limit: width - rate - 26)
    if let name = heading.rate {
      svg.text(name, x: left + width, y: 15, anchor: .end, style: "legend", limit: rate)
    }
    guard let target = heading.target else { return }
    svg.line(from: (left + 6, 23), to: (left + 6, 37), style: "mark")
    svg.text(target, x: left + 18, y: 35, style: "legend", limit: width - 18)
  }

  private var summary: String {
    members.map { member in
      let parts = zip(panels, member.bars).map { panel, bar in
        var text = "\(panel.actual) \(bar.actual.text)"
        if let name = panel.target, let target = bar.target { text += ", \(name) \(target.text)" }
        if let name = panel.rate, let rate = bar.rate { text += ", \(name) \(rate.text)" }
        return text
      }
      return "\(member.label): \(parts.joined(separator: ", "))"
    }.joined(separator: "; ")
  }
}
