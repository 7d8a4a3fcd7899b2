import Book
import ReviewModel
import Testing

@Suite("Values: flags, words, stages, text")
struct ValuesWordTests {
  @Test(
    "flags",
    arguments: [
      ("true", 1), ("TRUE", 1), ("True", 1), ("1", 1), ("yes", 1), ("Yes", 1), ("y", 1), ("Y", 1), ("是", 1),
      ("√", 1), ("false", 0), ("FALSE", 0), ("0", 0), ("no", 0), ("NO", 0), ("n", 0), ("N", 0), ("否", 0),
      ("×", 0),
      (" 是 ", 1), ("Ｙ", 1), ("１", 1), ("ＴＲＵＥ", 1),
    ] as [(String, Int64)])
  func flags(text: String, value: Int64) {
    #expect(reading(text, Scalar.flag) == Scalar(value))
  }

  @Test(
    "not flags", arguments: ["2", "t", "f", "on", "off", "x", "是的", "不", "10", "01", "-1", "✓", "tru", "有"])
  func notFlags(text: String) {
    #expect(reading(text, Scalar.flag) == .malformed)
  }

  @Test("every word of every vocabulary, in capitals and in wide letters too")
  func vocabularies() {
    let all: [Vocabulary] = [
      .customerClass, .chance, .metric, .attendance, .purpose, .eventKind, .eventStatus,
    ]
    for vocabulary in all {
      let matcher = WordMatcher(vocabulary)
      for (code, word) in vocabulary.words.enumerated() {
        for text in [word.canonical] + word.aliases {
          #expect(reading(text, matcher.read) == Scalar(Int64(code)))
          #expect(reading("  \(text.uppercased())\u{3000}", matcher.read) == Scalar(Int64(code)))
          let wide = String(
            String.UnicodeScalarView(
              text.unicodeScalars.map { $0.isASCII ? Unicode.Scalar($0.value + 0xfee0) ?? $0 : $0 }))
          #expect(reading(wide, matcher.read) == Scalar(Int64(code)))
        }
      }
    }
  }

  @Test("only the empty text is a blank enum; 无 is an alias of none")
  func blankEnums() {
    let chance = WordMatcher(.chance)
    #expect(reading("", chance.read).isBlank)
    #expect(reading(" \u{3000}", chance.read).isBlank)
    #expect(reading("无", chance.read) == Scalar(3))
    for text in ["-", "--", "—", "N/A", "NA", "null", "NULL", "無", "hig", "highest", "大大"] {
      #expect(reading(text, chance.read) == .malformed)
    }
    #expect(reading("无", WordMatcher(.purpose).read) == .malformed)
  }

  @Test(
    "stages of the default list",
    arguments: [
      ("S1", 0), ("s4", 3), ("S4-招标", 3), ("S4_bid", 3), ("S4 招标", 3), ("S4:招标", 3), ("S4：招标", 3),
      ("Ｓ４－招标", 3),
      ("lost", 6), ("LOST", 6), ("丢单", 6), ("输单", 6), ("丢单-价格", 6), ("lost: price", 6), (" S6 ", 5),
      ("S4\u{3000}招标", 3),
    ] as [(String, Int64)])
  func stages(text: String, code: Int64) {
    #expect(reading(text, StageMatcher(Stage.standard).read) == Scalar(code))
  }

  @Test("not stages", arguments: ["S7", "S", "S44", "-S4", "招标-S4", "S4招标", "S4/招标", "-", "无", "won"])
  func notStages(text: String) {
    #expect(reading(text, StageMatcher(Stage.standard).read) == .malformed)
  }

