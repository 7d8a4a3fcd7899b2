package import ReviewModel
internal import Synchronization

/// A CSV or TSV file (docs/inputs.md, section 5), read by as many threads as ask for its rows.
///
///     file ── read a block, cut at the last row end ──▶ lock released ──▶ find rows and fields
///                      in turn, several GB/s                                each thread its own
///
/// A block begins at a row start and ends at a row end that lies outside quotes, so no thread depends on another,
/// and neither the size of blocks nor the number of threads shows in rows, lines or positions.
package final class DelimitedFile: RowFile {
  /// The bytes beyond which a row is taken for one that lost its end or its closing quote.
  package static let rowLimit = 64 << 20

  /// The name in messages.
  package let name: String
  /// The header row's names as they stand, quotes removed; none in a file that has nothing but blank lines.
  package let names: [String]
  /// The physical line on which the header row starts.
  package let headerLine: Int
  package let encodingName: String?
  package let extent: Range<UInt64>
  /// What separates fields.
  package let delimiter: UInt8

  package var header: FileHeader { .row(names, line: headerLine) }
  package var dateSystem: DateSystem? { nil }

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
  package convenience init(
    path: String, name: String, delimiter: UInt8? = nil, encoding: TextEncoding? = nil,
    blockSize: Int = 1 << 16, rowLimit: Int = DelimitedFile.rowLimit
  ) throws(FileError) {
    try self.init(
      try openSource(path: path, name: name), name: name,
      delimiter: delimiter ?? Dialect.delimiter(ofFileNamed: path), encoding: encoding, blockSize: blockSize,
      rowLimit: rowLimit)
  }

  /// Reads `bytes`, which stand at their start, as if they were a file's.
  package init(
    _ bytes: sending any ByteSource, name: String, delimiter: UInt8?, encoding: TextEncoding?, blockSize: Int,
    rowLimit: Int = DelimitedFile.rowLimit
  ) throws(FileError) {
    self.name = name
    if let delimiter, !Dialect.canDelimit(delimiter) {
      throw FileError(
        file: name, problem: "fields cannot be delimited by the byte \(delimiter)",
        remedy: "use a comma, a semicolon, a tab, | or another ASCII character")
    }
    let text = try TextFile(bytes, name: name, encoding: encoding)
    var reader = BlockReader(
      text.source, name: name, textSize: text.size, blockSize: blockSize, rowLimit: rowLimit)
    let found = try reader.readHeader(delimiter: delimiter)
    names = found.fields
    headerLine = found.line
    self.delimiter = found.delimiter
    encodingName = text.encoding.name
    extent = reader.position..<UInt64(text.size)
    self.reader = Mutex(reader)
  }

  package func next(into block: inout RowBlock, nested: inout RowBlock) throws(FileError) -> Bool {
    nested.removeAll()
    return try next(into: &block)
  }

  /// Fills `block` with the rows that come next, which may be none; false at the end of the file.
  package func next(into block: inout RowBlock) throws(FileError) -> Bool {
    let more = try reader.withLock { (reader) throws(FileError) in try reader.next(into: &block) }
    if more { FieldIndexer.index(&block, delimiter: delimiter) }
    return more
  }
}
