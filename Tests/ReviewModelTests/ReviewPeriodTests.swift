import ReviewModel
import Testing

/// docs/metrics.md, section 1, by hand.
@Suite("The review period")
struct ReviewPeriodTests {
  @Test("a month at its end: the forecast is the next month's")
  func monthEnd() throws {
    let period = try review("2026-10")
    #expect(period.asOf.description == "2026-10-31")
    #expect(period.cadence == .month)
    #expect(!period.isPartial)
    #expect(period.folderName == "2026-10")
    #expect(text(period.range) == "2026-10-01…2026-10-31")
    #expect(text(period.monthToDate) == "2026-10-01…2026-10-31")
    #expect(period.previousReviewDay.description == "2026-09-30")
    #expect(period.forecastMonth.description == "2026-11")
    #expect(text(period.forecastWindow) == "2026-11-01…2026-11-30")
    #expect(period.forecastToDate == nil)
    // 2026-10-31 is a Saturday.
    #expect(period.week.description == "2026-W44")
    #expect(text(period.weekToDate) == "2026-10-26…2026-10-31")
    #expect(period.fiscalYear == 2026)
    #expect(text(period.yearToDate) == "2026-01-01…2026-10-31")
    #expect(text(period.lastYearToDate) == "2025-01-01…2025-10-31")
    #expect(text(period.twelveMonths) == "2025-11-01…2026-10-31")
    // 31 + 28 + 31 + 30 + 31 + 30 + 31 + 31 + 30 + 31
    #expect(period.timeProgress == (304, 365))
  }

  @Test("a month seen from its middle: the forecast is the month's own")
  func midMonth() throws {
    let period = try review("2026-10", asOf: "2026-10-15")
    #expect(period.isPartial)
    #expect(period.folderName == "2026-10@2026-10-15")
    #expect(text(period.range) == "2026-10-01…2026-10-15")
    #expect(period.previousReviewDay.description == "2026-09-30")
    #expect(period.forecastMonth.description == "2026-10")
    #expect(text(period.forecastWindow) == "2026-10-16…2026-10-31")
    #expect(period.forecastToDate.map(text) == "2026-10-01…2026-10-15")
    #expect(text(period.weekToDate) == "2026-10-12…2026-10-15")
    #expect(text(period.daysUnderReview) == "2026-10-01…2026-10-15")
    #expect(text(period.lastYearToDate) == "2025-01-01…2025-10-15")
    #expect(text(period.twelveMonths) == "2025-10-16…2026-10-15")
  }

  @Test("the day before a month's last leaves a window of one day")
  func lastDayButOne() throws {
    let period = try review("2026-10", asOf: "2026-10-30")
    #expect(period.forecastMonth.description == "2026-10")
    #expect(text(period.forecastWindow) == "2026-10-31…2026-10-31")
  }

  @Test("a month seen from its first day")
  func firstDay() throws {
    let period = try review("2026-10", asOf: "2026-10-01")
    #expect(text(period.range) == "2026-10-01…2026-10-01")
    #expect(period.previousReviewDay.description == "2026-09-30")
    #expect(text(period.weekToDate) == "2026-09-28…2026-10-01")
    #expect(text(period.daysUnderReview) == "2026-09-28…2026-10-01")
  }

  @Test("a week in two months belongs to the month of its as-of day")
  func weekAcrossMonths() throws {
    let period = try review("2026-W14")
    #expect(period.cadence == .week)
    #expect(period.folderName == "2026-W14")
    #expect(text(period.range) == "2026-03-30…2026-04-05")
    #expect(period.previousReviewDay.description == "2026-03-29")
    #expect(text(period.monthToDate) == "2026-04-01…2026-04-05")
    #expect(text(period.weekToDate) == "2026-03-30…2026-04-05")
    #expect(period.forecastMonth.description == "2026-04")
    #expect(text(period.forecastWindow) == "2026-04-06…2026-04-30")
    #expect(period.forecastToDate.map(text) == "2026-04-01…2026-04-05")
  }

  @Test("the same week as of a month's last day looks to the next month")
  func weekAtMonthEnd() throws {
    let period = try review("2026-W14", asOf: "2026-03-31")
    #expect(period.folderName == "2026-W14@2026-03-31")
    #expect(text(period.range) == "2026-03-30…2026-03-31")
    #expect(text(period.monthToDate) == "2026-03-01…2026-03-31")
    #expect(period.forecastMonth.description == "2026-04")
    #expect(text(period.forecastWindow) == "2026-04-01…2026-04-30")
    #expect(period.forecastToDate == nil)
  }

