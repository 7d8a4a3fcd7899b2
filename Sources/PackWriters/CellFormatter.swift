internal import ReviewModel

/// Cells as people read them: thousands apart, money in the book's unit, rates in per cent, names for ids.
///
/// Rounding happens here and nowhere else; what it rounds is the exact value of the table.
struct CellFormatter {
  let wording: Wording

  /// What stands where there is nothing.
  static let blank = "–"

  /// A cell in the words of its column.
  func text(_ cell: Cell, in column: Column) -> String {
    switch cell {
    case .blank: Self.blank
    case .text(let text): wording.shown(text, column.display)
    case .money(let sum): money(sum)
    case .rate(let figure): column.id == "lift" ? decimal(figure, to: 2) : percent(figure)
    case .number(let figure): decimal(figure, to: figure.decimals)
    case .count(let count): Self.grouped(Int128(count), decimals: 0)
    case .date(let day): day.description
    case .flag(let flag): flag ? "✓" : ""
    }
  }

  /// An amount divided by the money unit: whole units of 1, a decimal of larger ones; an amount that this
  /// would show as zero keeps the decimals that it needs.
  func money(_ sum: MoneySum) -> String {
    let wanted = wording.moneyUnit == 1 ? 0 : 1
    for decimals in wanted..<7 {
      let units = scaled(sum, to: decimals)
      if units != 0 || sum == .zero { return Self.grouped(units, decimals: decimals) }
    }
    return Self.grouped(0, decimals: wanted)
  }

  /// An amount divided by the money unit, with two decimals as in the workbook's cells.
  func preciseMoney(_ sum: MoneySum) -> String { Self.grouped(scaled(sum, to: 2), decimals: 2) }

  private func scaled(_ sum: MoneySum, to decimals: Int) -> Int128 {
    (sum.hundredths * Self.power(decimals)).divided(by: Int128(wording.moneyUnit) * 100)
  }

  /// A rate in per cent with one decimal.
  private func percent(_ figure: Figure) -> String { decimal(figure, shiftedBy: 2, to: 1) + "%" }

  private func decimal(_ figure: Figure, shiftedBy shift: Int = 0, to decimals: Int) -> String {
    let scaled = figure.units * Self.power(shift + decimals)
    return Self.grouped(scaled.divided(by: Self.power(figure.decimals)), decimals: decimals)
  }

  /// The nearest binary number, for drawing; nil for what has no size.
  static func amount(_ cell: Cell) -> Double? {
    switch cell {
    case .money(let sum): Double(sum.hundredths)
    case .rate(let figure), .number(let figure): figure.approximate
    case .count(let count): Double(count)
    default: nil
    }
  }

  /// `units` × 10^-`decimals` with a comma between thousands.
  private static func grouped(_ units: Int128, decimals: Int) -> String {
    let (whole, rest) = units.magnitude.quotientAndRemainder(dividingBy: power(decimals).magnitude)
    let digits = Array(String(whole).utf8)
    var text = units < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text += "," }
      text.unicodeScalars.append(Unicode.Scalar(digit))
    }
    guard decimals > 0 else { return text }
    let tail = String(rest)
    return text + "." + String(repeating: "0", count: decimals - tail.utf8.count) + tail
  }

  private static func power(_ exponent: Int) -> Int128 {
    (0..<exponent).reduce(1) { power, _ in power * 10 }
  }
}
