internal import ReviewModel

/// The exact sums of columns: a total that is another number is shown as a number and not as a sum.
struct TotalsCheck {
  private let summed: [Int]
  private var sums: [Int128]

  init(_ columns: [Column]) {
    summed = columns.indices.filter { columns[$0].total == .sum }
    sums = [Int128](repeating: 0, count: columns.count)
  }

  mutating func add(_ cells: [Cell]) {
    for column in summed {
      switch cells[column] {
      case .money(let sum): sums[column] &+= sum.hundredths
      case .count(let count): sums[column] &+= Int128(count)
      case .number(let figure), .rate(let figure): sums[column] &+= figure.units
      case .blank, .text, .date, .flag: break
      }
    }
  }

  func agrees(with total: Cell, _ column: Int) -> Bool {
    switch total {
    case .money(let sum): sum.hundredths == sums[column]
    case .count(let count): Int128(count) == sums[column]
    case .number(let figure), .rate(let figure): figure.units == sums[column]
    case .blank, .text, .date, .flag: false
    }
  }
}
