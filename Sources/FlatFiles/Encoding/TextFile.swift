package import ReviewModel

/// A file of text, whatever its encoding: its characters in UTF-8, without a byte order mark.
package struct TextFile {
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

  /// Reads all of `bytes`, which stand at their start, in pieces of so many bytes.
  package init(
    _ bytes: any ByteSource, name: String, encoding named: TextEncoding?, pieceSize: Int = 256 << 10
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
    let candidates = known.map { [$0] } ?? [.utf8, .gb18030]
    var firstInvalid = 0
    for encoding in candidates {
      let source: any ByteSource
      let measure: TextMeasure
      if let decoder = TextDecoder(encoding) {
        let transcoder = Transcoder(text, decoder, name: name, pieceSize: pieceSize)
        (source, measure) = (transcoder, try transcoder.measure())
      } else {
        (source, measure) = (text, try UTF8Check.measure(text, pieceSize: pieceSize))
      }
      switch measure {
      case .size(let size):
        (self.source, self.encoding, self.size) = (source, encoding, size)
        return
      case .invalid(let offset):
        // Up to here it may be one of them.
        firstInvalid = max(firstInvalid, start + offset)
      }
    }
    let byte = "the byte at offset \(firstInvalid) is invalid"
    if let mark {
      throw FileError(
        file: name, problem: "the text is not \(mark.encoding.name), as its byte order mark says: \(byte)",
        remedy: Self.asUTF8)
    } else if let named {
      throw FileError(
        file: name, problem: "the text is not \(named.name): \(byte)",
        remedy: "give another encoding, or none, so that it is found from the bytes, or \(Self.asUTF8)")
    }
    throw FileError(
      file: name, problem: "the text is neither UTF-8 nor GB18030: \(byte)",
      remedy: "\(Self.asUTF8), or give its encoding, such as Big5")
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
}

/// What reading all of a text comes to.
package enum TextMeasure: Equatable, Sendable {
  /// It is in the encoding; the bytes that it has in UTF-8.
  case size(Int)
  /// It is not; the offset of the first byte that begins no character.
  case invalid(at: Int)
}
