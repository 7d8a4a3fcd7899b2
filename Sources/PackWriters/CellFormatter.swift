internal import ReviewModel

/// Cells as people read them: thousands apart, money in the book's unit, rates in per cent, names for ids.
///
/// Rounding happens here and in ``MoneyUnit``; what it rounds is the exact value of the table.
struct CellFormatter {
  let wording: Wording

  /// What stands where there is nothing.
  static let blank = "–"

  /// A cell in the words of its column, or of `display` where its row decides.
  func text(_ cell: Cell, in column: Column, as display: Column.Display? = nil) -> String {
    if let text = wording.text(cell, display ?? column.display) { return text }
    return switch cell {
    case .blank: column.kind == .flag ? "" : Self.blank
    case .text(let text): text
    case .money(let sum): column.display == .price ? wording.money.priceText(sum) : wording.money.text(sum)
    case .rate(let figure) where column.isAttainment: attainment(figure)
    case .rate(let figure): column.display == .multiple ? decimal(figure, to: 2) : percent(figure)
    case .number(let figure): decimal(figure, to: figure.decimals)
    case .count(let count): groupedText(Int128(count), decimals: 0)
    case .date(let day): day.description
    case .flag(let flag): flag ? "✓" : ""
    }
  }

  /// A rate in per cent with one decimal.
  func percent(_ figure: Figure) -> String { percent(figure, to: 1) }

  /// An attainment in per cent, with more decimals where one would round it up to a grade that it has not: 0.9997 is
  /// short of its goal, and `100.0%` is not.
  private func attainment(_ figure: Figure) -> String {
    let most = max(1, figure.decimals - 2)
    let decimals = (1..<most).first { decimals in
      let units = (figure.units * powerOfTen(2 + decimals)).divided(by: powerOfTen(figure.decimals))
      return Grade(Figure(units: units, decimals: 2 + decimals)) == Grade(figure)
    }
    return percent(figure, to: decimals ?? most)
  }

  private func percent(_ figure: Figure, to decimals: Int) -> String {
    decimal(figure, shiftedBy: 2, to: decimals) + "%"
  }

  private func decimal(_ figure: Figure, shiftedBy shift: Int = 0, to decimals: Int) -> String {
    let scaled = figure.units * powerOfTen(shift + decimals)
    return groupedText(scaled.divided(by: powerOfTen(figure.decimals)), decimals: decimals)
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
}
