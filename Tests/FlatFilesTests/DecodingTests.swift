import FlatFiles
import Glibc
import ReviewModel
import Testing

/// The scalars of one code, which stands after a letter, for it is no mark; nil where it is none.
private func scalars(_ code: [UInt8], _ encoding: TextEncoding) throws -> [UInt32]? {
  guard let file = try? TextFile([0x61] + code, as: encoding, pieceSize: 64) else { return nil }
  return try file.rest().unicodeScalars.dropFirst().map(\.value)
}

@Suite("Decoding")
struct DecodingTests {
  @Test("every encoding, cut at every place, read in steps of any size", arguments: EncodedText.all)
  func everyCut(_ given: EncodedText) throws {
    let part = UnsafeMutableRawBufferPointer.allocate(byteCount: given.text.utf8.count / 2, alignment: 1)
    defer { part.deallocate() }
    for pieceSize in Array(1...given.bytes.count + 1) + [1 << 16] {
      let file = try TextFile(given.bytes, as: given.named, pieceSize: pieceSize)
      #expect(file.encoding == given.encoding)
      #expect(file.size == given.text.utf8.count)
      #expect(try file.rest() == given.text, "pieces of \(pieceSize)")
      // A part of it, and from the start again.
      try file.source.rewind()
      _ = try file.source.read(into: part)
      file.source.pause()
      try file.source.rewind()
      #expect(try file.rest() == given.text, "pieces of \(pieceSize), again")
    }
    for readSize in 1...given.text.utf8.count + 1 {
      let file = try TextFile(given.bytes, as: given.named, pieceSize: 7)
      #expect(try file.rest(readSize: readSize) == given.text, "reads of \(readSize)")
    }
  }

  @Test("long texts, in which characters lie across every border", arguments: 0..<4)
  func long(shift: Int) throws {
    let text = String(repeating: "x", count: shift) + String(repeating: "aé中😀bcdefghijklmnopq", count: 20_000)
    let little = try TextFile([0xFF, 0xFE] + EncodedText.utf16(text, isBigEndian: false))
    #expect(try little.rest() == text)
    let unit =
      Array("a".utf8) + [0xA8, 0xA6, 0xD6, 0xD0, 0x94, 0x39, 0xFC, 0x36] + Array("bcdefghijklmnopq".utf8)
    let chinese = try TextFile(
      [UInt8](repeating: 0x78, count: shift) + Array(repeatElement(unit, count: 20_000).joined()))
    #expect(chinese.encoding == .gb18030)
    #expect(try chinese.rest() == text)
  }

  @Test(
    "the first byte that is invalid, by its offset in the file",
    arguments: [
      (.utf16LE, [0x61], 0), (.utf16LE, [0x61, 0, 0x62], 2), (.utf16LE, [0x61, 0, 0x00, 0xD8], 2),
      (.utf16LE, [0x61, 0, 0x00, 0xDC, 0x61, 0], 2), (.utf16LE, [0x3D, 0xD8, 0x61, 0], 0),
      (.utf16LE, [0x3D, 0xD8, 0x00, 0xDE, 0x3D, 0xD8, 0x00], 4),
      (.utf16BE, [0, 0x61, 0xDF, 0xFF, 0, 0x61], 2),
      (.utf16BE, [0xDB, 0xFF, 0xDB, 0xFF, 0xDF, 0xFF], 0), (.utf16BE, [0xD8], 0),
      (.gb18030, [0x61, 0xFF], 1), (.gb18030, [0x61, 0xD6], 1), (.gb18030, [0xD6, 0xD0, 0xD6, 0x2C], 2),
      (.gb18030, [0xD6, 0xD0, 0x81, 0x7F], 2), (.gb18030, [0x81, 0xFF], 0),
      (.gb18030, [0x61, 0x81, 0x3A], 1),
      (.gb18030, [0x81, 0x30], 0), (.gb18030, [0x81, 0x30, 0x81], 0),
      (.gb18030, [0x81, 0x30, 0x80, 0x30], 0),
      (.gb18030, [0x81, 0x30, 0xFF, 0x30], 0), (.gb18030, [0x81, 0x30, 0x81, 0x3A], 0),
      (.gb18030, [0x81, 0x30, 0x81, 0x2F], 0), (.gb18030, [0xFF, 0x30, 0x81, 0x30], 0),
      (.big5, [0x61, 0x80], 1), (.big5, [0xFF, 0x40], 0), (.big5, [0xA4, 0xA4, 0xA4], 2),
      (.big5, [0xA4, 0xA4, 0xA4, 0x2C], 2), (.big5, [0xA4, 0x7F], 0), (.big5, [0xA4, 0xA0], 0),
      (.big5, [0xA4, 0xFF], 0), (.big5, [0x81, 0x40], 0), (.big5, [0x86, 0xFE], 0), (.big5, [0xC8, 0xA5], 0),
      (.utf8, [0x61, 0xD6, 0xD0], 1), (.utf8, [0x61, 0xE4, 0xB8], 1),
    ] as [(TextEncoding, [UInt8], Int)])
  func invalid(encoding: TextEncoding, bytes: [UInt8], offset: Int) throws {
    for pieceSize in 1...bytes.count + 1 {
      let error = try #require(throws: FileError.self) {
        try TextFile(bytes, as: encoding, pieceSize: pieceSize)
      }
      #expect(
        error.problem == "the text is not \(encoding.name): the byte at offset \(offset) is invalid",
        "pieces of \(pieceSize)")
    }
  }
}

