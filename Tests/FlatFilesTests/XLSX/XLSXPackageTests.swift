import FlatFiles
import Foundation
import ReviewModel
import Testing

@Suite("XLSX: workbooks and their sheets")
struct XLSXPackageTests {
  private static func sheet(_ text: String) -> String {
    TestWorkbook.sheet("<row>\(TestWorkbook.inline("A1", text))\(TestWorkbook.inline("B1", "x"))</row>")
  }

  private static let several = TestWorkbook(sheets: [
    ("封面", "state=\"veryHidden\"", sheet("cover")), ("图", "", sheet("chart")), ("台账 ", "", sheet("ledger")),
    ("A&amp;B", "state=\"hidden\"", sheet("hidden")), ("Ｑ４", "state=\"visible\"", sheet("quarter")),
  ])

  private static func several(chart type: String) throws -> TestWorkbook {
    var workbook = several
    let part = "xl/_rels/workbook.xml.rels"
    workbook[part] = try #require(workbook[part]).replacing(
      "/worksheet\" Target=\"worksheets/sheet2", with: "/\(type)\" Target=\"worksheets/sheet2")
    return workbook
  }

  @Test(
    "without a name the first sheet of cells that is not hidden", arguments: ["chartsheet", "dialogsheet"])
  func first(type: String) throws {
    let workbook = try Self.several(chart: type)
    #expect(try workbook.fields().first == "ledger")
    let scratch = try workbook.file()
    #expect(try XLSXFile(path: scratch.path, name: "a").sheetNames == ["封面", "台账 ", "A&B", "Ｑ４"])
  }

  @Test(
    "a sheet by its name, hidden or not",
    arguments: [("封面", "cover"), (" 台账", "ledger"), ("A&B", "hidden"), ("Q4", "quarter"), ("Ｑ４", "quarter")])
  func named(name: String, text: String) throws {
    #expect(try Self.several.rows(sheet: name).first?.fields.first == text)
  }

  @Test("a name that no sheet has")
  func unknown() throws {
    let error = try Self.several(chart: "chartsheet").failure(sheet: "图")
    #expect(error.description == "book.xlsx: there is no worksheet 图 (it has 封面, 台账 , A&B, Ｑ４)")
  }

  @Test("only hidden sheets, and none")
  func hidden() throws {
    let one = TestWorkbook(sheets: [("a", "state=\"hidden\"", Self.sheet("only"))])
    #expect(try one.fields().first == "only")
    #expect(try TestWorkbook(sheets: []).failure().problem == "the workbook has no worksheet")
  }

  @Test(
    "strict OOXML, absolute targets, parts anywhere, names in another case, folders as Windows writes them")
  func elsewhere() throws {
    let table = [["a", "b"], ["1", "2"]]
    let expected = [Row(1, ["a", "b"]), Row(2, ["1", "2"])]
    let plain = TestWorkbook(table: table)
    func changed(_ change: (_ name: String, _ text: String) -> (String, String)) throws -> [Row] {
      var other = plain
      other.parts = plain.parts.map { part in
        let (name, text) = change(part.name, String(decoding: part.text, as: UTF8.self))
        return (name, Array(text.utf8))
      }
      return try other.rows()
    }
    let strict = try changed { name, text in
      (
        name,
        text.replacing(
          TestWorkbook.transitional, with: "http://purl.oclc.org/ooxml/officeDocument/relationships"
        )
        .replacing(
          "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
          with: "http://purl.oclc.org/ooxml/spreadsheetml/main")
      )
    }
    #expect(strict == expected)
    let absolute = try changed { name, text in
      (
        name,
        text.replacing("Target=\"xl/", with: "Target=\"/xl/")
          .replacing("Target=\"worksheets/", with: "Target=\"/xl/./worksheets/../worksheets/")
      )
    }
    #expect(absolute == expected)
    let flat = try changed { name, text in
      (
        name.replacing("xl/worksheets/", with: "").replacing("xl/", with: ""),
        text.replacing("Target=\"xl/", with: "Target=\"").replacing("worksheets/", with: "")
      )
    }
    #expect(flat == expected)
    #expect(try changed { name, text in (name.uppercased(), text) } == expected)
    #expect(try changed { name, text in (name.replacing("/", with: "\\"), text) } == expected)
    let other = try changed { name, text in
      (
        name,
        text.replacing(
          "</Relationships>",
          with: "<Relationship Id=\"h\" TargetMode=\"External\" "
            + "Type=\"\(TestWorkbook.transitional)/officeDocument\" Target=\"https://example.invalid/x\"/>"
            + "</Relationships>"
        )
      )
    }
    #expect(other == expected)
  }

  @Test("parts that nobody asks for matter to nobody, whatever their names")
  func strangeNames() throws {
    var workbook = TestWorkbook(table: [["a", "b"]])
    for name in ["../../etc/passwd", "/etc/passwd", "C:\\windows\\x", "..\\..\\x", "xl/../../y", "a\u{1}b"] {
      workbook[name] = "x"
    }
    #expect(try workbook.fields() == ["a", "b"])
    // A relationship that would leave the package finds nothing outside.
    workbook["_rels/.rels"] = try #require(workbook["_rels/.rels"]).replacing(
      "Target=\"xl/workbook.xml\"", with: "Target=\"../../../../etc/passwd\"")
    #expect(try workbook.failure().problem == "is a zip file, but there is no workbook in it")
  }

  @Test("no shared texts and no styles, where the workbook names none")
  func bare() throws {
    let row = "<row><c s=\"4\"><v>1</v></c><c><v>2</v></c></row>"
    #expect(try TestWorkbook(row).fields() == ["1", "2"])
  }
}
