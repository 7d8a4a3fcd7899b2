internal import ReviewModel

/// The widths that a table's columns need, in digits' widths.
///
/// Every number is looked at, for one that does not fit is shown as `####`; of texts only a sample, for one
/// that does not fit is merely cut short on the screen.
struct ColumnWidths {
  private static let widest = 42
  private static let widestKey = 28

  private var content: [Int]
  private var largest: [Double]
  private let heads: [Int]
  /// The longest word of each head: it must not break.
  private let words: [Int]
  private let keyColumns: Int
  private let kinds: [ValueKind]
  private let prices: [Bool]
  /// Whether a head ends with a bracket, which must not stand on a line of its own.
  private let isBracketed: [Bool]

  init(_ definition: TableDefinition, heads: [String]) {
    content = [Int](repeating: 0, count: definition.columns.count)
    largest = [Double](repeating: 0, count: definition.columns.count)
    self.heads = heads.map(\.columns)
    words = heads.map { head in head.split { !$0.isASCII || $0 == " " }.map(\.count).max() ?? 0 }
    keyColumns = definition.keyColumns
    kinds = definition.columns.map(\.kind)
    isBracketed = heads.map { $0.hasSuffix("）") || $0.hasSuffix(")") }
    prices = definition.columns.map { $0.display == .price }
  }

  /// At most 500 rows, spread evenly over a table of `count`.
  static func sample(of count: Int) -> StrideTo<Int> {
    stride(from: 0, to: count, by: max(1, (count + 499) / 500))
  }

  mutating func see(_ text: String, _ column: Int) {
    content[column] = max(content[column], text.columns)
  }

  mutating func see(_ value: Double, _ column: Int) {
    // A sign counts as one digit more.
    let magnitude = value < 0 ? value * -10 : value
    if magnitude > largest[column] { largest[column] = magnitude }
  }

  /// The width of each column: as wide as its cells, and wide enough for its head on two lines.
  var widths: [Double] {
    content.indices.map { column in
      // Room for the filter's button beside the head.
      let head = max(min((heads[column] + 1) / 2, 14), words[column] * 6 / 5) + 6
      let cells =
        switch kinds[column] {
        case .text, .datetime: min(content[column], column < keyColumns ? Self.widestKey : Self.widest) + 3
        case .date: 13
        case .flag: 6
        case .money, .rate, .count, .number: numberWidth(column) + (prices[column] ? 8 : 4)
        }
      return Double(Self.widened(max(cells, head, 8), for: heads[column], isBracketed[column]))
    }
  }

  /// A width at which, or a little above and below which, the last line of a head has more than its bracket:
  /// how much room a viewer leaves beside a head differs.
  private static func widened(_ width: Int, for head: Int, _ isBracketed: Bool) -> Int {
    guard isBracketed else { return width }
    return (width...width + 12).first { width in
      (width - 4...width).allSatisfy { line in head <= line || !(1...2).contains(head % line) }
    } ?? width
  }

  /// The number of lines of the tallest head.
  var headLines: Int {
    zip(heads, widths).map { head, width in min(4, max(1, (head + Int(width) - 6) / max(Int(width) - 5, 1))) }
      .max() ?? 1
  }

  private func numberWidth(_ column: Int) -> Int {
    let value = kinds[column] == .rate ? largest[column] * 100 : largest[column]
    var digits = 1
    var power = 10.0
    while power <= value, digits < 40 {
      digits += 1
      power *= 10
    }
    let decimals = kinds[column] == .money ? 3 : kinds[column] == .count ? 0 : kinds[column] == .rate ? 3 : 2
    return digits + (digits - 1) / 3 + decimals
  }
}