@Suite("GB18030")
struct GB18030Tests {
  @Test("two bytes: 23,940 codes, each for one character, two of them for the ideographic space")
  func twoBytes() throws {
    var found: [UInt32: [UInt8]] = [:]
    var codes = 0
    for lead in UInt8(0x81)...0xFF {
      for trail in UInt8(0x40)...0xFF {
        let isCode = lead != 0xFF && trail != 0x7F && trail != 0xFF
        let scalars = try scalars([lead, trail], .gb18030)
        #expect((scalars?.count == 1) == isCode, "\(lead) \(trail)")
        guard let scalar = scalars?.first else { continue }
        codes += 1
        #expect(scalar >= 0x80 && scalar < 0x1_0000)
        if let other = found.updateValue([lead, trail], forKey: scalar) {
          #expect(scalar == 0x3000 && other == [0xA1, 0xA1] && [lead, trail] == [0xA3, 0xA0])
        }
      }
    }
    #expect(codes == 23_940)
  }

  @Test("four bytes and two: all of the basic plane but what the standard of 2022 moved out of private use")
  func basicPlane() throws {
    var found = Set<UInt32>()
    for number in 0..<39_420 {
      let code = [
        0x81 + number / 12_600, 0x30 + number / 1260 % 10, 0x81 + number / 10 % 126, 0x30 + number % 10,
      ]
      let one = try scalars(code.map(UInt8.init), .gb18030)
      #expect(one?.count == 1)
      found.formUnion(one ?? [])
    }
    #expect(found.count == 39_420)
    for lead in UInt8(0x81)...0xFE {
      for trail in UInt8(0x40)...0xFE where trail != 0x7F {
        found.formUnion(try scalars([lead, trail], .gb18030) ?? [])
      }
    }
    let moved: [UInt32] =
      [0xE5E5] + Array(0xE78D...0xE796)
      + [0xE81E, 0xE826, 0xE82B, 0xE82C, 0xE832, 0xE843, 0xE854, 0xE864]
    #expect(
      found == Set(0x80...0xFFFF as ClosedRange<UInt32>).subtracting(0xD800...0xDFFF).subtracting(moved))
  }

  @Test(
    "borders, and the characters of 2022",
    arguments: [
      ([0x81, 0x30, 0x81, 0x30], 0x80), ([0x81, 0x30, 0x84, 0x36], 0xA5), ([0x84, 0x31, 0xA4, 0x39], 0xFFFF),
      ([0x90, 0x30, 0x81, 0x30], 0x1_0000), ([0xE3, 0x32, 0x9A, 0x35], 0x10_FFFF),
      ([0x81, 0x35, 0xF4, 0x37], 0xE7C7), ([0xA8, 0xBC], 0x1E3F), ([0xA6, 0xD9], 0xFE10),
      ([0xA6, 0xF3], 0xFE19),
      ([0xFE, 0x59], 0x9FB4), ([0xFE, 0xA0], 0x9FBB), ([0xA3, 0xA0], 0x3000), ([0xFE, 0x51], 0xE816),
      ([0xAA, 0xA1], 0xE000), ([0x81, 0x40], 0x4E02), ([0xFE, 0xFE], 0xE4C5), ([0xA2, 0xE3], 0x20AC),
      ([0x80], 0x20AC),
    ] as [([UInt8], UInt32)])
  func known(code: [UInt8], scalar: UInt32) throws {
    #expect(try scalars(code, .gb18030) == [scalar])
  }

  @Test(
    "four-byte codes that stand for nothing",
    arguments: [
      [0x84, 0x31, 0xA5, 0x30], [0x84, 0x39, 0xFE, 0x39], [0x85, 0x30, 0x81, 0x30], [0x8F, 0x39, 0xFE, 0x39],
      [0xE3, 0x32, 0x9A, 0x36], [0xFE, 0x39, 0xFE, 0x39],
    ] as [[UInt8]])
  func unassigned(code: [UInt8]) throws {
    #expect(try scalars(code, .gb18030) == nil)
  }

  @Test("two-byte codes as the C library reads them", .enabled(if: CLibraryDecoder("GB18030") != nil))
  func asTheCLibrary() throws {
    let decoder = try #require(CLibraryDecoder("GB18030"))
    // There it has characters beyond the basic plane, which browsers and Windows have not.
    let others: Set<[UInt8]> = [
      [0xA3, 0xA0], [0xFE, 0x51], [0xFE, 0x52], [0xFE, 0x53], [0xFE, 0x6C], [0xFE, 0x76], [0xFE, 0x91],
    ]
    for lead in UInt8(0x81)...0xFE {
      for trail in UInt8(0x40)...0xFE where trail != 0x7F && !others.contains([lead, trail]) {
        #expect(try scalars([lead, trail], .gb18030) == decoder.scalars([lead, trail]))
      }
    }
  }
}