  @Test("week 53 lies in two years")
  func week53() throws {
    let period = try review("2020-W53")
    #expect(text(period.range) == "2020-12-28…2021-01-03")
    #expect(period.month.description == "2021-01")
    #expect(period.fiscalYear == 2021)
    #expect(text(period.yearToDate) == "2021-01-01…2021-01-03")
    #expect(text(period.lastYearToDate) == "2020-01-01…2020-01-03")
    #expect(period.timeProgress == (3, 365))
  }

  @Test("March ends a fiscal year from April, and its forecast lies in the next")
  func fiscalApril() throws {
    let period = try review("2026-03", calendar: FiscalCalendar(startMonth: 4))
    #expect(period.fiscalYear == 2025)
    #expect(text(period.fiscalYearDays) == "2025-04-01…2026-03-31")
    #expect(text(period.yearToDate) == "2025-04-01…2026-03-31")
    #expect(text(period.lastYearToDate) == "2024-04-01…2025-03-31")
    #expect(period.timeProgress == (365, 365))
    #expect(period.forecastMonth.description == "2026-04")
    #expect(period.calendar.year(of: period.forecastMonth) == 2026)
  }

  @Test("a week in a fiscal year from July")
  func fiscalJuly() throws {
    let period = try review("2026-W27", asOf: "2026-07-01", calendar: FiscalCalendar(startMonth: 7))
    #expect(text(period.range) == "2026-06-29…2026-07-01")
    #expect(period.fiscalYear == 2026)
    #expect(text(period.yearToDate) == "2026-07-01…2026-07-01")
    #expect(period.timeProgress == (1, 365))
  }

  @Test("29 February, and the year before and after it")
  func leapDay() throws {
    let leap = try review("2024-02")
    #expect(leap.asOf.description == "2024-02-29")
    #expect(text(leap.lastYearToDate) == "2023-01-01…2023-02-28")
    #expect(text(leap.twelveMonths) == "2023-03-01…2024-02-29")
    #expect(leap.timeProgress == (60, 366))
    // The last day of February 2025 maps to the last day of February 2024.
    let after = try review("2025-02")
    #expect(text(after.lastYearToDate) == "2024-01-01…2024-02-29")
    #expect(text(after.twelveMonths) == "2024-02-29…2025-02-28")
    // 28 February 2024 is no last day: it stays the 28th.
    let before = try review("2024-02", asOf: "2024-02-28")
    #expect(text(before.lastYearToDate) == "2023-01-01…2023-02-28")
    #expect(text(before.forecastWindow) == "2024-02-29…2024-02-29")
  }

  @Test("an as-of day outside the period is none", arguments: ["2026-09-30", "2026-11-01"])
  func outside(day: String) throws {
    let span = try #require(ReviewPeriod.span("2026-10"))
    let asOf = try #require(Day(day))
    #expect(ReviewPeriod(span, asOf: asOf) == nil)
  }

  @Test(
    "what is no period",
    arguments: [
      "2026", "2026-13", "2026-00", "2026-1", "2026-W54", "2026-W00", "2021-W53", "2026-W1", "2026-w10",
      "2026-Q1", "2026-10-01", "", "0000-01", "2026-1０",
    ])
  func noPeriod(text: String) {
    #expect(ReviewPeriod.span(text) == nil)
  }

  @Test(
    "the period before, whole where this one is over, else as many days of it",
    arguments: [
      ("2026-10", nil, "2026-09", "2026-09-01…2026-09-30"),
      ("2026-10", "2026-10-12", "2026-09", "2026-09-01…2026-09-12"),
      ("2026-03", "2026-03-30", "2026-02", "2026-02-01…2026-02-28"),
      ("2026-01", nil, "2025-12", "2025-12-01…2025-12-31"),
      ("2021-W01", nil, "2020-W53", "2020-12-28…2021-01-03"),
      ("2026-W43", "2026-10-20", "2026-W42", "2026-10-12…2026-10-13"),
    ] as [(String, String?, String, String)])
  func previous(span: String, asOf: String?, name: String, days: String) throws {
    let review = try review(span, asOf: asOf)
    #expect(review.previousSpan.name == name)
    #expect(text(review.previousRange) == days)
  }

  private func review(_ span: String, asOf: String? = nil, calendar: FiscalCalendar = FiscalCalendar()) throws
    -> ReviewPeriod
  {
    let day = try asOf.map { try #require(Day($0)) }
    let days = try #require(ReviewPeriod.span(span))
    return try #require(ReviewPeriod(days, asOf: day, calendar: calendar))
  }

  private func text(_ days: ClosedRange<Day>) -> String { "\(days.lowerBound)…\(days.upperBound)" }
}
