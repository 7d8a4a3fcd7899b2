internal import Foundation
internal import ReviewModel
internal import Yams

extension Configuration {
  /// Reads the bytes of a review.yaml.
  ///
  /// - Parameters:
  ///   - bytes: the file whole; UTF-8, with or without a byte order mark.
  ///   - bookName: the book folder's name, the default of `organisation`.
  ///   - file: the name of the file in messages.
  package static func read(
    bytes: [UInt8], bookName: String, file: String = "review.yaml"
  ) throws(ConfigurationError) -> Configuration {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw ConfigurationError(problems: [
        FileError(
          file: file, problem: "the file is not in UTF-8", remedy: "save it again with the encoding UTF-8")
      ])
    }
    // The mark that editors on Windows write, which YAML's own reader takes for the beginning of a document.
    let mark: Unicode.Scalar = "\u{FEFF}"
    let body = text.unicodeScalars.first == mark ? String(text.unicodeScalars.dropFirst()) : text
    return try read(text: body, bookName: bookName, file: file)
  }

  /// Reads the text of a review.yaml; an empty one gives the defaults.
  ///
  /// - Throws: all that is wrong with it; of what is no YAML at all, only the first thing.
  package static func read(
    text: String, bookName: String, file: String = "review.yaml"
  ) throws(ConfigurationError) -> Configuration {
    var configuration = Configuration(organisation: bookName)
    guard let node = try compose(text, file: file) else { return configuration }
    var reader = ConfigurationReader(file: file)
    configuration.read(ConfigurationValue(path: "", line: 1, node: node), with: &reader)
    configuration.check(reader.cells, with: &reader)
    guard reader.problems.isEmpty else {
      // A stable order: of problems on one line, the first found stays first.
      let order = reader.problems.enumerated().sorted {
        ($0.element.line ?? 0, $0.offset) < ($1.element.line ?? 0, $1.offset)
      }
      throw ConfigurationError(problems: order.map(\.element))
    }
    return configuration
  }

  /// The text as a tree. Scalars keep their words: the resolver of YAML 1.1 would make `no` a flag, and its
  /// regular expressions take longer to load than the file.
  private static func compose(_ text: String, file: String) throws(ConfigurationError) -> Node? {
    do {
      return try Yams.compose(yaml: text, .basic)
    } catch {
      throw ConfigurationError(problems: [syntaxError(error, file: file)])
    }
  }

  private static func syntaxError(_ error: any Error, file: String) -> FileError {
    func unreadable(_ problem: String, line: Int?, remedy: String) -> FileError {
      FileError(file: file, line: line, problem: "not readable as YAML: \(problem)", remedy: remedy)
    }
    let remedy = "indent with spaces, never tabs; put a text that contains : # , [ ] { } * & or % in quotes"
    switch error {
    case YamlError.scanner(_, let problem, let mark, _), YamlError.parser(_, let problem, let mark, _),
      YamlError.composer(_, let problem, let mark, _):
      return unreadable("\(problem), column \(mark.column)", line: mark.line, remedy: remedy)
    case YamlError.duplicatedKeysInMapping(let keys, let context):
      // By bytes, and without a line where one of them is a list or a map: the library has those in no order.
      let isOrdered = !keys.contains("<uncovertable>")
      let keys = keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      return FileError(
        file: file, line: isOrdered ? context.mark.line : nil,
        problem: "\(keys.map(quoted).joined(separator: ", ")) stands more than once in one map",
        remedy: "keep one and delete the other")
    case YamlError.reader(let problem, let offset, _, let yaml):
      let line = offset.map { yaml.prefix($0).count(where: \.isNewline) + 1 }
      return unreadable(problem, line: line, remedy: "delete the invisible character")
    default:
      return unreadable("\(error)", line: nil, remedy: remedy)
    }
  }

  private static let keys = [
    "organisation", "language", "currency", "money-unit", "timezone", "fiscal-year-start", "top",
    "business-units", "stages", "thresholds", "revisit-days", "required-report-fields", "inputs",
  ]

  /// What to do with a kind of input that stands at the top, by the kind's names.
  private static var kindsOfInput: [String: String] {
    let pairs = InputKind.allCases.flatMap { kind in
      ([kind.rawValue] + KindSchema.of(kind).otherNames).map {
        ($0, "write it under inputs, as inputs: {\(kind.rawValue): {…}}")
      }
    }
    return Dictionary(pairs) { first, _ in first }
  }

  /// What people call the languages.
  private static let languages = [
    "english": "en", "eng": "en", "en-us": "en", "en-gb": "en", "英文": "en", "英语": "en", "chinese": "zh-Hans",
    "zh-cn": "zh-Hans", "zh-sg": "zh-Hans", "中文": "zh-Hans", "简体": "zh-Hans", "简体中文": "zh-Hans",
    "zh-tw": "zh-Hant", "zh-hk": "zh-Hant", "zh-mo": "zh-Hant", "繁體": "zh-Hant", "繁體中文": "zh-Hant",
    "正體中文": "zh-Hant",
  ]

  /// What people call the divisors of amounts.
  private static let units = [
    "one": "1", "yuan": "1", "元": "1", "thousand": "1000", "thousands": "1000", "k": "1000", "千": "1000",
    "千元": "1000", "1,000": "1000", "ten thousand": "10000", "wan": "10000", "万": "10000", "万元": "10000",
    "萬": "10000", "萬元": "10000", "10k": "10000", "10,000": "10000",
  ]

  /// What a day count may be at most: it is added to days of the years 1900–2199.
  static let longest = 100_000

  private mutating func read(_ value: ConfigurationValue, with reader: inout ConfigurationReader) {
    let fields = reader.fields(
      of: value, keys: Self.keys, called: "key of review.yaml", example: "organisation: ACME",
      elsewhere: Self.kindsOfInput)
    for field in fields {
      let value = field.value
      switch field.key {
      case "organisation": set(\.organisation, reader.text(value))
      case "language":
        let words = Language.allCases.map(\.rawValue)
        set(
          \.language, reader.word(value, among: words, aliases: Self.languages).flatMap(Language.init))
      case "currency": set(\.currency, reader.text(value))
      case "money-unit":
        set(
          \.moneyUnit,
          reader.word(value, among: ["1", "1000", "10000"], aliases: Self.units).flatMap { Int($0) })
      case "timezone": set(\.timeZone, Self.timeZone(value, with: &reader))
      case "fiscal-year-start":
        set(\.fiscalCalendar, reader.wholeNumber(value, in: 1...12, example: 4).map(FiscalCalendar.init))
      case "top": set(\.top, reader.wholeNumber(value, in: 1...Self.longest, example: 20))
      case "business-units":
        set(\.businessUnits, reader.texts(value, example: "[hardware, software]"))
      case "stages": set(\.stages, Self.stages(value, with: &reader))
      case "thresholds": thresholds.read(value, with: &reader)
      case "revisit-days": revisitDays.read(value, with: &reader)
      case "required-report-fields":
        set(
          \.requiredReportFields,
          reader.columns(value, of: .dailyReports, example: "[attendance, expense, notes]"))
      default: readInputs(value, with: &reader)
      }
    }
  }

  private mutating func set<Value>(_ key: WritableKeyPath<Configuration, Value>, _ value: Value?) {
    if let value { self[keyPath: key] = value }
  }

  private static func timeZone(
    _ value: ConfigurationValue, with reader: inout ConfigurationReader
  ) -> String? {
    guard let name = reader.text(value) else { return nil }
    let isOffset = ["+", "-"].contains(name.prefix(1)) && name.dropFirst().first?.isNumber == true
    if let zone = TimeZone(identifier: isOffset ? "GMT" + name : name) {
      if !isAbbreviation(name) { return zone.identifier }
      reader.report(
        "\(quoted(name)) means other zones to other people", at: value,
        remedy: "write the name of a city's zone, such as Asia/Shanghai, or an offset, such as +08:00")
      return nil
    }
    let known = nearest(to: name, among: TimeZone.knownTimeZoneIdentifiers.sorted())
    reader.report(
      "\(quoted(name)) is no time zone", at: value,
      remedy: known.flatMap { $0.isClose ? "did you mean \(quoted($0.word))?" : nil }
        ?? "write the name of one, such as Asia/Shanghai, or an offset, such as +08:00")
    return nil
  }

  /// Whether a name that the system takes for a zone's is an abbreviation: CST is Chicago's time to it, and China's to
  /// whoever writes it in Shanghai.
  private static func isAbbreviation(_ name: String) -> Bool {
    name.allSatisfy { $0.isASCII && $0.isUppercase } && !["UTC", "GMT", "PRC", "ROC", "ROK"].contains(name)
  }
}

