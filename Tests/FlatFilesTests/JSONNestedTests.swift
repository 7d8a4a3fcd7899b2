import FlatFiles
import ReviewModel
import Testing

/// Rows that stand within rows: the visits of a daily report.
struct JSONNestedTests {
  /// Reports of (rep, date) with visits of (rep, date, customer).
  static let visits = NestedPlan(
    isNested: { $0 == "visits" || $0 == "拜访" }, members: plan("rep", "date", "customer"),
    inherited: [(outer: 0, nested: 0), (outer: 1, nested: 1)])

  private func read(_ object: String) async throws -> [MemberRow] {
    let ofLine = try await JSONForm.lines.rows(of: object, plan("rep", "date"), Self.visits)
    let ofDocument = try await JSONForm.document.rows(of: "[\(object)]", plan("rep", "date"), Self.visits)
    #expect(ofLine == ofDocument)
    return ofLine
  }

  @Test func `nested rows take from their row what they leave blank`() async throws {
    #expect(
      try await read(
        """
        {"rep": "R1", "date": "2026-10-01", "visits": [{"customer": "C1"}, {"rep": "R2", "customer": "C2"},\
         {"date": null, "rep": " ", "customer": "C3"}, {"rep": [], "date": "d"}]}
        """) == [
          MemberRow(
            1, ["R1", "2026-10-01"],
            nested: [
              MemberRow(1, ["R1", "2026-10-01", "C1"]), MemberRow(1, ["R2", "2026-10-01", "C2"]),
              MemberRow(1, ["R1", "2026-10-01", "C3"]), MemberRow(1, ["R1", "d", ""]),
            ])
        ])
  }

  @Test func `the row's members may come after its nested rows`() async throws {
    #expect(
      try await read(#"{"visits": [{"customer": "C1"}, {"customer": "C2"}], "date": "d\u0031", "rep": 7}"#)
        == [
          MemberRow(
            1, ["7", "d1"], nested: [MemberRow(1, ["7", "d1", "C1"]), MemberRow(1, ["7", "d1", "C2"])])
        ])
  }

  @Test(arguments: [#""visits": null"#, #""visits": []"#, #""x": 1"#])
  func `there may be no nested rows`(member: String) async throws {
    #expect(try await read(#"{"rep": "R1", \#(member)}"#) == [MemberRow(1, ["R1", ""])])
  }

  @Test(arguments: [#""""#, #""none""#, "0", "false", "{}", #"{"customer": "C1"}"#])
  func `what should be nested rows and is no array breaks the row`(value: String) async throws {
    let object = #"{"rep": "R1", "visits": \#(value)}"#
    #expect(try await read(object) == [.broken(1, object)])
  }

  @Test func `what is no nested object, or says one thing twice, is a broken nested row`() async throws {
    #expect(
      try await read(
        #"{"rep": "R", "visits": ["x\u0021", {"customer": "C"}, 1, null, [{}], {"rep": 1, "rep": 2}, {}]}"#)
        == [
          MemberRow(
            1, ["R", ""],
            nested: [
              .broken(1, #""x\u0021""#), MemberRow(1, ["R", "", "C"]), .broken(1, "1"), .broken(1, "null"),
              .broken(1, "[{}]"), .broken(1, #"{"rep": 1, "rep": 2}"#),
            ])
        ])
  }

  @Test func `a broken row has no nested rows`() async throws {
    for object in [
      #"{"rep": "R1", "rep": "R2", "visits": [{"customer": "C1"}]}"#,
      #"{"rep": "R1", "visits": [{"customer": "C1"}], "拜访": []}"#,
      #"{"rep": "R1", "visits": [{"customer": "C1"}], "visits": null}"#,
    ] {
      #expect(try await read(object) == [.broken(1, object)])
    }
  }

  @Test func `a row that says nothing but its nested rows is a row`() async throws {
    #expect(
      try await read(#"{"rep": null, "visits": [{"customer": "C1"}]}"#) == [
        MemberRow(1, ["", ""], nested: [MemberRow(1, ["", "", "C1"])])
      ])
  }

  @Test func `lists and structures of the row are not handed down, those of a nested row are marked`()
    async throws
  {
    #expect(
      try await read(#"{"rep": ["R1"], "date": {}, "visits": [{"customer": ["C1", "C2"]}, {"rep": [1]}]}"#)
        == [
          MemberRow(
            1, ["R1", "{}"], marks: [0: #"list ["R1"]"#, 1: "structure {}"],
            nested: [
              MemberRow(1, ["", "", "C1;C2"], marks: [2: #"list ["C1", "C2"]"#]),
              MemberRow(1, ["[1]", "", ""], marks: [0: "structure [1]"]),
            ])
        ])
  }

  @Test func `nested rows belong to the row of their block`() async throws {
    let objects = (1...20).map { line in
      let visits = (0..<line % 4).map { "{\"customer\": \"C\($0)\"}" }.joined(separator: ",")
      return line % 5 == 0 ? "{}" : "{\"visits\": [\(visits)], \"rep\": \(line)}"
    }
    let expected = (1...20).filter { $0 % 5 != 0 }.map { line in
      MemberRow(
        line, ["\(line)", ""], nested: (0..<line % 4).map { MemberRow(line, ["\(line)", "", "C\($0)"]) })
    }
    #expect(
      try await JSONForm.lines.rows(of: objects.joined(separator: "\n"), plan("rep", "date"), Self.visits)
        == expected)
    #expect(
      try await JSONForm.document.rows(
        of: "[" + objects.joined(separator: ",\n") + "]", plan("rep", "date"), Self.visits) == expected)
  }

  @Test func `without a plan for them nested objects are an unread member`() async throws {
    let file = try ScratchFile("a.json", text: #"[{"rep": "R1", "visits": [{"customer": "C1"}]}]"#)
    let reader = try JSONFile(path: file.path, name: "f", members: plan("rep"))
    #expect(try reader.blocks().flatMap(\.rows) == [MemberRow(1, ["R1"])])
    #expect(reader.members.unread == ["visits"])
    #expect(reader.nestedMembers.names.isEmpty)
  }

  @Test func `unread members of nested rows are told apart from those of rows`() async throws {
    let file = try ScratchFile(
      "a.jsonl", text: #"{"x": 1, "visits": [{"y": 1, "customer": 2}, {"z": 3}]}"# + "\n" + #"{"w": 1}"#)
    let reader = try JSONLinesFile(
      path: file.path, name: "f", members: plan("rep", "date"), nested: Self.visits)
    _ = try reader.blocks()
    #expect(reader.members.unread == ["x", "w"])
    #expect(reader.nestedMembers.unread == ["y", "z"])
  }

  @Test func `what is handed down is in memory once`() throws {
    let rep = String(repeating: "R", count: 100_000)
    let visits = Array(repeating: #"{"customer": 1}"#, count: 5_000).joined(separator: ",")
    let file = try ScratchFile("a.jsonl", text: #"{"visits": [\#(visits)], "rep": "\#(rep)"}"#)
    let reader = try JSONLinesFile(
      path: file.path, name: "f", members: plan("rep", "date"), nested: Self.visits)
    var block = RowBlock()
    var nested = RowBlock()
    #expect(try reader.next(into: &block, nested: &nested))
    #expect(nested.rowCount == 5_000)
    #expect(nested.byteCount < 2 * 100_000)
  }
}
