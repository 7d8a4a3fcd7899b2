internal import FlatFiles
internal import ReviewModel

/// Days as spreadsheets number them: what a date column may hold where the forms of dates fail.
extension DateSystem {
  /// The day of a serial number, and the seconds since it began, to the nearest one; nil for what is none, for the day
  /// that never was, and outside the years that a date may have.
  func moment(_ bytes: FieldBytes) -> (day: Day, seconds: Int)? {
    guard let millionths = Scalar.number(bytes).value, millionths >= 0 else { return nil }
    let (serial, time) = millionths.quotientAndRemainder(dividingBy: 1_000_000)
    let seconds = (time * 86_400 + 500_000) / 1_000_000
    guard serial < 200_000, let day = day(Int32(serial)) else { return nil }
    let moment = Day(number: day.number + Int32(seconds / 86_400))
    return DayScanner.years.contains(moment.components.year) ? (moment, Int(seconds % 86_400)) : nil
  }

  private func day(_ serial: Int32) -> Day? {
    switch self {
    case .from1900:
      guard serial != 0, serial != 60 else { return nil }
      // 25,569 is 1970-01-01; days before the one that never was are one nearer to it.
      return Day(number: serial - 25_569 + (serial < 60 ? 1 : 0))
    case .from1904: return Day(number: serial - 24_107)
    }
  }
}
