internal import ReviewModel

/// Days as spreadsheets number them: what a date column of an XLSX file may hold where the built-in forms
/// fail.
package enum SerialDates: Hashable, Sendable {
  /// 1 is 1900-01-01; 60 is the 29 February 1900 that never was, and malformed.
  case from1900
  /// 0 is 1904-01-01.
  case from1904

  /// A serial number's day, as a ``Day/number``; the time of the day is dropped.
  package func date(_ bytes: FieldBytes) -> Scalar {
    let read = Scalar.number(bytes)
    guard let millionths = read.value else { return read }
    guard let day = day(millionths / 1_000_000) else { return .malformed }
    return Scalar(Int64(day.number))
  }

  /// A serial number's date and time to the nearest second, in seconds since 1970-01-01T00:00Z by `clock`.
  package func datetime(_ bytes: FieldBytes, clock: ZoneClock) -> Scalar {
    let read = Scalar.number(bytes)
    guard let millionths = read.value else { return read }
    let (serial, time) = millionths.quotientAndRemainder(dividingBy: 1_000_000)
    guard let day = day(serial) else { return .malformed }
    let seconds = (time * 86_400 + 500_000) / 1_000_000
    return Scalar(clock.instant(ofLocal: Int64(day.number) * 86_400 + seconds))
  }

  /// The day of a serial number; nil outside the years that a date may have.
  private func day(_ serial: Int64) -> Day? {
    guard serial >= 0, serial < 200_000 else { return nil }
    let day: Day
    switch self {
    case .from1900:
      guard serial != 0, serial != 60 else { return nil }
      // 25,569 is 1970-01-01; days before the one that never was are one nearer to it.
      day = Day(number: Int32(serial) - 25_569 + (serial < 60 ? 1 : 0))
    case .from1904:
      day = Day(number: Int32(serial) - 24_107)
    }
    return DayScanner.years.contains(day.components.year) ? day : nil
  }
}
