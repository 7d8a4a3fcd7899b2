/// A cursor over bytes that hold numbers of a few digits.
struct DigitCursor {
  let bytes: FieldBytes
  var index: Int

  init(_ bytes: FieldBytes, at index: Int = 0) {
    self.bytes = bytes
    self.index = index
  }

  var isAtEnd: Bool { index == bytes.count }

  /// The digit that is next.
  @inline(__always)
  private var digit: Int? {
    guard index < bytes.count, bytes[index] &- 0x30 < 10 else { return nil }
    return Int(bytes[index] &- 0x30)
  }

  /// The number that the next `count` digits are.
  mutating func take(exactly count: Int) -> Int? {
    var value = 0
    for _ in 0..<count {
      guard let digit else { return nil }
      value = value * 10 + digit
      index += 1
    }
    return value
  }

  /// The number that the next one or two digits are.
  mutating func takeOneOrTwo() -> Int? {
    guard var value = digit else { return nil }
    index += 1
    if let digit {
      value = value * 10 + digit
      index += 1
    }
    return value
  }

  /// Steps over `byte` if it is next.
  mutating func take(_ byte: UInt8) -> Bool {
    guard index < bytes.count, bytes[index] == byte else { return false }
    index += 1
    return true
  }

  /// Steps over `literal` if it is next.
  mutating func take(_ literal: [UInt8]) -> Bool {
    guard bytes.count - index >= literal.count else { return false }
    for offset in literal.indices where bytes[index + offset] != literal[offset] { return false }
    index += literal.count
    return true
  }

  /// Steps over digits; how many there were.
  mutating func skipDigits() -> Int {
    let start = index
    while digit != nil { index += 1 }
    return index - start
  }
}
