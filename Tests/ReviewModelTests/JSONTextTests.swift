import ReviewModel
import Testing

@Suite("Strings of JSON")
struct JSONTextTests {
  /// The escapes of RFC 8259, a byte at a time.
  private func escaped(_ text: [UInt8]) -> [UInt8] {
    text.flatMap { byte -> [UInt8] in
      switch byte {
      case 0x22: Array(#"\""#.utf8)
      case 0x5C: Array(#"\\"#.utf8)
      case 0x08: Array(#"\b"#.utf8)
      case 0x09: Array(#"\t"#.utf8)
      case 0x0A: Array(#"\n"#.utf8)
      case 0x0C: Array(#"\f"#.utf8)
      case 0x0D: Array(#"\r"#.utf8)
      case 0..<0x20:
        Array(#"\u00"#.utf8) + Array("\(byte / 16)".utf8) + [Array("0123456789abcdef".utf8)[Int(byte % 16)]]
      default: [byte]
      }
    }
  }

  @Test("every byte at every place of texts around eight bytes long")
  func places() {
    var wrong: [String] = []
    for length in 1...18 {
      for place in 0..<length {
        for byte in UInt8.min...UInt8.max {
          var text = [UInt8](repeating: UInt8(ascii: "a"), count: length)
          text[place] = byte
          var pieces: [UInt8] = []
          text.withUnsafeBytes { JSONText.forEachPiece($0) { pieces += $0 } }
          if pieces != escaped(text) { wrong.append("\(length) \(place) \(byte)") }
        }
      }
    }
    #expect(wrong == [])
  }

  @Test("random texts of special and other bytes")
  func random() {
    // A linear congruence: the same texts in every run.
    var state: UInt64 = 7
    func below(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let bytes: [UInt8] = [
      0, 0x1F, 0x20, 0x21, 0x22, 0x23, 0x5B, 0x5C, 0x5D, 0x61, 0x7F, 0x80, 0xA2, 0xDC, 0xFF,
    ]
    for _ in 0..<20_000 {
      let text = (0..<below(40)).map { _ in bytes[below(bytes.count)] }
      var pieces: [UInt8] = []
      text.withUnsafeBytes { JSONText.forEachPiece($0) { pieces += $0 } }
      #expect(pieces == escaped(text))
    }
  }
}
