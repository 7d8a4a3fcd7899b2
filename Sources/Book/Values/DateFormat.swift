internal import ReviewModel

/// A date format of `review.yaml`, compiled: `M/D/YYYY`, `D MMM, YYYY`, `dddd, MMMM D, YYYY`
/// (docs/inputs.md, section 4).
///
/// `M` and `D` take one or two digits, `MM` and `DD` exactly two. Names are English, `MMM` and `ddd` of three
/// letters, in any case; a weekday must be one and says nothing else.
package struct DateFormat: Hashable, Sendable {
  /// Why a pattern is no format, and what would make it one.
  package struct Invalid: Error, Hashable, Sendable {
    /// What it has or lacks.
    package let reason: String
    /// What to write in its place.
    package let remedy: String
  }

  private enum Token: Hashable {
    case year, shortYear
    case month, twoDigitMonth, shortMonthName, monthName
    case day, twoDigitDay
    case shortWeekday, weekday
    case literal([UInt8])
  }

  /// As it was written.
  package let pattern: String
  private let tokens: [Token]

  /// Compiles a pattern. It names year, month and day once each, and no digit follows straight on `M` or `D`,
  /// for there the date would have to be guessed.
  package init(_ pattern: String) throws(Invalid) {
    self.pattern = pattern
    tokens = Self.tokens(of: CompatibilityForm.nfkcTrimmed(pattern))
    let parts: [(name: String, tokens: Set<Token>)] = [
      ("year (YYYY or YY)", [.year, .shortYear]),
      ("month (M, MM, MMM or MMMM)", [.month, .twoDigitMonth, .shortMonthName, .monthName]),
      ("day (D or DD)", [.day, .twoDigitDay]),
    ]
    for part in parts {
      let count = tokens.count(where: part.tokens.contains)
      guard count == 1 else {
        throw Invalid(
          reason: "it names \(count == 0 ? "no" : "more than one") \(part.name)",
          remedy: "it takes a year, a month and a day: M/D/YYYY, DD.MM.YY or \"D MMM, YYYY\"")
      }
    }
    for (token, next) in zip(tokens, tokens.dropFirst())
    where (token == .month || token == .day) && Self.beginsWithDigit(next) {
      throw Invalid(
        reason: "a digit stands straight after M or D, which take one or two",
        remedy: "write MM and DD, or a sign between them: M/D/YYYY")
    }
  }

  private static func tokens(of pattern: [UInt8]) -> [Token] {
    let spelled: [(String, Token)] = [
      ("YYYY", .year), ("YY", .shortYear), ("MMMM", .monthName), ("MMM", .shortMonthName),
      ("MM", .twoDigitMonth), ("M", .month), ("DD", .twoDigitDay), ("D", .day), ("dddd", .weekday),
      ("ddd", .shortWeekday),
    ]
    var tokens: [Token] = []
    var rest = pattern[...]
    while let byte = rest.first {
      if let (text, token) = spelled.first(where: { rest.starts(with: $0.0.utf8) }) {
        tokens.append(token)
        rest = rest.dropFirst(text.utf8.count)
      } else {
        if case .literal(let bytes) = tokens.last {
          tokens[tokens.count - 1] = .literal(bytes + [byte])
        } else {
          tokens.append(.literal([byte]))
        }
        rest = rest.dropFirst()
      }
    }
    return tokens
  }

  private static func beginsWithDigit(_ token: Token) -> Bool {
    switch token {
    case .year, .shortYear, .month, .twoDigitMonth, .day, .twoDigitDay: true
    case .shortMonthName, .monthName, .shortWeekday, .weekday: false
    case .literal(let bytes): bytes[0] &- 0x30 < 10
    }
  }

  /// The day at the start of trimmed `text`, and the index after it.
  func read(_ text: FieldBytes) -> (day: Day, end: Int)? {
    var cursor = DigitCursor(text)
    var (year, month, day) = (0, 0, 0)
    for token in tokens {
      let taken: Int?
      switch token {
      case .year: taken = cursor.take(exactly: 4)
      case .shortYear: taken = cursor.take(exactly: 2).map { 2000 + $0 }
      case .twoDigitMonth, .twoDigitDay: taken = cursor.take(exactly: 2)
      case .month, .day: taken = cursor.takeOneOrTwo()
      case .shortMonthName: taken = cursor.takeName(of: EnglishNames.months, letters: 3)
      case .monthName: taken = cursor.takeName(of: EnglishNames.months)
      case .shortWeekday: taken = cursor.takeName(of: EnglishNames.weekdays, letters: 3)
      case .weekday: taken = cursor.takeName(of: EnglishNames.weekdays)
      case .literal(let bytes): taken = cursor.take(bytes) ? 0 : nil
      }
      guard let taken else { return nil }
      switch token {
      case .year, .shortYear: year = taken
      case .month, .twoDigitMonth, .shortMonthName, .monthName: month = taken
      case .day, .twoDigitDay: day = taken
      case .shortWeekday, .weekday, .literal: break
      }
    }
    return DayScanner.day(year, month, day).map { ($0, cursor.index) }
  }
}

private enum EnglishNames {
  static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
  ].map { Array($0.utf8) }
  static let weekdays = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ].map { Array($0.utf8) }
}

extension DigitCursor {
  /// Steps over one of `names`, or over its first `letters`; its number from 1.
  fileprivate mutating func takeName(of names: [[UInt8]], letters: Int = .max) -> Int? {
    for (number, name) in names.enumerated() {
      let length = min(letters, name.count)
      guard bytes.count - index >= length else { continue }
      if (0..<length).allSatisfy({ bytes[index + $0] | 0x20 == name[$0] }) {
        index += length
        return number + 1
      }
    }
    return nil
  }
}
