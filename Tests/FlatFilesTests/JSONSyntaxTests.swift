import FlatFiles
import ReviewModel
import Testing

/// RFC 8259: what is JSON and what is not, wherever it stands in a document.
struct JSONSyntaxTests {
  /// Values that are right, and what their field says.
  static let right: [(json: String, text: String)] = [
    ("0", "0"), ("-0", "-0"), ("12", "12"), ("-1.50", "-1.50"), ("1e5", "1e5"), ("1E+05", "1E+05"),
    ("0.0e-10", "0.0e-10"), ("1e999", "1e999"), ("-1e-999", "-1e-999"), ("0e1", "0e1"),
    ("123456789012345678901234567890.123456789", "123456789012345678901234567890.123456789"),
    ("true", "true"), ("false", "false"),
    (#""""#, ""), (#""x""#, "x"), (#"" x ""#, " x "), (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"),
    (#""\u0041\u00e9\u4E2D""#, "Aé中"), (#""\uD834\udd1e""#, "\u{1D11E}"), (#""\u0000""#, "\0"),
    (#""\u2028 \\u0041 \\""#, "\u{2028} \\u0041 \\"),
    ("\"\u{7F}\u{85}\u{FFFF}\u{10FFFF}\"", "\u{7F}\u{85}\u{FFFF}\u{10FFFF}"),
    (#""/* no comment */ ]}""#, "/* no comment */ ]}"),
    // Half of a surrogate pair is what a text cut off within an emoji leaves: U+FFFD.
    (#""\ud83d""#, "\u{FFFD}"), (#""\ude00x""#, "\u{FFFD}x"), (#""\ud83d\ud83d\ude00""#, "\u{FFFD}\u{1F600}"),
    (#""\ud83d\n""#, "\u{FFFD}\n"), (#""\ud83d\u0041""#, "\u{FFFD}A"),
  ]

  @Test(arguments: right.indices)
  func `a value becomes its text, a number its digits`(index: Int) async throws {
    let value = Self.right[index]
    #expect(
      try await JSONForm.document.rows(of: #"[{"x": 1, "a": \#(value.json)}]"#, plan("a"))
        == [MemberRow(1, [value.text])])
    #expect(
      try await JSONForm.document.rows(of: #"{"a":\#(value.json) ,"x":[\#(value.json)]}"#, plan("a"))
        == [MemberRow(1, [value.text])])
    #expect(
      try await JSONForm.lines.rows(of: #"{"a": \#(value.json), "x": 1}"#, plan("a"))
        == [MemberRow(1, [value.text])])
  }

  /// Values that are none.
  static let wrong: [String] = [
    "01", "-01", "00", "+1", "-", "--1", "1.", ".5", "-.5", "1.e1", "1e", "1e+", "1.5.2", "0x10", "1_000",
    "1,000.00",
    "1 000", "- 1", "1a", "1é", "１", "NaN", "-NaN", "Infinity", "-Infinity", "Inf", "1+2", "1e1.5", "0e",
    "True", "TRUE", "nul", "nulll", "null1", "truefalse", "undefined", "fals", "tru ", "é", "*", "'x'", "`x`",
    "\u{2060}",
    #""x"#, #"x""#, #""x"y"#, #""x" "y""#, #""\x41""#, #""\u004""#, #""\u00G1""#, #""\U0041""#, #""\'""#,
    #""\"#, #""\""#,
    #""\ud83d\u""#, #""\ud83d\u1""#, #""\ud83d\x""#, "\"\\\u{9}\"", #""\é""#, #""\u""#,
    "\"\t\"", "\"\n\"", "\"\u{0}\"", "\"\u{1F}\"", "\u{0}", "\u{B}1", "\u{C}1", "\u{A0}1",
    "[", "]", "{", "}", "[}", "{]", "[1", "1]", "[1,]", "[,1]", "[1,,2]", "[1 2]", "[1:2]", #"["x":1]"#,
    "[1;2]", "(1)",
    #"{"x"}"#, #"{"x":}"#, #"{"x":1,}"#, #"{,"x":1}"#, #"{"x" 1}"#, #"{"x"::1}"#, #"{"x",1}"#, #"{x:1}"#,
    #"{1:1}"#,
    #"{'x':1}"#, #"{null:1}"#, #"{"x":1 "y":2}"#, #"{"x":1,,"y":2}"#, #"{["x"]:1}"#, #"{"x":1]"#,
    #"{"x\q":1}"#,
    #"{"x":1}}"#, "[[1]", "[1]]", "1 // c", "1 /* c */", "# c", ",", ":",
  ]

  /// Places where any value may stand, whether somebody reads it or not.
  static let places = [
    #"[{"a": @}]"#, #"[{"x": @}]"#, #"[{"x": {"y": [@]}}]"#, #"[{"x": {"y": @, "z": 1}}, {"a": 1}]"#,
    #"[@, {"a": 1}]"#,
    #"[{"a": 1}, @]"#, #"{"a": @}"#, #"{"a": 1, "x": @}"#, #"{"x": [{"a": @}]}"#, #"{"x": [{"a": 1}, @]}"#,
    "@",
  ]

  @Test(arguments: wrong)
  func `what is no value is refused wherever it stands`(value: String) throws {
    for place in Self.places {
      let text = place.replacing("@", with: value)
      let error = try #require(try JSONForm.document.error(of: text), "\(text)")
      #expect(!error.problem.contains("not a table"), "\(text): \(error)")
    }
  }

  @Test(arguments: wrong.filter { !$0.contains("\n") })
  func `what is no value breaks its line and no other`(value: String) async throws {
    for place in Self.places.dropLast() where place.hasPrefix("{") {
      let line = place.replacing("@", with: value)
      let rows = try await JSONForm.lines.rows(
        of: "{\"a\": 1}\n\(line)\n{\"a\": 3}", plan("a"))
      #expect(rows == [MemberRow(1, ["1"]), .broken(2, line), MemberRow(3, ["3"])])
    }
  }

  @Test(arguments: [
    #"[{"a": "é\n\u4e2d\"", "b": [1.50, null]}, {"a": {"c": [[], {}]}, "": true}]"#,
    #"{"rows": [{"a": "x"}, "y", {"a": "z"}]}"#, #"{"a": 1, "b": {"c": "d"}, "e": [{"f": 1}]}"#,
  ])
  func `a document that is cut off is refused, at every byte`(text: String) throws {
    let bytes = Array(text.utf8)
    #expect(try JSONForm.document.error(of: bytes) == nil)
    for length in bytes.indices {
      #expect(try JSONForm.document.error(of: Array(bytes[..<length])) != nil, "\(length) bytes of \(text)")
    }
  }

  @Test(arguments: [
    #"{"\q": [{"a": 1}]}"#, #"{"\u00": []}"#, #"[{"\q": 1, "a": 1}]"#, #"{"a": {"\ud8": 1}}"#,
  ])
  func `a name is checked like any other string`(text: String) throws {
    #expect(try JSONForm.document.error(of: text)?.problem.hasPrefix("not JSON: no such escape, ") == true)
  }

  @Test(arguments: ["", "\u{FEFF}", " \n\t"])
  func `a file without JSON is refused`(text: String) throws {
    let error = try #require(try JSONForm.document.error(of: text))
    #expect(error.problem == "the file \(text.contains(" ") ? "holds nothing but white space" : "is empty")")
    #expect(error.remedy == "write an array of objects into it, or [] where there are none")
  }

  /// A text, and what is wrong with it where.
  static let messages: [(text: String, line: Int, problem: String, character: Int, offset: Int)] = [
    ("[\n {\"é\": 1,\n  \"中\" 2}]", 3, misplaced, 7, 21),
    ("[{\"a\": 1,234.50}]", 1, misplaced, 10, 9),
    ("[{\"a\": None}]", 1, misplaced, 8, 7),
    ("[{\"a\":1},\n{\"a\":", 2, "the text ends within an array or an object", 6, 15),
    ("[{\"a\":1}]\n[]", 2, "something follows the document", 1, 10),
    ("{\"a\":1}\n{\"a\":2}\n", 2, "something follows the document", 1, 8),
    ("[{\"a]\":1}],", 1, "something follows the document", 11, 10),
    ("[{\"a\":\n\"x}]", 2, "a quote opens here and never closes", 1, 7),
    ("[{\"a\":\"x\\\"\ty\"}]", 1, "a control character within a string", 11, 10),
    ("[{\"a\":\"中\\y\"}]", 1, "no such escape", 9, 10),
    ("[{\"a\": 012}]", 1, "no such number", 8, 7),
    ("[{\"a\": nil}]", 1, "a word that is not true, false or null", 8, 7),
  ]
  private static let misplaced = "a comma, a colon, a bracket or a value is missing"

  @Test(arguments: messages.indices)
  func `an error names the place and what would be right`(index: Int) throws {
    let (text, line, problem, character, offset) = Self.messages[index]
    let error = try #require(try JSONForm.document.error(of: text))
    #expect(error.line == line)
    #expect(
      error.problem
        == "not JSON: \(problem), at character \(character) of the line (byte offset \(offset))")
    #expect(!error.remedy.isEmpty)
  }

  @Test func `after an error every call throws it, and the rows before it are those of whole blocks`() throws
  {
    let file = try ScratchFile("a.json", text: #"[{"a": 1}, {"a": 2}, {"a": 3]"#)
    let reader = try JSONFile(path: file.path, name: "f", members: plan("a"), blockSize: 1)
    var block = RowBlock()
    var nested = RowBlock()
    #expect(try reader.next(into: &block, nested: &nested))
    #expect(try reader.next(into: &block, nested: &nested))
    for _ in 0..<3 {
      #expect(throws: FileError.self) { _ = try reader.next(into: &block, nested: &nested) }
    }
  }
}
