internal import Book
internal import FlatFiles
internal import ReviewModel

/// Which date formats the days of a book ask for. A setting holds for all files of a kind, so all of them are asked:
/// one that reads what is rejected here and misreads what is read there would do harm.
final class DateAdvice {
  private struct Setting: Hashable {
    let kind: InputKind
    /// The only column that it is for; nil where it is for the kind.
    let column: String?
  }

  private let folder: String
  private let files: BookFiles
  private let configuration: Configuration
  private var found: [Setting: DateStyle.Advice] = [:]

  init(in folder: String, _ files: BookFiles, _ configuration: Configuration) {
    self.folder = folder
    self.files = files
    self.configuration = configuration
  }

  /// What becomes of the formats by which a column is read.
  func advice(on column: String, of kind: InputKind) -> DateStyle.Advice {
    let options = configuration.options(of: kind)
    let setting = Setting(kind: kind, column: options.columnDateFormats[column] == nil ? nil : column)
    if let known = found[setting] { return known }
    let formats = options.dateFormats(of: column)
    let columns = KindSchema.of(kind).columns.filter {
      setting.column == nil ? $0.holdsDates && options.columnDateFormats[$0.id] == nil : $0.id == column
    }.map(\.id)
    let texts = texts(of: columns, kind, options).filter { !DateStyle.isDay($0, formats: []) }
    var style = DateStyle(of: texts.filter { !DateStyle.isDay($0, formats: formats) }, known: formats)
    for text in texts { style.note(text) }
    found[setting] = style.advice
    return style.advice
  }

  /// The different texts of some columns, in all files of a kind.
  private func texts(
    of columns: [String], _ kind: InputKind, _ options: Configuration.InputOptions
  ) -> Set<String> {
    var texts: Set<String> = []
    for file in files.files where file.kind == kind {
      // It has been read once: if it cannot be now, it tells nothing.
      guard let rows = try? ColumnReader(file, in: folder, options) else { continue }
      try? rows.forEachRow(of: columns) { texts.formUnion($0) }
    }
    return texts.subtracting(columns.flatMap { (options.values[$0] ?? []).map(\.text) })
  }
}

extension ColumnSchema {
  fileprivate var holdsDates: Bool { type == .date || type == .datetime }
}
