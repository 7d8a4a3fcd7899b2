internal import ReviewModel

/// Which days people work, in mainland China.
struct Workdays {
  /// Days off and days made up for, from the State Council's notices for 2025 and 2026.
  private static let noticed: [(first: String, days: Int, works: Bool)] = [
    ("2025-01-01", 1, false), ("2025-01-26", 1, true), ("2025-01-28", 8, false), ("2025-02-08", 1, true),
    ("2025-04-04", 3, false), ("2025-04-27", 1, true), ("2025-05-01", 5, false), ("2025-05-31", 3, false),
    ("2025-09-28", 1, true), ("2025-10-01", 8, false), ("2025-10-11", 1, true), ("2026-01-01", 3, false),
    ("2026-01-04", 1, true), ("2026-02-14", 1, true), ("2026-02-15", 9, false), ("2026-02-28", 1, true),
    ("2026-04-04", 3, false), ("2026-05-01", 5, false), ("2026-05-09", 1, true), ("2026-06-19", 3, false),
    ("2026-09-20", 1, true), ("2026-09-25", 3, false), ("2026-10-01", 7, false), ("2026-10-10", 1, true),
  ]

  private var differing: [Day: Bool] = [:]

  /// The days from the first of January of `start`'s year to the end of `asOf`'s year. Years without a notice
  /// have only the fixed days.
  init(start: Day, asOf: Day) {
    let years = start.components.year...asOf.components.year
    for year in years where year != 2025 && year != 2026 {
      for (month, days) in [(1, 1), (5, 3), (10, 7)] {
        for day in 0..<days { differing[Month(year: year, month: month).first + day] = false }
      }
    }
    for notice in Self.noticed {
      guard let first = Day(notice.first), years.contains(first.components.year) else { continue }
      for day in 0..<notice.days { differing[first + day] = notice.works }
    }
  }

  func contains(_ day: Day) -> Bool { differing[day] ?? (day.weekday < 5) }

  /// The first workday from `day` on, or the last before it where the month has none left.
  func near(_ day: Day) -> Day {
    let month = day.month
    return (day...max(day, month.last)).first(where: contains)
      ?? stride(from: day, through: month.first, by: -1).first(where: contains) ?? day
  }

  /// The number of workdays of a range.
  func count(_ days: ClosedRange<Day>) -> Int { days.count(where: contains) }

  func write(to folder: String) throws -> SampleBook.WrittenFile {
    let file = try CSVFile(in: folder, name: "calendar.csv", columns: ["date", "workday"])
    // Only what differs from Monday–Friday.
    for (day, works) in differing.sorted(by: { $0.key < $1.key }) where works != (day.weekday < 5) {
      file.day(day)
      file.text(works ? "是" : "否")
      try file.endRow()
    }
    return try file.close()
  }
}
