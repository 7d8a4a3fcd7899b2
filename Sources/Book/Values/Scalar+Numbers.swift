/// Money, integers, numbers and rates (docs/inputs.md, section 4).
///
/// Where the contract leaves room: a range is that of the rounded value; spaces may stand between the parts
/// of a field but not within its number; sign and parentheses exclude each other; prefixes and suffixes are
/// as listed, in capitals and without 萬元 and 億元; an integer has no point at all.
extension Scalar {
  /// 10^14 in hundredths.
  private static let moneyLimit: Int64 = 10_000_000_000_000_000
  private static let integerLimit: Int64 = 100_000_000_000_000
  /// 10^12 in millionths: the power of ten below what 64 bits hold.
  private static let numberLimit: Int64 = 1_000_000_000_000_000_000
  private static let million: Int64 = 1_000_000

  /// Money as most files write it: digits, with a point or without. Nil for every other field.
  @inline(__always)
  static func plainMoney(_ bytes: FieldBytes) -> Int64? { plainNumber(bytes, decimals: 2) }

  /// A number in digits, with up to six behind the point, in millionths. Nil for every other field.
  @inline(__always)
  static func plainNumber(_ bytes: FieldBytes) -> Int64? { plainNumber(bytes, decimals: 6) }

  /// A whole number in digits. Nil for every other field.
  @inline(__always)
  static func plainInteger(_ bytes: FieldBytes) -> Int64? { plainNumber(bytes, decimals: 0) }

  /// Money, in hundredths; up to ±10^14 of the currency's unit.
  package static func money(_ bytes: FieldBytes) -> Scalar {
    if let plain = plainNumber(bytes, decimals: 2) { return Scalar(plain) }
    return reading(bytes, writtenMoney)
  }

  /// A whole number, written without a point; up to ±10^14.
  package static func integer(_ bytes: FieldBytes) -> Scalar {
    if let plain = plainNumber(bytes, decimals: 0) { return Scalar(plain) }
    return reading(bytes) { text in
      signedNumber(text) { $0.hasPoint ? nil : .some((0, integerLimit)) }
    }
  }

  /// A number, in millionths; up to ±10^12.
  package static func number(_ bytes: FieldBytes) -> Scalar {
    if let plain = plainNumber(bytes, decimals: 6) { return Scalar(plain) }
    return reading(bytes) { text in signedNumber(text) { _ in (6, numberLimit) } }
  }

  /// A rate, in millionths: 0 … 1 or 0% … 100%.
  package static func rate(_ bytes: FieldBytes) -> Scalar {
    let read =
      plainNumber(bytes, decimals: 6).map { Scalar($0) }
      ?? reading(bytes) { text in
        signedNumber(text) { scanner in
          scanner.skipSpaces()
          return scanner.take("%") ? (4, numberLimit) : (6, numberLimit)
        }
      }
    guard let value = read.value else { return read }
    return value >= 0 && value <= million ? read : .outOfRange
  }

  /// The hot path: an optional `-`, at most twelve digits, and a point with one to `decimals` digits after it
  /// or none. Nil for every other field, also for those that are numbers.
  @inline(__always)
  private static func plainNumber(_ bytes: FieldBytes, decimals: Int) -> Int64? {
    let count = bytes.count
    guard count > 0, count <= 14 else { return nil }
    let isNegative = bytes[0] == UInt8(ascii: "-")
    var index = isNegative ? 1 : 0
    let start = index
    var value: Int64 = 0
    while index < count {
      let digit = bytes[index] &- 0x30
      if digit > 9 { break }
      value = value &* 10 &+ Int64(digit)
      index += 1
    }
    guard index > start, index - start <= 12 else { return nil }
    if index == count {
      value = value &* power(decimals)
    } else {
      let places = count - index - 1
      guard bytes[index] == UInt8(ascii: "."), places > 0, places <= decimals else { return nil }
      index += 1
      while index < count {
        let digit = bytes[index] &- 0x30
        if digit > 9 { return nil }
        value = value &* 10 &+ Int64(digit)
        index += 1
      }
      value = value &* power(decimals - places)
    }
    return isNegative ? -value : value
  }

