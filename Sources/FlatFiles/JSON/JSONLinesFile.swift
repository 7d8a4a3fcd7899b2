package import ReviewModel
internal import Synchronization

/// A JSON Lines file (docs/inputs.md, section 5): an object a line, read by as many threads as ask for its rows.
///
///     file ── read a piece of whole lines ──▶ lock released ──▶ parse each line
///                in turn, several GB/s               each thread its own
///
/// A line that is no object is a row of its own, marked as broken; one of white space is none.
package final class JSONLinesFile: MemberFile {
  /// The bytes beyond which a line is taken for one that lost its end.
  package static let rowLimit = 64 << 20

  /// The name in messages.
  package let name: String
  package let encodingName: String?
  package let extent: Range<UInt64>

  package var header: FileHeader { .members }
  package var dateSystem: DateSystem? { nil }

  private let noteLimit: Int
  private let makeParser: @Sendable () -> LineParser
  private let lines: Mutex<LineReader>
  /// The parsers that no thread holds.
  private let idle = Mutex<[LineParser]>([])

  /// Opens a file and checks its encoding throughout.
  ///
  /// - Parameters:
  ///   - path: Where the file is. `.gz` at the end: it is decompressed.
  ///   - name: What messages call it.
  ///   - encoding: The encoding of the text; found from the bytes if nil.
  ///   - members: Which fields the members of an object fill.
  ///   - nested: Which rows stand within a row.
  ///   - blockSize: About how many bytes of text a block is made of.
  ///   - rowLimit: How many bytes a line may have.
  ///   - noteLimit: How many members that no field took are remembered.
  package convenience init(
    path: String, name: String, encoding: TextEncoding? = nil, members: MemberPlan, nested: NestedPlan? = nil,
    blockSize: Int = 1 << 18, rowLimit: Int = JSONLinesFile.rowLimit, noteLimit: Int = MemberReport.limit
  ) throws(FileError) {
    try self.init(
      try openSource(path: path, name: name), name: name, encoding: encoding, members: members,
      nested: nested, blockSize: blockSize, rowLimit: rowLimit, noteLimit: noteLimit)
  }

  /// Reads `bytes`, which stand at their start, as if they were a file's.
  package init(
    _ bytes: sending any ByteSource, name: String, encoding: TextEncoding?, members: MemberPlan,
    nested: NestedPlan?, blockSize: Int, rowLimit: Int = JSONLinesFile.rowLimit,
    noteLimit: Int = MemberReport.limit
  ) throws(FileError) {
    self.name = name
    self.noteLimit = noteLimit
    let file = try TextFile(bytes, name: name, encoding: encoding)
    guard file.size > 0 else {
      throw FileError(file: name, problem: "the file is empty", remedy: "write an object a line into it")
    }
    file.source.pause()
    encodingName = file.encoding.name
    extent = 0..<UInt64(file.size)
    makeParser = {
      LineParser(ObjectRows(members: members, nested: nested, noteLimit: noteLimit))
    }
    lines = Mutex(LineReader(file, name: name, blockSize: blockSize, rowLimit: rowLimit))
  }

  package func next(into block: inout RowBlock, nested: inout RowBlock) throws(FileError) -> Bool {
    let parser = idle.withLock { $0.popLast() } ?? makeParser()
    defer { idle.withLock { $0.append(parser) } }
    block.removeAll()
    nested.removeAll()
    guard try lines.withLock({ (lines) throws(FileError) in try lines.next(into: &parser.text) }) else {
      return false
    }
    try parser.parse(file: name, into: &block, nested: &nested)
    return true
  }

  package var members: MemberReport {
    MemberNotes.report(of: idle.withLock { $0.map(\.notes.rows) }, limit: noteLimit)
  }

  package var nestedMembers: MemberReport {
    MemberNotes.report(of: idle.withLock { $0.map(\.notes.nested) }, limit: noteLimit)
  }
}
