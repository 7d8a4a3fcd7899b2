import FlatFiles
import ReviewModel
import Testing

/// Which members fill which fields.
struct JSONMemberTests {
  /// Both forms of the same objects, which must give the same rows and reports.
  private func read(
    _ objects: [String], _ members: MemberPlan, noteLimit: Int = MemberReport.limit
  ) async throws -> (rows: [MemberRow], report: MemberReport) {
    let document = "[" + objects.joined(separator: ",") + "]"
    let lines = objects.joined(separator: "\n")
    var rows = try await JSONForm.document.rows(of: document, members)
    let ofLines = try await JSONForm.lines.rows(of: lines, members)
    #expect(rows == ofLines)
    var reports: [MemberReport] = []
    for (form, text) in [(JSONForm.document, document), (.lines, lines)] {
      let file = try ScratchFile("a.txt", text: text)
      for size in [1, 64, 1 << 18] {
        let reader = try form.open(file, members, blockSize: size, noteLimit: noteLimit)
        rows = try reader.blocks().flatMap(\.rows)
        reports.append(reader.members)
        let shared = try form.open(file, members, blockSize: size, noteLimit: noteLimit)
        try await withThrowingTaskGroup { group in
          for _ in 0..<3 { group.addTask { _ = try shared.blocks() } }
          try await group.waitForAll()
        }
        reports.append(shared.members)
      }
    }
    #expect(Set(reports).count == 1)
    return (rows, try #require(reports.first))
  }

  @Test func `members may stand in any order, and change it from object to object`() async throws {
    let names = ["a", "b", "c", "d"]
    var objects: [String] = []
    var rows: [MemberRow] = []
    // Every order of every subset, each after each other now and then.
    for order in 0..<256 {
      let picked = [order & 3, order >> 2 & 3, order >> 4 & 3, order >> 6 & 3]
      var members: [String] = []
      var fields = ["", "", "", ""]
      for (index, pick) in picked.enumerated() where picked.firstIndex(of: pick) == index {
        members.append("\"\(names[pick])\": \(order)")
        fields[pick] = "\(order)"
      }
      objects.append("{" + members.joined(separator: ", ") + "}")
      rows.append(MemberRow(order + 1, fields))
    }
    #expect(try await read(objects, plan("a", "b", "c", "d")).rows == rows)
  }

  @Test func `names are compared unescaped, byte by byte`() async throws {
    let members = plan("é", "e\u{301}", "", "a\"b", "中")
    #expect(
      try await read(
        [
          #"{"\u00e9": 1, "e\u0301": 2, "": 3, "a\"b": 4, "\u4e2d": 5}"#,
          "{\"é\": 1, \"e\u{301}\": 2, \"\": 3, \"a\\u0022b\": 4, \"中\": 5}",
        ], members
      ).rows == [MemberRow(1, ["1", "2", "3", "4", "5"]), MemberRow(2, ["1", "2", "3", "4", "5"])])
  }

