/// A day of the proleptic Gregorian calendar, as a number of days since 1970-01-01.
@frozen
public struct Day: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01.
  public var number: Int32

  /// The day `number` days after 1970-01-01.
  @inlinable
  public init(number: Int32) { self.number = number }

  /// The first day that a file may hold: 1900-01-01.
  public static var distantPast: Day { Day(uncheckedYear: 1900, month: 1, day: 1) }

  /// The day of a year, month and day of the month; nil where no such day exists.
  @inlinable
  public init?(year: Int, month: Int, day: Int) {
    guard (1...12).contains(month), day >= 1, day <= Month(year: year, month: month).length else {
      return nil
    }
    self.init(uncheckedYear: year, month: month, day: day)
  }

  /// Howard Hinnant's days_from_civil, for years after 0: March begins the year, so the leap day is its last.
  @inlinable
  init(uncheckedYear year: Int, month: Int, day: Int) {
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    number = Int32(era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468)
  }

  /// Year, month and day of the month.
  ///
  /// After Neri and Schneider, "Euclidean affine functions and their application to calendar algorithms" (2022): from
  /// 1 March of year 0, with products in place of most divisions.
  @inlinable
  public var components: (year: Int, month: Int, day: Int) {
    let quarters = 4 * (UInt32(bitPattern: number) &+ 719_468) + 3
    let (century, rest) = quarters.quotientAndRemainder(dividingBy: 146_097)
    let product = UInt64(rest | 3) * 2_939_745
    let yearOfCentury = UInt32(truncatingIfNeeded: product >> 32)
    let dayOfYear = UInt32(truncatingIfNeeded: product) / 2_939_745 / 4
    let monthAndDay = 2141 * dayOfYear + 197_913
    let isNextYear = dayOfYear >= 306
    return (
      Int(100 * century + yearOfCentury) + (isNextYear ? 1 : 0),
      Int(monthAndDay >> 16) - (isNextYear ? 12 : 0), Int(monthAndDay & 0xFFFF) / 2141 + 1
    )
  }

  /// The calendar month that holds the day.
  public var month: Month {
    let (year, month, _) = components
    return Month(year: year, month: month)
  }

  /// 0 for Monday … 6 for Sunday.
  public var weekday: Int { ((Int(number) + 3) % 7 + 7) % 7 }

  /// The ISO 8601 week that holds the day.
  public var week: Week {
    let monday = self - weekday
    let year = (monday + 3).components.year
    return Week(year: year, week: (monday - Week.firstMonday(of: year)) / 7 + 1)
  }

  /// The same day one year earlier; the last day of a month maps to the last day of that month.
  public var yearEarlier: Day {
    let (year, month, day) = components
    let target = Month(year: year - 1, month: month)
    return day == self.month.length ? target.last : target.first + (day - 1)
  }

  /// By the calendar.
  @inlinable
  public static func < (left: Day, right: Day) -> Bool { left.number < right.number }

  /// The day so many days later.
  @inlinable
  public static func + (day: Day, days: Int) -> Day { Day(number: day.number + Int32(days)) }

  /// The day so many days earlier.
  @inlinable
  public static func - (day: Day, days: Int) -> Day { Day(number: day.number - Int32(days)) }

  /// Days from `right` to `left`.
  @inlinable
  public static func - (left: Day, right: Day) -> Int { Int(left.number) - Int(right.number) }
}

extension Day: CustomStringConvertible {
  /// `2026-10-31`.
  public var description: String {
    let (year, month, day) = components
    return String(unsafeUninitializedCapacity: 10) { text in
      func put(_ number: Int, at place: Int) {
        text[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / 10)
        text[place + 1] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10)
      }
      put(year / 100, at: 0)
      put(year % 100, at: 2)
      put(month, at: 5)
      put(day, at: 8)
      (text[4], text[7]) = (UInt8(ascii: "-"), UInt8(ascii: "-"))
      return 10
    }
  }

  /// A day written `YYYY-MM-DD`, and in no other way.
  public init?(_ text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.map(\.count) == [4, 2, 2] else { return nil }
    let numbers = parts.compactMap { digits($0) }
    guard numbers.count == 3, numbers[0] > 0 else { return nil }
    self.init(year: numbers[0], month: numbers[1], day: numbers[2])
  }
}

/// In steps of days, so that ranges of days can be walked and counted.
extension Day: Strideable {
  public func distance(to other: Day) -> Int { other - self }
  public func advanced(by days: Int) -> Day { self + days }
}

/// A number with zeros before it, to at least `width` digits.
func padded(_ number: Int, _ width: Int) -> String {
  let text = String(number)
  return String(repeating: "0", count: max(0, width - text.count)) + text
}

/// The number that ASCII digits, and nothing but digits, spell.
func digits(_ bytes: some Collection<UInt8>) -> Int? {
  guard !bytes.isEmpty, bytes.count <= 9 else { return nil }
  var value = 0
  for byte in bytes {
    guard byte >= 0x30, byte <= 0x39 else { return nil }
    value = value * 10 + Int(byte - 0x30)
  }
  return value
}
