internal import BigInt
internal import ReviewModel

/// How actuals ran against plans, month by month.
struct Course: Sendable {
  /// actual/plan of each month with a plan above zero.
  private var ratios: [Fraction] = []

  mutating func add(_ actual: MoneySum, of plan: MoneySum) {
    ratios.append(Fraction(BigInt(actual.hundredths), BigInt(plan.hundredths)))
  }

  var months: Int { ratios.count }

  /// The average of max(0, 1 − |actual − plan|/plan).
  var accuracy: LongDecimal? {
    let parts = ratios.map { ratio in
      let miss = (ratio - Fraction(1, 1)).magnitude
      return miss.isAboveOne ? Fraction(0, 1) : Fraction(1, 1) - miss
    }
    return parts.mean?.decimal
  }

  /// The population standard deviation of actual/plan.
  var swing: LongDecimal? {
    guard let mean = ratios.mean, let squares = ratios.map({ $0 * $0 }).mean else { return nil }
    return (squares - mean * mean).squareRoot
  }

  /// The largest less the smallest actual/plan.
  var range: LongDecimal? {
    guard let least = ratios.min(), let most = ratios.max() else { return nil }
    return (most - least).decimal
  }
}

/// A number of twenty decimals: enough that rounding it to six gives what rounding the exact figure would.
struct LongDecimal {
  static let places = 20
  fileprivate let units: BigInt

  /// The difference; nil where there is nothing to subtract.
  func minus(_ other: LongDecimal?) -> LongDecimal? { other.map { LongDecimal(units: units - $0.units) } }

  /// Rounded to six decimals, half away from zero.
  var rate: Figure {
    let scaled = units.roundedQuotient(BigInt(10).power(Self.places - 6))
    // By its magnitude: Int128(_:) of a negative BigInt beyond 64 bits is wrong in its high half.
    let units = Int128(scaled.magnitude)
    return Figure(units: scaled < 0 ? -units : units, decimals: 6)
  }
}

/// An exact quotient. The denominator is above zero.
private struct Fraction: Comparable {
  let numerator: BigInt
  let denominator: BigInt

  init(_ numerator: BigInt, _ denominator: BigInt) {
    self.numerator = numerator
    self.denominator = denominator
  }

  var magnitude: Fraction { Fraction(BigInt(numerator.magnitude), denominator) }
  var isAboveOne: Bool { numerator > denominator }

  static func == (left: Fraction, right: Fraction) -> Bool {
    left.numerator * right.denominator == right.numerator * left.denominator
  }
  static func < (left: Fraction, right: Fraction) -> Bool {
    left.numerator * right.denominator < right.numerator * left.denominator
  }
  static func + (left: Fraction, right: Fraction) -> Fraction {
    Fraction(
      left.numerator * right.denominator + right.numerator * left.denominator,
      left.denominator * right.denominator)
  }
  static func - (left: Fraction, right: Fraction) -> Fraction {
    left + Fraction(-right.numerator, right.denominator)
  }
  static func * (left: Fraction, right: Fraction) -> Fraction {
    Fraction(left.numerator * right.numerator, left.denominator * right.denominator)
  }

  var decimal: LongDecimal {
    LongDecimal(units: (numerator * BigInt(10).power(LongDecimal.places)).roundedQuotient(denominator))
  }

  var squareRoot: LongDecimal {
    // One more place than is kept, so that the root can be rounded.
    let scale = BigInt(10).power(2 * LongDecimal.places + 2)
    let root = (numerator * scale / denominator).squareRoot()
    return LongDecimal(units: root.roundedQuotient(10))
  }
}

extension [Fraction] {
  fileprivate var mean: Fraction? {
    guard !isEmpty else { return nil }
    let sum = reduce(Fraction(0, 1), +)
    return Fraction(sum.numerator, sum.denominator * BigInt(count))
  }
}

extension BigInt {
  /// The quotient rounded half away from zero, for a positive divisor.
  fileprivate func roundedQuotient(_ divisor: BigInt) -> BigInt {
    let rounded = BigInt((magnitude * 2 + divisor.magnitude) / (divisor.magnitude * 2))
    return sign == .minus ? -rounded : rounded
  }
}