  @Test("stages of a book's own: ids with separators, aliases, two stages lost, none lost")
  func ownStages() {
    let stages = [
      Stage(id: "Closed-Won", kind: .closed, probability: 1_000_000, aliases: ["成交", "Gagné"]),
      Stage(id: "closed", kind: .open, probability: 0), Stage(id: "dead", kind: .lost, probability: 0),
      Stage(id: "gone", kind: .lost, probability: 0, aliases: ["输单"]),
    ]
    let matcher = StageMatcher(stages)
    let cases: [(String, Int64)] = [
      ("closed-won", 0), ("成交", 0), ("GAGNÉ", 0), ("gagne\u{301}", 0), ("closed-lost", 1), ("丢单", 2),
      ("输单", 3),
    ]
    for (text, code) in cases { #expect(reading(text, matcher.read) == Scalar(code), "\(text)") }
    #expect(reading("", matcher.read).isBlank)
    #expect(reading("丢单", StageMatcher(Array(stages.prefix(2))).read) == .malformed)
  }

  @Test("text is trimmed of every White_Space scalar and of nothing else")
  func trimming() {
    for value in (0...0xffff as ClosedRange<UInt32>) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let kept = scalar.properties.isWhitespace ? "" : String(scalar)
      let isRight = Array("\(scalar)\(scalar)a中\(scalar)".utf8).withUnsafeBytes {
        TextTrim.trim($0).elementsEqual("\(kept)\(kept)a中\(kept)".utf8)
      }
      if !isRight { Issue.record("U+\(String(value, radix: 16))") }
    }
    Array(" \u{3000}\u{85}\t".utf8).withUnsafeBytes { #expect(TextTrim.trim($0).isEmpty) }
  }

  @Test("what no field may hold")
  func faults() {
    func fault(_ text: String) -> TextTrim.Fault? {
      Array(text.utf8).withUnsafeBytes { TextTrim.fault(in: $0) }
    }
    #expect(fault("") == nil)
    #expect(fault("a\u{0}b") == .nul)
    #expect(fault(String(repeating: "a", count: 32_767)) == nil)
    #expect(fault(String(repeating: "a", count: 32_768)) == .tooLong)
    #expect(fault(String(repeating: "中", count: 32_767)) == nil)
    #expect(fault(String(repeating: "中", count: 32_768)) == .tooLong)
    #expect(fault(String(repeating: "\u{0}", count: 32_768)) == .tooLong)
  }

  @Test(
    "lists",
    arguments: [
      ("a;b", ["a", "b"]), ("a；b|c、d", ["a", "b", "c", "d"]), (" a ;; ;b\u{3000}", ["a", "b"]), ("", []),
      (";", []),
      ("华东、 华南；", ["华东", "华南"]), ("a,b", ["a,b"]), ("-", ["-"]), ("无", ["无"]), ("one", ["one"]),
      ("、；|;x", ["x"]),
    ])
  func lists(text: String, items: [String]) {
    var read: [[UInt8]] = []
    Array(text.utf8).withUnsafeBytes { TextList.forEach($0) { read.append(Array($0)) } }
    #expect(read == items.map { Array($0.utf8) })
  }

  @Test(
    "names after NFKC and trim",
    arguments: [
      (" 张三 ", "张三"), ("华为（上海）", "华为(上海)"), ("ＡＢＣ　１２", "ABC 12"), ("e\u{301}", "\u{e9}"), ("ﾊﾟ", "パ"),
      ("①", "1"), ("㈱", "(株)"), ("\u{3000}x\u{3000}", "x"), ("Abc", "Abc"), ("￥５", "¥5"), ("《甲》、乙", "《甲》、乙"),
      ("ｶﾞ一", "ガ一"), ("\u{2f46}", "无"),
    ])
  func names(text: String, name: String) {
    #expect(Array(text.utf8).withUnsafeBytes(CompatibilityForm.nfkcTrimmed) == Array(name.utf8))
  }

  @Test("the short ways to NFKC agree with the long one, scalar by scalar")
  func shortWays() {
    for value in (0x80...0xffff as ClosedRange<UInt32>) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = "a\(scalar)中"
      let read = Array(text.utf8).withUnsafeBytes(CompatibilityForm.nfkcTrimmed)
      if read != CompatibilityForm.nfkcTrimmed(text) { Issue.record("U+\(String(value, radix: 16))") }
    }
  }
}
