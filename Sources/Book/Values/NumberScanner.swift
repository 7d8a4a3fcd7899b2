/// A cursor over the bytes of a number as people write it: signs, parentheses, thousands, a point.
///
/// Rounding half away from zero looks at one digit only, the first that is dropped, so eleven digits after
/// the point are enough for the finest reading: hundredths of a number of 亿 keep ten.
struct NumberScanner {
  let bytes: FieldBytes
  var index = 0
  /// The digits before the point as a number; `tooLarge` once they pass any range.
  var whole: Int64 = 0
  /// The first eleven digits after the point as a number.
  var fraction: Int64 = 0
  var hasPoint = false

  private static let tooLarge: Int64 = 1_000_000_000_000_000_000
  private static let fractionDigits = 11

  init(_ bytes: FieldBytes) { self.bytes = bytes }

  var isAtEnd: Bool { index == bytes.count }

  /// Steps over an ASCII character if it is next.
  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard index < bytes.count, bytes[index] == UInt8(ascii: character) else { return false }
    index += 1
    return true
  }

  /// Steps over `literal` if it is next.
  mutating func take(word literal: StaticString) -> Bool {
    let length = literal.utf8CodeUnitCount
    guard bytes.count - index >= length else { return false }
    for offset in 0..<length where bytes[index + offset] != literal.utf8Start[offset] { return false }
    index += length
    return true
  }

  mutating func skipSpaces() {
    while take(" ") {}
  }

  /// Steps over digits, in which commas stand before each group of exactly three or nowhere, and a point with
  /// digits before it, after it or both. False when no such number is next.
  mutating func takeNumber() -> Bool {
    let start = index
    var group = takeDigits()
    var digits = group
    if group >= 1, group <= 3 {
      while index < bytes.count, bytes[index] == UInt8(ascii: ",") {
        index += 1
        group = takeDigits()
        guard group == 3 else { return false }
        digits += group
      }
    }
    if take(".") {
      hasPoint = true
      digits += takeFraction()
    }
    return digits > 0 && index > start
  }

  private var digit: Int64? {
    guard index < bytes.count, bytes[index] &- 0x30 < 10 else { return nil }
    return Int64(bytes[index] &- 0x30)
  }

  private mutating func takeDigits() -> Int {
    let start = index
    while let digit {
      whole = whole >= Self.tooLarge / 10 ? Self.tooLarge : whole * 10 + digit
      index += 1
    }
    return index - start
  }

  private mutating func takeFraction() -> Int {
    let start = index
    while let digit {
      if index - start < Self.fractionDigits { fraction = fraction * 10 + digit }
      index += 1
    }
    for _ in min(index - start, Self.fractionDigits)..<Self.fractionDigits { fraction *= 10 }
    return index - start
  }

  /// The number × 10^`power` (0 … 10), rounded half away from zero; nil beyond `limit`.
  func magnitude(power: Int, limit: Int64) -> Int64? {
    let (scaled, overflow) = whole.multipliedReportingOverflow(by: Self.power(power))
    guard !overflow, scaled <= limit else { return nil }
    let oneMore = fraction / Self.power(Self.fractionDigits - power - 1)
    let units = scaled + oneMore / 10 + (oneMore % 10 >= 5 ? 1 : 0)
    return units <= limit ? units : nil
  }

  private static func power(_ exponent: Int) -> Int64 {
    var power: Int64 = 1
    for _ in 0..<exponent { power *= 10 }
    return power
  }
}