@Suite("Big5")
struct Big5Tests {
  @Test("18,594 codes")
  func count() throws {
    var codes = 0
    for lead in UInt8(0x80)...0xFF {
      for trail in UInt8(0x30)...0xFF where try scalars([lead, trail], .big5) != nil { codes += 1 }
    }
    #expect(codes == 18_594)
  }

  // From the index of the Encoding Standard, and for the two-scalar codes its text.
  @Test(
    "characters of code page 950, of Hong Kong, and the letters with two accents",
    arguments: [
      ([0xA1, 0x40], [0x3000]), ([0xA1, 0x45], [0x2027]), ([0xA1, 0xC2], [0xAF]), ([0xA2, 0x41], [0x2215]),
      ([0xA2, 0x44], [0xFFE5]), ([0xA3, 0xC0], [0x2400]), ([0xA3, 0xE0], [0x2421]), ([0xA3, 0xE1], [0x20AC]),
      ([0xA4, 0x40], [0x4E00]), ([0xA4, 0xA4], [0x4E2D]), ([0xC6, 0x7E], [0x7C72]), ([0xC6, 0xA1], [0x2460]),
      ([0xC6, 0xCF], [0x5EF4]), ([0xC6, 0xE7], [0x3041]), ([0xC8, 0x7E], [0x4491]),
      ([0xF9, 0xD6], [0x7881]), ([0xF9, 0xFE], [0xFFED]), ([0x87, 0x40], [0x43F0]),
      ([0x87, 0xDC], [0x2ADFF]),
      ([0x8E, 0xB4], [0x7E1D]), ([0xFA, 0x40], [0x20547]), ([0xFE, 0xDD], [0x7809]),
      ([0xFE, 0xFE], [0x79D4]),
      ([0x88, 0x62], [0xCA, 0x304]), ([0x88, 0x64], [0xCA, 0x30C]), ([0x88, 0xA3], [0xEA, 0x304]),
      ([0x88, 0xA5], [0xEA, 0x30C]),
    ] as [([UInt8], [UInt32])])
  func known(code: [UInt8], expected: [UInt32]) throws {
    #expect(try scalars(code, .big5) == expected)
  }
}

/// What the C library makes of an encoding, where it has the module for it: a reference apart from our tables.
private final class CLibraryDecoder {
  private let descriptor: iconv_t

  init?(_ encoding: String) {
    guard let descriptor = iconv_open("UTF-32LE", encoding), Int(bitPattern: descriptor) != -1 else {
      return nil
    }
    self.descriptor = descriptor
  }

  deinit { iconv_close(descriptor) }

  /// The scalars of a code; nil where it has none.
  func scalars(_ code: [UInt8]) -> [UInt32]? {
    var input = code.map { CChar(bitPattern: $0) }
    var output = [UInt32](repeating: 0, count: 4)
    return input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBytes { output in
        var from = input.baseAddress
        var to = output.baseAddress?.assumingMemoryBound(to: CChar.self)
        var left = input.count
        var room = output.count
        guard iconv(descriptor, &from, &left, &to, &room) != -1 else { return nil }
        return output.bindMemory(to: UInt32.self)[..<((output.count - room) / 4)].map {
          UInt32(littleEndian: $0)
        }
      }
    }
  }
}