extension Configuration.Thresholds {
  mutating func read(_ value: ConfigurationValue, with reader: inout ConfigurationReader) {
    let keys: [(String, WritableKeyPath<Self, Int>)] = [
      ("silent-days", \.silentDays), ("key-lead-days", \.keyLeadDays), ("rep-idle-days", \.repIdleDays),
      ("churn-days", \.churnDays), ("renewal-days", \.renewalDays),
      ("report-deadline-hours", \.reportDeadlineHours), ("max-open-leads", \.maxOpenLeads),
    ]
    reader.wholeNumbers(value, keys, called: "threshold", into: &self)
  }
}

extension Configuration.RevisitDays {
  mutating func read(_ value: ConfigurationValue, with reader: inout ConfigurationReader) {
    var keys: [(String, WritableKeyPath<Self, Int>)] = Vocabulary.customerClass.words.enumerated().map {
      ($1.canonical, \.byClass[$0])
    }
    keys.append(("default", \.otherwise))
    reader.wholeNumbers(value, keys, called: "customer class", into: &self)
  }
}

extension ConfigurationReader {
  /// A map of whole numbers, each to its place.
  fileprivate mutating func wholeNumbers<Root>(
    _ value: ConfigurationValue, _ keys: [(key: String, path: WritableKeyPath<Root, Int>)],
    called what: String, into root: inout Root
  ) {
    let example = "{\(keys[0].key): \(root[keyPath: keys[0].path])}"
    for field in fields(of: value, keys: keys.map(\.key), called: what, example: example) {
      for (key, path) in keys where key == field.key {
        let range = 0...Configuration.longest
        if let number = wholeNumber(field.value, in: range, example: root[keyPath: path]) {
          root[keyPath: path] = number
        }
      }
    }
  }

  /// A list of columns of a kind; nil where any of them is none.
  mutating func columns(_ value: ConfigurationValue, of kind: InputKind, example: String) -> [String]? {
    guard let items = list(value, example: example) else { return nil }
    let schema = KindSchema.of(kind)
    var columns: [String] = []
    for item in items {
      guard let column = text(item) else { continue }
      if schema.index(of: column) == nil {
        report(
          "\(quoted(column)) is no column of \(kind.rawValue)", at: item, remedy: schema.hint(for: column))
      } else if columns.contains(column) {
        report("\(quoted(column)) stands twice in the list", at: item, remedy: "delete one of them")
      } else {
        columns.append(column)
      }
    }
    return columns.count == items.count ? columns : nil
  }
}

extension KindSchema {
  /// Which column someone may have meant who wrote `word`: a header that it is known by, or something near.
  func hint(for word: String) -> String { Book.hint(for: word, among: columns.map(\.id), aliases: aliases) }

  /// The column that a header is an alias of.
  var aliases: [String: String] {
    let pairs = columns.flatMap { column in column.aliases.map { ($0, column.id) } }
    return Dictionary(pairs) { first, _ in first }
  }
}
