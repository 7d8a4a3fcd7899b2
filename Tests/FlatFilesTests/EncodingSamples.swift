import FlatFiles
import ReviewModel
import Testing

extension TextFile {
  /// A text of which the bytes are given.
  init(
    _ bytes: [UInt8], as encoding: TextEncoding? = nil, pieceSize: Int = TextFile.pieceSize
  ) throws(FileError) {
    try self.init(BytesInMemory(bytes), name: "a.csv", encoding: encoding, pieceSize: pieceSize)
  }

  /// What is left of the text, read so many bytes at a time.
  func rest(readSize: Int = 1 << 16) throws -> String {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: readSize, alignment: 1)
    defer { buffer.deallocate() }
    var bytes: [UInt8] = []
    var count = readSize
    while count == readSize {
      count = try source.read(into: buffer)
      bytes += buffer[..<count]
    }
    return try #require(String(validating: bytes, as: UTF8.self))
  }
}

/// A text in one of the encodings.
struct EncodedText: CustomTestStringConvertible, Sendable {
  let encoding: TextEncoding
  /// The name under which the encoding must be asked for; nil where the bytes tell.
  let named: TextEncoding?
  let text: String
  let bytes: [UInt8]
  var testDescription: String { "\(encoding.name), \(bytes.count) bytes\(named == nil ? "" : ", by name")" }

  init(_ encoding: TextEncoding, named: TextEncoding? = nil, _ text: String, _ bytes: [UInt8]) {
    (self.encoding, self.named, self.text, self.bytes) = (encoding, named, text, bytes)
  }

  /// UTF-16 as the standard library writes it.
  static func utf16(_ text: String, isBigEndian: Bool) -> [UInt8] {
    text.utf16.flatMap { unit in
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      return isBigEndian ? [high, low] : [low, high]
    }
  }

  /// Characters of one to four bytes in UTF-8, and more ASCII in a row than one step copies.
  static let mixed =
    "name,金额\r\né,\"中文\u{80}\"\n\u{7FF}\u{800}\u{FFFF}\u{10000}😀\u{10FFFF},aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaz\r"
  /// The same as `iconv -t GB18030` writes it.
  static let mixedInGB18030: [UInt8] =
    Array("name,".utf8) + [0xBD, 0xF0, 0xB6, 0xEE] + Array("\r\n".utf8) + [0xA8, 0xA6] + Array(",\"".utf8)
    + [0xD6, 0xD0, 0xCE, 0xC4, 0x81, 0x30, 0x81, 0x30] + Array("\"\n".utf8)
    + [0x81, 0x31, 0xB3, 0x31, 0x81, 0x31, 0xB3, 0x32, 0x84, 0x31, 0xA4, 0x39]
    + [0x90, 0x30, 0x81, 0x30, 0x94, 0x39, 0xFC, 0x36, 0xE3, 0x32, 0x9A, 0x35]
    + Array(",aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaz\r".utf8)

  static let all: [EncodedText] = [
    EncodedText(.utf8, mixed, Array(mixed.utf8)),
    EncodedText(.utf8, mixed, [0xEF, 0xBB, 0xBF] + Array(mixed.utf8)),
    EncodedText(.utf16LE, mixed, [0xFF, 0xFE] + utf16(mixed, isBigEndian: false)),
    EncodedText(.utf16BE, mixed, [0xFE, 0xFF] + utf16(mixed, isBigEndian: true)),
    EncodedText(.utf16LE, named: .utf16LE, mixed, utf16(mixed, isBigEndian: false)),
    EncodedText(.utf16BE, named: .utf16BE, mixed, utf16(mixed, isBigEndian: true)),
    EncodedText(.gb18030, mixed, mixedInGB18030),
    EncodedText(.gb18030, named: .gb18030, mixed, mixedInGB18030),
    // 功 and 許 have the trail \, 四 has |; FA40 is in Hong Kong's supplement, 8862 is two scalars.
    EncodedText(
      .big5, named: .big5, "h,成功\r\n許,四\u{20547}\u{CA}\u{304}x,bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb\n",
      Array("h,".utf8) + [0xA6, 0xA8, 0xA5, 0x5C] + Array("\r\n".utf8) + [0xB3, 0x5C, 0x2C, 0xA5, 0x7C]
        + [0xFA, 0x40, 0x88, 0x62] + Array("x,bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb\n".utf8)),
  ]
}
