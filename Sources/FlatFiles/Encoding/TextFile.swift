package import ReviewModel

/// A file of text, whatever its encoding: its characters in UTF-8, without a byte order mark.
package struct TextFile {
  /// How much is decoded at once: little, for a book may have many files open at once, and more is not faster.
  package static let pieceSize = 8 << 10

  /// The text, which stands at its start; `rewind` goes back to there. All of it has been read once and was right.
  package let source: any ByteSource
  /// How the file writes it.
  package let encoding: TextEncoding
  /// How many bytes `source` has from its start to its end.
  package let size: Int

  /// Opens the file at `path` and reads all of it, to find its encoding and the size of the text.
  ///
  /// - Parameters:
  ///   - path: Where the file is. `.gz` at the end: it is decompressed.
  ///   - name: What messages call it.
  ///   - encoding: The encoding of a text without a byte order mark; found from the bytes if nil.
  package init(path: String, name: String, encoding: TextEncoding?) throws(FileError) {
    try self.init(try openSource(path: path, name: name), name: name, encoding: encoding)
  }

  /// Reads all of `bytes`, which stand at their start, to decode them in pieces of so many.
  package init(
    _ bytes: any ByteSource, name: String, encoding named: TextEncoding?, pieceSize: Int = pieceSize
  ) throws(FileError) {
    let head = try Self.head(of: bytes)
    if let format = ForeignFormat(head) {
      throw FileError(file: name, problem: format.problem, remedy: format.remedy)
    }
    let mark = ByteOrderMark(head)
    let known = mark?.encoding ?? named
    if known == nil, let guess = Self.unmarkedUTF16(head) {
      throw FileError(
        file: name, problem: "the text seems to be \(guess.name) without a byte order mark",
        remedy: "give its encoding as \(guess.name), or \(Self.asUTF8)")
    }
    let start = mark?.length ?? 0
    let text = start > 0 ? try AfterMark(bytes, length: start) : bytes
    var furthest = (offset: -1, encoding: TextEncoding.utf8)
    for encoding in known.map({ [$0] }) ?? [.utf8, .gb18030] {
      let (source, measure) = try Self.examined(text, as: encoding, name: name, pieceSize: pieceSize)
      switch measure {
      case .size(let size):
        (self.source, self.encoding, self.size) = (source, encoding, size)
        return
      case .invalid(let offset):
        if offset > furthest.offset { furthest = (offset, encoding) }
      }
    }
    let (what, remedy) =
      if let mark {
        ("not \(mark.encoding.name), as its byte order mark says", Self.asUTF8)
      } else if let named {
        ("not \(named.name)", "give another encoding, or none, so that it is found; or \(Self.asUTF8)")
      } else {
        ("neither UTF-8 nor GB18030", "\(Self.asUTF8), or give its encoding, such as Big5")
      }
    throw FileError(
      file: name, line: try Self.line(at: furthest.offset, of: text, in: furthest.encoding),
      problem: "the text is \(what): the byte at offset \(start + furthest.offset) is invalid", remedy: remedy
    )
  }

  private static let asUTF8 = "save it in UTF-8 (in Excel: CSV UTF-8)"

  /// The first bytes, of which the source then stands at the first.
  private static func head(of bytes: any ByteSource) throws(FileError) -> [UInt8] {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: ForeignFormat.headSize, alignment: 1)
    defer { buffer.deallocate() }
    let count = try bytes.read(into: buffer)
    try bytes.rewind()
    return Array(buffer.prefix(count))
  }

  /// UTF-16 that begins with two characters of ASCII, as a header row or a JSON text would, and has no mark.
  private static func unmarkedUTF16(_ head: [UInt8]) -> TextEncoding? {
    guard head.count >= 4, head[0] | head[1] | head[2] | head[3] < 0x80 else { return nil }
    switch (head[0] == 0, head[1] == 0, head[2] == 0, head[3] == 0) {
    case (false, true, false, true): return .utf16LE
    case (true, false, true, false): return .utf16BE
    default: return nil
    }
  }

  /// The text in UTF-8, all of which has been read once.
  private static func examined(
    _ text: any ByteSource, as encoding: TextEncoding, name: String, pieceSize: Int
  ) throws(FileError) -> (source: any ByteSource, measure: TextMeasure) {
    guard let decoder = TextDecoder(encoding) else { return (text, try UTF8Check.measure(text)) }
    let transcoder = Transcoder(text, decoder, name: name, pieceSize: pieceSize)
    return (transcoder, try transcoder.measure())
  }

  /// The physical line on which a byte stands.
  private static func line(
    at offset: Int, of text: any ByteSource, in encoding: TextEncoding
  ) throws(FileError) -> Int {
    let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 1)
    defer { piece.deallocate() }
    var lines = LineCount(encoding)
    var left = offset
    while left > 0 {
      let count = try text.read(into: UnsafeMutableRawBufferPointer(rebasing: piece.prefix(left)))
      guard count > 0 else { break }
      lines.feed(piece[..<count])
      left -= count
    }
    return lines.line
  }
}

/// What reading all of a text comes to.
package enum TextMeasure: Equatable, Sendable {
  /// It is in the encoding; the bytes that it has in UTF-8.
  case size(Int)
  /// It is not; the offset of the first byte that begins no character.
  case invalid(at: Int)
}
