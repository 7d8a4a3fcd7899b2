internal import ReviewModel

/// Bytes in the making: the texts and numbers of the machine-readable outputs, without a `String` a cell.
struct ByteBuffer {
  private(set) var bytes: [UInt8] = []

  mutating func reserve(_ capacity: Int) { bytes.reserveCapacity(capacity) }

  mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  /// ASCII or UTF-8 as it stands.
  mutating func append(_ text: StaticString) {
    bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  mutating func append(_ text: some Sequence<UInt8>) { bytes.append(contentsOf: text) }

  /// A string of JSON.
  mutating func appendString(_ text: String) { JSONText.append(text, to: &bytes) }

  /// `units` × 10^-`decimals` in digits, with exactly `decimals` of them after the point.
  mutating func append(_ units: Int128, decimals: Int) {
    if units < 0 { append("-") }
    var rest = units.magnitude
    // From the last digit to the first; 39 digits hold any 128-bit number, and zeros fill up to one before
    // the point.
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 48) { digits in
      var start = digits.count
      var written = 0
      func put(_ byte: UInt8) {
        start -= 1
        digits[start] = byte
      }
      func digit(_ digit: UInt8) {
        if written == decimals, decimals > 0 { put(UInt8(ascii: ".")) }
        put(UInt8(ascii: "0") + digit)
        written += 1
      }
      while rest > UInt64.max {
        let (quotient, remainder) = rest.quotientAndRemainder(dividingBy: 10)
        digit(UInt8(truncatingIfNeeded: remainder))
        rest = quotient
      }
      var small = UInt64(truncatingIfNeeded: rest)
      repeat {
        let (quotient, remainder) = small.quotientAndRemainder(dividingBy: 10)
        digit(UInt8(truncatingIfNeeded: remainder))
        small = quotient
      } while small != 0 || written <= decimals
      bytes.append(contentsOf: digits[start...])
    }
  }

  /// `2026-10-31`.
  mutating func append(_ day: Day) {
    let (year, month, dayOfMonth) = day.components
    for (value, width) in [(year, 4), (month, 2), (dayOfMonth, 2)] {
      if width == 2 { append("-") }
      var divisor = width == 4 ? 1000 : 10
      while divisor > 0 {
        bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: value / divisor % 10))
        divisor /= 10
      }
    }
  }
}
