/// A calendar month.
@frozen
public struct Month: Hashable, Comparable, Sendable, Strideable, CustomStringConvertible {
  /// Months since January of year 0.
  public var index: Int32

  /// The month `index` months after January of year 0.
  public init(index: Int32) { self.index = index }

  /// A month, 1 … 12, of a year.
  @inlinable
  public init(year: Int, month: Int) { index = Int32(year * 12 + month - 1) }

  @usableFromInline var yearAndMonth: (year: Int, month: Int) { (Int(index) / 12, Int(index) % 12 + 1) }

  /// The year.
  public var year: Int { yearAndMonth.year }

  /// 1 … 12.
  public var month: Int { yearAndMonth.month }

  /// The number of days, 28 … 31.
  @inlinable
  public var length: Int {
    let (year, month) = yearAndMonth
    if month == 2 { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28 }
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31
  }

  /// The first day.
  public var first: Day { Day(uncheckedYear: year, month: month, day: 1) }

  /// The last day.
  public var last: Day { first + (length - 1) }

  /// First … last day.
  public var days: ClosedRange<Day> { first...last }

  /// By the calendar.
  public static func < (left: Month, right: Month) -> Bool { left.index < right.index }
  /// Months to another.
  public func distance(to other: Month) -> Int { Int(other.index - index) }
  /// The month so many months later.
  public func advanced(by months: Int) -> Month { Month(index: index + Int32(months)) }

  /// `2026-10`.
  public var description: String { "\(padded(year, 4))-\(padded(month, 2))" }
}

/// An ISO 8601 week, Monday … Sunday, named by the year that holds its Thursday.
public struct Week: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The week's Monday.
  public let monday: Day

  /// The week that begins on `monday`.
  init(monday: Day) { self.monday = monday }

  /// Week `week` of ISO year `year`; `week` counts from 1.
  init(year: Int, week: Int) { monday = Self.firstMonday(of: year) + (week - 1) * 7 }

  /// A week of an ISO year; nil where the year has no such week.
  public init?(isoYear year: Int, week: Int) {
    guard (1...53).contains(week) else { return nil }
    self.init(year: year, week: week)
    guard (monday + 3).components.year == year else { return nil }
  }

  static func firstMonday(of year: Int) -> Day {
    let january4 = Day(uncheckedYear: year, month: 1, day: 4)
    return january4 - january4.weekday
  }

  /// Monday … Sunday.
  public var days: ClosedRange<Day> { monday...(monday + 6) }

  /// The ISO year.
  public var isoYear: Int { (monday + 3).components.year }

  /// 1 … 53.
  public var number: Int { (monday - Self.firstMonday(of: isoYear)) / 7 + 1 }

  /// The week after this one.
  public var next: Week { Week(monday: monday + 7) }

  /// By the calendar.
  public static func < (left: Week, right: Week) -> Bool { left.monday < right.monday }

  /// `2026-W43`.
  public var description: String { "\(padded(isoYear, 4))-W\(padded(number, 2))" }
}

/// A period as a cell states it (docs/inputs.md, section 4). Years and quarters are fiscal.
public enum Period: Hashable, Sendable {
  case year(Int)
  /// Quarter 1 … 4 of a fiscal year.
  case quarter(year: Int, quarter: Int)
  case month(Month)
  case week(Week)
}

/// A calendar of fiscal years of twelve months, each named by the calendar year in which it starts.
public struct FiscalCalendar: Hashable, Sendable {
  /// The month, 1 … 12, in which a fiscal year begins.
  public let startMonth: Int

  /// A calendar whose years begin in `startMonth`, 1 … 12.
  public init(startMonth: Int = 1) { self.startMonth = startMonth }

  /// The fiscal year that holds a month.
  public func year(of month: Month) -> Int { month.month >= startMonth ? month.year : month.year - 1 }

  /// The first month of a fiscal year.
  public func firstMonth(of year: Int) -> Month { Month(year: year, month: startMonth) }

  /// The twelve months of a fiscal year.
  public func months(of year: Int) -> [Month] { (0..<12).map { firstMonth(of: year).advanced(by: $0) } }

  /// First … last day of a fiscal year.
  public func days(of year: Int) -> ClosedRange<Day> {
    firstMonth(of: year).first...firstMonth(of: year).advanced(by: 11).last
  }
}
