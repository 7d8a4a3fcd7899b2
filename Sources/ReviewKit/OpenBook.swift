internal import Book
internal import Foundation
internal import ReviewModel

/// A book whose review.yaml has been read and whose files have been found.
struct OpenBook {
  let configuration: Configuration
  let files: BookFiles
  let period: ReviewPeriod
  /// The day on which the program runs, in the book's time zone.
  let today: Day

  init(_ options: Run.Options, now: Date = Date()) throws {
    configuration = try Self.configuration(options)
    files = try Self.files(options, configuration)
    guard files.hasInput else {
      throw RunError(.noInput, [Self.noInput(options.book, files, configuration)])
    }
    today = Self.day(configuration.timeZone, now)
    period = try Self.period(options, configuration, today)
  }

  /// The files of a book, by kind.
  static func files(_ options: Run.Options, _ configuration: Configuration) throws -> BookFiles {
    try BookFiles.discover(
      in: options.book, configuration: configuration,
      skipping: [options.output] + [options.configuration].compactMap { $0 },
      configurationFile: options.configuration ?? "review.yaml")
  }

  /// What review.yaml says, and of the language what was asked for.
  static func configuration(_ options: Run.Options) throws -> Configuration {
    var configuration = try written(options)
    if let language = options.language { configuration.language = language }
    return configuration
  }

  private static func written(_ options: Run.Options) throws -> Configuration {
    let folder = URL(filePath: options.book).standardizedFileURL.lastPathComponent
    let path = options.configuration ?? options.book + "/review.yaml"
    guard options.configuration != nil || FileManager.default.fileExists(atPath: path) else {
      return Configuration(organisation: folder)
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw RunError(.badInput, ["\(path): the file cannot be read (is it there, and may you read it?)"])
    }
    let name = options.configuration ?? "review.yaml"
    return try Configuration.read(bytes: Array(data), bookName: folder, file: name)
  }

  /// What to say where nothing can be reviewed: which files there are, and how one of them becomes input.
  private static func noInput(_ book: String, _ files: BookFiles, _ configuration: Configuration) -> String {
    let problem = "\(book): no leads, orders or daily-reports are in this folder"
    if let kind = BookFiles.reviewable.first(where: { configuration.options(of: $0).files == [] }) {
      return problem + "; review.yaml says inputs.\(kind.rawValue).files: []"
        + " (delete it, or list the files, such as [\"\(kind.rawValue)*.csv\"])"
    }
    let unread = UnreadFiles(in: book, files, configuration)
    let tables = files.unrecognised.filter(FileName.isTable)
    let told =
      files.overlooked.first.map { unread.advice(for: $0) }
      ?? tables.lazy.map(unread.advice).first(where: \.isSpecific)
    if let told {
      return problem + "; \(told.file) is not read (\(told.text(Catalogue(.english))))"
    }
    guard let first = tables.first else {
      return problem + " (put a file there that is called leads.csv, for one)"
    }
    let names = tables.prefix(5).joined(separator: ", ") + (tables.count > 5 ? " …" : "")
    return problem + "; it has \(names) (rename a file, say to leads.csv, or write into review.yaml:"
      + " inputs: {leads: {files: [\"\(first)\"]}})"
  }

  private static func period(
    _ options: Run.Options, _ configuration: Configuration, _ today: Day
  ) throws -> ReviewPeriod {
    let span: ReviewPeriod.Span
    if let text = options.period {
      guard let asked = ReviewPeriod.span(text) else {
        let hint =
          isLonger(text)
          ? "a pack is of a month or an ISO week: 2026-10 or 2026-W43"
          : wellFormed(text).map { "did you mean \($0)?" } ?? "a month 2026-10, or an ISO week 2026-W43"
        throw RunError(.usage, ["--period \(text): no such period (\(hint))"])
      }
      span = asked
    } else {
      span = .month(lastCompleteMonth(before: today))
    }
    let asOf = try options.asOf.map { text in
      guard let day = Day(text) else {
        throw RunError(.usage, ["--as-of \(text): no such day (YYYY-MM-DD)"])
      }
      return day
    }
    guard let period = ReviewPeriod(span, asOf: asOf, calendar: configuration.fiscalCalendar) else {
      let days = "\(span.days.lowerBound) to \(span.days.upperBound)"
      throw RunError(.usage, ["--as-of \(options.asOf ?? ""): not a day of the period (\(days))"])
    }
    return period
  }

  /// Whether a period seems to be a quarter, half a year or a year: `2026-Q4`, `2026H1`, `2026年第4季度`, `2026`.
  private static func isLonger(_ text: String) -> Bool {
    text.lowercased().contains { "qh季半".contains($0) } || (text.count == 4 && text.allSatisfy(\.isNumber))
  }

  /// A period that is written otherwise than it should be, as it should: `2026-9`, `2026-w47`, `2026/09`, `2026年9月`.
  static func wellFormed(_ text: String) -> String? {
    let parts = text.lowercased().split { !$0.isNumber && $0 != "w" }
    guard let year = parts.first, year.count == 4, parts.count == 2 || parts.count == 3 else { return nil }
    let rest = parts.dropFirst().joined()
    let number = rest.drop { $0 == "w" }
    guard !number.isEmpty, number.count <= 2, let value = Int(number) else { return nil }
    let isWeek = rest.hasPrefix("w") || text.contains { $0 == "周" || $0 == "週" }
    let written = "\(year)-\(isWeek ? "W" : "")\(value < 10 ? "0" : "")\(value)"
    return ReviewPeriod.span(written) == nil ? nil : written
  }

  /// The last month that is complete at the beginning of a day.
  static func lastCompleteMonth(before today: Day) -> Month { today.month.advanced(by: -1) }

  /// The day of a moment in a time zone.
  static func day(_ timeZone: String, _ now: Date) -> Day {
    var calendar = Calendar(identifier: .gregorian)
    if let zone = TimeZone(identifier: timeZone) { calendar.timeZone = zone }
    let today = calendar.dateComponents([.year, .month, .day], from: now)
    return Day(year: today.year ?? 2000, month: today.month ?? 1, day: today.day ?? 1) ?? .distantPast
  }
}
