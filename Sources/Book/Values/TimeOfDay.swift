internal import ReviewModel

/// A time as it follows a date: `T` or spaces, `H:MM[:SS[.fff]]`, then `Z`, `±HH:MM` or no zone.
///
/// Hours are 0 … 23, seconds 0 … 59 (no 24:00 and no leap second); a fraction has any number of digits, of which the
/// first six count; a zone follows without a space.
struct TimeOfDay: Hashable {
  /// Since 00:00, as ``Instant`` counts.
  var sinceMidnight: Int64 = 0
  /// How far east of UTC; nil where no zone is written.
  var offset: Int64?

  /// A time without a zone.
  init(seconds: Int) { sinceMidnight = Int64(seconds) * Instant.second }

  /// The time that is all of `bytes` from `start`; nothing there is 00:00. Nil for anything else.
  init?(_ bytes: FieldBytes, from start: Int) {
    if start == bytes.count { return }
    var cursor = DigitCursor(bytes, at: start)
    if !cursor.take(UInt8(ascii: "T")) {
      guard cursor.take(UInt8(ascii: " ")) else { return nil }
      cursor.skipSpaces()
    }
    guard let hour = cursor.takeOneOrTwo(), hour < 24, let time = cursor.takeMinutes(after: hour) else {
      return nil
    }
    sinceMidnight = time
    if cursor.isAtEnd { return }
    let sign = bytes[cursor.index]
    cursor.index += 1
    switch sign {
    case UInt8(ascii: "Z"): offset = 0
    case UInt8(ascii: "+"), UInt8(ascii: "-"):
      guard let hours = cursor.take(exactly: 2), hours < 24, let minutes = cursor.takeSixtieth() else {
        return nil
      }
      offset = Int64(hours * 60 + minutes) * 60 * Instant.second * (sign == UInt8(ascii: "-") ? -1 : 1)
    default: return nil
    }
    guard cursor.isAtEnd else { return nil }
  }

  /// Whether what follows a date that ends at `start` is a time as exports write it for people, which a column of dates
  /// may drop: by the clock of twelve hours, with `AM` or `PM` behind it or 上午 or 下午 before it, 24:00, after a comma
  /// or, in Chinese, after nothing at all.
  static func isCivil(_ bytes: FieldBytes, from start: Int) -> Bool {
    var cursor = DigitCursor(bytes, at: start)
    var isApart = cursor.take(UInt8(ascii: ",")) || bytes.hasDay(before: start)
    isApart = cursor.skipSpaces() || isApart || cursor.take(UInt8(ascii: "T"))
    let isChinese = cursor.take(CivilMark.morning) || cursor.take(CivilMark.afternoon)
    if isChinese { cursor.skipSpaces() }
    guard isApart || isChinese else { return false }
    guard let hour = cursor.takeOneOrTwo(), let time = cursor.takeMinutes(after: hour) else { return false }
    cursor.skipSpaces()
    let isEnglish = !isChinese && cursor.takeHalfOfDay()
    return cursor.isAtEnd && (isChinese || isEnglish ? hour <= 12 : time <= Instant.day)
  }
}

private enum CivilMark {
  static let morning = Array("上午".utf8)
  static let afternoon = Array("下午".utf8)
  static let day = Array("日".utf8)
}

extension FieldBytes {
  /// Whether 日 stands before `index`.
  fileprivate func hasDay(before index: Int) -> Bool {
    index >= CivilMark.day.count && part(index - CivilMark.day.count, index).elementsEqual(CivilMark.day)
  }
}

extension DigitCursor {
  /// Steps over spaces; whether there were any.
  @discardableResult
  fileprivate mutating func skipSpaces() -> Bool {
    let start = index
    while take(UInt8(ascii: " ")) {}
    return index > start
  }

  /// Steps over `AM` or `PM`, in either case.
  fileprivate mutating func takeHalfOfDay() -> Bool {
    guard bytes.count - index >= 2, bytes[index + 1] | 0x20 == UInt8(ascii: "m"),
      bytes[index] | 0x20 == UInt8(ascii: "a") || bytes[index] | 0x20 == UInt8(ascii: "p")
    else { return false }
    index += 2
    return true
  }

  /// `:` and two digits up to 59.
  fileprivate mutating func takeSixtieth() -> Int? {
    guard take(UInt8(ascii: ":")), let value = take(exactly: 2), value < 60 else { return nil }
    return value
  }

  /// `:MM[:SS[.fff]]` after an hour: the time since 00:00.
  fileprivate mutating func takeMinutes(after hour: Int) -> Int64? {
    guard let minute = takeSixtieth() else { return nil }
    var time = Int64(hour * 3600 + minute * 60) * Instant.second
    guard index < bytes.count, bytes[index] == UInt8(ascii: ":") else { return time }
    guard let second = takeSixtieth() else { return nil }
    time += Int64(second) * Instant.second
    guard take(UInt8(ascii: ".")) else { return time }
    let start = index
    guard skipDigits() > 0 else { return nil }
    var unit = Instant.second
    for digit in bytes[start..<index].prefix(6) {
      unit /= 10
      time += Int64(digit &- 0x30) * unit
    }
    return time
  }
}
