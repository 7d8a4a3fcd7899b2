/// What the cells of a column are (docs/outputs.md, section 2); the raw value is the word of `review.json`.
public enum ValueKind: String, Hashable, Sendable, CaseIterable {
  case text, money, rate, count, number, date, datetime, flag
}

/// One value of a table, exact: what rounding there is has been done, once (docs/metrics.md, section 2).
public enum Cell: Hashable, Sendable {
  /// Nothing: not known, or not defined, as the rate of a target of zero.
  case blank
  case text(String)
  /// An amount in the book's currency, two decimals.
  case money(MoneySum)
  /// A share or a quotient, six decimals; 1 is 100 %.
  case rate(Figure)
  /// An average of days, hours or scores: one decimal, or as many as its column says.
  case number(Figure)
  /// A number of things, or of whole days.
  case count(Int)
  case date(Day)
  case flag(Bool)

  /// A text, or a blank for nil.
  public static func text(_ text: String?) -> Cell { text.map { .text($0) } ?? .blank }
  /// An amount, or a blank for nil.
  public static func money(_ money: MoneySum?) -> Cell { money.map { .money($0) } ?? .blank }
  /// One amount.
  public static func money(_ money: Money) -> Cell { .money(MoneySum(money)) }
  /// A rate, or a blank for nil.
  public static func rate(_ figure: Figure?) -> Cell { figure.map { .rate($0) } ?? .blank }
  /// A number, or a blank for nil.
  public static func number(_ figure: Figure?) -> Cell { figure.map { .number($0) } ?? .blank }
  /// A count, or a blank for nil.
  public static func count(_ count: Int?) -> Cell { count.map { .count($0) } ?? .blank }
  /// A day, or a blank for nil.
  public static func date(_ day: Day?) -> Cell { day.map { .date($0) } ?? .blank }
  /// A flag, or a blank for nil.
  public static func flag(_ flag: Bool?) -> Cell { flag.map { .flag($0) } ?? .blank }

  /// Whether the cell is blank.
  public var isBlank: Bool { self == .blank }

  /// Money, a number or a count that is not zero: what makes a member of a grouping worth a row.
  public var isMaterial: Bool {
    switch self {
    case .money(let sum): sum != .zero
    case .number(let figure): figure.units != 0
    case .count(let count): count != 0
    default: false
    }
  }
}
