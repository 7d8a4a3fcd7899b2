internal import CSimdJSON
internal import ReviewModel

/// One JSON document, in memory from its first row to its last. One thread at a time.
struct JSONDocument: ~Copyable {
  private let source: any ByteSource
  private let name: String
  private let textSize: Int
  private let blockSize: Int
  private let rowLimit: Int

  private var rows: ObjectRows
  /// The text and its parser, while there are elements to come.
  private var text = RowBlock()
  private var reader: JSONReader?
  private var form = CSIMDJSON_ROWS
  private var isDone = false
  private var failure: FileError?
  /// Where the last element ends, and its number.
  private var offset = 0
  private var number = 0
  private var hasObject = false

  /// The document that is the text of `file`.
  init(_ file: TextFile, name: String, rows: ObjectRows, blockSize: Int, rowLimit: Int) {
    source = file.source
    textSize = file.size
    self.name = name
    self.rows = rows
    self.blockSize = max(blockSize, 1)
    self.rowLimit = rowLimit
  }

  /// What has been seen of members that no field took.
  var notes: (rows: MemberNotes, nested: MemberNotes) { rows.notes }

  /// Fills the blocks with the rows that come next; false when there are no more.
  mutating func next(into block: inout RowBlock, nested: inout RowBlock) throws(FileError) -> Bool {
    if let failure { throw failure }
    do {
      return try fill(&block, &nested)
    } catch {
      failure = error
      letGo()
      throw error
    }
  }

  private mutating func fill(_ block: inout RowBlock, _ nested: inout RowBlock) throws(FileError) -> Bool {
    block.removeAll()
    nested.removeAll()
    guard !isDone else { return false }
    if self.reader == nil { try open() }
    guard let reader = self.reader else { return false }
    let start = offset
    while offset - start < blockSize, !isDone {
      let element: JSONElement?
      do {
        element = try reader.next()
      } catch {
        throw self.error(error)
      }
      if let element {
        try add(element, to: &block, nested: &nested)
      } else {
        try end()
      }
    }
    block.span = UInt64(start)..<UInt64(offset)
    block.seal()
    nested.seal()
    return true
  }

  private mutating func add(
    _ element: JSONElement, to block: inout RowBlock, nested: inout RowBlock
  ) throws(FileError) {
    guard form != CSIMDJSON_SCALAR else { throw notATable("it is a single value") }
    let written = element[0].writtenBytes
    let start = text.offset(of: written)
    number += 1
    guard written.count <= rowLimit else {
      throw FileError(
        file: name, problem: "element \(number) is longer than \(rowLimit) bytes",
        remedy: "write an array of objects, a row each")
    }
    if element[0].kind == CSIMDJSON_OBJECT { hasObject = true }
    rows.add(element, line: number, position: UInt64(start), to: &block, nested: &nested)
    offset = start + written.count
  }

  /// There are no more elements, and nothing follows the document.
  private mutating func end() throws(FileError) {
    guard hasObject || number == 0 else { throw notATable("no element of the array is an object") }
    offset = textSize
    isDone = true
    letGo()
  }

  /// Reads the whole text, and begins to parse it.
  private mutating func open() throws(FileError) {
    text.reserve(bytes: textSize)
    // One byte more shows a file that has grown.
    let room = UnsafeMutableRawBufferPointer(rebasing: text.bytes[..<(textSize + 1)])
    guard try source.read(into: room) == textSize else {
      throw FileError(
        file: name, problem: "changed while it was read", remedy: "run again when it is complete")
    }
    source.pause()
    text.byteCount = textSize
    text.seal()
    let reader = JSONReader()
    do {
      form = try reader.open(UnsafeRawBufferPointer(rebasing: text.bytes[..<textSize]))
    } catch {
      throw self.error(error)
    }
    self.reader = reader
  }

  private mutating func letGo() {
    reader = nil
    text = RowBlock()
  }

  private func error(_ failure: JSONReader.Failure) -> FileError {
    failure.problem.error(
      file: name, in: UnsafeRawBufferPointer(rebasing: text.bytes[..<text.byteCount]), at: failure.offset)
  }

  private func notATable(_ why: String) -> FileError {
    FileError(file: name, problem: "not a table: \(why)", remedy: "write an array of objects, a row each")
  }
}

extension RowBlock {
  /// Where in the block's text a part of it begins.
  fileprivate func offset(of part: UnsafeRawBufferPointer) -> Int {
    guard let start = bytes.baseAddress, let first = part.baseAddress else { return 0 }
    return first - UnsafeRawPointer(start)
  }
}
