import ReviewModel
import Testing

@Suite("Months, weeks and fiscal years")
struct PeriodTests {
  @Test(
    "a month's length",
    arguments: [
      ("2024-02-29", 29), ("2025-02-01", 28), ("1900-02-01", 28), ("2000-02-01", 29), ("2026-04-30", 30),
      ("2026-12-31", 31),
    ])
  func monthLength(day: String, length: Int) throws {
    #expect(try #require(Day(day)).month.length == length)
  }

  @Test("months follow one another across years")
  func months() {
    let december = Month(year: 2026, month: 12)
    #expect(december.advanced(by: 1).description == "2027-01")
    #expect(december.advanced(by: -12).description == "2025-12")
    #expect(december.distance(to: Month(year: 2027, month: 2)) == 2)
    #expect(december.first.description == "2026-12-01")
    #expect(december.last.description == "2026-12-31")
    #expect(Month(year: 2026, month: 9) < december)
  }

  @Test("days that do not exist", arguments: ["2025-02-29", "2026-04-31", "2026-13-01", "2026-00-10"])
  func noSuchDay(text: String) {
    #expect(Day(text) == nil)
  }

  @Test(
    "a day is written in one way only",
    arguments: [
      "2026-1-01", "26-01-01", "2026/01/01", "2026-01-01 ", "2026-01", "", "２０２６-01-01", "+026-01-01",
    ])
  func oneWay(text: String) {
    #expect(Day(text) == nil)
  }

  @Test("weekdays count from Monday", arguments: [("1969-12-31", 2), ("1970-01-01", 3), ("2026-10-31", 5)])
  func weekday(day: String, weekday: Int) throws {
    #expect(try #require(Day(day)).weekday == weekday)
  }

  @Test(
    "years with 53 weeks are those that begin on a Thursday, or a Wednesday in leap years",
    arguments: [(2015, true), (2020, true), (2026, true), (2032, true), (2021, false), (2024, false)])
  func longYears(year: Int, isLong: Bool) {
    #expect((Week(isoYear: year, week: 53) != nil) == isLong)
    #expect(Week(isoYear: year, week: 52) != nil)
  }

  @Test("a week that no year has", arguments: [0, 54, -1])
  func noSuchWeek(week: Int) {
    #expect(Week(isoYear: 2020, week: week) == nil)
  }

  @Test(
    "a week's days",
    arguments: [
      (2020, 53, "2020-12-28", "2021-01-03"), (2021, 1, "2021-01-04", "2021-01-10"),
      (2025, 1, "2024-12-30", "2025-01-05"), (2026, 44, "2026-10-26", "2026-11-01"),
    ])
  func weekDays(year: Int, number: Int, first: String, last: String) throws {
    let week = try #require(Week(isoYear: year, week: number))
    #expect(week.days.lowerBound.description == first)
    #expect(week.days.upperBound.description == last)
    #expect(week.isoYear == year)
    #expect(week.number == number)
  }

  @Test("the week after the 53rd is the first")
  func nextWeek() throws {
    #expect(try #require(Week(isoYear: 2020, week: 53)).next.description == "2021-W01")
  }

  @Test(
    "the fiscal year of a month is named by the year in which it starts",
    arguments: [
      (1, 2026, 1, 2026), (1, 2026, 12, 2026), (4, 2026, 3, 2025), (4, 2026, 4, 2026), (4, 2027, 3, 2026),
      (7, 2026, 6, 2025), (7, 2026, 7, 2026),
    ])
  func fiscalYear(start: Int, year: Int, month: Int, fiscal: Int) {
    #expect(FiscalCalendar(startMonth: start).year(of: Month(year: year, month: month)) == fiscal)
  }

  @Test(
    "a fiscal year's days",
    arguments: [
      (1, "2026-01-01", "2026-12-31"), (4, "2026-04-01", "2027-03-31"), (7, "2026-07-01", "2027-06-30"),
    ])
  func fiscalDays(start: Int, first: String, last: String) {
    let calendar = FiscalCalendar(startMonth: start)
    #expect(calendar.days(of: 2026).lowerBound.description == first)
    #expect(calendar.days(of: 2026).upperBound.description == last)
    #expect(calendar.months(of: 2026).count == 12)
    #expect(calendar.months(of: 2026).last == calendar.days(of: 2026).upperBound.month)
  }
}
