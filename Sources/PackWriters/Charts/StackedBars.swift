internal import ReviewModel

/// Horizontal bars made of parts, one a member, with their sum, a marker of what is needed and a rate.
struct StackedBars {
  struct Member {
    var label: String
    var parts: [Quantity]
    var total: Quantity?
    var target: Quantity?
    var rate: Quantity?
    var grade: Grade?
  }

  var title: String
  /// Names of the parts.
  var parts: [String]
  var total: String?
  var target: String?
  var rate: String?
  var members: [Member]
  var width: Double

  /// The drawing; nil when there is nothing to draw.
  func drawn(id: String, height limit: Double) -> String? {
    guard members.contains(where: { $0.parts.contains { $0.amount != nil } }) else { return nil }
    var svg = SVG()
    let size = SVG.textSize
    let header = 34.0
    let row = min(56, max(20, (limit - header) / Double(members.count)))
    let widest = TextMeasure.widest(members.map(\.label))
    // On a phone names need more of it.
    let labels = min(widest, width * (width < 500 ? 0.42 : 0.3))
    let totals = TextMeasure.widest(members.compactMap(\.total?.text))
    let rates = TextMeasure.widest(members.compactMap(\.rate?.text), isBold: true)
    let left = labels + 16
    let scale = Scale(
      members.flatMap { $0.ends + [$0.target?.amount ?? 0] }, start: left,
      length: max(40, width - left - totals - rates - (rates > 0 ? 26 : 12)))
    let bottom = header + row * Double(members.count)
    legend(into: &svg)
    svg.line(from: (scale(0), header - 4), to: (scale(0), bottom), style: "axis")
    for (index, member) in members.enumerated() {
      let middle = header + (Double(index) + 0.5) * row
      let baseline = middle + size * 0.36
      let thickness = min(26, row * 0.55)
      svg.text(member.label, x: labels, y: baseline, anchor: .end, limit: labels)
      for (part, span) in member.spans {
        svg.rectangle(
          x: scale(span.lowerBound), y: middle - thickness / 2,
          width: scale(span.upperBound) - scale(span.lowerBound), height: thickness,
          style: "part p\(part + 1)", tip: "\(parts[part]) \(member.parts[part].text)")
        write(
          member.parts[part].text, in: scale(span.lowerBound)...scale(span.upperBound), baseline, part, &svg)
      }
      if let target = member.target?.amount {
        svg.line(
          from: (scale(target), middle - thickness / 2 - 3), to: (scale(target), middle + thickness / 2 + 3),
          style: "mark")
      }
      if let total = member.total {
        svg.text(
          total.text, x: width - rates - (rates > 0 ? 12 : 0), y: baseline, anchor: .end, style: "value")
      }
      if let rate = member.rate {
        svg.text(
          rate.text, x: width, y: baseline, anchor: .end,
          style: "rate" + (member.grade.map { " \($0.rawValue)" } ?? ""))
      }
    }
    return svg.drawing(id: id, width: width, height: bottom, title: title, summary: summary)
  }

  /// The parts say how much they are where there is room for it and no sum beside them.
  private func write(
    _ text: String, in span: ClosedRange<Double>, _ baseline: Double, _ part: Int, _ svg: inout SVG
  ) {
    guard total == nil, TextMeasure.width(text) + 10 < span.upperBound - span.lowerBound else { return }
    svg.text(
      text, x: (span.lowerBound + span.upperBound) / 2, y: baseline, anchor: .middle,
      style: part == 0 ? "value on" : "value")
  }

  private func legend(into svg: inout SVG) {
    let entries = parts.count + (target == nil ? 0 : 1)
    let limit = width / Double(entries) - 34
    var x = 0.0
    for (part, name) in parts.enumerated() {
      svg.rectangle(x: x, y: 6, width: 12, height: 10, style: "part p\(part + 1)")
      svg.text(name, x: x + 17, y: 16, style: "legend", limit: limit)
      x += 17 + min(TextMeasure.width(name), limit) + 16
    }
    guard let target else { return }
    svg.line(from: (x, 4), to: (x, 18), style: "mark")
    svg.text(target, x: x + 7, y: 16, style: "legend", limit: limit)
  }

  private var summary: String {
    members.map { member in
      var said = zip(parts, member.parts).map { "\($0) \($1.text)" }
      if let total, let sum = member.total { said.append("\(total) \(sum.text)") }
      if let target, let aim = member.target { said.append("\(target) \(aim.text)") }
      if let rate, let share = member.rate { said.append("\(rate) \(share.text)") }
      return "\(member.label): \(said.joined(separator: ", "))"
    }.joined(separator: "; ")
  }
}

extension StackedBars.Member {
  /// Where each part that is not blank or zero lies: positive parts to the right of zero, negative to the left.
  fileprivate var spans: [(part: Int, span: ClosedRange<Double>)] {
    var right = 0.0
    var left = 0.0
    var spans: [(part: Int, span: ClosedRange<Double>)] = []
    for (index, part) in parts.enumerated() {
      guard let amount = part.amount, amount != 0 else { continue }
      if amount > 0 {
        spans.append((index, right...(right + amount)))
        right += amount
      } else {
        spans.append((index, (left + amount)...left))
        left += amount
      }
    }
    return spans
  }

  fileprivate var ends: [Double] { spans.flatMap { [$0.span.lowerBound, $0.span.upperBound] } }
}
