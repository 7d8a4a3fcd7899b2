internal import FlatFiles
internal import ReviewModel
internal import Yams

extension Configuration {
  mutating func readInputs(_ value: ConfigurationValue, with reader: inout ConfigurationReader) {
    let names = InputKind.allCases.flatMap { kind in
      KindSchema.of(kind).otherNames.map { ($0, kind.rawValue) }
    }
    let fields = reader.fields(
      of: value, keys: InputKind.allCases.map(\.rawValue), called: "kind of input",
      example: "leads: {files: [\"crm/*.csv\"]}", aliases: Dictionary(names) { first, _ in first })
    for field in fields {
      guard let kind = InputKind(rawValue: field.key) else { continue }
      var options = InputOptions()
      options.read(field.value, of: kind, with: &reader)
      inputs[kind] = options
    }
  }
}

extension Configuration.InputOptions {
  fileprivate mutating func read(
    _ value: ConfigurationValue, of kind: InputKind, with reader: inout ConfigurationReader
  ) {
    let keys = [
      "files", "snapshots", "key", "columns", "values", "constants", "date-format", "encoding", "delimiter",
      "sheet",
    ]
    let fields = reader.fields(
      of: value, keys: keys, called: "key of \(value.path)", example: "{encoding: GB18030}")
    for field in fields {
      let value = field.value
      switch field.key {
      case "files":
        files = reader.texts(value, example: "[\"crm/*.csv\"]")
        filesLine = value.line
      case "snapshots" where kind != .leads:
        reader.report("only leads come in snapshots", at: value, remedy: "delete this key")
      case "snapshots": hasFullSnapshots = reader.word(value, among: ["incremental", "full"]) == "full"
      case "key": key = reader.columns(value, of: kind, example: "[\(KindSchema.of(kind).key[0])]")
      case "columns": readColumns(value, of: kind, with: &reader)
      case "values": readValues(value, of: kind, with: &reader)
      case "constants":
        let example = "{\(KindSchema.of(kind).columns[0].id): \"X1\"}"
        for field in reader.columnFields(value, of: kind, example: example) {
          guard let text = reader.text(field.value) else { continue }
          constants[field.key] = text
          reader.cells.append(
            ConfigurationCell(
              kind: kind, column: field.key, text: text, mayBeBlank: false, value: field.value))
        }
      case "date-format": readDateFormats(value, of: kind, with: &reader)
      case "encoding": encoding = reader.encoding(value)
      case "delimiter": delimiter = reader.delimiter(value)
      default: sheet = reader.text(value)
      }
    }
  }

  private mutating func readColumns(
    _ value: ConfigurationValue, of kind: InputKind, with reader: inout ConfigurationReader
  ) {
    let schema = KindSchema.of(kind)
    let example = "{\(schema.columns[0].id): \"header in the file\"}"
    for field in reader.members(of: value, example: example) ?? [] where !field.value.isNothing {
      if schema.index(of: field.key) != nil {
        columns[field.key] = reader.text(field.value)
        continue
      }
      // The one mistake that everybody makes here once.
      var remedy = schema.hint(for: field.key)
      if case .scalar(let scalar) = field.value.node, schema.index(of: scalar.string) != nil {
        remedy = "write it the other way round: \(scalar.string): \(quoted(field.key))"
      }
      reader.report(
        "\(quoted(field.key)) is no column of \(kind.rawValue)", line: field.value.line, path: value.path,
        remedy: remedy)
    }
  }

  private mutating func readValues(
    _ value: ConfigurationValue, of kind: InputKind, with reader: inout ConfigurationReader
  ) {
    for field in reader.columnFields(value, of: kind, example: "{stage: {Prospecting: S1, Won: S6}}") {
      values[field.key] = (reader.members(of: field.value, example: "{Prospecting: S1, Won: S6}") ?? [])
        .compactMap { pair in
          if pair.value.isNothing { return .init(text: pair.key, replacement: "") }
          guard let text = reader.text(pair.value, mayBeEmpty: true) else { return nil }
          reader.cells.append(
            ConfigurationCell(
              kind: kind, column: field.key, text: text, mayBeBlank: true, value: pair.value))
          return .init(text: pair.key, replacement: text)
        }
    }
  }

  private mutating func readDateFormats(
    _ value: ConfigurationValue, of kind: InputKind, with reader: inout ConfigurationReader
  ) {
    guard case .mapping = value.node else {
      dateFormats = reader.dateFormats(value)
      return
    }
    let schema = KindSchema.of(kind)
    let dated = schema.columns.filter { $0.holdsDays }.map(\.id)
    let fields = reader.fields(
      of: value, keys: dated + ["default"], called: "column with dates of \(kind.rawValue)",
      example: "{default: M/D/YYYY}", aliases: schema.aliases.filter { dated.contains($0.value) })
    for field in fields {
      let formats = reader.dateFormats(field.value)
      if field.key == "default" { dateFormats = formats } else { columnDateFormats[field.key] = formats }
    }
  }
}

extension ColumnSchema {
  /// Whether a cell may be a day, which `date-format` then tells how to read.
  fileprivate var holdsDays: Bool {
    switch type {
    case .date, .datetime, .period: true
    default: false
    }
  }
}

extension ConfigurationReader {
  /// A map whose keys are columns.
  fileprivate mutating func columnFields(
    _ value: ConfigurationValue, of kind: InputKind, example: String
  ) -> [ConfigurationField] {
    let schema = KindSchema.of(kind)
    return fields(
      of: value, keys: schema.columns.map(\.id), called: "column of \(kind.rawValue)", example: example,
      aliases: schema.aliases)
  }

  /// A date format, or a list of them.
  fileprivate mutating func dateFormats(_ value: ConfigurationValue) -> [DateFormat] {
    var items = [value]
    if case .sequence = value.node { items = list(value, example: "[M/D/YYYY]") ?? [] }
    return items.compactMap { item -> DateFormat? in
      guard let pattern = text(item) else { return nil }
      do throws(DateFormat.Invalid) {
        return try DateFormat(pattern)
      } catch {
        report("\(quoted(pattern)) is no date format: \(error.reason)", at: item, remedy: error.remedy)
        return nil
      }
    }
  }

  fileprivate mutating func encoding(_ value: ConfigurationValue) -> TextEncoding? {
    if case .scalar(let scalar) = value.node, let encoding = TextEncoding(named: scalar.string) {
      return encoding
    }
    _ = word(value, among: TextEncoding.allCases.map(\.name))
    return nil
  }

  /// One byte that may stand between fields.
  fileprivate mutating func delimiter(_ value: ConfigurationValue) -> UInt8? {
    guard let text = text(value) else { return nil }
    if text == "tab" || text == "\\t" { return UInt8(ascii: "\t") }
    let usable = text.utf8.count == 1 ? text.utf8.first : nil
    if let byte = usable, byte == UInt8(ascii: "\t") || isDelimiter(byte) { return byte }
    report(
      "\(quoted(text)) is no delimiter", at: value,
      remedy: "write one of \",\" \";\" \"|\" or tab, or another single sign of ASCII")
    return nil
  }

  /// Visible ASCII but letters, digits and the quote, which means something else in a file.
  private func isDelimiter(_ byte: UInt8) -> Bool {
    let scalar = Unicode.Scalar(byte)
    return byte > 0x20 && byte < 0x7F && byte != UInt8(ascii: "\"") && !scalar.properties.isAlphabetic
      && scalar.properties.numericType == nil
  }
}
