internal import CByteScan

/// Finds the encoding of a file from all its bytes, which are fed to it in pieces of any size.
package struct EncodingDetector {
  /// What the bytes turned out to be.
  package enum Verdict: Equatable, Sendable {
    /// Text in that encoding, after a byte order mark of `mark` bytes.
    case text(TextEncoding, mark: Int)
    /// Bytes that no known encoding has: why, and what would be right.
    case unknown(problem: String, remedy: String)
  }

  /// A detector that has seen nothing yet.
  package init() {}

  /// All bytes so far.
  package private(set) var count = 0
  /// The first four bytes, or all while there are fewer.
  private var head: [UInt8] = []
  /// A sequence that the last piece began and did not end.
  private var cut: [UInt8] = []
  /// The offset of the first byte that is not UTF-8.
  private var firstInvalid: Int?

  /// Takes the next piece of the file.
  package mutating func feed(_ piece: UnsafeRawBufferPointer) {
    if head.count < 4 { head += piece.prefix(4 - head.count) }
    defer { count += piece.count }
    guard firstInvalid == nil else { return }
    var rest = piece[...]
    // A sequence that straddles the border is made whole from bytes of this piece, one after the other.
    while !cut.isEmpty, let byte = rest.first {
      cut.append(byte)
      rest = rest.dropFirst()
      if cut.withUnsafeBytes({ Self.validPrefix($0) }) == cut.count {
        cut = []
      } else if !Self.mayGoOn(cut) {
        firstInvalid = count + rest.startIndex - cut.count
        return
      }
    }
    let text = UnsafeRawBufferPointer(rebasing: rest)
    let valid = Self.validPrefix(text)
    guard valid < text.count else { return }
    let left = Array(text[valid...].prefix(4))
    if text.count - valid < 4 && Self.mayGoOn(left) {
      cut = left
    } else {
      firstInvalid = count + rest.startIndex + valid
    }
  }

  /// What the file is, once it has been fed whole.
  package func verdict() -> Verdict {
    let export = "in Excel save it as CSV UTF-8"
    if head.starts(with: [0xFF, 0xFE]) { return .unknown(problem: "the text is UTF-16LE", remedy: export) }
    if head.starts(with: [0xFE, 0xFF]) { return .unknown(problem: "the text is UTF-16BE", remedy: export) }
    // Formats that people take for text because of the file's name.
    if head.starts(with: [0x1F, 0x8B]) {
      return .unknown(problem: "is gzip data", remedy: "let its name end in .gz")
    }
    if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      return .unknown(
        problem: "is a workbook or a zip archive, not text", remedy: export)
    }
    if let offset = firstInvalid ?? (cut.isEmpty ? nil : count - cut.count) {
      return .unknown(
        problem: "the text is not UTF-8 (perhaps GBK): the byte at offset \(offset) is invalid",
        remedy: "\(export), or run iconv -f GB18030 -t UTF-8")
    }
    return .text(.utf8, mark: head.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
  }

  private static func validPrefix(_ text: UnsafeRawBufferPointer) -> Int {
    guard let start = text.baseAddress else { return 0 }
    return byte_scan_utf8_prefix(start, text.count)
  }

  /// Whether fewer than four bytes begin a sequence that further bytes could complete: then some continuation
  /// of them is valid, and the extremes of each range are enough to try.
  private static func mayGoOn(_ begun: [UInt8]) -> Bool {
    [[0x80], [0xBF], [0x80, 0x80], [0xBF, 0x80], [0x80, 0x80, 0x80], [0xBF, 0x80, 0x80]]
      .contains { (tail: [UInt8]) in
        let whole = begun + tail
        return whole.withUnsafeBytes { validPrefix($0) } == whole.count
      }
  }
}
