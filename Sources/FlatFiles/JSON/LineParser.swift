internal import CSimdJSON
internal import Glibc
internal import ReviewModel

/// What one thread needs to make rows of lines: the lines, a parser, and what it knows of members.
///
/// It is taken from its file's pool before it is used and put back afterwards, so that one thread holds it at a time.
/// Hence `@unchecked Sendable`.
final class LineParser: @unchecked Sendable {
  /// Whole lines, and where they begin.
  var text = RowBlock()
  private let reader = JSONReader()
  private var rows: ObjectRows

  init(_ rows: ObjectRows) { self.rows = rows }

  /// What has been seen of members that no field took.
  var notes: (rows: MemberNotes, nested: MemberNotes) { rows.notes }

  /// Adds a row to `block` for every line that is not blank, and to `nested` the rows within it.
  func parse(file: String, into block: inout RowBlock, nested: inout RowBlock) throws(FileError) {
    text.seal()
    let bytes = UnsafeRawBufferPointer(rebasing: text.bytes[..<text.byteCount])
    var line = text.firstLine
    var start = 0
    while start < bytes.count {
      let end = Self.lineEnd(bytes, from: start)
      try add(
        UnsafeRawBufferPointer(rebasing: bytes[start..<end]), line: line,
        position: text.firstPosition + UInt64(start), of: file, to: &block, nested: &nested)
      start = min(end + 1, bytes.count)
      line += 1
    }
    block.span = text.firstPosition..<text.firstPosition + UInt64(start)
    block.seal()
    nested.seal()
  }

  private func add(
    _ line: UnsafeRawBufferPointer, line number: Int, position: UInt64, of file: String,
    to block: inout RowBlock, nested: inout RowBlock
  ) throws(FileError) {
    guard !WhiteSpace.fills(line) else { return }
    do {
      let element = try reader.read(line)
      rows.add(element, line: number, position: position, to: &block, nested: &nested)
    } catch {
      // That is not the line's fault.
      guard error.problem != .noMemory else {
        throw error.problem.error(file: file, in: line, at: 0)
      }
      block.appendBroken(Self.trimmed(line), line: number, position: position)
    }
  }

  private static func lineEnd(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
    guard let base = bytes.baseAddress,
      let found = memchr(base + start, CInt(UInt8(ascii: "\n")), bytes.count - start)
    else { return bytes.count }
    return UnsafeRawPointer(found) - base
  }

  /// Without white space before and after; the caller vouches that there is something else.
  private static func trimmed(_ line: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
    func isWhite(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
    guard let first = line.firstIndex(where: { !isWhite($0) }),
      let last = line.lastIndex(where: { !isWhite($0) })
    else { return line }
    return UnsafeRawBufferPointer(rebasing: line[first...last])
  }
}
