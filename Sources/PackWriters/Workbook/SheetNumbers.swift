internal import ReviewModel

/// Cells as the binary numbers that a sheet holds.
extension Wording {
  /// An amount in display units.
  func amount(_ sum: MoneySum) -> Double { Double(sum.hundredths) / Double(100 * moneyUnit) }

  /// The number that a sheet holds for a cell, nil for what is none; a day counts from 1899-12-30.
  func number(_ cell: Cell, _ display: Column.Display = .verbatim) -> Double? {
    switch cell {
    case .money(let sum): display == .price ? Double(sum.hundredths) / 100 : amount(sum)
    case .rate(let figure), .number(let figure): figure.approximate
    case .count(let count): Double(count)
    case .date(let day): Double(day.number + 25_569)
    case .blank, .text, .flag: nil
    }
  }
}