  @Test func `of several members for one field the lowest rank wins, wherever it stands`() async throws {
    let members = plan(1, ["id": [(0, 0)], "编号": [(0, 1)], "number": [(0, 2)]])
    let result = try await read(
      [
        #"{"number": 3, "编号": 2}"#, #"{"编号": 2, "id": 1, "number": 3}"#, #"{"number": 3, "id": null}"#,
        #"{"number": 3}"#, #"{"id": "", "编号": 2}"#,
      ], members)
    #expect(
      result.rows == [
        MemberRow(1, ["2"]), MemberRow(2, ["1"]), MemberRow(3, [""]), MemberRow(4, ["3"]), MemberRow(5, [""]),
      ])
    #expect(
      result.report.unused == [
        MemberReport.Unused(name: "number", place: 0), MemberReport.Unused(name: "编号", place: 0),
      ])
    #expect(result.report.unread == [])
  }

  @Test func `one member may fill several fields, each by its rank`() async throws {
    let members = plan(3, ["a": [(0, 0), (2, 1)], "b": [(1, 0), (2, 0)]])
    let result = try await read([#"{"a": 1}"#, #"{"a": 1, "b": 2}"#, #"{"b": 2, "a": 1}"#], members)
    #expect(
      result.rows == [
        MemberRow(1, ["1", "", "1"]), MemberRow(2, ["1", "2", "2"]), MemberRow(3, ["1", "2", "2"]),
      ])
    #expect(result.report.unused == [MemberReport.Unused(name: "a", place: 2)])
  }

  @Test func `two members of one rank break their row`() async throws {
    let members = plan(2, ["a": [(0, 0)], "A": [(0, 0)], "b": [(1, 0)], "B": [(1, 1)]])
    let objects = [
      #"{"a": 1, "a": 2}"#, #"{"a": 1, "A": 1}"#, #"{"a": 1, "b": 2}"#, #"{"x": 1, "x": 2, "a": 3}"#,
      #"{"B": 1, "B": 2}"#, #"{"a": null, "b": 1, "a": null}"#, #"{"B": 1, "B": 2, "b": 3}"#,
      #"{"b": 3, "B": 1, "B": 2}"#, #"{"B": 1, "b": 3, "B": 2, "b": 4}"#,
    ]
    #expect(
      try await read(objects, members).rows == [
        .broken(1, objects[0]), .broken(2, objects[1]), MemberRow(3, ["1", "2"]), MemberRow(4, ["3", ""]),
        .broken(5, objects[4]), .broken(6, objects[5]), MemberRow(7, ["", "3"]), MemberRow(8, ["", "3"]),
        .broken(9, objects[8]),
      ])
  }

  @Test func `unread members are told once, in the order in which they appear`() async throws {
    let objects = [#"{"x": 1, "a": 1, "y": null}"#, #"{"z": 1, "x": 2}"#, #"{"a": 1, "w\n": {"v": 1}}"#]
    #expect(try await read(objects, plan("a")).report.unread == ["x", "y", "z", "w\n"])
    #expect(try await read(objects, plan("a"), noteLimit: 2).report.unread == ["x", "y"])
  }

  @Test func `of many unread members the first of the file are told, however it is read`() async throws {
    let objects = (0..<60).map { line in
      "{" + (0..<4).map { "\"m\((line * 7 + $0 * 3) % 97)\": \(line)" }.joined(separator: ",") + "}"
    }
    var expected: [String] = []
    for line in 0..<60 {
      for member in 0..<4 {
        let name = "m\((line * 7 + member * 3) % 97)"
        if !expected.contains(name) { expected.append(name) }
      }
    }
    for limit in [1, 5, 40, 200] {
      #expect(
        try await read(objects, plan("a"), noteLimit: limit).report.unread == Array(expected.prefix(limit)))
    }
  }

  @Test func `names beyond all measure are forgotten, and rows stay right`() throws {
    let objects = (0..<40_000).map { #"{"n\#($0)": 1, "a": \#($0)}"# }
    let file = try ScratchFile("a.jsonl", text: objects.joined(separator: "\n"))
    let reader = try JSONLinesFile(path: file.path, name: "f", members: plan("a"))
    let rows = try reader.blocks().flatMap(\.rows)
    #expect(rows == (0..<40_000).map { MemberRow($0 + 1, ["\($0)"]) })
    #expect(reader.members.unread == (0..<200).map { "n\($0)" })
  }

  @Test func `arrays of strings are lists, and what else is no plain value is marked`() async throws {
    let objects = [
      #"{"a": ["x", "y"], "b": "z"}"#, #"{"a": [ "x" ]}"#, #"{"a": [], "b": 1}"#, #"{"a": ["x;\"y", ""]}"#,
      #"{"a": ["x", 1], "b": [1]}"#, #"{"a": [null], "b": [["x"]]}"#, #"{"a": {}, "b": { "c" : [ ] }}"#,
    ]
    #expect(
      try await read(objects, plan("a", "b")).rows == [
        MemberRow(1, ["x;y", "z"], marks: [0: #"list ["x", "y"]"#]),
        MemberRow(2, ["x", ""], marks: [0: #"list [ "x" ]"#]),
        MemberRow(3, ["", "1"]),
        MemberRow(4, ["x;\"y;", ""], marks: [0: #"list ["x;\"y", ""]"#]),
        MemberRow(5, [#"["x", 1]"#, "[1]"], marks: [0: #"structure ["x", 1]"#, 1: "structure [1]"]),
        MemberRow(6, ["[null]", #"[["x"]]"#], marks: [0: "structure [null]", 1: #"structure [["x"]]"#]),
        MemberRow(7, ["{}", #"{ "c" : [ ] }"#], marks: [0: "structure {}", 1: #"structure { "c" : [ ] }"#]),
      ])
  }
}
