import FlatFiles
import Foundation
import ReviewModel
import Testing

@Suite("Encodings of files")
struct EncodingTests {
  @Test("rows, lines and positions are those of the text in UTF-8", arguments: EncodedText.all)
  func rows(_ given: EncodedText) async throws {
    let text = try ScratchFile(text: given.text)
    let expected = try DelimitedFile(path: text.path, name: "a.csv")
    let (header, rest, extent) = (expected.names, try expected.rest(), expected.extent)
    let plain = try ScratchFile("a.csv", given.bytes)
    let packed = try ScratchFile("a.csv.gz", gzip(given.bytes))
    for size in Array(1...given.text.utf8.count + 1) + [1 << 20] {
      for path in [plain.path, packed.path] {
        let file = try DelimitedFile(path: path, name: "a.csv", encoding: given.named, blockSize: size)
        #expect(file.encodingName == given.encoding.name)
        #expect(file.names == header)
        #expect(file.extent == extent)
        let rows = try file.rest()
        #expect(rows.map(\.row) == rest.map(\.row), "blocks of \(size)")
        #expect(rows.map(\.position) == rest.map(\.position), "blocks of \(size)")
      }
    }
    let file = try DelimitedFile(path: plain.path, name: "a.csv", encoding: given.named, blockSize: 16)
    #expect(try await file.allRows(workers: 3) == [Row(1, header)] + rest.map(\.row))
  }

  // The first byte of a character is never ASCII, the second may be.
  @Test(
    "a character's second byte is no delimiter and no quote",
    arguments: [
      (",", .gb18030, [0xFD, 0x40, 0x81, 0x41, 0x81, 0x5A], "鼲丄乑"),
      ("|", .gb18030, [0x81, 0x7C, 0xB0, 0x7C], "亅皘"),
      ("\\", .gb18030, [0x81, 0x5C], "乗"), ("{", .gb18030, [0xD0, 0x7B], "衶"),
      ("@", .gb18030, [0x81, 0x40], "丂"),
      ("A", .gb18030, [0x95, 0x41], "旳"), ("Z", .gb18030, [0x95, 0x5A], "昛"),
      ("~", .gb18030, [0x81, 0x7E], "亊"),
      ("0", .gb18030, [0x81, 0x30, 0x81, 0x30], "\u{80}"), ("|", .big5, [0xA5, 0x7C], "四"),
      ("\\", .big5, [0xA5, 0x5C, 0xB3, 0x5C], "功許"), ("@", .big5, [0xA4, 0x40], "一"),
    ] as [(String, TextEncoding, [UInt8], String)])
  func trails(delimiter: String, encoding: TextEncoding, bytes: [UInt8], text: String) throws {
    let separator = Array(delimiter.utf8)
    let scratch = try ScratchFile(
      "a.csv",
      Array("h".utf8) + separator + bytes + [0x0A] + bytes + separator + Array("\"x".utf8) + bytes + [0x22])
    for size in 1...40 {
      let file = try DelimitedFile(
        path: scratch.path, name: "a.csv", delimiter: separator[0], encoding: encoding, blockSize: size)
      #expect(try file.allRows() == [Row(1, ["h", text]), Row(2, [text, "x" + text])])
    }
  }

  @Test("the second bytes of characters are not counted as delimiters")
  func countedDelimiter() throws {
    // Two fields by the comma, and 亅 three times.
    let scratch = try ScratchFile("a.csv", [0x81, 0x7C, 0x81, 0x7C, 0x2C, 0x81, 0x7C, 0x0A])
    let file = try DelimitedFile(path: scratch.path, name: "a.csv")
    #expect(file.delimiter == UInt8(ascii: ","))
    #expect(file.names == ["亅亅", "亅"])
  }

