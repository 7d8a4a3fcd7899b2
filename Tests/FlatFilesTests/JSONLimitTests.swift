import FlatFiles
import Foundation
import ReviewModel
import Testing

/// What is too deep, too large or too long is refused with a reason, and what is just within a limit is read.
struct JSONLimitTests {
  private func nested(_ levels: Int) -> String {
    String(repeating: "[", count: levels) + String(repeating: "]", count: levels)
  }

  @Test(arguments: [62, 63])
  func `64 levels are the most of a document`(levels: Int) throws {
    // The array of rows and the row itself are two more.
    let error = try JSONForm.document.error(of: #"[{"x": \#(nested(levels))}]"#)
    #expect(error == nil ? levels == 62 : levels == 63)
    if let error { #expect(error.problem.hasPrefix("more than 64 arrays and objects within each other, ")) }
  }

  @Test(arguments: [63, 64])
  func `64 levels are the most of a line`(levels: Int) async throws {
    let line = #"{"x": \#(nested(levels)), "a": 1}"#
    #expect(
      try await JSONForm.lines.rows(of: line, plan("a"))
        == [levels == 63 ? MemberRow(1, ["1"]) : .broken(1, line)])
  }

  @Test(arguments: [100_000, 1_000_000])
  func `no depth brings the reader down`(levels: Int) throws {
    for text in [
      String(repeating: "[", count: levels), nested(levels), String(repeating: #"[{"":"#, count: levels),
      String(repeating: #"{"a":"#, count: levels) + "1" + String(repeating: "}", count: levels),
    ] {
      #expect(try JSONForm.document.error(of: text) != nil)
      let file = try ScratchFile("a.jsonl", text: text)
      let rows = try JSONLinesFile(path: file.path, name: "f", members: plan("b")).blocks().flatMap(\.rows)
      #expect(rows == [.broken(1, text)])
    }
  }

  @Test(arguments: [(1 << 20) - 3, (1 << 20) - 2])
  func `2^20 values are the most of an element`(count: Int) async throws {
    // With the object, its array, and the member that is read.
    let object = #"{"a": 1, "x": [0"# + String(repeating: ",0", count: count - 1) + "]}"
    let fits = count == (1 << 20) - 3
    let error = try JSONForm.document.error(of: object)
    #expect((error == nil) == fits)
    if let error { #expect(error.problem.hasPrefix("more than 1048576 values within one object, ")) }
    let file = try ScratchFile("a.jsonl", text: object + "\n")
    let rows = try JSONLinesFile(path: file.path, name: "f", members: plan("a")).blocks().flatMap(\.rows)
    #expect(rows == [fits ? MemberRow(1, ["1"]) : .broken(1, object)])
  }

  @Test func `a document is refused above the size limit`() throws {
    let file = try ScratchFile("a.json", text: #"[{"a": 1}]"#)
    #expect(throws: Never.self) {
      try JSONFile(path: file.path, name: "f", members: plan("a"), sizeLimit: 10)
    }
    let error = #expect(throws: FileError.self) {
      try JSONFile(path: file.path, name: "f", members: plan("a"), sizeLimit: 9)
    }
    #expect(
      error?.description
        == "f: a JSON document of 10 bytes is larger than 9 (write it as JSON Lines, an object a line)")
  }

  @Test func `an element is refused above the row limit`() throws {
    let file = try ScratchFile("a.json", text: #"[{"a": 1}, {"a": 12}]"#)
    func read(_ limit: Int) throws {
      _ = try JSONFile(path: file.path, name: "f", members: plan("a"), rowLimit: limit).blocks()
    }
    #expect(throws: Never.self) { try read(9) }
    let error = #expect(throws: FileError.self) { try read(8) }
    #expect(
      error?.description == "f: element 2 is longer than 8 bytes (write an array of objects, a row each)")
  }

  @Test(arguments: [1, 4, 1 << 18])
  func `a line is refused above the row limit`(blockSize: Int) throws {
    let file = try ScratchFile("a.jsonl", text: "{\"a\":1}\n{\"a\":12}\n{\"a\":3}")
    func read(_ limit: Int) throws {
      _ = try JSONLinesFile(
        path: file.path, name: "f", members: plan("a"), blockSize: blockSize, rowLimit: limit
      ).blocks()
    }
    #expect(throws: Never.self) { try read(9) }
    // Where a whole block is in hand, its lines are known not to be too long for memory.
    guard blockSize < 8 else { return }
    let error = #expect(throws: FileError.self) { try read(7) }
    #expect(
      error?.description == "f:2: a line is longer than 7 bytes (break the line where objects end)")
  }

  @Test func `a file that changes while it is read is refused`() throws {
    for name in ["a.json", "a.jsonl"] {
      for text in [#"[{"a": 1}]"#, #"{"a": 1234567}"# + "\n", "[]"] {
        let file = try ScratchFile(name, text: #"{"a": 1}"# + "\n")
        let reader: any MemberFile =
          name == "a.json"
          ? try JSONFile(path: file.path, name: "f", members: plan("a"))
          : try JSONLinesFile(path: file.path, name: "f", members: plan("a"))
        try Data(text.utf8).write(to: URL(fileURLWithPath: file.path))
        let error = #expect(throws: FileError.self) { _ = try reader.blocks() }
        #expect(error?.problem == "changed while it was read")
      }
    }
  }
}