  @inline(__always)
  private static func power(_ exponent: Int) -> Int64 {
    switch exponent {
    case 0: 1
    case 1: 10
    case 2: 100
    case 3: 1000
    case 4: 10_000
    case 5: 100_000
    default: 1_000_000
    }
  }

  /// Sign or parentheses around a number of trimmed text. `scale` reads what may follow the number and
  /// answers its power of ten and its limit, or nil where the number is malformed.
  @inline(__always)
  private static func signedNumber(
    _ text: FieldBytes, _ scale: (inout NumberScanner) -> (power: Int, limit: Int64)?
  ) -> Scalar {
    var scanner = NumberScanner(text)
    let isNegative = scanner.take("-")
    let isSigned = isNegative || scanner.take("+")
    let isEnclosed = !isSigned && scanner.take("(")
    scanner.skipSpaces()
    guard scanner.takeNumber(), let (power, limit) = scale(&scanner) else { return .malformed }
    if isEnclosed {
      scanner.skipSpaces()
      guard scanner.take(")") else { return .malformed }
    }
    guard scanner.isAtEnd else { return .malformed }
    guard let magnitude = scanner.magnitude(power: power, limit: limit) else { return .outOfRange }
    return Scalar(isNegative || isEnclosed ? -magnitude : magnitude)
  }

  /// Money in trimmed text, in every form of the contract: `-¥1,234.50`, `(CNY 5)`, `1.2万元`.
  private static func writtenMoney(_ text: FieldBytes) -> Scalar {
    var scanner = NumberScanner(text)
    var sign: Sign? = Sign(&scanner)
    if scanner.takePrefix() {
      scanner.skipSpaces()
      if sign == nil { sign = Sign(&scanner) }
    }
    guard scanner.takeNumber() else { return .malformed }
    scanner.skipSpaces()
    var isOpen = sign == .parenthesis
    if isOpen, scanner.take(")") {
      isOpen = false
      scanner.skipSpaces()
    }
    let power = scanner.takeSuffix()
    if isOpen {
      scanner.skipSpaces()
      guard scanner.take(")") else { return .malformed }
    }
    guard scanner.isAtEnd else { return .malformed }
    guard let magnitude = scanner.magnitude(power: 2 + power, limit: moneyLimit) else { return .outOfRange }
    return Scalar(sign == nil || sign == .plus ? magnitude : -magnitude)
  }

  private enum Sign {
    case plus, minus, parenthesis

    /// The sign that is next, and the spaces after it.
    init?(_ scanner: inout NumberScanner) {
      if scanner.take("-") {
        self = .minus
      } else if scanner.take("+") {
        self = .plus
      } else if scanner.take("(") {
        self = .parenthesis
      } else {
        return nil
      }
      scanner.skipSpaces()
    }
  }
}

extension NumberScanner {
  /// Steps over a currency, if one is next.
  fileprivate mutating func takePrefix() -> Bool {
    guard index < bytes.count, bytes[index] &- 0x30 > 9 else { return false }
    return take("$") || take(word: "¥") || take(word: "￥") || take(word: "CNY") || take(word: "RMB")
      || take(word: "USD") || take(word: "EUR") || take(word: "€")
  }

  /// Steps over a suffix, if one is next; the power of ten that it stands for.
  fileprivate mutating func takeSuffix() -> Int {
    if isAtEnd || take(word: "元") { return 0 }
    if take(word: "万") {
      _ = take(word: "元")
      return 4
    }
    if take(word: "萬") { return 4 }
    if take(word: "亿") {
      _ = take(word: "元")
      return 8
    }
    return take(word: "億") ? 8 : 0
  }
}
