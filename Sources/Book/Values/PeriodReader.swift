package import ReviewModel

extension Period {
  private enum Kind: Int64 {
    case year, quarter, month, week
  }

  /// The period in one word, for a ``Scalar``: its kind above 32 bits of its own count.
  package var code: Int64 {
    let (kind, count): (Kind, Int) =
      switch self {
      case .year(let year): (.year, year)
      case .quarter(let year, let quarter): (.quarter, year * 4 + quarter - 1)
      case .month(let month): (.month, Int(month.index))
      case .week(let week): (.week, Int(week.monday.number))
      }
    return kind.rawValue << 32 | Int64(UInt32(truncatingIfNeeded: count))
  }

  /// The period of a ``code``; nil for a number that is none.
  package init?(code: Int64) {
    guard let kind = Kind(rawValue: code >> 32) else { return nil }
    let count = Int(Int32(truncatingIfNeeded: code))
    switch kind {
    case .year: self = .year(count)
    case .quarter: self = .quarter(year: count / 4, quarter: count % 4 + 1)
    case .month: self = .month(Month(index: Int32(count)))
    case .week: self = .week(Day(number: Int32(count)).week)
    }
  }
}

extension DateReader {
  /// A period, as a ``ReviewModel/Period/code``: `YYYY`, `YYYY-Qn`, `YYYY-MM`, `YYYY-Www` (`q` and `w`
  /// too), or a date in any form that the column takes. Years are those of dates.
  package func period(_ bytes: FieldBytes, _ form: PeriodForm) -> Scalar {
    Scalar.reading(bytes) { text in
      if let period = Self.written(text) {
        let fits =
          switch (form, period) {
          case (.any, _), (.month, .month), (.week, .week): true
          default: false
          }
        return fits ? Scalar(period.code) : .malformed
      }
      guard let day = day(text) else { return .malformed }
      return Scalar((form == .week ? Period.week(day.week) : .month(day.month)).code)
    }
  }

  private static func written(_ text: FieldBytes) -> Period? {
    guard text.count <= 8 else { return nil }
    var cursor = DigitCursor(text)
    guard let year = cursor.take(exactly: 4), DayScanner.years.contains(year) else { return nil }
    if cursor.isAtEnd { return .year(year) }
    guard cursor.take(UInt8(ascii: "-")), cursor.index < text.count else { return nil }
    switch text[cursor.index] | 0x20 {
    case UInt8(ascii: "q"):
      cursor.index += 1
      guard let quarter = cursor.take(exactly: 1), cursor.isAtEnd, (1...4).contains(quarter) else {
        return nil
      }
      return .quarter(year: year, quarter: quarter)
    case UInt8(ascii: "w"):
      cursor.index += 1
      guard let week = cursor.take(exactly: 2), cursor.isAtEnd else { return nil }
      return Week(isoYear: year, week: week).map(Period.week)
    default:
      guard let month = cursor.take(exactly: 2), cursor.isAtEnd, (1...12).contains(month) else { return nil }
      return .month(Month(year: year, month: month))
    }
  }
}
