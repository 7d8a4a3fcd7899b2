import FlatFiles
import ReviewModel
import Testing

@Suite("XLSX: what cells hold")
struct XLSXCellTests {
  @Test("shared texts: plain, of runs, without readings, empty")
  func shared() throws {
    let strings = """
      <si><t>客户</t></si><si><r><rPr><b/></rPr><t>Bold </t></r><r><t>and plain</t></r></si>\
      <si><t>課きく　毛こ</t><rPh sb="0" eb="1"><t>カ</t></rPh><phoneticPr fontId="1"/></si>\
      <si/><si><t xml:space="preserve"> kept </t></si><si><t> cut\n</t></si>
      """
    let row = (0...5).map { "<c t=\"s\"><v>\($0)</v></c>" }.joined() + "<c t=\"s\"><v></v></c><c><v>1</v></c>"
    #expect(
      try TestWorkbook("<row>\(row)</row>", strings: strings).fields() == [
        "客户", "Bold and plain", "課きく　毛こ", "", " kept ", "cut", "", "1",
      ])
  }

  @Test("texts in the cell: with and without a type, CDATA, runs, a formula's")
  func inline() throws {
    let row = """
      <c t="inlineStr"><is><t>甲</t></is></c><c><is><t>乙</t></is></c>\
      <c t="inlineStr"><is><t><![CDATA[<b> & co]]></t></is></c>\
      <c t="inlineStr"><is><r><t>a</t></r><r><t xml:space="preserve"> b</t></r><rPh><t>x</t></rPh></is></c>\
      <c t="str"><f>A1&amp;"!"</f><v>甲!</v></c><c t="inlineStr"><v>in v</v></c><c t="str"><f>""</f><v></v></c>\
      <c t="inlineStr"><is><t>&lt;&#26085;&gt;</t></is></c>
      """
    #expect(
      try TestWorkbook("<row>\(row)</row>").fields() == [
        "甲", "乙", "<b> & co", "a b", "甲!", "in v", "", "<日>",
      ])
  }

  @Test(
    "characters that XML has not",
    arguments: [
      ("a_x000D_\nb", "a\r\nb"), ("_x0041__x0042_", "AB"), ("_x005F_x0041_", "_x0041_"),
      ("_xD83D__xDE00_!", "😀!"), ("_xD83D_", "_xD83D_"), ("_xDE00_", "_xDE00_"), ("_x41_", "_x41_"),
      ("_x00e9_", "é"), ("_x004", "_x004"), ("__x0041", "__x0041"), ("a_b_c", "a_b_c"), ("x_x0000_", "x\0"),
    ])
  func escapes(written: String, read: String) throws {
    let row =
      "<c t=\"s\"><v>0</v></c>" + TestWorkbook.inline("B1", written) + "<c t=\"str\"><v>\(written)</v></c>"
    #expect(
      try TestWorkbook("<row>\(row)</row>", strings: "<si><t>\(written)</t></si>").fields()
        == [read, read, read])
  }

  @Test("booleans, days in ISO 8601, what is no number")
  func others() throws {
    let row = """
      <c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="b"><f>TRUE()</f><v>true</v></c>\
      <c t="d"><v>2026-10-31T08:30:00</v></c><c t="n"><v>abc</v></c><c><v>1,5</v></c><c t="strange"><v>x</v></c>
      """
    #expect(
      try TestWorkbook("<row>\(row)</row>").fields() == [
        "true", "false", "true", "2026-10-31T08:30:00", "abc", "1,5", "x",
      ])
  }

  @Test("an error is blank and marked, and so is a formula that nobody computed")
  func errors() throws {
    let rows = """
      <row><c><v>1</v></c><c><v>2</v></c></row>\
      <row><c t="e"><f>1/0</f><v>#DIV/0!</v></c><c><v>3</v></c><c t="e"><v>#N/A</v></c></row>\
      <row><c><v>4</v></c><c><f>SUM(A1:A2)</f></c></row><row><c/><c t="str"><f>IF(A1,"")</f><v/></c></row>
      """
    let sheet = try MarkedSheet(rows)
    #expect(sheet.lines == [2, 3])
    #expect(sheet.fields == ["", "3", "", "4", ""])
    #expect(sheet.marks == ["0 #DIV/0!", "2 #N/A", "4 =SUM(A1:A2)"])
  }

  @Test("a formula whose value is empty was computed by nobody, unless its value is a text")
  func emptyValues() throws {
    let rows = """
      <row><c><v>1</v></c><c><v>2</v></c></row>\
      <row><c><v>3</v></c><c><f>600*5</f><v></v></c><c t="n"><f>A2</f><v/></c><c t="b"><f>A2=3</f><v> </v></c></row>\
      <row><c><v>4</v></c><c t="str"><f>IF(A1,"")</f><v></v></c><c><v></v></c><c t="e"><f>1/0</f><v/></c></row>
      """
    let sheet = try MarkedSheet(rows)
    #expect(sheet.lines == [2, 3])
    #expect(sheet.fields == ["3", "", "", "", "4", "", "", ""])
    #expect(sheet.marks == ["1 =600*5", "2 =A2", "3 =A2=3", "7 =1/0"])
  }

  @Test("a row of errors and blanks alone is no row, and its errors are kept")
  func rowsOfErrors() throws {
    let error = "<c t=\"e\"><v>#N/A</v></c>"
    let rows = """
      <row>\(error)</row><row><c><v>1</v></c><c><v>2</v></c></row>\
      <row>\(error)<c t="inlineStr"><is><t> </t></is></c></row><row><c/>\(error)</row>\
      <row>\(error)<c><v>3</v></c></row><row><c/><c><f>A1</f></c></row>
      """
    let sheet = try MarkedSheet(rows)
    #expect(sheet.lines == [5])
    #expect(sheet.fields == ["", "3"])
    #expect(sheet.marks == ["0 #N/A"])
    #expect(sheet.blankRows == ["3: 0 #N/A", "4: 1 #N/A", "6: 1 =A1"])
    // A sheet may end with many of them, more than a block holds.
    let long = (2...100_001).map { "<row r=\"\($0)\"><c r=\"A\($0)\" t=\"e\"><v>#N/A</v></c></row>" }
    let many = try MarkedSheet("<row><c><v>1</v></c><c><v>2</v></c></row>" + long.joined())
    #expect(many.lines == [] && many.blankRows.count == 100_000)
    #expect(many.blankRows.last == "100001: 0 #N/A")
  }

  @Test("a text that is too long is cut, and still too long")
  func long() throws {
    // Texts that are all alike would be taken for a bomb.
    let scalars = (0..<50_000).map { UnicodeScalar(0x4E00 + UInt32($0 * 7919 % 20_000)) ?? " " }
    let long = String(String.UnicodeScalarView(scalars))
    let fields = try TestWorkbook(
      "<row><c t=\"s\"><v>0</v></c>\(TestWorkbook.inline("B1", long))</row>",
      strings: "<si><t>\(long)</t></si>"
    ).fields()
    #expect(fields.count == 2)
    for field in fields {
      #expect((32_768...50_000).contains(field.unicodeScalars.count))
      #expect(field.unicodeScalars.elementsEqual(scalars.prefix(field.unicodeScalars.count)))
    }
  }

  @Test("what stands in a cell and is none of it")
  func foreign() throws {
    let row = """
      <c r="A1"><v>1</v><extLst><ext><v>9</v><is><t>9</t></is></ext></extLst></c>\
      <x:thing xmlns:x="urn:x"><c r="B1"><v>9</v></c></x:thing><c r="B1"><v>2</v></c>
      """
    #expect(
      try TestWorkbook("<row>\(row)</row><foreign><row><c><v>9</v></c></row></foreign>").fields() == [
        "1", "2",
      ])
  }
}

