import FlatFiles
import Foundation
import ReviewModel
import Testing

@Suite("XLSX: what is refused")
struct XLSXDamageTests {
  private static let small = TestWorkbook(
    "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" s=\"1\"><v>45962</v></c></row>",
    strings: "<si><t>甲</t></si>", formats: ["yyyy-mm-dd"])

  @Test("a file cut off anywhere")
  func truncated() throws {
    let bytes = try Self.small.bytes()
    for count in bytes.indices {
      #expect(throws: FileError.self, "\(count) bytes") { try xlsxRows(Array(bytes[..<count])) }
    }
    #expect(try xlsxRows(bytes) == [Row(1, ["甲", "2025-11-01"])])
  }

  @Test(
    "a part cut off anywhere",
    arguments: [
      TestWorkbook.sheetPart, "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml", "_rels/.rels",
      "xl/_rels/workbook.xml.rels",
    ])
  func truncatedPart(name: String) throws {
    let text = Array(try #require(Self.small[name]).utf8)
    for count in text.indices {
      var workbook = Self.small
      let place = try #require(workbook.parts.firstIndex { $0.name == name })
      workbook.parts[place].text = Array(text[..<count])
      let error = #expect(throws: FileError.self, "\(count) bytes") { try workbook.rows() }
      #expect(error?.problem.hasPrefix("\(name) is damaged: ") == true)
    }
  }

  @Test("damage in a sheet is told by the row in which it is")
  func row() throws {
    let rows = (1...3000).map { "<row r=\"\($0)\"><c><v>\($0)</v></c><c><v>2</v></c></row>" }
    let broken = rows.joined().replacing("<v>2500</v>", with: "<v>2500</w>")
    #expect(try TestWorkbook(broken).failure().line == 2500)
    #expect(try TestWorkbook(rows.joined()).rows().count == 3000)
  }

  @Test("any byte of a file changed: an error or rows, never a crash")
  func changedBytes() throws {
    let bytes = try Self.small.bytes()
    for index in bytes.indices {
      for mask: UInt8 in [0x01, 0x80, 0xFF] {
        var changed = bytes
        changed[index] ^= mask
        do {
          _ = try xlsxRows(changed)
        } catch {
          #expect(error is FileError)
        }
      }
    }
  }

  @Test("a checksum or a size that is not that of the part")
  func lies() throws {
    let bytes = try Self.small.bytes()
    let name = Array(TestWorkbook.sheetPart.utf8)
    // The central directory stands at the end; an entry's name begins at its byte 46, checksum and size at 16 and 24.
    let directory = try #require(bytes.indices.last { bytes[$0...].starts(with: name) }) - 46
    for (offset, reason) in [(16, "CRC error"), (24, "directory of the zip file")] {
      var changed = bytes
      changed[directory + offset] ^= 1
      let error = #expect(throws: FileError.self) { try xlsxRows(changed) }
      #expect(error?.problem.contains("\(TestWorkbook.sheetPart) cannot be unpacked") == true)
      #expect(error?.problem.contains(reason) == true, "\(error?.problem ?? "")")
    }
  }

  @Test(
    "what is no workbook",
    arguments: [
      ("", "the file is empty"), ("a,b\n1,2\n", "is no workbook, whatever its name says"),
      ("<html><table>", "is no workbook, whatever its name says"),
      ("PK\u{5}\u{6}" + String(repeating: "\0", count: 18), "is a zip file, but there is no workbook in it"),
    ])
  func noWorkbook(text: String, problem: String) throws {
    let error = #expect(throws: FileError.self) { try xlsxRows(Array(text.utf8)) }
    #expect(error?.problem == problem)
    #expect(error?.remedy.isEmpty == false)
  }

  @Test("workbooks of the old kind, and with a password")
  func compoundFiles() throws {
    var bytes: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    bytes += [UInt8](repeating: 0, count: 1528)
    let old = #expect(throws: FileError.self) { try xlsxRows(bytes) }
    #expect(old?.description.contains("old kind (.xls)") == true)
    #expect(old?.remedy == "open it in Excel and save it as .xlsx")
    bytes.replaceSubrange(1024..<1056, with: "EncryptedPackage".utf16.flatMap { [UInt8($0), 0] })
    let encrypted = #expect(throws: FileError.self) { try xlsxRows(bytes) }
    #expect(encrypted?.problem == "the workbook is encrypted")
    #expect(encrypted?.remedy.contains("remove the password in Excel") == true)
    var zipped = Self.small
    zipped.password = "secret"
    #expect(try zipped.failure().problem == "the workbook is encrypted")
  }

  @Test("more entries than any workbook has")
  func entries() throws {
    var workbook = TestWorkbook(table: [["a", "b"]])
    for number in workbook.parts.count..<1000 { workbook["x/\(number)"] = "" }
    #expect(try workbook.fields() == ["a", "b"])
    workbook["x/more"] = ""
    #expect(try workbook.failure().problem.contains("1001 entries"))
  }

  @Test("an entry twice")
  func duplicates() throws {
    var workbook = Self.small
    workbook["XL/Workbook.xml"] = "<x/>"
    #expect(try workbook.failure().problem == "holds the part XL/Workbook.xml twice")
    workbook["XL/Workbook.xml"] = nil
    workbook["xl/workbooX.xml"] = "<x/>"
    var bytes = try workbook.bytes()
    let wrong = Array("workbooX".utf8)
    for index in bytes.indices where bytes[index...].starts(with: wrong) {
      bytes[index + 7] = UInt8(ascii: "k")
    }
    let error = #expect(throws: FileError.self) { try xlsxRows(bytes) }
    #expect(error?.problem == "holds the part xl/workbook.xml twice")
  }

  @Test("what unpacks to more than a hundred times its size")
  func ratio() throws {
    var workbook = TestWorkbook(table: [["a", "b"]])
    workbook["xl/media/image1.bmp"] = String(repeating: "\0", count: 100 << 10)
    #expect(try workbook.fields() == ["a", "b"])
    workbook["xl/media/image1.bmp"] = String(repeating: "\0", count: (100 << 10) + 1)
    #expect(try workbook.failure().problem.contains("100 times as large"))
  }

  @Test("a part over 256 MiB, by what the directory says")
  func size() throws {
    var bytes = try Self.small.bytes()
    let name = Array(TestWorkbook.sheetPart.utf8)
    let directory = try #require(bytes.indices.last { bytes[$0...].starts(with: name) }) - 46
    for (offset, byte) in [0x01, 0x00, 0x00, 0x10].enumerated() {
      bytes[directory + 24 + offset] = UInt8(byte)
    }
    let error = #expect(throws: FileError.self) { try xlsxRows(bytes) }
    #expect(error?.problem.contains("256 MiB") == true || error?.problem.contains("limit of 256") == true)
  }

  @Test(
    "document types, and with them entities, in any part",
    arguments: [
      TestWorkbook.sheetPart, "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml", "_rels/.rels",
    ],
    [
      "<!DOCTYPE x>", "<!DOCTYPE x SYSTEM \"file:///etc/passwd\">",
      "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>",
      "<!DOCTYPE x [<!ENTITY % p SYSTEM \"http://example.invalid/x.dtd\"> %p;]>",
    ])
  func documentTypes(part: String, type: String) throws {
    var workbook = Self.small
    workbook[part] = type + (try #require(workbook[part]))
    let error = try workbook.failure()
    #expect(error.problem == "\(part) is damaged: it has a document type, which no workbook needs")
  }

  @Test("an entity that nobody declared")
  func entity() throws {
    let error = try TestWorkbook("<row><c t=\"str\"><v>&bomb;</v></c></row>").failure()
    #expect(error.problem.contains("bomb"))
  }

  /// Each of them made libxml2 work for a time that grows faster than the bytes.
  @Test(
    "XML that nobody writes",
    arguments: [
      ("nesting", String(repeating: "<a>", count: 300) + String(repeating: "</a>", count: 300)),
      ("attributes", "<a" + (0..<300).map { " a\($0)=\"\"" }.joined() + "/>"),
      ("namespaces", "<a" + (0..<200).map { " xmlns:n\($0)=\"u\"" }.joined() + "/>"),
      (
        "namespaces by levels",
        (0..<200).map { "<a xmlns:n\($0)=\"u\">" }.joined() + String(repeating: "</a>", count: 200)
      ),
      ("comment", "<!--" + String(repeating: "x", count: 100_000) + "-->"),
      ("names", (0..<200_000).map { "<n\($0)/>" }.joined()),
      ("name", "<" + String(repeating: "x", count: 70_000) + "/>"),
    ])
  func excess(what: String, xml: String) throws {
    #expect(throws: FileError.self, "\(what)") { try TestWorkbook("<row><c>\(xml)</c></row>").rows() }
  }

  @Test("prefixes declared again and again on one level are no excess")
  func manyNamespaces() throws {
    let cells = (0..<2000).map { "<x:c xmlns:x=\"u\"><x:v xmlns:y=\"u\">\($0)</x:v></x:c>" }.joined()
    #expect(try TestWorkbook("<row>\(cells)</row>").fields().count == 2000)
  }

  @Test("texts that cells share, and far cells, that come to much more than the sheet")
  func growth() throws {
    // All alike, they would be refused for what they unpack to.
    func text(_ seed: Int) -> String { String((seed * 48_271) % 2_147_483_647, radix: 36) }
    let long = "<si><t>" + (1...5000).map(text).joined() + "</t></si>"
    func rows(_ count: Int) -> String {
      (1...count).map { row in
        "<row>" + (1...16).map { "<c s=\"\(row * $0 * 7919 % 1000)\" t=\"s\"><v>0</v></c>" }.joined()
          + "</row>"
      }.joined()
    }
    #expect(try TestWorkbook(rows(100), strings: long).rows().count == 100)
    #expect(try TestWorkbook(rows(400), strings: long).failure().problem.contains("16 times its own size"))
    // Two cells are a header; the rows are not made into texts, which would take longer than to read them.
    let wide = (1...5000).map { "<row><c r=\"XFD\($0 + 1)\"><v>\($0 * 7919)</v></c></row>" }.joined()
    let scratch = try TestWorkbook("<row><c><v>1</v></c><c><v>2</v></c></row>" + wide).file()
    let file = try XLSXFile(path: scratch.path, name: "book.xlsx")
    var block = RowBlock()
    var nested = RowBlock()
    let error = #expect(throws: FileError.self) { while try file.next(into: &block, nested: &nested) {} }
    #expect(error?.problem.contains("16 times its own size") == true)
  }

  @Test("a row of more text than any has")
  func longRow() throws {
    let text = String(repeating: "x", count: 32_767)
    let row = String(repeating: "<c t=\"s\"><v>0</v></c>", count: 2100)
    let workbook = TestWorkbook(
      "<row><c><v>1</v></c><c><v>2</v></c></row><row>\(row)</row>", strings: "<si><t>\(text)</t></si>")
    #expect(try workbook.failure().line == 2)
  }

  @Test(
    "rows and cells where none can be",
    arguments: [
      ("<row r=\"5\"/><row r=\"5\"/>", 5), ("<row r=\"5\"/><row r=\"4\"/>", 5), ("<row r=\"0\"/>", nil),
      ("<row r=\"1048577\"/>", nil), ("<row r=\"x\"/>", nil), ("<row r=\"\"/>", nil),
      ("<row r=\"1048576\"/><row/>", 1_048_576), ("<row><c r=\"B1\"/><c r=\"A1\"/></row>", 1),
      ("<row><c r=\"B1\"/><c r=\"B1\"/></row>", 1), ("<row><c r=\"XFE1\"/></row>", 1),
      ("<row><c r=\"XFD1\"/><c/></row>", 1), ("<row><c r=\"AAAAAAAAAAAAAAAAAA1\"/></row>", 1),
      ("<row><c r=\"1\"/></row>", 1), ("<row><c r=\"A\"/></row>", 1), ("<row><c r=\"A0\"/></row>", 1),
      ("<row/><row><c r=\"A1\"/></row>", 1),
    ] as [(String, Int?)])
  func places(rows: String, line: Int?) throws {
    let error = try TestWorkbook(rows).failure()
    #expect(error.line == line)
    #expect(error.problem.hasPrefix("xl/worksheets/sheet1.xml is damaged: "))
  }

  @Test("a shared text that is not there", arguments: ["1", "-1", "x", "99999999999"])
  func sharedText(index: String) throws {
    let row = "<row><c t=\"s\"><v>\(index)</v></c><c/></row>"
    let error = try TestWorkbook(row, strings: "<si><t>a</t></si>").failure()
    #expect(error.problem.hasSuffix("a cell refers to text \(index) of 1"))
    #expect(error.line == 1)
  }

  @Test("a worksheet that the workbook names and has not")
  func noSheet() throws {
    var workbook = Self.small
    workbook[TestWorkbook.sheetPart] = nil
    #expect(try workbook.failure().problem.contains("xl/worksheets/sheet1.xml"))
  }
}
