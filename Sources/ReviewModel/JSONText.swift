/// Strings of JSON: only what RFC 8259 requires is escaped, that is `"`, `\` and what lies below U+0020.
public enum JSONText {
  /// Appends a string, in its quotes, to text in UTF-8.
  package static func append(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { utf8 in
      forEachPiece(UnsafeRawBufferPointer(utf8)) { bytes.append(contentsOf: $0) }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// A string in its quotes.
  package static func quoted(_ text: String) -> String {
    var bytes: [UInt8] = []
    append(text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The pieces of a text that make up the string of JSON: its own bytes, and between them what stands for those that
  /// have to be escaped.
  package static func forEachPiece(
    _ text: UnsafeRawBufferPointer, _ body: (UnsafeRawBufferPointer) -> Void
  ) {
    var start = 0
    while true {
      let end = plainEnd(of: text, from: start)
      if end > start { body(UnsafeRawBufferPointer(rebasing: text[start..<end])) }
      guard end < text.count else { return }
      var escape = escape(text[end])
      escape.withUTF8 { body(UnsafeRawBufferPointer($0)) }
      start = end + 1
    }
  }

  /// Where the first byte that has to be escaped stands at or behind `start`.
  private static func plainEnd(of text: UnsafeRawBufferPointer, from start: Int) -> Int {
    var offset = start
    // In bounds: each load of eight bytes begins at most eight before the end.
    while offset + 8 <= text.count {
      let special = specials(text.loadUnaligned(fromByteOffset: offset, as: UInt64.self).littleEndian)
      // The lowest mark is that of the first.
      if special != 0 { return offset + special.trailingZeroBitCount / 8 }
      offset += 8
    }
    while offset < text.count {
      let byte = text[offset]
      if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return offset }
      offset += 1
    }
    return offset
  }

  /// Whether one of eight bytes of a string of JSON has to be escaped.
  @inlinable
  @inline(__always)
  public static func hasSpecial(_ bytes: UInt64) -> Bool { specials(bytes) != 0 }

  /// The high bit of each of eight bytes that has to be escaped; above the lowest that is set, others may be, too. A
  /// byte below a bound has its high bit set by taking the bound away, while it had none before; what the borrow of a
  /// byte does to the one above it comes only where one was found.
  @inlinable
  @inline(__always)
  static func specials(_ bytes: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let quotes = bytes ^ (ones * 0x22)
    let backslashes = bytes ^ (ones * 0x5C)
    let controls = (bytes &- ones * 0x20) & ~bytes
    let marks = controls | ((quotes &- ones) & ~quotes) | ((backslashes &- ones) & ~backslashes)
    return marks & (ones * 0x80)
  }

  private static func escape(_ byte: UInt8) -> String {
    switch byte {
    case UInt8(ascii: "\""): #"\""#
    case UInt8(ascii: "\\"): #"\\"#
    case 0x08: #"\b"#
    case 0x09: #"\t"#
    case 0x0A: #"\n"#
    case 0x0C: #"\f"#
    case 0x0D: #"\r"#
    default: #"\u00"# + String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
    }
  }
}
