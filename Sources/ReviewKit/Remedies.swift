internal import Book
internal import ReviewModel

/// What would be right where a row is wrong, in the words of the book's language.
struct Remedies {
  private let catalogue: Catalogue
  private let configuration: Configuration
  /// What each file is read as, by its path.
  private let kinds: [String: [InputKind]]

  init(_ catalogue: Catalogue, _ book: OpenBook) {
    self.catalogue = catalogue
    configuration = book.configuration
    kinds = Dictionary(grouping: book.files.files, by: \.path).mapValues { $0.map(\.kind) }
  }

  /// What would be right in place of a finding's text.
  func remedy(for finding: Finding) -> String {
    type(of: finding.location)?.remedy(for: finding.code, stages: configuration.stages, catalogue)
      ?? catalogue.text("remedy.\(finding.code.rawValue)")
  }

  /// What would be right for many findings of one file, column and code.
  func remedy(forAll findings: [Finding]) -> String {
    guard let first = findings.first else { return "" }
    guard first.code == .badDate, let kind = kind(of: first.location) else { return remedy(for: first) }
    let formats = DateStyle.formats(of: findings.compactMap(\.text))
    guard let format = formats.first else { return remedy(for: first) }
    let known = configuration.options(of: kind).dateFormats(of: first.location.column ?? "")
      .map(\.pattern)
    func setting(_ format: String) -> String {
      let formats = (known + [format]).map { $0.contains(",") ? "\"\($0)\"" : $0 }
      return formats.count == 1 ? formats[0] : "[\(formats.joined(separator: ", "))]"
    }
    guard formats.count == 2 else {
      return catalogue.text("remedy.bad-date.format", kind.rawValue, setting(format))
    }
    return catalogue.text("remedy.bad-date.formats", kind.rawValue, setting(format), setting(formats[1]))
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
