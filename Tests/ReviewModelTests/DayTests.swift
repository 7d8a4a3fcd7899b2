import ReviewModel
import Testing

@Suite("Days")
struct DayTests {
  @Test("a day goes to components and back", arguments: [-36_524, -1, 0, 59, 60, 19_782, 20_757, 84_005])
  func components(number: Int32) {
    let (year, month, day) = Day(number: number).components
    #expect(Day(year: year, month: month, day: day) == Day(number: number))
  }

  @Test(
    "ISO weeks",
    arguments: [
      ("2021-01-03", "2020-W53"), ("2024-12-30", "2025-W01"), ("2026-10-21", "2026-W43"),
      ("2023-01-01", "2022-W52"),
    ])
  func isoWeeks(day: String, week: String) throws {
    #expect(try #require(Day(day)).week.description == week)
  }

  @Test(
    "a year earlier, the last day of a month stays the last",
    arguments: [("2024-02-29", "2023-02-28"), ("2025-02-28", "2024-02-29")])
  func yearEarlier(day: String, earlier: String) throws {
    #expect(try #require(Day(day)).yearEarlier.description == earlier)
  }

  @Test("components and words of every day from 1899 to 2201, counted up day by day")
  func everyDay() throws {
    var (year, month, dayOfMonth) = (1899, 1, 1)
    var day = try #require(Day(year: 1899, month: 1, day: 1))
    var wrong: [Int32] = []
    while year < 2202 {
      let seen = day.components
      let (years, months, days) = (
        String(year), month < 10 ? "0\(month)" : "\(month)",
        dayOfMonth < 10 ? "0\(dayOfMonth)" : "\(dayOfMonth)"
      )
      if seen != (year, month, dayOfMonth) || day.description != "\(years)-\(months)-\(days)" {
        wrong.append(day.number)
      }
      let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      dayOfMonth += 1
      if dayOfMonth > lengths[month - 1] { (month, dayOfMonth) = (month + 1, 1) }
      if month > 12 { (year, month) = (year + 1, 1) }
      day = day + 1
    }
    #expect(wrong == [])
  }
}
