/// What a pack is made for: a month or an ISO week, seen from an as-of day (docs/metrics.md, section 1).
public struct ReviewPeriod: Hashable, Sendable {
  /// How often a review is held; each table says in which reviews it stands.
  public enum Cadence: String, Hashable, Sendable, CaseIterable {
    case month
    case week
  }

  /// A month or a week.
  public enum Span: Hashable, Sendable {
    case month(Month)
    case week(Week)

    /// First … last day.
    public var days: ClosedRange<Day> {
      switch self {
      case .month(let month): month.days
      case .week(let week): week.days
      }
    }

    /// `2026-10` or `2026-W43`.
    public var name: String {
      switch self {
      case .month(let month): month.description
      case .week(let week): week.description
      }
    }
  }

  /// The month or week reviewed.
  public let span: Span
  /// The period's last day, or the earlier day inside it that was asked for.
  public let asOf: Day
  /// The book's fiscal calendar.
  public let calendar: FiscalCalendar

  // The days that tables ask of every fact, counted once.

  /// First day of the period … as-of.
  public let range: ClosedRange<Day>
  /// The day before the period's first day.
  public let previousReviewDay: Day
  /// The calendar month of as-of.
  public let month: Month
  /// First day of the month … as-of.
  public let monthToDate: ClosedRange<Day>
  /// The ISO week of as-of.
  public let week: Week
  /// Monday … as-of.
  public let weekToDate: ClosedRange<Day>
  /// The days of which a review looks at every visit and report: those of the period's range, and those of its week.
  package let daysUnderReview: ClosedRange<Day>
  /// The month of the day after as-of: the month itself, or the next when as-of is a month's last day.
  public let forecastMonth: Month
  /// (as-of, the forecast month's last day].
  public let forecastWindow: ClosedRange<Day>
  /// The days of the forecast month up to as-of; nil when the forecast month is the next one.
  public let forecastToDate: ClosedRange<Day>?
  /// The fiscal year of as-of.
  public let fiscalYear: Int
  /// First … last day of the fiscal year.
  public let fiscalYearDays: ClosedRange<Day>
  /// First day of the fiscal year … as-of.
  public let yearToDate: ClosedRange<Day>
  /// Year to date, one year earlier; the last day of a month maps to the last day.
  public let lastYearToDate: ClosedRange<Day>
  /// The twelve months to as-of: after the same day last year … as-of. Of 29 February the day before it is the same.
  public let twelveMonths: ClosedRange<Day>

  /// A period seen from `asOf`, by default its last day; nil when that day lies outside it.
  public init?(_ span: Span, asOf: Day? = nil, calendar: FiscalCalendar = FiscalCalendar()) {
    let days = span.days
    let asOf = asOf ?? days.upperBound
    guard days.contains(asOf) else { return nil }
    self.span = span
    self.asOf = asOf
    self.calendar = calendar
    range = days.lowerBound...asOf
    previousReviewDay = days.lowerBound - 1
    month = asOf.month
    monthToDate = month.first...asOf
    week = asOf.week
    weekToDate = week.monday...asOf
    daysUnderReview = min(days.lowerBound, week.monday)...asOf
    forecastMonth = (asOf + 1).month
    forecastWindow = (asOf + 1)...forecastMonth.last
    forecastToDate = forecastMonth == month ? monthToDate : nil
    fiscalYear = calendar.year(of: month)
    fiscalYearDays = calendar.days(of: fiscalYear)
    yearToDate = fiscalYearDays.lowerBound...asOf
    lastYearToDate = fiscalYearDays.lowerBound.yearEarlier...asOf.yearEarlier
    let (year, number, day) = asOf.components
    twelveMonths = ((Day(year: year - 1, month: number, day: day) ?? asOf.yearEarlier) + 1)...asOf
  }

  /// `YYYY-MM` or `YYYY-Www`; nil for anything else.
  public static func span(_ text: String) -> Span? {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].count == 4, let year = digits(parts[0]), year > 0 else { return nil }
    if parts[1].first == UInt8(ascii: "W"), parts[1].count == 3, let week = digits(parts[1].dropFirst()) {
      return Week(isoYear: year, week: week).map(Span.week)
    }
    guard parts[1].count == 2, let month = digits(parts[1]), (1...12).contains(month) else { return nil }
    return .month(Month(year: year, month: month))
  }

  /// Whether this is a monthly or a weekly review.
  public var cadence: Cadence {
    switch span {
    case .month: .month
    case .week: .week
    }
  }

  /// `2026-10` or `2026-W43`.
  public var name: String { span.name }

  /// Whether as-of is an earlier day than the period's last.
  public var isPartial: Bool { asOf != span.days.upperBound }

  /// The name of the pack's folder: `2026-10`, or `2026-10@2026-10-15` where as-of is not the last day.
  public var folderName: String { isPartial ? "\(name)@\(asOf)" : name }

  /// The month or week before.
  public var previousSpan: Span {
    switch span {
    case .month: .month(previousReviewDay.month)
    case .week: .week(previousReviewDay.week)
    }
  }
  /// The days of the period before that stand against the range: all of them where as-of is the period's last day,
  /// else as many as the range has.
  public var previousRange: ClosedRange<Day> {
    let days = previousSpan.days
    return isPartial ? days.lowerBound...min(days.upperBound, days.lowerBound + (range.count - 1)) : days
  }
  /// The period before, as far as it is looked at: `2026-09`, or `2026-09-01–15` where as-of is not the last day.
  public var previousName: String {
    guard isPartial else { return previousSpan.name }
    let (first, last) = (previousRange.lowerBound, previousRange.upperBound)
    return "\(first)–" + last.description.suffix(first.month == last.month ? 2 : 5)
  }

  /// Days of the fiscal year through as-of, and of all of it.
  public var timeProgress: (elapsed: Int, total: Int) { (yearToDate.count, fiscalYearDays.count) }
}
