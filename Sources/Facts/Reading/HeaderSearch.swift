internal import Book
internal import FlatFiles
internal import Foundation
internal import ReviewModel

/// Where the headers of a file stand, when they are not where they are looked for: on another sheet, below a title, or
/// in another encoding.
struct HeaderSearch {
  /// How many rows below the first may be the header.
  private static let rowsSearched = 20

  let schema: KindSchema
  let options: Configuration.InputOptions
  let file: String

  /// What to say of a file whose required columns are found elsewhere in it; nil where they are not.
  ///
  /// - Parameter open: opens the file, read as these options say.
  func elsewhere(_ open: (_ options: Configuration.InputOptions) throws(FileError) -> any RowFile)
    -> FileError?
  {
    // A file that cannot be read has said so already: here nothing more is to be learnt from it.
    guard let reader = try? open(options), case .row(let read, let line) = reader.header else { return nil }
    // Every text in Big5 is one of some sort in GB18030.
    if reader.encodingName == TextEncoding.gb18030.name, options.encoding == nil,
      let other = try? open(options.reading(encoding: .big5)), case .row(let names, _) = other.header,
      lacking(names) < lacking(read)
    {
      return FileError(
        file: file, line: line,
        problem: "the text was read as GB18030; as Big5 its headers are \(listed(names))",
        remedy: "write in review.yaml inputs: {\(schema.kind.rawValue): {encoding: Big5}}")
    }
    if let row = rowOfHeaders(below: reader) {
      return FileError(
        file: file, line: line, problem: "the headers do not stand here, but on line \(row)",
        remedy: "delete the lines above it: titles and names of groups are no headers")
    }
    guard let workbook = reader as? XLSXFile else { return nil }
    for sheet in workbook.sheetNames where sheet != options.sheet {
      guard let other = try? open(options.reading(sheet: sheet)), case .row(let names, _) = other.header
      else { continue }
      let hasHeaders = fits(names)
      guard hasHeaders || rowOfHeaders(below: other) != nil else { continue }
      return FileError(
        file: file, line: line,
        problem:
          "the sheet that is read lacks columns of \(schema.kind.rawValue), but the sheet \"\(sheet)\" has"
          + " them",
        remedy: "write in review.yaml inputs: {\(schema.kind.rawValue): {sheet: \(Self.yaml(sheet))}}")
    }
    return nil
  }

  /// Whether the headers have all required columns.
  private func fits(_ headers: [String]) -> Bool { lacking(headers) == 0 }

  /// How much is wrong with headers.
  private func lacking(_ headers: [String]) -> Int {
    do {
      _ = try HeaderPlan(headers: headers, schema: schema, options: options, file: file)
      return 0
    } catch {
      return error.problems.count
    }
  }

  private func listed(_ headers: [String]) -> String {
    headers.prefix(12).joined(separator: ", ") + (headers.count > 12 ? ", …" : "")
  }

  /// The line among the first rows that has the headers.
  private func rowOfHeaders(below reader: any RowFile) -> Int? {
    var block = RowBlock()
    var nested = RowBlock()
    guard (try? reader.next(into: &block, nested: &nested)) == true else { return nil }
    var found: Int?
    block.withRows { bytes, fields, rows in
      for row in rows.prefix(Self.rowsSearched) where found == nil {
        let first = Int(row.firstField)
        let names = fields[first..<first + Int(row.fieldCount)].map {
          $0.text(in: bytes)
        }
        if fits(names) { found = row.line }
      }
    }
    return found
  }

  /// A text as a value in review.yaml: in quotes unless it is a plain word.
  private static func yaml(_ text: String) -> String {
    let isWord = text.unicodeScalars.allSatisfy { $0.properties.isAlphabetic || ("0"..."9").contains($0) }
    if isWord, text.utf8.contains(where: { $0 >= 0x80 }) { return text }
    return "\""
      + text.replacingOccurrences(of: "\\", with: "\\\\").replacingOccurrences(of: "\"", with: "\\\"") + "\""
  }
}

extension Configuration.InputOptions {
  /// The same in another encoding.
  fileprivate func reading(encoding: TextEncoding) -> Self {
    var options = self
    options.encoding = encoding
    return options
  }

  /// The same with another sheet.
  fileprivate func reading(sheet: String?) -> Self {
    var options = self
    options.sheet = sheet
    return options
  }
}
