/// One amount as a file states it: an integer of hundredths in the book's currency.
///
/// A cell may hold at most ±10^14 (docs/inputs.md, section 4), so an amount always fits; amounts are
/// added up as ``MoneySum``, which cannot overflow. No binary floating point ever touches either.
@frozen
public struct Money: Hashable, Comparable, Sendable {
  /// Hundredths of the currency's unit.
  public var hundredths: Int64

  /// An amount of `hundredths`.
  @inlinable
  public init(hundredths: Int64) { self.hundredths = hundredths }

  /// Nothing.
  public static var zero: Money { Money(hundredths: 0) }

  @inlinable
  public static func < (left: Money, right: Money) -> Bool { left.hundredths < right.hundredths }
}

/// What amounts add up to: hundredths in 128 bits. 10^16 rows of the largest amount still fit.
@frozen
public struct MoneySum: Hashable, Comparable, AdditiveArithmetic, Sendable {
  /// Hundredths of the currency's unit.
  public var hundredths: Int128

  /// A sum of `hundredths`.
  @inlinable
  public init(hundredths: Int128) { self.hundredths = hundredths }

  /// The sum of one amount.
  @inlinable
  public init(_ money: Money) { hundredths = Int128(money.hundredths) }

  /// Nothing.
  @inlinable
  public static var zero: MoneySum { MoneySum(hundredths: 0) }

  @inlinable
  public static func + (left: MoneySum, right: MoneySum) -> MoneySum {
    MoneySum(hundredths: left.hundredths + right.hundredths)
  }

  @inlinable
  public static func - (left: MoneySum, right: MoneySum) -> MoneySum {
    MoneySum(hundredths: left.hundredths - right.hundredths)
  }

  @inlinable
  public static prefix func - (sum: MoneySum) -> MoneySum { MoneySum(hundredths: -sum.hundredths) }

  /// Adds one amount.
  @inlinable
  public static func += (left: inout MoneySum, right: Money) { left.hundredths += Int128(right.hundredths) }

  /// Takes one amount away.
  @inlinable
  public static func -= (left: inout MoneySum, right: Money) { left.hundredths -= Int128(right.hundredths) }

  @inlinable
  public static func < (left: MoneySum, right: MoneySum) -> Bool { left.hundredths < right.hundredths }
}

extension Money: CustomStringConvertible {
  /// With two decimals and no grouping: `-1234.50`.
  public var description: String { MoneySum(self).description }
}

extension MoneySum: CustomStringConvertible {
  /// With two decimals and no grouping: `-1234.50`.
  public var description: String { decimalText(hundredths, decimals: 2) }
}

/// `units` × 10^-`decimals` in digits, with exactly `decimals` of them after the point.
func decimalText(_ units: Int128, decimals: Int) -> String {
  var digits = String(units.magnitude)
  if decimals > 0 {
    if digits.count <= decimals {
      digits = String(repeating: "0", count: decimals + 1 - digits.count) + digits
    }
    digits.insert(".", at: digits.index(digits.endIndex, offsetBy: -decimals))
  }
  return units < 0 ? "-" + digits : digits
}
