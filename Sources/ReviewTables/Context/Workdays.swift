internal import Facts
internal import ReviewModel

/// The days on which work is expected (docs/metrics.md, section 6): Monday to Friday, corrected by the calendar.
struct Workdays {
  private let exceptions: [Day: Bool]

  init(_ calendar: RecordList<CalendarDay>) {
    var latest: [Day: CalendarDay] = [:]
    // A key of other columns may leave several rows of one day: the newest counts.
    for day in calendar where latest[day.date].map({ $0.version < day.version }) ?? true {
      latest[day.date] = day
    }
    exceptions = latest.mapValues(\.isWorkday)
  }

  func contains(_ day: Day) -> Bool { exceptions[day] ?? (day.weekday < 5) }

  /// How many of some days are workdays.
  func count(in days: ClosedRange<Day>) -> Int { days.count(where: contains) }

  /// How many of some days are workdays of a rep: from the day of joining to the day before leaving.
  func count(in days: ClosedRange<Day>, of rep: Rep) -> Int {
    let first = max(days.lowerBound, rep.joined.day ?? days.lowerBound)
    let last = min(days.upperBound, rep.left.day.map { $0 - 1 } ?? days.upperBound)
    return first <= last ? count(in: first...last) : 0
  }
}

extension ReviewContext {
  /// The days on which work is expected.
  var workdays: Workdays { Workdays(facts.calendar) }
}
