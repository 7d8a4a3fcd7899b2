package import FlatFiles
package import ReviewModel

extension InputFile {
  /// Opens the file as a text, a workbook or objects, as review.yaml says that it is written.
  ///
  /// - Parameters:
  ///   - path: where it is.
  ///   - options: those of its kind.
  ///   - visits: how visits that stand in its rows are read; nil where none are.
  package func open(
    at path: String, _ options: Configuration.InputOptions, visits: Configuration.InputOptions? = nil
  ) throws(FileError) -> any RowFile {
    switch format {
    case .csv, .tsv:
      return try DelimitedFile(
        path: path, name: self.path,
        delimiter: options.delimiter ?? (format == .tsv ? UInt8(ascii: "\t") : nil),
        encoding: options.encoding)
    case .json, .jsonLines:
      let schema = KindSchema.of(kind)
      let members = MemberPlan(columnsOf: schema, options: options)
      let nested = visits.map { NestedPlan(visitsOf: schema, .of(.visits), options: $0) }
      return format == .json
        ? try JSONFile(
          path: path, name: self.path, encoding: options.encoding, members: members, nested: nested)
        : try JSONLinesFile(
          path: path, name: self.path, encoding: options.encoding, members: members, nested: nested)
    case .xlsx: return try XLSXFile(path: path, name: self.path, sheet: options.sheet)
    }
  }
}
