import CLibZip
import FlatFiles
import Foundation
import ReviewModel
import Testing

/// A workbook put together part by part, so that every part can be made wrong.
struct TestWorkbook {
  static let transitional = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  static let main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""

  /// The parts in order. Two may share a name, or differ in its case.
  var parts: [(name: String, text: [UInt8])] = []
  /// The password of every entry, if any.
  var password: String?

  /// A workbook of one sheet.
  ///
  /// - Parameters:
  ///   - rows: What stands in `sheetData`.
  ///   - after: What stands after it.
  ///   - strings: The `si` elements of shared strings.
  ///   - formats: Format codes: the style 1 has the first, and so on; a number is the id of a format that is built in.
  init(
    _ rows: String, after: String = "", strings: String? = nil, formats: [String] = [],
    workbookPr: String = ""
  ) {
    self.init(
      sheets: [("Sheet1", "", Self.sheet(rows, after: after))], strings: strings, formats: formats,
      workbookPr: workbookPr)
  }

  /// A workbook of these sheets: name, further attributes, XML of the part.
  init(
    sheets: [(name: String, attributes: String, xml: String)], strings: String? = nil, formats: [String] = [],
    workbookPr: String = ""
  ) {
    let type = Self.transitional
    var relations = ""
    var list = ""
    for (index, sheet) in sheets.enumerated() {
      let number = index + 1
      list +=
        "<sheet name=\"\(sheet.name)\" sheetId=\"\(number)\" r:id=\"rId\(number)\" \(sheet.attributes)/>"
      relations +=
        "<Relationship Id=\"rId\(number)\" Type=\"\(type)/worksheet\" Target=\"worksheets/sheet\(number).xml\"/>"
    }
    if strings != nil {
      relations += "<Relationship Id=\"s\" Type=\"\(type)/sharedStrings\" Target=\"sharedStrings.xml\"/>"
    }
    if !formats.isEmpty {
      relations += "<Relationship Id=\"f\" Type=\"\(type)/styles\" Target=\"styles.xml\"/>"
    }
    self["_rels/.rels"] = Self.relationships(
      "<Relationship Id=\"r\" Type=\"\(type)/officeDocument\" Target=\"xl/workbook.xml\"/>")
    self["xl/workbook.xml"] =
      "<workbook \(Self.main) xmlns:r=\"\(type)\">\(workbookPr)<sheets>\(list)</sheets></workbook>"
    self["xl/_rels/workbook.xml.rels"] = Self.relationships(relations)
    if let strings { self["xl/sharedStrings.xml"] = "<sst \(Self.main)>\(strings)</sst>" }
    if !formats.isEmpty { self["xl/styles.xml"] = Self.styles(formats) }
    for (index, sheet) in sheets.enumerated() { self["xl/worksheets/sheet\(index + 1).xml"] = sheet.xml }
  }

  /// A sheet of texts, numbers as numbers: row 1, 2, …; an empty text is no cell.
  init(table: [[String]]) {
    self.init(
      table.enumerated().map { row, cells in
        let cells = cells.enumerated().filter { !$1.isEmpty }.map { column, text in
          let place = "\(Self.letters(column))\(row + 1)"
          return Double(text) == nil ? Self.inline(place, text) : "<c r=\"\(place)\"><v>\(text)</v></c>"
        }
        return "<row r=\"\(row + 1)\">\(cells.joined())</row>"
      }.joined())
  }

  static func sheet(_ rows: String, after: String = "") -> String {
    "<worksheet \(main)><sheetData>\(rows)</sheetData>\(after)</worksheet>"
  }

  static func inline(_ place: String, _ text: String) -> String {
    "<c r=\"\(place)\" t=\"inlineStr\"><is><t xml:space=\"preserve\">\(text)</t></is></c>"
  }

  static func letters(_ column: Int) -> String {
    let letter = String(UnicodeScalar(UInt8(65 + column % 26)))
    return column < 26 ? letter : letters(column / 26 - 1) + letter
  }

  private static func relationships(_ inner: String) -> String {
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\(inner)</Relationships>"
  }

  private static func styles(_ formats: [String]) -> String {
    var codes = ""
    var styles = "<xf numFmtId=\"0\"/>"
    for (index, format) in formats.enumerated() {
      let id = Int(format) ?? 164 + index
      if Int(format) == nil {
        let code = format.replacing("&", with: "&amp;").replacing("\"", with: "&quot;").replacing(
          "<", with: "&lt;")
        codes += "<numFmt numFmtId=\"\(id)\" formatCode=\"\(code)\"/>"
      }
      styles += "<xf numFmtId=\"\(id)\" applyNumberFormat=\"1\"/>"
    }
    // The styles of styles are of no cell.
    return "<styleSheet \(main)><numFmts>\(codes)</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
      + "<cellXfs>\(styles)</cellXfs><dxfs><dxf><numFmt numFmtId=\"0\" formatCode=\"0\"/></dxf></dxfs></styleSheet>"
  }

  /// The text of a part; nil removes it.
  subscript(_ name: String) -> String? {
    get { parts.first { $0.name == name }.map { String(decoding: $0.text, as: UTF8.self) } }
    set {
      let place = parts.firstIndex { $0.name == name }
      if let place { parts.remove(at: place) }
      if let newValue { parts.insert((name, Array(newValue.utf8)), at: place ?? parts.count) }
    }
  }

  /// Where the first sheet is.
  static let sheetPart = "xl/worksheets/sheet1.xml"

  /// The workbook as a zip file.
  func bytes() throws -> [UInt8] {
    let scratch = try ScratchFile("w.xlsx", [])
    var code: CInt = 0
    let archive = try #require(zip_open(scratch.path, ZIP_CREATE | ZIP_TRUNCATE, &code))
    for part in parts {
      // libzip reads the bytes when it closes the file, and frees them with `free`.
      let copy = try #require(malloc(max(part.text.count, 1)))
      part.text.withUnsafeBytes {
        copy.copyMemory(from: $0.baseAddress ?? UnsafeRawPointer(copy), byteCount: $0.count)
      }
      let source = try #require(zip_source_buffer(archive, copy, UInt64(part.text.count), 1))
      let index = zip_file_add(archive, part.name, source, 0)
      try #require(index >= 0, "\(part.name)")
      if let password {
        try #require(zip_file_set_encryption(archive, UInt64(index), UInt16(ZIP_EM_AES_256), password) == 0)
      }
    }
    try #require(zip_close(archive) == 0)
    return Array(try Data(contentsOf: URL(fileURLWithPath: scratch.path)))
  }

  /// The workbook on disk.
  func file() throws -> ScratchFile { try ScratchFile("book.xlsx", bytes()) }

  /// Header and rows of a sheet.
  func rows(sheet: String? = nil) throws -> [Row] { try xlsxRows(bytes(), sheet: sheet) }

  /// The fields of the only row.
  func fields() throws -> [String] {
    let rows = try rows()
    try #require(rows.count == 1)
    return rows[0].fields
  }

  /// The error of reading all of it.
  func failure(sheet: String? = nil) throws -> FileError {
    try #require(throws: FileError.self) { try rows(sheet: sheet) }
  }
}

/// Header and rows of the workbook that `bytes` are.
func xlsxRows(_ bytes: [UInt8], sheet: String? = nil) throws -> [Row] {
  let scratch = try ScratchFile("book.xlsx", bytes)
  var rows: [Row] = []
  try XLSXFile(path: scratch.path, name: "book.xlsx", sheet: sheet).forEachRow { rows.append(Row($0, $1)) }
  return rows
}
