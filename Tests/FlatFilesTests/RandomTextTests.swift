import FlatFiles
import ReviewModel
import Testing

/// The same numbers on every run (SplitMix64).
struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// What reading a text came to.
private enum Outcome: Equatable {
  case rows([Row])
  case unterminated(line: Int)
}

@Suite("Random text, against the reference parser")
struct RandomTextTests {
  @Test("short texts, every block size", arguments: 0..<4)
  func short(seed: UInt64) throws {
    var random = Seeded(state: seed)
    for _ in 0..<300 {
      let text = Self.text(length: Int.random(in: 1...20, using: &random), &random)
      try Self.check(text, blockSizes: Array(1...text.utf8.count + 1))
    }
  }

  @Test("texts of many steps", arguments: 4..<8)
  func long(seed: UInt64) throws {
    var random = Seeded(state: seed)
    for _ in 0..<100 {
      let text = Self.text(length: Int.random(in: 50...500, using: &random), &random)
      let sizes = (0..<6).map { _ in Int.random(in: 1...200, using: &random) }
      try Self.check(text, blockSizes: sizes + [1 << 20])
    }
  }

  private static func text(length: Int, _ random: inout Seeded) -> String {
    // Texts with few quotes have long plain stretches, texts with many have every kind of pair.
    let plain: [Unicode.Scalar] = ["a", "a", "é", ",", ",", ";", "\n", "\r", " "]
    let scalars = plain + Array(repeating: "\"", count: Int.random(in: 0...6, using: &random))
    var text = ""
    for _ in 0..<length {
      if let scalar = scalars.randomElement(using: &random) { text.unicodeScalars.append(scalar) }
    }
    return text
  }

  private static func check(_ text: String, blockSizes: [Int]) throws {
    let expected: Outcome
    do {
      expected = .rows(try ReferenceParser.rows(text, delimiter: ","))
    } catch {
      expected = .unterminated(line: error.line)
    }
    let scratch = try ScratchFile(text: text)
    for size in blockSizes {
      #expect(try read(scratch, blockSize: size) == expected, "\(text.debugDescription), blocks of \(size)")
    }
  }

  private static func read(_ scratch: ScratchFile, blockSize: Int) throws -> Outcome {
    do {
      let file = try DelimitedFile(
        path: scratch.path, name: "a.csv", delimiter: UInt8(ascii: ","), blockSize: blockSize)
      return .rows(try file.allRows())
    } catch let error as FileError {
      guard error.problem == "a quote opens here and never closes", let line = error.line else { throw error }
      return .unterminated(line: line)
    }
  }
}
