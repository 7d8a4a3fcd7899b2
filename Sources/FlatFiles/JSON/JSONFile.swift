package import ReviewModel
internal import Synchronization

/// A JSON file (docs/inputs.md, section 5): an array of objects, an object with exactly one member and that such an
/// array, or one object, which is one row.
///
/// The line of a row is the number of its element from 1. The document is read and parsed by one thread after the
/// other, at about a gigabyte a second; what is expensive, the decoding of its rows, is theirs at once.
package final class JSONFile: MemberFile {
  /// The bytes beyond which a document is refused: it is held in memory whole, with an index beside it.
  package static let sizeLimit = 1 << 30
  /// The bytes beyond which an element is refused.
  package static let rowLimit = 64 << 20

  /// The name in messages.
  package let name: String
  package let encodingName: String?
  package let extent: Range<UInt64>

  package var header: FileHeader { .members }
  package var dateSystem: DateSystem? { nil }

  private let noteLimit: Int
  private let document: Mutex<JSONDocument>

  /// Opens a file and checks its encoding throughout.
  ///
  /// - Parameters:
  ///   - path: Where the file is. `.gz` at the end: it is decompressed.
  ///   - name: What messages call it.
  ///   - encoding: The encoding of the text; found from the bytes if nil.
  ///   - members: Which fields the members of an object fill.
  ///   - nested: Which rows stand within a row.
  ///   - blockSize: About how many bytes of text a block is made of.
  ///   - sizeLimit: How many bytes the document may have.
  ///   - rowLimit: How many bytes an element may have.
  ///   - noteLimit: How many members that no field took are remembered.
  package convenience init(
    path: String, name: String, encoding: TextEncoding? = nil, members: MemberPlan, nested: NestedPlan? = nil,
    blockSize: Int = 1 << 18, sizeLimit: Int = JSONFile.sizeLimit, rowLimit: Int = JSONFile.rowLimit,
    noteLimit: Int = MemberReport.limit
  ) throws(FileError) {
    try self.init(
      try openSource(path: path, name: name), name: name, encoding: encoding, members: members,
      nested: nested, blockSize: blockSize, sizeLimit: sizeLimit, rowLimit: rowLimit, noteLimit: noteLimit)
  }

  /// Reads `bytes`, which stand at their start, as if they were a file's.
  package init(
    _ bytes: sending any ByteSource, name: String, encoding: TextEncoding?, members: MemberPlan,
    nested: NestedPlan?, blockSize: Int, sizeLimit: Int = JSONFile.sizeLimit,
    rowLimit: Int = JSONFile.rowLimit, noteLimit: Int = MemberReport.limit
  ) throws(FileError) {
    self.name = name
    self.noteLimit = noteLimit
    let file = try TextFile(bytes, name: name, encoding: encoding)
    guard file.size <= sizeLimit else {
      throw FileError(
        file: name, problem: "a JSON document of \(file.size) bytes is larger than \(sizeLimit)",
        remedy: "write it as JSON Lines, an object a line")
    }
    file.source.pause()
    encodingName = file.encoding.name
    extent = 0..<UInt64(file.size)
    let rows = ObjectRows(members: members, nested: nested, noteLimit: noteLimit)
    document = Mutex(JSONDocument(file, name: name, rows: rows, blockSize: blockSize, rowLimit: rowLimit))
  }

  package func next(into block: inout RowBlock, nested: inout RowBlock) throws(FileError) -> Bool {
    try document.withLock { (document) throws(FileError) in
      try document.next(into: &block, nested: &nested)
    }
  }

  package var members: MemberReport {
    document.withLock { MemberNotes.report(of: [$0.notes.rows], limit: noteLimit) }
  }

  package var nestedMembers: MemberReport {
    document.withLock { MemberNotes.report(of: [$0.notes.nested], limit: noteLimit) }
  }
}