  @Test("without a mark: UTF-8 where all bytes are, else GB18030", arguments: [false, true])
  func found(isPacked: Bool) throws {
    func encoding(_ bytes: [UInt8]) throws -> String? {
      let scratch = try ScratchFile(isPacked ? "a.csv.gz" : "a.csv", isPacked ? gzip(bytes) : bytes)
      return try DelimitedFile(path: scratch.path, name: "a").encodingName
    }
    let plain = [UInt8](repeating: 0x61, count: 300_000)
    #expect(try encoding([0x68]) == "UTF-8")
    #expect(try encoding(plain) == "UTF-8")
    #expect(try encoding(plain + Array("é中😀".utf8)) == "UTF-8")
    #expect(try encoding(plain + [0xD6, 0xD0]) == "GB18030")
    #expect(try encoding(Array("h,é\n".utf8) + [0xD6, 0xD0]) == "GB18030")
    // UTF-8 that is cut off, where what is left of its last character is one of GB18030.
    #expect(try encoding(Array("h\n".utf8) + [0xE4, 0xB8]) == "GB18030")
  }

  @Test(
    "bytes that are neither UTF-8 nor GB18030: the offset up to which they might be one",
    arguments: [false, true])
  func neither(isPacked: Bool) throws {
    func offset(_ bytes: [UInt8]) throws -> Int? {
      let scratch = try ScratchFile(isPacked ? "a.csv.gz" : "a.csv", isPacked ? gzip(bytes) : bytes)
      let error = try #require(throws: FileError.self) {
        try DelimitedFile(path: scratch.path, name: "a.csv")
      }
      #expect(error.file == "a.csv")
      #expect(error.line == 1)
      #expect(error.remedy.hasPrefix("save it in UTF-8 (in Excel: CSV UTF-8)"))
      let words = error.problem.split(separator: " ")
      #expect(error.problem.hasPrefix("the text is neither UTF-8 nor GB18030: the byte at offset "))
      return words.compactMap { Int($0) }.first
    }
    #expect(try offset([0x61, 0xFF]) == 1)
    #expect(try offset(Array("h,".utf8) + [0xE9, 0x2C]) == 2)
    // GB18030 up to offset 5, UTF-8 up to 1; then UTF-8 up to 6, GB18030 up to 3 (中 and a comma are E4B8 AD2C).
    #expect(try offset([0x68, 0xD6, 0xD0, 0xCE, 0xC4, 0xFF]) == 5)
    #expect(try offset([0x68] + Array("中,b".utf8) + [0xFF]) == 6)
    #expect(try offset([UInt8](repeating: 0x61, count: 300_000) + [0xD6, 0xD0, 0xC0, 0x20]) == 300_002)
  }

  // 上 and the last character of the second text have 0A as a byte.
  @Test(
    "the line of an invalid byte",
    arguments: [
      (nil, [0x61, 0xFF], 1), (nil, [0x0D, 0x0A, 0x0D, 0x0A, 0xD6, 0xD0, 0xFF, 0x0A], 3),
      (nil, [0xEF, 0xBB, 0xBF, 0x0A, 0x61, 0xFF], 2), (.gb18030, [0x0D, 0x0D, 0xD6, 0x0A, 0xFF], 3),
      (.utf8, Array("é\r\n\n\n上\n".utf8) + [0xC0], 5), (.big5, [0xA4, 0x40, 0x0A, 0x80], 2),
      (nil, [0xFE, 0xFF, 0x4E, 0x0A, 0, 0x0D, 0, 0x0A, 0x0A, 0x0D, 0xD8, 0], 2),
      (nil, [0xFF, 0xFE, 0x0A, 0x4E, 0x0D, 0, 0x0A, 0, 0x0A, 0, 0x0D, 0x0A, 0x61], 3),
    ] as [(TextEncoding?, [UInt8], Int)])
  func line(named: TextEncoding?, bytes: [UInt8], line: Int) throws {
    let error = try #require(throws: FileError.self) { try TextFile(bytes, as: named) }
    #expect(error.line == line)
  }

  @Test(
    "a byte order mark counts more than a name, and more than what the bytes might be",
    arguments: TextEncoding.allCases)
  func marks(named: TextEncoding) throws {
    #expect(try TextFile([0xEF, 0xBB, 0xBF] + Array("é".utf8), as: named).rest() == "é")
    #expect(try TextFile([0xFF, 0xFE, 0x2D, 0x4E], as: named).rest() == "中")
    #expect(try TextFile([0xFE, 0xFF, 0x4E, 0x2D], as: named).rest() == "中")
    let marked: [([UInt8], String, Int)] = [
      ([0xEF, 0xBB, 0xBF, 0xD6, 0xD0], "UTF-8", 3), ([0xFF, 0xFE, 0x61], "UTF-16LE", 2),
      ([0xFE, 0xFF, 0, 0x61, 0xDC, 0], "UTF-16BE", 4),
    ]
    for (bytes, name, offset) in marked {
      let error = try #require(throws: FileError.self) { try TextFile(bytes, as: named) }
      #expect(
        error.problem
          == "the text is not \(name), as its byte order mark says: the byte at offset \(offset) is invalid")
    }
  }

  @Test("a second mark is a character, and the mark alone is an empty text")
  func markOnly() throws {
    #expect(try TextFile([0xEF, 0xBB, 0xBF, 0xEF, 0xBB, 0xBF]).rest() == "\u{FEFF}")
    #expect(try TextFile([0xFF, 0xFE, 0xFF, 0xFE, 0x61, 0]).rest() == "\u{FEFF}a")
    for mark in [[0xFF, 0xFE], [0xFE, 0xFF], [0xEF, 0xBB, 0xBF]] as [[UInt8]] {
      let file = try TextFile(mark)
      #expect(file.size == 0)
      #expect(try file.rest() == "")
    }
  }

  @Test("UTF-16 without a mark is found out by its first characters, and read when it is named")
  func unmarked() throws {
    for (bytes, name) in [([0x68, 0, 0x2C, 0], "UTF-16LE"), ([0, 0x68, 0, 0x2C], "UTF-16BE")]
      as [([UInt8], String)]
    {
      let error = try #require(throws: FileError.self) { try TextFile(bytes) }
      #expect(error.problem == "the text seems to be \(name) without a byte order mark")
      #expect(error.remedy == "give its encoding as \(name), or save it in UTF-8 (in Excel: CSV UTF-8)")
      #expect(try TextFile(bytes, as: TextEncoding(named: name)).rest() == "h,")
    }
    #expect(try TextFile([0x68, 0, 0x2C]).rest() == "h\0,")
    #expect(try TextFile([0x68, 0, 0, 0]).rest() == "h\0\0\0")
  }

  @Test("encodings have names, and parts of GB18030 and Big5 have theirs")
  func names() {
    for encoding in TextEncoding.allCases {
      #expect(TextEncoding(named: encoding.name) == encoding)
      #expect(TextEncoding(named: encoding.name.lowercased()) == encoding)
    }
    #expect(TextEncoding.allCases.map(\.name) == ["UTF-8", "UTF-16LE", "UTF-16BE", "GB18030", "Big5"])
    for name in ["GBK", "gb2312", "cp936"] { #expect(TextEncoding(named: name) == .gb18030) }
    for name in ["CP950", "big5-hkscs"] { #expect(TextEncoding(named: name) == .big5) }
    for name in ["utf8", "UTF_8"] { #expect(TextEncoding(named: name) == .utf8) }
    for name in ["Latin-1", "", "UTF-32", "GB"] { #expect(TextEncoding(named: name) == nil) }
  }

  @Test(
    "a file that changes between its check and its reading", arguments: [[0xFF], [0x20], []] as [[UInt8]])
  func changed(end: [UInt8]) throws {
    let row: [UInt8] = [0xD6, 0xD0, 0x2C, 0xCE, 0xC4, 0x0A]
    let scratch = try ScratchFile("a.csv", Array(repeatElement(row, count: 60_000).joined()))
    let file = try DelimitedFile(path: scratch.path, name: "a.csv", blockSize: 64)
    let handle = try #require(FileHandle(forWritingAtPath: scratch.path))
    try handle.truncate(atOffset: UInt64(59_999 * row.count))
    try handle.seekToEnd()
    try handle.write(contentsOf: end)
    try handle.close()
    let error = try #require(throws: FileError.self) { try file.allRows() }
    #expect(error.problem == "changed while it was read")
  }
}