/// What the blocks of a sheet's rows hold, fields counted from each block's first.
private struct MarkedSheet {
  private(set) var lines: [Int] = []
  private(set) var fields: [String] = []
  /// The marks by the place of their field among all.
  private(set) var marks: [String] = []
  /// Rows of errors alone: the line, and its marks by the place of their field in the row.
  private(set) var blankRows: [String] = []

  init(_ rows: String) throws {
    let scratch = try TestWorkbook(rows).file()
    let file = try XLSXFile(path: scratch.path, name: "book.xlsx")
    var block = RowBlock()
    var nested = RowBlock()
    var end: UInt64 = 0
    while try file.next(into: &block, nested: &nested) {
      #expect(block.span.lowerBound == end)
      end = block.span.upperBound
      let (before, marks, blankRows) = (fields.count, block.marks, block.blankRows)
      block.withRows { bytes, fields, rows in
        func text(_ range: FieldRange) -> String {
          String(decoding: bytes[Int(range.start)..<Int(range.end)], as: UTF8.self)
        }
        self.lines += rows.map(\.line)
        self.fields += fields.map(text)
        self.marks += marks.map { "\(before + Int($0.field)) \(text($0.text))" }
        self.blankRows += blankRows.map { blank in
          "\(blank.row.line): "
            + blank.marks.map { "\($0.field - blank.row.firstField) \(text($0.text))" }.joined(separator: " ")
        }
        #expect((marks + blankRows.flatMap(\.marks)).allSatisfy { $0.kind == .errorCell })
      }
    }
    #expect(end == file.extent.upperBound)
  }
}
