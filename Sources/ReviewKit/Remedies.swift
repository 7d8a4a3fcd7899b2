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
    type(of: finding.location)?.remedy(for: finding.code, stages: stages, catalogue)
      ?? catalogue.text("remedy.\(finding.code.rawValue)")
  }

  /// What would be right for the files that are of no kind: a text a row of the data-quality table.
  func remedies(for quality: Table) -> [String]? {
    let columns = quality.definition.columns
    guard let file = columns.firstIndex(where: { $0.id == "file" }),
      let kind = columns.firstIndex(where: { $0.id == "kind" })
    else { return nil }
    let remedies = quality.rows.map { row in
      guard row[kind].isBlank, case .text(let path) = row[file] else { return "" }
      return Self.remedy(forUnrecognised: path, files, catalogue)
    }
    return remedies.allSatisfy(\.isEmpty) ? nil : remedies
  }

  /// How a file that is of no kind becomes input.
  static func remedy(forUnrecognised path: String, _ files: BookFiles, _ catalogue: Catalogue) -> String {
    if let format = UnreadFormat(path: path) {
      return catalogue.text("remedy.unrecognised.\(format.rawValue)")
    }
    return catalogue.text("remedy.unrecognised" + (files.overlooked.contains(path) ? ".format" : ""))
  }

  /// What the cells of a column are. Of a file that serves two kinds, the first with such a column tells.
  private func type(of place: SourceLocation) -> ColumnType? {
    guard let column = place.column else { return nil }
    return files.files.lazy.filter { $0.path == place.file }
      .compactMap { file in KindSchema.of(file.kind).columns.first { $0.id == column }?.type }.first
  }
}
