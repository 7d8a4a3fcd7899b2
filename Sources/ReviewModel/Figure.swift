/// A derived figure: computed from exact quantities and rounded once, half away from zero (docs/metrics.md,
/// section 2). Rates and deviations have six decimals, averages of days, hours and scores one.
public struct Figure: Hashable, Sendable, CustomStringConvertible {
  /// The figure × 10^`decimals`.
  public let units: Int128
  /// Digits after the point, 0 … 6.
  public let decimals: Int

  /// A figure of `units` × 10^-`decimals`.
  public init(units: Int128, decimals: Int) {
    self.units = units
    self.decimals = decimals
  }

  /// `numerator` / `denominator`; nil, shown as a blank, when the divisor is zero or negative.
  public init?(_ numerator: Int128, over denominator: Int128, decimals: Int = 6) {
    guard denominator > 0 else { return nil }
    self.init(units: (numerator * powerOfTen(decimals)).divided(by: denominator), decimals: decimals)
  }

  /// `numerator` / `denominator`; nil, shown as a blank, when the divisor is zero or negative.
  public init?(_ numerator: Int, over denominator: Int, decimals: Int = 6) {
    self.init(Int128(numerator), over: Int128(denominator), decimals: decimals)
  }

  /// `numerator` / `denominator`; nil, shown as a blank, when the divisor is zero, negative or blank.
  public init?(_ numerator: MoneySum?, over denominator: MoneySum?, decimals: Int = 6) {
    guard let numerator, let denominator else { return nil }
    self.init(numerator.hundredths, over: denominator.hundredths, decimals: decimals)
  }

  /// In digits, with all its decimals: `0.812345`.
  public var description: String { decimalText(units, decimals: decimals) }

  /// The nearest binary number: for display and drawing only.
  public var approximate: Double { Double(units) / Double(powerOfTen(decimals)) }
}

extension Figure: Comparable {
  /// By value; figures of one column have the same number of decimals.
  public static func < (left: Figure, right: Figure) -> Bool {
    left.decimals == right.decimals
      ? left.units < right.units
      : left.units * powerOfTen(right.decimals) < right.units * powerOfTen(left.decimals)
  }
}

extension Int128 {
  /// The quotient rounded half away from zero. `divisor` must not be zero.
  public func divided(by divisor: Int128) -> Int128 {
    // A division of 128 bits is a call, and nearly all quantities have fewer.
    if let (small, smallDivisor) = Int64(exactly: self).flatMap({ left in
      Int64(exactly: divisor).map { (left, $0) }
    }) {
      let (quotient, remainder) = small.magnitude.quotientAndRemainder(dividingBy: smallDivisor.magnitude)
      let rounded = Int128(quotient) + (remainder >= smallDivisor.magnitude - remainder ? 1 : 0)
      return (small < 0) != (smallDivisor < 0) ? -rounded : rounded
    }
    let (quotient, remainder) = magnitude.quotientAndRemainder(dividingBy: divisor.magnitude)
    let rounded = Int128(quotient + (remainder >= divisor.magnitude - remainder ? 1 : 0))
    return (self < 0) != (divisor < 0) ? -rounded : rounded
  }
}

/// 10^`exponent`.
package func powerOfTen(_ exponent: Int) -> Int128 {
  // Exponents are digits after a point: few.
  if exponent < 19 { return Int128((0..<exponent).reduce(Int64(1)) { power, _ in power * 10 }) }
  return (0..<exponent).reduce(Int128(1)) { power, _ in power * 10 }
}
