/// A drawing as it comes about: shapes in pixels of a 1280-pixel slide, coloured by classes of `deck.css`.
///
/// Coordinates have one decimal and shapes stand in the order in which they are drawn, so equal values give
/// equal bytes.
struct SVG {
  enum Anchor: String {
    case start, middle, end
  }

  private var shapes = ""

  mutating func rectangle(
    x: Double, y: Double, width: Double, height: Double, style: String, tip: String? = nil
  ) {
    guard width > 0, height > 0 else { return }
    shapes += "<rect class=\"\(style)\" x=\"\(Self.pixels(x))\" y=\"\(Self.pixels(y))\""
    shapes += " width=\"\(Self.pixels(width))\" height=\"\(Self.pixels(height))\""
    shapes += tip.map { "><title>\(Markup.escaped($0))</title></rect>" } ?? "/>"
  }

  mutating func line(from: (x: Double, y: Double), to: (x: Double, y: Double), style: String) {
    shapes += "<line class=\"\(style)\" x1=\"\(Self.pixels(from.x))\" y1=\"\(Self.pixels(from.y))\""
    shapes += " x2=\"\(Self.pixels(to.x))\" y2=\"\(Self.pixels(to.y))\"/>"
  }

  mutating func path(_ points: [(x: Double, y: Double)], style: String) {
    let steps = points.map { "\(Self.pixels($0.x)),\(Self.pixels($0.y))" }
    shapes += "<polyline class=\"\(style)\" points=\"\(steps.joined(separator: " "))\"/>"
  }

  mutating func dot(x: Double, y: Double, style: String) {
    shapes += "<circle class=\"\(style)\" cx=\"\(Self.pixels(x))\" cy=\"\(Self.pixels(y))\" r=\"4\"/>"
  }

  /// Text with its baseline at `y`, cut to `limit`; the whole of a cut text is its tool tip.
  mutating func text(
    _ text: String, x: Double, y: Double, anchor: Anchor = .start, style: String = "label",
    limit: Double = .infinity, size: Double = SVG.textSize
  ) {
    let shown = TextMeasure.fitted(text, to: limit, size: size)
    shapes += "<text class=\"\(style)\" x=\"\(Self.pixels(x))\" y=\"\(Self.pixels(y))\""
    if anchor != .start { shapes += " text-anchor=\"\(anchor.rawValue)\"" }
    if size != Self.textSize { shapes += " font-size=\"\(Self.pixels(size))\"" }
    shapes += ">"
    if shown != text { shapes += "<title>\(Markup.escaped(text))</title>" }
    shapes += Markup.escaped(shown) + "</text>"
  }

  /// The drawing with its text alternative: `title` names it, `summary` says all that it shows.
  func drawing(id: String, width: Double, height: Double, title: String, summary: String) -> String {
    """
    <svg role="img" aria-labelledby="\(id)-t \(id)-d" viewBox="0 0 \(Self.pixels(width)) \
    \(Self.pixels(height))" font-size="\(Self.pixels(Self.textSize))"><title id="\(id)-t">\
    \(Markup.escaped(title))</title><desc id="\(id)-d">\(Markup.escaped(summary))</desc>\(shapes)</svg>
    """
  }

  /// The font size of labels.
  static let textSize = 13.0

  /// A coordinate with at most one decimal.
  private static func pixels(_ value: Double) -> String {
    let tenths = value.isFinite ? Int((min(max(value, -1e6), 1e6) * 10).rounded()) : 0
    let sign = tenths < 0 ? "-" : ""
    let (whole, rest) = tenths.magnitude.quotientAndRemainder(dividingBy: 10)
    return rest == 0 ? "\(sign)\(whole)" : "\(sign)\(whole).\(rest)"
  }
}

/// A linear map of values to pixels whose range always holds zero.
struct Scale {
  private let lower: Double
  private let factor: Double
  private let start: Double

  /// Values from their least to their greatest, or zero, over `length` pixels from `start`; a negative length
  /// runs upwards.
  init(_ values: [Double], start: Double, length: Double) {
    lower = min(values.min() ?? 0, 0)
    let upper = max(values.max() ?? 0, 0)
    factor = upper > lower ? length / (upper - lower) : 0
    self.start = start
  }

  /// Where a value stands.
  func callAsFunction(_ value: Double) -> Double { start + (value - lower) * factor }
}

/// A value to draw and the words that say it; a blank has no amount.
struct Quantity: Hashable {
  var amount: Double?
  var text: String

  static let blank = Quantity(amount: nil, text: CellFormatter.blank)
}
