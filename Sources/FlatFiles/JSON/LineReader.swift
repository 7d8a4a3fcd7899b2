internal import CByteScan
internal import ReviewModel

/// Cuts a text into pieces of whole lines. One thread at a time; it does as little as will do.
struct LineReader {
  private let source: any ByteSource
  private let name: String
  private let textSize: Int
  private let blockSize: Int
  private let rowLimit: Int

  /// What has been read and not been handed out: the beginning of a line.
  private var carry: [UInt8] = []
  /// The line and the position of the first byte of `carry`.
  private var line = 1
  private var position = 0
  private var bytesRead = 0
  private var isAtEnd = false
  private var failure: FileError?

  /// A reader of the text of `file`.
  init(_ file: TextFile, name: String, blockSize: Int, rowLimit: Int) {
    source = file.source
    textSize = file.size
    self.name = name
    self.blockSize = max(1, blockSize)
    // Offsets in a block have 32 bits.
    self.rowLimit = min(max(rowLimit, 1), 1 << 30)
  }

  /// Moves the next whole lines into `text`, which then knows its first line and position; false at the end.
  mutating func next(into text: inout RowBlock) throws(FileError) -> Bool {
    if let failure { throw failure }
    do {
      return try fill(&text)
    } catch {
      failure = error
      throw error
    }
  }

  private mutating func fill(_ text: inout RowBlock) throws(FileError) -> Bool {
    text.removeAll()
    carry.withUnsafeBytes { text.appendText($0) }
    carry.removeAll(keepingCapacity: true)
    // What was carried over has no line end.
    var end = 0
    while end == 0, !isAtEnd {
      let known = text.byteCount
      guard known <= rowLimit else {
        throw FileError(
          file: name, line: line, problem: "a line is longer than \(rowLimit) bytes",
          remedy: "break the line where objects end")
      }
      try readMore(&text)
      let new = UnsafeRawBufferPointer(rebasing: text.bytes[known..<text.byteCount])
      if let last = new.lastIndex(of: UInt8(ascii: "\n")) { end = known + last + 1 }
    }
    if isAtEnd { end = text.byteCount }
    guard end > 0 else {
      source.pause()
      return false
    }
    carry.append(contentsOf: UnsafeRawBufferPointer(rebasing: text.bytes[end..<text.byteCount]))
    text.byteCount = end
    text.firstLine = line
    text.firstPosition = UInt64(position)
    line += Self.lineEnds(text)
    position += end
    return true
  }

  /// How many lines end in the text: the only thing done under the lock that looks at every byte, 64 at a time.
  private static func lineEnds(_ text: borrowing RowBlock) -> Int {
    guard let start = text.bytes.baseAddress else { return 0 }
    var count = 0
    var base = 0
    // The padding makes the last step whole; it and what was carried over are masked off.
    while base < text.byteCount {
      let lineFeeds = byte_scan(start + base, UInt8(ascii: "\n")).lineFeed
      let rest = text.byteCount - base
      count += (rest < 64 ? lineFeeds & (1 << UInt64(rest) - 1) : lineFeeds).nonzeroBitCount
      base += 64
    }
    return count
  }

  /// Reads up to a block's worth, and no more than shows that a line is too long.
  private mutating func readMore(_ text: inout RowBlock) throws(FileError) {
    // A long line is read in steps that grow, so that its bytes are not moved time and again.
    let wanted = min(max(blockSize, text.byteCount / 2), rowLimit + 1 - text.byteCount)
    text.reserve(bytes: text.byteCount + wanted)
    let room = UnsafeMutableRawBufferPointer(rebasing: text.bytes[text.byteCount..<text.byteCount + wanted])
    let count = try source.read(into: room)
    text.byteCount += count
    bytesRead += count
    isAtEnd = count < wanted
    guard isAtEnd ? bytesRead == textSize : bytesRead <= textSize else {
      throw FileError(
        file: name, problem: "changed while it was read", remedy: "run again when it is complete")
    }
  }
}
