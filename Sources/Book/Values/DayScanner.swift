internal import ReviewModel

/// Reads the date at the beginning of trimmed bytes.
///
/// The forms that need no configuration: `YYYY-M-D`, `YYYY/M/D`, `YYYY.M.D`, `YYYYMMDD`, `YYYY年M月D日`.
enum DayScanner {
  /// The years that a date may have.
  static let years = 1900...2199

  /// The day that year, month and day of the month name; nil where there is none or outside ``years``.
  @inline(__always)
  static func day(_ year: Int, _ month: Int, _ day: Int, firstDays: [Int32] = firstDays) -> Day? {
    guard year >= 1900, year <= 2199, month >= 1, month <= 12, day >= 1 else { return nil }
    let index = (year - 1900) * 12 + month - 1
    let number = Int(firstDays[index]) + day - 1
    return number < Int(firstDays[index + 1]) ? Day(number: Int32(number)) : nil
  }

  /// The first day of each month of ``years`` and of the month after them: half the time of the arithmetic.
  static let firstDays = (0...3600).map { Month(year: 1900, month: 1).advanced(by: $0).first.number }

  /// `YYYY-MM-DD`, or with `/` or `.`, in ten bytes: eight are checked and taken apart in one word.
  ///
  /// - Parameter firstDays: ``firstDays``, which whoever reads many dates keeps at hand: each use of the static one
  ///   asks first whether it has been made.
  @inline(__always)
  static func isoDay(_ bytes: FieldBytes, firstDays: [Int32] = firstDays) -> Day? {
    let word = UInt64(littleEndian: bytes.loadUnaligned(as: UInt64.self))
    let tail = UInt16(littleEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt16.self))
    let separator = word >> 32 & 0xff
    guard word >> 56 == separator, separator &- 0x2d < 3 else { return nil }
    // Digits of the year, then of the month and the day, each in a byte of its own.
    let digits =
      (word & 0xffff_ffff | (word >> 8 & 0xffff_0000_0000) | UInt64(tail) << 48)
      ^ 0x3030_3030_3030_3030
    guard (digits &+ 0x7676_7676_7676_7676 | digits) & 0x8080_8080_8080_8080 == 0 else { return nil }
    // Pairs: byte 0, 2, 4, 6 become the numbers of two digits.
    let pairs = (digits &* 10 &+ digits >> 8) & 0x00ff_00ff_00ff_00ff
    let year = Int(pairs & 0xff) * 100 + Int(pairs >> 16 & 0xff)
    return day(year, Int(pairs >> 32 & 0xff), Int(pairs >> 48), firstDays: firstDays)
  }

  /// A date in a built-in form at the start of `bytes`, and the index after it.
  static func builtIn(_ bytes: FieldBytes) -> (day: Day, end: Int)? {
    var cursor = DigitCursor(bytes)
    guard let year = cursor.take(exactly: 4), cursor.index < bytes.count else { return nil }
    let separator = bytes[4]
    var month: Int?
    var dayOfMonth: Int?
    switch separator {
    case 0x30...0x39:
      month = cursor.take(exactly: 2)
      dayOfMonth = cursor.take(exactly: 2)
    case UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "."):
      cursor.index += 1
      month = cursor.takeOneOrTwo()
      guard cursor.take(separator) else { return nil }
      dayOfMonth = cursor.takeOneOrTwo()
    default:
      guard cursor.take(Mark.year) else { return nil }
      month = cursor.takeOneOrTwo()
      guard cursor.take(Mark.month) else { return nil }
      dayOfMonth = cursor.takeOneOrTwo()
      guard cursor.take(Mark.day) else { return nil }
    }
    guard let month, let dayOfMonth, let day = day(year, month, dayOfMonth) else { return nil }
    return (day, cursor.index)
  }

  private enum Mark {
    static let year = Array("年".utf8)
    static let month = Array("月".utf8)
    static let day = Array("日".utf8)
  }
}
