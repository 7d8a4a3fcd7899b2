internal import ReviewModel

/// Cuts the text of a file into blocks of whole rows. One thread at a time; it does as little as will do.
struct BlockReader {
  private let source: any ByteSource
  private let name: String
  private let textSize: Int
  private let blockSize: Int
  /// How much is read at once: little as long as only the header row is wanted.
  private var step: Int
  private let rowLimit: Int

  private var delimiter: UInt8 = 0
  /// What has been read and not been handed out: the beginning of a row.
  private var carry: [UInt8] = []
  /// The line and the position of the first byte of `carry`.
  private var line = 1
  private(set) var position: UInt64 = 0
  private var bytesRead = 0
  private var isAtEnd = false
  private var failure: FileError?

  /// A reader of `source`, UTF-8 text that stands at its start and has `textSize` bytes.
  init(_ source: any ByteSource, name: String, textSize: Int, blockSize: Int, rowLimit: Int) {
    self.source = source
    self.name = name
    self.textSize = textSize
    // A block never has more bytes than one row may have and one more, so that offsets fit 32 bits.
    self.rowLimit = min(max(rowLimit, 1), 1 << 30)
    self.blockSize = max(1, blockSize)
    step = min(self.blockSize, 1 << 13)
  }

  /// Moves the next whole rows into `block`, not yet indexed; false at the end.
  mutating func next(into block: inout RowBlock) throws(FileError) -> Bool {
    if let failure { throw failure }
    do {
      return try fill(&block)
    } catch {
      failure = error
      throw error
    }
  }

  private mutating func fill(_ block: inout RowBlock) throws(FileError) -> Bool {
    block.removeAll()
    carry.withUnsafeBytes { block.appendText($0) }
    carry.removeAll(keepingCapacity: true)
    var scan = BoundaryScan(delimiter: delimiter)
    repeat {
      try readMore(&block)
      scan.scan(&block, isFinal: isAtEnd)
    } while scan.rowsEnd == 0 && !isAtEnd && block.byteCount <= rowLimit
    var end = scan.rowsEnd
    var lines = scan.lines
    if isAtEnd {
      guard block.byteCount > 0 else {
        source.pause()
        return false
      }
      guard !scan.endsInside else { throw rowError(block, from: end, line: line + lines) }
      // The last row needs no end.
      end = block.byteCount
      lines = 0
    } else if end == 0 {
      throw rowError(block, from: 0, line: line)
    }
    carry.append(contentsOf: UnsafeRawBufferPointer(rebasing: block.bytes[end..<block.byteCount]))
    block.byteCount = end
    block.firstLine = line
    block.firstPosition = position
    line += lines
    position += UInt64(end)
    return true
  }

  /// Reads up to a block's worth, and no more than shows that a row is too long.
  private mutating func readMore(_ block: inout RowBlock) throws(FileError) {
    guard !isAtEnd else { return }
    // A long row is read in steps that grow, so that its bytes are not moved time and again.
    let wanted = min(max(step, block.byteCount / 2), rowLimit + 1 - block.byteCount)
    block.reserve(bytes: block.byteCount + wanted)
    let room = UnsafeMutableRawBufferPointer(
      rebasing: block.bytes[block.byteCount..<block.byteCount + wanted])
    let count = try source.read(into: room)
    block.byteCount += count
    bytesRead += count
    isAtEnd = count < wanted
    guard isAtEnd ? bytesRead == textSize : bytesRead <= textSize else {
      throw FileError(
        file: name, problem: "changed while it was read", remedy: "run again when it is complete")
    }
  }

  /// Why the row at `start`, on `line`, cannot be had: its quote never closes, or it is too long.
  private func rowError(_ block: borrowing RowBlock, from start: Int, line: Int) -> FileError {
    let text = UnsafeRawBufferPointer(rebasing: block.bytes[start..<block.byteCount])
    var probe = RowProbe(delimiters: [delimiter])
    _ = probe.read(text, isFinal: isAtEnd)
    let inQuotes = probe.openQuote.map { quote in
      line + RowProbe.lineEnds(in: UnsafeRawBufferPointer(rebasing: text[..<quote]))
    }
    if text.count > rowLimit {
      return FileError(
        file: name, line: inQuotes ?? line,
        problem: inQuotes == nil
          ? "a row is longer than \(rowLimit) bytes"
          : "a quote opens here and does not close within \(rowLimit) bytes",
        remedy: inQuotes == nil
          ? "break the line where rows end" : "close the quote, or double it within a field")
    }
    return FileError(
      file: name, line: inQuotes ?? line, problem: "a quote opens here and never closes",
      remedy: "close the quote, or double it within a field")
  }

  /// Reads the header row, the first that is not blank under the delimiter that it shows itself, or that a line before
  /// it names; none in a file of blank lines.
  mutating func readHeader(
    delimiter wanted: UInt8?
  ) throws(FileError) -> (fields: [String], line: Int, delimiter: UInt8) {
    var wanted = wanted
    var block = RowBlock()
    var start = 0
    while block.byteCount < Dialect.statementLimit, !isAtEnd { try readMore(&block) }
    let beginning = UnsafeRawBufferPointer(rebasing: block.bytes[..<block.byteCount])
    if let statement = Dialect.statement(at: beginning) {
      wanted = statement.delimiter
      start = statement.length
      line += 1
      position += UInt64(start)
    }
    while true {
      let text = UnsafeRawBufferPointer(rebasing: block.bytes[start..<block.byteCount])
      if isAtEnd && text.isEmpty {
        guard position > 0 else {
          throw FileError(file: name, problem: "the file is empty", remedy: "begin it with a header row")
        }
        return ([], 1, wanted ?? Dialect.delimiters[0])
      }
      if let found = wanted ?? Dialect.delimiter(ofRowAt: text, isFinal: isAtEnd) {
        delimiter = found
        var probe = RowProbe(delimiters: [found])
        if probe.read(text, isFinal: isAtEnd) {
          let row = UnsafeRawBufferPointer(rebasing: text[..<probe.length])
          let rowLine = line
          start += probe.length
          line += RowProbe.lineEnds(in: row)
          position += UInt64(probe.length)
          let fields = Self.fields(of: row, delimiter: found)
          guard !fields.isEmpty else { continue }
          carry.append(contentsOf: UnsafeRawBufferPointer(rebasing: block.bytes[start..<block.byteCount]))
          step = blockSize
          source.pause()
          return (fields, rowLine, found)
        }
      }
      guard !isAtEnd, text.count <= rowLimit else { throw rowError(block, from: start, line: line) }
      block.removeFirst(start)
      start = 0
      try readMore(&block)
    }
  }

  /// The fields of one row; none if all are blank.
  private static func fields(of row: UnsafeRawBufferPointer, delimiter: UInt8) -> [String] {
    var block = RowBlock()
    block.appendText(row)
    FieldIndexer.index(&block, delimiter: delimiter)
    return block.withRows { bytes, fields, _ in
      fields.map { $0.text(in: bytes) }
    }
  }
}
