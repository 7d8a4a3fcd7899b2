import FlatFiles
import ReviewModel
import Testing

/// docs/inputs.md, section 5: an object a line.
struct JSONLinesTests {
  @Test(arguments: ["\n", "\r\n", " \n", "\t\r\n"])
  func `every line that is not blank is a row, on its physical line`(end: String) async throws {
    let text = ["", #"{"a": 1}"#, " ", "\u{3000}\t", #" {"a": 2} "#, "", #"{"a": 3}"#].joined(separator: end)
    for last in ["", end, end + end + " "] {
      #expect(
        try await JSONForm.lines.rows(of: text + last, plan("a"))
          == [MemberRow(2, ["1"]), MemberRow(5, ["2"]), MemberRow(7, ["3"])])
    }
  }

  @Test func `a carriage return alone is white space within a line`() async throws {
    #expect(
      try await JSONForm.lines.rows(of: "{\"a\":\r1}\r\r\n{\"a\":2}", plan("a"))
        == [MemberRow(1, ["1"]), MemberRow(2, ["2"])])
  }

  @Test func `a broken line is a row of its trimmed text, and breaks no other`() async throws {
    let lines = [
      #"{"broken": "#, #"{"a": 1}"#, "  [1, 2] ", "\t\"text\"\r", "12", "null", "]", #"{"a": 2} {"a": 3}"#,
      #"{"a": ""#,
      #"{"a": 4}"#, "中文", #"{"a": 5},"#,
    ]
    #expect(
      try await JSONForm.lines.rows(of: lines.joined(separator: "\n"), plan("a")) == [
        .broken(1, #"{"broken":"#), MemberRow(2, ["1"]), .broken(3, "[1, 2]"), .broken(4, "\"text\""),
        .broken(5, "12"), .broken(6, "null"), .broken(7, "]"), .broken(8, lines[7]), .broken(9, lines[8]),
        MemberRow(10, ["4"]), .broken(11, "中文"), .broken(12, lines[11]),
      ])
  }

  @Test func `lines may have any length and may be cut into blocks anywhere`() async throws {
    var text = ""
    var rows: [MemberRow] = []
    for line in 1...120 {
      let value = String(repeating: "x", count: line * line % 131)
      text += "{\"a\": \"\(value)\\n\", \"x\": [\(line)]}" + (line % 3 == 0 ? "\r\n" : "\n")
      rows.append(MemberRow(line, [value + "\n"]))
    }
    #expect(
      try await JSONForm.lines.rows(
        of: Array(text.utf8), plan("a"), blockSizes: Array(1...70) + [127, 128, 129, 1000, 4096]) == rows)
  }

  @Test func `byte order marks and gzip are no part of the lines`() async throws {
    let text = Array("{\"a\": \"é\"}\n{\"a\": 2}".utf8)
    let rows = [MemberRow(1, ["é"]), MemberRow(2, ["2"])]
    #expect(try await JSONForm.lines.rows(of: [0xEF, 0xBB, 0xBF] + text, plan("a")) == rows)
    let file = try ScratchFile("a.jsonl.gz", gzip(text))
    let reader = try JSONLinesFile(path: file.path, name: "f", members: plan("a"))
    #expect(reader.header == .members)
    #expect(reader.encodingName == "UTF-8")
    #expect(reader.extent == 0..<UInt64(text.count))
    #expect(try reader.blocks().flatMap(\.rows) == rows)
    #expect(try reader.blocks().isEmpty)
  }

  @Test func `an empty file is refused, one of blank lines has no rows`() async throws {
    let error = try #require(try JSONForm.lines.error(of: ""))
    #expect(error.description == "f: the file is empty (write an object a line into it)")
    #expect(try await JSONForm.lines.rows(of: "\n \n", plan("a")) == [])
  }

  @Test func `positions are the offsets of lines`() throws {
    let file = try ScratchFile("a.jsonl", text: "\n{\"a\": 1}\n\n x\n")
    let blocks = try JSONLinesFile(path: file.path, name: "f", members: plan("a")).blocks()
    #expect(blocks.flatMap(\.positions) == [1, 11])
  }
}
