internal import ReviewModel

/// A column's type with all that reading it takes.
enum ValueReader: Sendable {
  case text
  case money
  case date(DateReader)
  case datetime(DatetimeReader)
  case integer(ClosedRange<Int>?)
  case number
  case rate
  case flag
  case word(WordMatcher)
  case stage(StageMatcher)
  case period(DateReader, PeriodForm)

  init(_ type: ColumnType, dates: DateReader, stages: StageMatcher, clock: ZoneClock) {
    switch type {
    case .text, .list: self = .text
    case .money: self = .money
    case .date: self = .date(dates)
    case .datetime: self = .datetime(DatetimeReader(dates, clock))
    case .integer(let range): self = .integer(range)
    case .number: self = .number
    case .rate: self = .rate
    case .flag: self = .flag
    case .enumeration(let vocabulary): self = .word(WordMatcher(vocabulary))
    case .stage: self = .stage(stages)
    case .period(let form): self = .period(dates, form)
    }
  }

  /// The value of a field; for text there is none.
  @inline(__always)
  func read(_ source: FieldBytes) -> Scalar {
    switch self {
    case .text: return .blank
    case .money: return .money(source)
    case .date(let reader): return reader.date(source)
    case .datetime(let reader): return reader.read(source)
    case .integer(let range):
      let value = Scalar.integer(source)
      guard let range, let number = value.value else { return value }
      return range.contains(Int(number)) ? value : .outOfRange
    case .number: return .number(source)
    case .rate: return .rate(source)
    case .flag: return .flag(source)
    case .word(let matcher): return matcher.read(source)
    case .stage(let matcher): return matcher.read(source)
    case .period(let reader, let form): return reader.period(source, form)
    }
  }

  /// What a field that is not of the type is listed as.
  var code: FindingCode {
    switch self {
    case .text: .nul
    case .money: .badMoney
    case .date: .badDate
    case .datetime: .badDatetime
    case .integer, .number, .rate: .badNumber
    case .flag: .badFlag
    case .word, .stage: .badEnum
    case .period: .badPeriod
    }
  }
}

/// A reader of date-times with its clock; a class, so that passing it on counts one reference.
final class DatetimeReader: Sendable {
  private let dates: DateReader
  private let clock: ZoneClock

  init(_ dates: DateReader, _ clock: ZoneClock) {
    self.dates = dates
    self.clock = clock
  }

  func read(_ source: FieldBytes) -> Scalar { dates.datetime(source, clock: clock) }
}
