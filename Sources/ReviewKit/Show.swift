internal import Book
internal import FlatFiles
internal import ReviewModel

/// One file as the reader sees it, before any meaning.
public struct Show: Sendable {
  private let file: String
  private let encoding: String?
  private let delimiter: String?
  private let sheet: String?

  /// A file with, where it must be said, its encoding and the one character between its fields, or the sheet of a
  /// workbook.
  public init(file: String, encoding: String? = nil, delimiter: String? = nil, sheet: String? = nil) {
    self.file = file
    self.encoding = encoding
    self.delimiter = delimiter
    self.sheet = sheet
  }

  /// Gives every row, header included, in order: the line on which it starts, and its fields. Of JSON the names of all
  /// members are the header, as line 0.
  ///
  /// - Throws: ``RunError``, and what `body` throws.
  public func callAsFunction(_ body: (_ line: Int, _ fields: [String]) throws -> Void) throws {
    do {
      try refuseWhatIsNotRead()
      let encoding = try textEncoding()
      if isNamed([".xlsx"]) {
        try XLSXFile(path: file, name: file, sheet: sheet).forEachRow(body)
      } else if isNamed([".json"]) {
        try MemberGrid { [file] members, noteLimit throws(FileError) in
          try JSONFile(path: file, name: file, encoding: encoding, members: members, noteLimit: noteLimit)
        }
        .forEachRow(body)
      } else if isNamed([".jsonl", ".ndjson"]) {
        try MemberGrid { [file] members, noteLimit throws(FileError) in
          try JSONLinesFile(
            path: file, name: file, encoding: encoding, members: members, noteLimit: noteLimit)
        }
        .forEachRow(body)
      } else {
        try DelimitedFile(path: file, name: file, delimiter: try delimiterByte(), encoding: encoding)
          .forEachRow(body)
      }
    } catch {
      throw RunError(error)
    }
  }

  private func isNamed(_ extensions: [String]) -> Bool {
    let name = file.lowercased()
    return extensions.contains { name.hasSuffix($0) || name.hasSuffix($0 + ".gz") }
  }

  /// Throws for formats that are told by their names and are not read: a text may be called anything else.
  private func refuseWhatIsNotRead() throws {
    let name = file.split(separator: "/").last ?? ""
    if name.hasPrefix("~$") {
      throw RunError(
        .badInput,
        [
          "\(file): is the mark of a workbook that is open in Excel (close Excel; the rows are in \(name.dropFirst(2)))"
        ])
    }
    let isPackedText = name.lowercased().hasSuffix(".gz") && !name.lowercased().hasSuffix(".xlsx.gz")
    guard !isPackedText, let format = UnreadFormat(path: file), format != .text else { return }
    let remedy = Catalogue(.english).text("remedy.unrecognised.\(format.rawValue)")
    throw RunError(.badInput, ["\(file): files of this format are not read (\(remedy))"])
  }

  private func delimiterByte() throws -> UInt8? {
    guard let delimiter else { return nil }
    if delimiter == "tab" || delimiter == "\\t" { return 0x09 }
    guard delimiter.utf8.count == 1, let byte = delimiter.utf8.first else {
      throw RunError(.usage, ["--delimiter \(delimiter): not one character (such as ; or tab)"])
    }
    return byte
  }

  private func textEncoding() throws -> TextEncoding? {
    guard let encoding else { return nil }
    guard let known = TextEncoding(named: encoding) else {
      let names = TextEncoding.allCases.map(\.name).joined(separator: ", ")
      throw RunError(.usage, ["--encoding \(encoding): not one of \(names)"])
    }
    return known
  }
}
