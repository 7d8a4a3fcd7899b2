import FlatFiles
import Foundation
import ReviewModel
import Testing

@Suite("XLSX: headers and rows")
struct XLSXSheetTests {
  @Test("titles are skipped: the header is the first row with two cells, or with one where no row has two")
  func header() throws {
    #expect(
      try TestWorkbook(table: [["2026 年 10 月"], [], ["", "a", "b"], ["x", "1", "2"], ["", "", ""], ["y"]])
        .rows() == [
          Row(3, ["", "a", "b"]), Row(4, ["x", "1", "2"]), Row(6, ["y", "", ""]),
        ])
    #expect(
      try TestWorkbook(table: [[], ["", "product"], ["", "A"], ["", "B"]]).rows() == [
        Row(2, ["", "product"]), Row(3, ["", "A"]), Row(4, ["", "B"]),
      ])
    #expect(try TestWorkbook(table: []).rows().isEmpty)
    #expect(try TestWorkbook(table: [[" ", "\n"], ["\u{3000}"]]).rows().isEmpty)
  }

  @Test("a header far down, after more rows than a block has")
  func farDown() throws {
    let titles = (1...20_000).map { "<row r=\"\($0)\"><c r=\"A\($0)\"><v>\($0)</v></c></row>" }.joined()
    let workbook = TestWorkbook(
      titles + "<row r=\"30000\"><c><v>1</v></c><c><v>2</v></c></row><row r=\"30002\"><c><v>3</v></c></row>")
    #expect(try workbook.rows() == [Row(30_000, ["1", "2"]), Row(30_002, ["3", ""])])
  }

  @Test("blank cells, blank rows, rows and columns that are not there")
  func sparse() throws {
    let rows = """
      <row r="2"><c r="B2" t="str"><v>a</v></c><c r="D2" t="str"><v>b</v></c><c r="E2" s="3"/></row><row r="3"/>\
      <row r="4"><c r="A4" s="1"/><c r="C4" t="str"><v> </v></c></row>\
      <row r="9"><c r="XFD9"><v>7</v></c></row><row><c><v>8</v></c><c r="D10"><v>9</v></c><c><v>10</v></c></row>\
      <row><c r="a12"><v>11</v></c></row><row r="1048576"><c r="D1048576"><v>12</v></c></row>
      """
    let found = try TestWorkbook(rows).rows()
    #expect(found.map(\.line) == [2, 9, 10, 12, 1_048_576])
    #expect(found[0].fields == ["", "a", "", "b", ""])
    #expect(found[1].fields.count == 16_384)
    #expect(found[1].fields.firstIndex { $0 != "" } == 16_383)
    #expect(found[2].fields == ["8", "", "", "9", "10"])
    #expect(found[3].fields == ["11", "", "", ""])
    #expect(found[4].fields == ["", "", "", "12"])
  }

  @Test("a row that says which it is is believed, whatever its cells say")
  func contradiction() throws {
    let rows =
      "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>2</v></c></row>"
      + "<row r=\"2\"><c r=\"B7\"><v>3</v></c></row>"
    #expect(try TestWorkbook(rows).rows() == [Row(1, ["1", "2"]), Row(2, ["", "3"])])
  }

  /// What is merged is written `A1:A2`; the header expected, and the row of the first data.
  @Test(
    "merged header cells",
    arguments: [
      // One title above, merged across: it is no header.
      ([["日报"], ["日期", "工号"], ["d", "r"]], ["A1:B1"], ["日期", "工号"], 3),
      // The date stands in the row above and reaches down.
      ([["日期"], ["", "订货", "回款"], ["d", "1", "2"]], ["A1:A2"], ["日期", "订货", "回款"], 3),
      ([["", "", "", "备注"], ["日期", "订货"], ["d", "1"]], ["D1:D2"], ["日期", "订货", "", "备注"], 3),
      // The same cells, not merged.
      ([["日期"], ["", "订货", "回款"], ["d", "1", "2"]], ["D1:D2"], ["", "订货", "回款"], 3),
      // Bands over the names: the header is as high as its merged cells.
      (
        [["日期", "销售", "", "工号"], ["", "订货", "回款", ""], ["d", "1", "2", "r"]], ["A1:A2", "B1:C1", "D1:D2"],
        ["日期", "订货", "回款", "工号"], 3
      ),
      (
        [["甲", "乙", ""], ["", "丙", "丁"], ["", "戊", ""], ["1", "2", "3"]], ["A1:A3", "B1:C1", "C2:C3"],
        ["甲", "戊", "丁"], 4
      ),
      // Nothing is merged downwards: what follows is a row, with a blank in it.
      ([["a", "b", ""], ["", "2", "3"]], ["B1:C1"], ["a", "b"], 2),
      // A cell merged across has its name once.
      ([["客户", "", "金额"], ["c", "n", "1"]], ["A1:B1"], ["客户", "", "金额"], 2),
      // Cells of the data that are merged are no header.
      ([["a", "b"], ["1", "2"], ["", "3"]], ["A2:A3"], ["a", "b"], 2),
    ] as [([[String]], [String], [String], Int)])
  func merged(table: [[String]], ranges: [String], names: [String], firstRow: Int) throws {
    var workbook = TestWorkbook(table: table)
    let merges = "<mergeCells>" + ranges.map { "<mergeCell ref=\"\($0)\"/>" }.joined() + "</mergeCells>"
    workbook[TestWorkbook.sheetPart] = try #require(workbook[TestWorkbook.sheetPart]).replacing(
      "</sheetData>", with: "</sheetData>" + merges)
    let rows = try workbook.rows()
    #expect(rows[0].fields == names)
    #expect(rows[1].line == firstRow)
    #expect(rows.count == table.count - firstRow + 2)
  }

  @Test("a sheet in UTF-16, and one whose elements have a prefix")
  func encodings() throws {
    var workbook = TestWorkbook(table: [["客户", "金额"], ["甲😀", "1"]])
    let expected = [Row(1, ["客户", "金额"]), Row(2, ["甲😀", "1"])]
    let sheet = try #require(workbook[TestWorkbook.sheetPart])
    let place = try #require(workbook.parts.firstIndex { $0.name == TestWorkbook.sheetPart })
    let units = ("\u{FEFF}<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + sheet).utf16
    workbook.parts[place].text = units.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
    #expect(try workbook.rows() == expected)
    let prefixed = sheet.replacing("<", with: "<x:").replacing("<x:/", with: "</x:").replacing(
      "xmlns=", with: "xmlns:x=")
    workbook[TestWorkbook.sheetPart] = prefixed
    #expect(try workbook.rows() == expected)
  }

  /// Rows of many sizes, over many blocks.
  private static let long = TestWorkbook(
    "<row><c><v>1</v></c><c><v>2</v></c><c><v>3</v></c></row>"
      + (2...9000).map { row in
        "<row r=\"\(row)\">" + TestWorkbook.inline("A\(row)", String(repeating: "文", count: row % 97))
          + (row % 3 == 0 ? "<c><v>\(row)</v></c>" : "") + "<c t=\"e\"><v>#N/A</v></c></row>"
      }.joined())

  @Test("many threads read what one reads; the spans of the blocks make up the sheet")
  func threads() async throws {
    let scratch = try Self.long.file()
    let file = try XLSXFile(path: scratch.path, name: "book.xlsx")
    let size = try #require(Self.long[TestWorkbook.sheetPart]).utf8.count
    #expect(file.extent == 0..<UInt64(size))
    let parts = try await withThrowingTaskGroup(of: (rows: [Row], spans: [Range<UInt64>]).self) { group in
      for _ in 0..<4 { group.addTask { try Self.rest(of: file) } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    let rows = parts.flatMap(\.rows).sorted()
    // An error beside a blank text makes no row.
    #expect(rows.map(\.line) == (2...9000).filter { $0 % 97 != 0 || $0 % 3 == 0 })
    for row in rows {
      let text = String(repeating: "文", count: row.line % 97)
      let wanted = row.line % 3 == 0 ? [text, "\(row.line)", ""] : [text, "", ""]
      #expect(row.fields == wanted, "row \(row.line)")
    }
    let spans = parts.flatMap(\.spans).sorted { $0.lowerBound < $1.lowerBound }
    #expect(spans.count > 3)
    #expect(spans.first?.lowerBound == 0)
    #expect(spans.last?.upperBound == UInt64(size))
    #expect(zip(spans, spans.dropFirst()).allSatisfy { $0.upperBound == $1.lowerBound })
  }

  private static func rest(of file: XLSXFile) throws -> (rows: [Row], spans: [Range<UInt64>]) {
    var found: [Row] = []
    var spans: [Range<UInt64>] = []
    var block = RowBlock()
    var nested = RowBlock()
    while try file.next(into: &block, nested: &nested) {
      spans.append(block.span)
      block.withRows { bytes, fields, rows in
        for row in rows {
          let first = Int(row.firstField)
          #expect(row.position == UInt64(row.line))
          found.append(
            Row(
              row.line,
              fields[first..<first + Int(row.fieldCount)].map {
                String(decoding: bytes[Int($0.start)..<Int($0.end)], as: UTF8.self)
              }))
        }
      }
    }
    return (found, spans)
  }

  @Test("a workbook that is replaced after it was opened")
  func replaced() throws {
    let scratch = try TestWorkbook(table: [["a", "b"], ["1", "2"]]).file()
    let file = try XLSXFile(path: scratch.path, name: "book.xlsx")
    let other = try TestWorkbook(table: [["a", "b"], ["1", "2"], ["3", "4"]]).bytes()
    try Data(other).write(to: URL(fileURLWithPath: scratch.path))
    for _ in 1...2 {
      let error = #expect(throws: FileError.self) { try file.forEachRow { _, _ in } }
      #expect(error?.problem == "changed while it was read")
    }
  }
}
