internal import Book
internal import PackWriters
internal import ReviewModel

/// Makes the form of a kind from the columns that its files may have.
struct FormMaker {
  let catalogue: Catalogue
  private let configuration: Configuration
  private let words: BookWords

  init(_ configuration: Configuration, _ words: BookWords) {
    catalogue = Catalogue(configuration.language)
    self.configuration = configuration
    self.words = words
  }

  func form(of kind: InputKind) -> Form {
    let schema = KindSchema.of(kind)
    let columns = schema.columns.compactMap { column -> Form.Column? in
      // Whose day a row is says the form itself, but for leads, of which there is a row a ledger.
      guard column.id != "updated" || kind == .leads, let header = header(of: column) else { return nil }
      let entry = entry(of: column, in: schema)
      return Form.Column(
        header: header, note: note(on: column, of: kind, entry), isRequired: column.isRequired, entry: entry)
    }
    return Form(
      title: catalogue.text("form.title.\(kind.rawValue)"),
      fileName: catalogue.text("form.file.\(kind.rawValue)"), columns: columns,
      language: configuration.language)
  }

  /// What people call a column: of the names by which it is read the first in their language. A column without one
  /// is in no form.
  private func header(of column: ColumnSchema) -> String? {
    switch configuration.language {
    case .english: column.id
    case .simplifiedChinese: Han.first(of: column.aliases) ?? column.aliases.first
    case .traditionalChinese:
      Han.firstTraditional(of: column.aliases) ?? Han.first(of: column.aliases) ?? column.aliases.first
    }
  }

  private func word(_ word: Vocabulary.Word) -> String {
    guard configuration.language != .english else { return word.canonical }
    return Han.first(of: word.aliases) ?? word.aliases.first ?? word.canonical
  }

  private func entry(of column: ColumnSchema, in schema: KindSchema) -> Form.Entry {
    switch column.type {
    case .text:
      // Where there is a column for the name of a customer, the list of names belongs there.
      if column.id == "customer_id", schema.index(of: "customer") != nil { return .text }
      let known = words[column.id]
      return known.isEmpty ? .text : .word(known, isOpen: true)
    case .list: return .text
    case .money: return .money
    case .date: return .date
    case .datetime: return .datetime
    case .integer(let range): return .integer(range)
    case .number: return .number
    case .rate: return .rate
    case .flag: return .word([catalogue.text("form.yes"), catalogue.text("form.no")], isOpen: false)
    case .enumeration(let vocabulary): return .word(vocabulary.words.map(word), isOpen: false)
    case .stage: return .word(configuration.stages.map(Self.word), isOpen: false)
    case .period(.week): return .period(.week)
    case .period: return .period(.any)
    }
  }

  /// A stage with its name, as far as it is still read: what stands before the first separator must be the id.
  private static func word(_ stage: Stage) -> String {
    guard let name = stage.name, !stage.id.contains(where: { "-_: ".contains($0) }) else { return stage.id }
    return "\(stage.id)-\(name)"
  }

  private func note(on column: ColumnSchema, of kind: InputKind, _ entry: Form.Entry) -> String {
    if let own = sentence("\(kind.rawValue).\(column.id)") { return own }
    if kind == .targets, !column.isRequired { return catalogue.text("form.entry.scope") }
    if let shared = sentence(column.id) { return shared }
    switch (column.type, entry) {
    case (.list, _): return catalogue.text("form.entry.list")
    case (_, .text): return catalogue.text("form.entry.text")
    case (_, .word(_, let isOpen)): return catalogue.text(isOpen ? "form.entry.open" : "form.entry.word")
    case (_, .period(.week)): return catalogue.text("form.entry.week")
    case (_, .period(.any)): return catalogue.text("form.entry.period")
    case (_, .date): return catalogue.text("form.entry.date")
    case (_, .datetime): return catalogue.text("form.entry.datetime")
    case (_, .money): return catalogue.text("form.entry.money")
    case (_, .integer(nil)): return catalogue.text("form.entry.integer")
    case (_, .integer(let range?)):
      return catalogue.text("form.entry.integer.range", String(range.lowerBound), String(range.upperBound))
    case (_, .number): return catalogue.text("form.entry.number")
    case (_, .rate): return catalogue.text("form.entry.rate")
    }
  }

  /// What the catalogue says of one column; nil where it has nothing to say beyond its type.
  private func sentence(_ column: String) -> String? {
    catalogue.sentence(ifAny: "form.entry.\(column)")?.with([])
  }
}

/// Chinese among names in several languages.
enum Han {
  /// The first that is written in Chinese.
  static func first(of names: [String]) -> String? { names.first(where: isHan) }

  /// The first that is written in characters that only Traditional Chinese has, as far as the names of columns hold
  /// such.
  static func firstTraditional(of names: [String]) -> String? {
    names.first { $0.unicodeScalars.contains { traditional.contains($0) } }
  }

  private static let traditional = Set("業務員編號戶稱產區團隊標籤".unicodeScalars)

  private static func isHan(_ name: String) -> Bool {
    name.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
  }
}
