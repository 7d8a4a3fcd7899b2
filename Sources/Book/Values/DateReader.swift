package import FlatFiles
internal import ReviewModel

/// Reads the dates, date-times and periods of one column: by the column's own formats in their order, then by
/// the built-in forms, then, in a spreadsheet, as the number of a day.
package struct DateReader: Sendable {
  /// The formats of `date-format`.
  package let formats: [DateFormat]

  /// How a spreadsheet numbers days; nil for files that have none but written dates.
  package let system: DateSystem?

  /// A reader that tries `formats` before the built-in forms, and the numbers of `system` after them.
  package init(formats: [DateFormat] = [], system: DateSystem? = nil) {
    self.formats = formats
    self.system = system
  }

  /// A date, as a ``Day/number``; a time after it is dropped, in the forms of a date-time or of people.
  package func date(_ bytes: FieldBytes) -> Scalar {
    if formats.isEmpty, bytes.count == 10, let day = DayScanner.isoDay(bytes) {
      return Scalar(Int64(day.number))
    }
    return Scalar.reading(bytes) { text in
      day(text).map { Scalar(Int64($0.number)) } ?? .malformed
    }
  }

  /// A date and time, as an ``Instant``; by `clock` where no zone is written.
  package func datetime(_ bytes: FieldBytes, clock: ZoneClock) -> Scalar {
    if formats.isEmpty, let seconds = Self.plainSeconds(bytes) {
      return Scalar(clock.instant(ofLocal: seconds * Instant.second))
    }
    return Scalar.reading(bytes) { text in
      guard let (day, time) = moment(text) else { return .malformed }
      let local = Int64(day.number) * Instant.day + time.sinceMidnight
      return Scalar(time.offset.map { local - $0 } ?? clock.instant(ofLocal: local))
    }
  }

  /// A date and time as most files write it, `YYYY-MM-DDTHH:MM:SS` or with a space, in seconds since 1970 by the clock
  /// on the wall. Nil for every other field.
  private static func plainSeconds(_ bytes: FieldBytes) -> Int64? {
    guard bytes.count == 19, bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " "),
      bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"),
      let day = DayScanner.isoDay(bytes), let hour = twoDigits(bytes, at: 11), hour < 24,
      let minute = twoDigits(bytes, at: 14), minute < 60, let second = twoDigits(bytes, at: 17), second < 60
    else { return nil }
    return Int64(day.number) * 86_400 + Int64(hour * 3600 + minute * 60 + second)
  }

  @inline(__always)
  private static func twoDigits(_ bytes: FieldBytes, at index: Int) -> Int? {
    let (tens, ones) = (bytes[index] &- 0x30, bytes[index + 1] &- 0x30)
    return tens < 10 && ones < 10 ? Int(tens) * 10 + Int(ones) : nil
  }

  /// A date with or without a time.
  func day(_ text: FieldBytes) -> Day? {
    if let (day, _) = moment(text) { return day }
    for format in formats {
      if let (day, end) = format.read(text), TimeOfDay.isCivil(text, from: end) { return day }
    }
    return DayScanner.builtIn(text).flatMap { TimeOfDay.isCivil(text, from: $0.end) ? $0.day : nil }
  }

  /// A date and what follows it. A form stands only if all of the text is explained by it.
  func moment(_ text: FieldBytes) -> (day: Day, time: TimeOfDay)? {
    for format in formats {
      if let (day, end) = format.read(text), let time = TimeOfDay(text, from: end) { return (day, time) }
    }
    if let (day, end) = DayScanner.builtIn(text), let time = TimeOfDay(text, from: end) { return (day, time) }
    return system?.moment(text).map { ($0.day, TimeOfDay(seconds: $0.seconds)) }
  }
}
