internal import Book
internal import ReviewModel

/// What would be right where a row is wrong, in the words of the book's language.
struct Remedies {
  private let catalogue: Catalogue
  private let configuration: Configuration
  /// What each file is read as, by its path.
  private let kinds: [String: [InputKind]]
  private let dates: DateAdvice

  /// - Parameter folder: the book's, whose files are looked at again where their days are not read.
  init(_ catalogue: Catalogue, _ book: OpenBook, in folder: String) {
    self.catalogue = catalogue
    dates = DateAdvice(in: folder, book.files, book.configuration)
    configuration = book.configuration
    kinds = Dictionary(grouping: book.files.files, by: \.path).mapValues { $0.map(\.kind) }
  }

  /// What would be right in place of a finding's text.
  func remedy(for finding: Finding) -> String {
    type(of: finding.location)?.remedy(for: finding.code, stages: configuration.stages, catalogue)
      ?? catalogue.text("remedy.\(finding.code.rawValue)")
  }

  /// What would be right for findings of one file, column and code.
  func remedy(forAll findings: [Finding]) -> String {
    guard let first = findings.first else { return "" }
    guard first.code == .badDate, let kind = kind(of: first.location), let column = first.location.column,
      findings.contains(where: { DateStyle.isDay($0.text ?? "") })
    else { return remedy(for: first) }
    let key = "remedy.bad-date"
    let known = configuration.options(of: kind).dateFormats(of: column).map(\.pattern)
    // A setting for one column stays one.
    let isOwn = configuration.options(of: kind).columnDateFormats[column] != nil
    func setting(_ formats: [String]) -> String {
      let quoted = formats.map { $0.contains(",") ? "\"\($0)\"" : $0 }
      let value = quoted.count == 1 ? quoted[0] : "[\(quoted.joined(separator: ", "))]"
      return isOwn ? "{\(column): \(value)}" : value
    }
    let choice: [String]
    switch dates.advice(on: column, of: kind) {
    case .none: return remedy(for: first)
    case .mixed: return catalogue.text(key + ".mixed")
    case .instead(let formats): choice = formats.map { setting([$0]) }
    case .added(let formats): choice = formats.map { setting(known + [$0]) }
    }
    let text = catalogue.sentence(key + (choice.count == 1 ? ".format" : ".formats"))
      .with([kind.rawValue] + choice.prefix(2))
    return known.isEmpty ? text : catalogue.text(key + ".instead", text, setting(known))
  }

  /// What would be right for the files that are of no kind: a text a row of the data-quality table.
  func remedies(for quality: Table, _ unread: UnreadFiles) -> [String]? {
    guard let file = quality.definition.index(of: "file"), let kind = quality.definition.index(of: "kind")
    else { return nil }
    let remedies = quality.rows.map { row in
      guard row[kind].isBlank, case .text(let path) = row[file] else { return "" }
      return unread.advice(for: path).text(catalogue)
    }
    return remedies.allSatisfy(\.isEmpty) ? nil : remedies
  }

  /// What the cells of a column are.
  private func type(of place: SourceLocation) -> ColumnType? {
    guard let column = place.column, let kind = kind(of: place) else { return nil }
    return KindSchema.of(kind).columns.first { $0.id == column }?.type
  }

  /// The kind that a column belongs to. Of a file that serves two, the first with such a column tells.
  private func kind(of place: SourceLocation) -> InputKind? {
    place.column.flatMap { column in
      kinds[place.file]?.first { KindSchema.of($0).index(of: column) != nil }
    }
  }
}
