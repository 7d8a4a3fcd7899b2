internal import Book
internal import ReviewModel

/// What would be right where a row is wrong, in the words of the book's language.
struct Remedies {
  private let catalogue: Catalogue
  private let stages: [Stage]
  private let files: BookFiles

  init(_ catalogue: Catalogue, _ book: OpenBook) {
    self.catalogue = catalogue
    stages = book.configuration.stages
    files = book.files
  }

  /// What would be right in place of a finding's text.
  func remedy(for finding: Finding) -> String {
    let key = "remedy.\(finding.code.rawValue)"
    let type = type(of: finding.location)
    switch (finding.code, type) {
    case (.badEnum, .enumeration(let vocabulary)):
      return catalogue.text(key, listed(vocabulary.words.map(\.canonical)))
    case (.badEnum, .stage): return catalogue.text(key, listed(stages.map(\.id)))
    case (.badPeriod, .period(.month)): return catalogue.text(key + ".month")
    case (.badPeriod, .period(.week)): return catalogue.text(key + ".week")
    case (.badNumber, .integer): return catalogue.text(key + ".integer")
    case (.badNumber, .rate), (.outOfRange, .rate): return catalogue.text("remedy.rate")
    case (.outOfRange, .money): return catalogue.text(key + ".money")
    case (.outOfRange, .integer(let range?)):
      return catalogue.text(key + ".integer", String(range.lowerBound), String(range.upperBound))
    default: return catalogue.text(key)
    }
  }

  /// What would be right for the files that are of no kind: a text a row of the data-quality table.
  func remedies(for quality: Table) -> [String]? {
    guard let kind = quality.definition.columns.firstIndex(where: { $0.id == "kind" }) else { return nil }
    let unrecognised = quality.rows.map { $0[kind].isBlank }
    guard unrecognised.contains(true) else { return nil }
    return unrecognised.map { $0 ? catalogue.text("remedy.unrecognised") : "" }
  }

  private func listed(_ words: [String]) -> String { words.joined(separator: ", ") }

  /// What the cells of a column are. Of a file that serves two kinds, the first with such a column tells.
  private func type(of place: SourceLocation) -> ColumnType? {
    guard let column = place.column else { return nil }
    return files.files.lazy.filter { $0.path == place.file }
      .compactMap { file in KindSchema.of(file.kind).columns.first { $0.id == column }?.type }.first
  }
}
