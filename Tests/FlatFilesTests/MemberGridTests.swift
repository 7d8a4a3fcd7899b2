import FlatFiles
import ReviewModel
import Testing

/// Files of objects as `reviewpack show` shows them.
struct MemberGridTests {
  private func grid(_ text: String, _ form: JSONForm) throws -> [Row] {
    let file = try ScratchFile("a.txt", text: text)
    let path = file.path
    var rows: [Row] = []
    try MemberGrid { members, noteLimit throws(FileError) in
      switch form {
      case .document:
        try JSONFile(path: path, name: "f", members: members, blockSize: 8, noteLimit: noteLimit)
      case .lines:
        try JSONLinesFile(path: path, name: "f", members: members, blockSize: 8, noteLimit: noteLimit)
      }
    }
    .forEachRow { rows.append(Row($0, $1)) }
    return rows
  }

  @Test func `the names of all members are line 0, in the order in which they appear`() throws {
    #expect(
      try grid(
        #"[{"b": 1.50, "a": "x"}, {}, {"c": ["y", "z"], "a": null}, 7, {"b": {"d": []}, "a": []}]"#, .document
      )
        == [
          Row(0, ["b", "a", "c"]), Row(1, ["1.50", "x", ""]), Row(3, ["", "", #"["y", "z"]"#]), Row(4, ["7"]),
          Row(5, [#"{"d": []}"#, "", ""]),
        ])
    #expect(
      try grid("{\"a\": 1}\n\n{\"b\": 2, \"a\": true}\n{\"broken\": \n{\"a\": 1, \"a\": 2}\n", .lines) == [
        Row(0, ["a", "b"]), Row(1, ["1", ""]), Row(3, ["true", "2"]), Row(4, ["{\"broken\":"]),
        Row(5, ["{\"a\": 1, \"a\": 2}"]),
      ])
  }

  @Test func `a table of nothing shows nothing`() throws {
    #expect(try grid("[]", .document) == [])
    #expect(try grid("[{}]", .document) == [])
    #expect(try grid("\n", .lines) == [])
  }

  @Test func `an error comes before the first row`() throws {
    var count = 0
    #expect(throws: FileError.self) {
      count += try grid(#"[{"a": 1}, {"a": 2}, {"a": 3]"#, .document).count
    }
    #expect(count == 0)
  }

  @Test func `more members than a sheet has columns are refused`() throws {
    func text(_ count: Int) -> String {
      "{" + (0..<count).map { "\"m\($0)\": 1" }.joined(separator: ",") + "}"
    }
    #expect(try grid(text(16_384), .lines).count == 2)
    let error = #expect(throws: FileError.self) { _ = try grid(text(16_385), .lines) }
    #expect(
      error?.description
        == "f: its objects have more than 16384 different members (give all objects the same members)")
  }
}
