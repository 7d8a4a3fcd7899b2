internal import ReviewModel

/// A file of text, whatever its encoding: its characters in UTF-8, without a byte order mark.
struct TextFile {
  /// The text, which stands at its start; `rewind` goes back to there. All of it has been read once and was right.
  let source: any ByteSource
  /// How the file writes it.
  let encoding: TextEncoding
  /// How many bytes `source` has from its start to its end.
  let size: Int

  /// Opens the file at `path` and reads it once, to find its encoding, the first byte that is not in it, and the size
  /// of the text.
  ///
  /// - Parameters:
  ///   - path: Where the file is. `.gz` at the end: it is decompressed.
  ///   - name: What messages call it.
  ///   - encoding: The encoding where the bytes do not tell; found from them if nil.
  init(path: String, name: String, encoding: TextEncoding?) throws(FileError) {
    let bytes = try openSource(path: path, name: name)
    let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 256 << 10, alignment: 64)
    defer { piece.deallocate() }
    var detector = EncodingDetector()
    while true {
      let count = try bytes.read(into: piece)
      detector.feed(UnsafeRawBufferPointer(rebasing: piece[..<count]))
      if count < piece.count { break }
    }
    try bytes.rewind()
    switch detector.verdict() {
    case .text(let found, let mark):
      source = try AfterMark(bytes, length: mark)
      self.encoding = encoding ?? found
      size = detector.count - mark
    case .unknown(let problem, let remedy):
      throw FileError(file: name, problem: problem, remedy: remedy)
    }
  }
}
