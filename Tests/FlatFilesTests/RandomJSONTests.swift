import FlatFiles
import ReviewModel
import Testing

/// Random JSON, whole and damaged: the reader and a reference that reads byte by byte come to the same rows.
struct RandomJSONTests {
  @Test(arguments: 0..<40)
  func `documents have the rows of the reference`(seed: UInt64) async throws {
    var random = Seeded(state: seed)
    for _ in 0..<25 {
      var text = document(&random)
      if Int.random(in: 0..<3, using: &random) > 0 { damage(&text, &random) }
      let expected = ReferenceRows.rows(ofDocument: text)
      let shown = String(decoding: text, as: UTF8.self)
      do {
        let rows = try await JSONForm.document.rows(
          of: text, ReferenceRows.members, ReferenceRows.nested, blockSizes: [1, 30])
        #expect(rows == expected, "\(shown)")
      } catch let error as FileError {
        #expect(expected == nil, "\(shown): \(error)")
      }
    }
  }

  @Test(arguments: 0..<40)
  func `lines have the rows of the reference`(seed: UInt64) async throws {
    var random = Seeded(state: seed)
    var text: [UInt8] = []
    for _ in 0..<60 {
      var line = value(&random, depth: Bool.random(using: &random) ? 0 : 3)
      if Int.random(in: 0..<3, using: &random) == 0 { damage(&line, &random) }
      text += line + [0x0A]
    }
    let rows = try await JSONForm.lines.rows(
      of: text, ReferenceRows.members, ReferenceRows.nested, blockSizes: [1, 30, 1000])
    #expect(rows == ReferenceRows.rows(ofLines: text))
  }

  private func document(_ random: inout Seeded) -> [UInt8] {
    let rows = (0..<Int.random(in: 0..<5, using: &random)).map { _ in value(&random, depth: 0) }
    let array = Array("[".utf8) + rows.joined(separator: ",".utf8) + Array("]".utf8)
    switch Int.random(in: 0..<4, using: &random) {
    case 0: return Array("{\"rows\": ".utf8) + array + Array("}".utf8)
    case 1: return value(&random, depth: 0)
    default: return array
    }
  }

  /// A value, mostly an object where `depth` is 0.
  private func value(_ random: inout Seeded, depth: Int) -> [UInt8] {
    let white = ["", "", "", " ", "\t", "\r"]
    func part(_ text: String) -> [UInt8] { Array((text + (white.randomElement(using: &random) ?? "")).utf8) }
    let count = Int.random(in: 0..<5, using: &random)
    switch Int.random(in: 0..<10, using: &random) {
    case 0..<(depth == 0 ? 8 : 2) where depth < 5:
      let members = (0..<count).map { _ in
        let name = ["a", "A", "b", "v", "c", "x", "\\u0061", "v\\n"].randomElement(using: &random) ?? ""
        return part("\"\(name)\"") + part(":") + value(&random, depth: depth + 1)
      }
      return part("{") + members.joined(separator: part(",")) + part("}")
    case 7...8 where depth < 5:
      let values = (0..<count).map { _ in value(&random, depth: depth + 1) }
      return part("[") + values.joined(separator: part(",")) + part("]")
    default:
      return part(
        [
          "null", "true", "false", "0", "-1.50e+3", "12345678901234567890", "\"\"", "\" \u{3000}\"", "\"x\"",
          "\"a;b\"", "\"\\\"\\\\\\n\"", "\"\\ud83d\\ude00\"", "\"\\ud83d\"", "\"é中😀\"", "\"\\u0000\"",
        ].randomElement(using: &random) ?? "")
    }
  }

  private func damage(_ text: inout [UInt8], _ random: inout Seeded) {
    for _ in 0..<Int.random(in: 1...2, using: &random) {
      let at = Int.random(in: 0...text.count, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: text.removeSubrange(at..<min(text.count, at + 1))
      case 1: text.removeSubrange(at...)
      case 2:
        text.insert(contentsOf: Array("{}[],:\"\\01e.nt \t".utf8).shuffled(using: &random).prefix(1), at: at)
      default:
        let piece = ["null", "\"a\":", "[]", "{}", ",", "\"", "\\u00", "tru", "-", "]]", "}}"].randomElement(
          using: &random)
        text.insert(contentsOf: (piece ?? "").utf8, at: at)
      }
    }
    // What is no UTF-8 is not JSON's to refuse.
    text = Array(String(decoding: text, as: UTF8.self).utf8)
  }
}
