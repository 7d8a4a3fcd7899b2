internal import Book
internal import FlatFiles
internal import ReviewModel

/// A file of a book that is read once more for advice: the texts of some of its columns.
struct ColumnReader {
  private let reader: any RowFile
  private let schema: KindSchema
  /// By the place of a column in its schema: the index of its field.
  private let sources: [Int?]

  init(_ file: InputFile, in folder: String, _ options: Configuration.InputOptions) throws {
    schema = KindSchema.of(file.kind)
    reader = try file.open(at: folder + "/" + file.path, options)
    sources =
      switch reader.header {
      case .row(let names, let line):
        try HeaderPlan(headers: names, schema: schema, options: options, file: file.path, line: line).sources
      case .members: Array(schema.columns.indices)
      }
  }

  /// The cells of the columns that the file has, row by row.
  func forEachRow(of columns: [String], _ body: ([String]) -> Void) throws {
    let fields = columns.compactMap { schema.index(of: $0).flatMap { sources[$0] } }
    try reader.forEachRow { _, row in body(fields.compactMap { row.indices.contains($0) ? row[$0] : nil }) }
  }
}
