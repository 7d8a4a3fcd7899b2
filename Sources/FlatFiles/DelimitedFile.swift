package import ReviewModel
internal import Synchronization

/// A CSV or TSV file (docs/inputs.md, section 5), read by as many threads as ask for its rows.
///
///     file ── read a block, cut at the last row end ──▶ lock released ──▶ find rows and fields
///                      in turn, several GB/s                                each thread its own
///
/// A block begins at a row start and ends at a row end that lies outside quotes, so no thread depends on another,
/// and neither the size of blocks nor the number of threads shows in rows, lines or positions.
package final class DelimitedFile: Sendable {
  /// The bytes beyond which a row is taken for one that lost its end or its closing quote.
  package static let rowLimit = 64 << 20

  /// The name in messages.
  package let name: String
  /// The header row's names as they stand, quotes removed; none in a file that has nothing but blank lines.
  package let header: [String]
  /// The physical line on which the header row starts.
  package let headerLine: Int
  /// The name of the encoding.
  package let encodingName: String
  /// What separates fields.
  package let delimiter: UInt8

  private let reader: Mutex<BlockReader>

  /// Opens a file, checks its encoding throughout, and reads its header row: the first that is not blank.
  ///
  /// - Parameters:
  ///   - path: Where the file is. `.gz` at the end: it is decompressed.
  ///   - name: What messages call it.
  ///   - delimiter: What separates fields; found from name and header row if nil.
  ///   - encoding: The encoding of the text; found from the bytes if nil.
  ///   - blockSize: About how many bytes a block has.
  ///   - rowLimit: How many bytes a row may have.
  package init(
    path: String, name: String, delimiter: UInt8? = nil, encoding: TextEncoding? = nil,
    blockSize: Int = 1 << 16, rowLimit: Int = DelimitedFile.rowLimit
  ) throws(FileError) {
    self.name = name
    if let delimiter, !Dialect.canDelimit(delimiter) {
      throw FileError(
        file: name, problem: "fields cannot be delimited by the byte \(delimiter)",
        remedy: "use a comma, a semicolon, a tab, | or another ASCII character")
    }
    let source = try openSource(path: path, name: name)
    let text = try DelimitedFile.examine(source, name: name, encoding: encoding)
    var reader = BlockReader(
      source, name: name, textSize: text.size, blockSize: blockSize, rowLimit: rowLimit)
    try reader.skip(text.mark)
    let found = try reader.readHeader(delimiter: delimiter ?? Dialect.delimiter(ofFileNamed: path))
    header = found.fields
    headerLine = found.line
    self.delimiter = found.delimiter
    encodingName = text.encoding.name
    self.reader = Mutex(reader)
  }

  /// Fills `block` with the rows that come next; false when there are no more. Any number of threads may call it
  /// at once, each with a block of its own; after an error every call throws that error.
  package func next(into block: inout RowBlock) throws(FileError) -> Bool {
    repeat {
      let more = try reader.withLock { (reader) throws(FileError) in try reader.next(into: &block) }
      guard more else { return false }
      FieldIndexer.index(&block, delimiter: delimiter)
    } while block.rowCount == 0
    return true
  }

  /// All rows in order, header row included, each with the physical line on which it starts. For a file of which
  /// no block has been taken yet.
  package func forEachRow(_ body: (_ line: Int, _ fields: [String]) throws -> Void) throws {
    if !header.isEmpty { try body(headerLine, header) }
    var block = RowBlock()
    while try next(into: &block) {
      try block.withRows { bytes, fields, rows in
        for row in rows {
          let first = Int(row.firstField)
          try body(
            row.line,
            fields[first..<first + Int(row.fieldCount)].map {
              String(decoding: bytes[Int($0.start)..<Int($0.end)], as: UTF8.self)
            })
        }
      }
    }
  }

  /// Reads the file once to find its encoding and its size.
  private static func examine(
    _ source: any ByteSource, name: String, encoding: TextEncoding?
  ) throws(FileError) -> (encoding: TextEncoding, mark: Int, size: Int) {
    let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 256 << 10, alignment: 64)
    defer { piece.deallocate() }
    var detector = EncodingDetector()
    while true {
      let count = try source.read(into: piece)
      detector.feed(UnsafeRawBufferPointer(rebasing: piece[..<count]))
      if count < piece.count { break }
    }
    try source.rewind()
    switch detector.verdict() {
    case .text(let found, let mark):
      return (encoding ?? found, mark, detector.count)
    case .unknown(let problem, let remedy):
      throw FileError(file: name, problem: problem, remedy: remedy)
    }
  }
}
