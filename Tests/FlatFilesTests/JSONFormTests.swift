import FlatFiles
import ReviewModel
import Testing

/// docs/inputs.md, section 5: which rows a document has.
struct JSONFormTests {
  @Test func `an array has a row an object, with the element's number`() async throws {
    let rows = try await JSONForm.document.rows(
      of: #"[{"a": "1", "b": "x"}, {"b": "y"},"# + "\n\n" + #"{"a": "3", "c": "unread"} ]  "#, plan("a", "b"))
    #expect(rows == [MemberRow(1, ["1", "x"]), MemberRow(2, ["", "y"]), MemberRow(3, ["3", ""])])
  }

  @Test(arguments: [
    #"{"rows": [{"a": "1"}, {"a": "2"}]}"#, #" { "数据" : [ { "a" : "1" } , { "a" : "2" } ] } "#,
    #"{"ro\u0077s\"": [{"a": "1"}, {"a": "2"}]}"#,
  ])
  func `an object of one member that is an array of objects has its rows`(text: String) async throws {
    #expect(
      try await JSONForm.document.rows(of: text, plan("a")) == [MemberRow(1, ["1"]), MemberRow(2, ["2"])])
  }

  @Test(arguments: [
    #"{"a": "1", "b": [{"a": "2"}]}"#, #"{"b": [{"a": "2"}], "a": "1"}"#, #"{"a": "1"}"#,
    #"{"b": [], "a": "1"}"#,
  ])
  func `any other object is one row`(text: String) async throws {
    #expect(try await JSONForm.document.rows(of: text, plan("a")) == [MemberRow(1, ["1"])])
  }

  @Test func `an object of one member that is no array of objects is one row`() async throws {
    #expect(
      try await JSONForm.document.rows(of: #"{"a": ["x", "y"]}"#, plan("a"))
        == [MemberRow(1, ["x;y"], marks: [0: #"list ["x", "y"]"#])])
    #expect(
      try await JSONForm.document.rows(of: #"{"a": {"b": []}}"#, plan("a"))
        == [MemberRow(1, [#"{"b": []}"#], marks: [0: #"structure {"b": []}"#])])
  }

  @Test(arguments: ["[]", " [ ] ", #"{"rows": []}"#, "{}", "[{}]", #"[{"a": null}, {"a": " "}, {"a": []}]"#])
  func `a table may be empty`(text: String) async throws {
    #expect(try await JSONForm.document.rows(of: text, plan("a")) == [])
  }

  @Test func `a blank object is no row and counts as an element`() async throws {
    #expect(
      try await JSONForm.document.rows(of: #"[{}, {"a": "1"}, {"a": "\t"}, {"a": "2"}]"#, plan("a"))
        == [MemberRow(2, ["1"]), MemberRow(4, ["2"])])
  }

  @Test func `what only an unread member says keeps a row`() async throws {
    #expect(
      try await JSONForm.document.rows(of: #"[{"x": 0}, {"x": null, "y": "\u3000"}, {"x": {}}]"#, plan("a"))
        == [MemberRow(1, [""]), MemberRow(3, [""])])
  }

  @Test func `an element that is no object is a broken row`() async throws {
    let rows = try await JSONForm.document.rows(
      of: #"[ "not an \u006fbject" , {"a": "1"}, 12.50, null, [1, 2 ] , [] , true]"#, plan("a", "b"))
    #expect(
      rows == [
        .broken(1, #""not an \u006fbject""#), MemberRow(2, ["1", ""]), .broken(3, "12.50"),
        .broken(4, "null"),
        .broken(5, "[1, 2 ]"), .broken(6, "[]"), .broken(7, "true"),
      ])
  }

  @Test(arguments: [
    #""text""#, " 12 ", "-0.5e1", "true", "null", "[1]", "[[]]", #"["a", "b"]"#, "[null]", #"[[{"a": 1}]]"#,
  ])
  func `a document without an object is no table, which is no error of syntax`(text: String) throws {
    let error = try #require(try JSONForm.document.error(of: text))
    #expect(error.description.hasPrefix("f: not a table: "))
    #expect(error.remedy == "write an array of objects, a row each")
  }

  @Test func `byte order marks and gzip are no part of the document`() async throws {
    let text = Array(#"[{"a": "é"}]"#.utf8)
    #expect(
      try await JSONForm.document.rows(of: [0xEF, 0xBB, 0xBF] + text, plan("a")) == [MemberRow(1, ["é"])])
    let file = try ScratchFile("a.json.gz", gzip(text))
    #expect(
      try JSONFile(path: file.path, name: "f", members: plan("a")).blocks().first?.rows == [
        MemberRow(1, ["é"])
      ])
  }

  @Test func `a file knows what it is`() throws {
    let file = try ScratchFile("a.json", text: "[] ")
    let reader = try JSONFile(path: file.path, name: "f", members: plan("a"))
    #expect(reader.header == .members)
    #expect(reader.encodingName == "UTF-8")
    #expect(reader.dateSystem == nil)
    #expect(reader.extent == 0..<3)
    #expect(try reader.blocks().map(\.span) == [0..<3])
    #expect(try reader.blocks().isEmpty)
  }
}
