/// A time as it follows a date: `T` or spaces, `H:MM[:SS[.fff]]`, then `Z`, `±HH:MM` or no zone.
///
/// Hours are 0 … 23, seconds 0 … 59 (no 24:00 and no leap second); a fraction has any number of digits and is
/// dropped; a zone follows without a space.
struct TimeOfDay: Hashable {
  /// Seconds since 00:00.
  var seconds = 0
  /// Seconds east of UTC; nil where no zone is written.
  var offset: Int?

  /// A time without a zone.
  init(seconds: Int) { self.seconds = seconds }

  /// The time that is all of `bytes` from `start`; nothing there is 00:00. Nil for anything else.
  init?(_ bytes: FieldBytes, from start: Int) {
    if start == bytes.count { return }
    var cursor = DigitCursor(bytes, at: start)
    if !cursor.take(UInt8(ascii: "T")) {
      guard cursor.take(UInt8(ascii: " ")) else { return nil }
      while cursor.take(UInt8(ascii: " ")) {}
    }
    guard let hour = cursor.takeOneOrTwo(), hour < 24, let minute = Self.sixtieth(&cursor) else { return nil }
    seconds = hour * 3600 + minute * 60
    if cursor.index < bytes.count, bytes[cursor.index] == UInt8(ascii: ":") {
      guard let second = Self.sixtieth(&cursor) else { return nil }
      seconds += second
      if cursor.take(UInt8(ascii: ".")), cursor.skipDigits() == 0 { return nil }
    }
    if cursor.isAtEnd { return }
    let sign = bytes[cursor.index]
    cursor.index += 1
    switch sign {
    case UInt8(ascii: "Z"): offset = 0
    case UInt8(ascii: "+"), UInt8(ascii: "-"):
      guard let hours = cursor.take(exactly: 2), hours < 24, let minutes = Self.sixtieth(&cursor) else {
        return nil
      }
      offset = (hours * 3600 + minutes * 60) * (sign == UInt8(ascii: "-") ? -1 : 1)
    default: return nil
    }
    guard cursor.isAtEnd else { return nil }
  }

  /// `:` and two digits up to 59.
  private static func sixtieth(_ cursor: inout DigitCursor) -> Int? {
    guard cursor.take(UInt8(ascii: ":")), let value = cursor.take(exactly: 2), value < 60 else { return nil }
    return value
  }
}
