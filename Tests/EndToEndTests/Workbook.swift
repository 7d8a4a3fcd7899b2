import Foundation

/// Small workbooks, written into a test's folder.
extension Scratch {
  /// A sheet of texts; one that begins with `#` is an error, one with `=` a formula that nobody computed. `merges` are
  /// ranges of merged cells.
  struct Sheet {
    let name: String
    let rows: [[String]]
    var merges: [String] = []
  }

  /// Writes a workbook and the folders above it.
  func write(_ sheets: [Sheet], to name: String) throws {
    let schemas = "http://schemas.openxmlformats.org"
    let office = "\(schemas)/officeDocument/2006/relationships"
    func relationships(_ targets: [(type: String, part: String)]) -> Data {
      let links = targets.enumerated().map { number, target in
        "<Relationship Id=\"r\(number)\" Type=\"\(office)/\(target.type)\" Target=\"\(target.part)\"/>"
      }
      return Data(
        "<Relationships xmlns=\"\(schemas)/package/2006/relationships\">\(links.joined())</Relationships>"
          .utf8)
    }
    try write("", to: name)
    let file = try FileHandle(forWritingTo: URL(filePath: path(name)))
    var zip = ZipWriter(file)
    try zip.add("_rels/.rels", relationships([("officeDocument", "xl/workbook.xml")]))
    try zip.add(
      "xl/_rels/workbook.xml.rels",
      relationships(sheets.indices.map { ("worksheet", "worksheets/sheet\($0).xml") }))
    let list = sheets.enumerated().map { number, sheet in
      "<sheet name=\"\(sheet.name)\" sheetId=\"\(number + 1)\" r:id=\"r\(number)\"/>"
    }
    try zip.add(
      "xl/workbook.xml",
      Data(
        """
        <workbook xmlns="\(schemas)/spreadsheetml/2006/main" xmlns:r="\(office)"><sheets>\(list.joined())</sheets>\
        </workbook>
        """.utf8))
    for (number, sheet) in sheets.enumerated() {
      try zip.add("xl/worksheets/sheet\(number).xml", Data(sheet.xml(schemas).utf8))
    }
    try zip.close()
    try file.close()
  }
}

extension Scratch.Sheet {
  fileprivate func xml(_ schemas: String) -> String {
    let rows = rows.enumerated().map { number, row in
      let cells = zip("ABCDEFGHIJ", row).filter { !$1.isEmpty }.map { column, text in
        let place = "r=\"\(column)\(number + 1)\""
        return switch text.first {
        case "#": "<c \(place) t=\"e\"><v>\(text)</v></c>"
        case "=": "<c \(place)><f>\(text.dropFirst())</f></c>"
        default: "<c \(place) t=\"inlineStr\"><is><t>\(text)</t></is></c>"
        }
      }
      return "<row r=\"\(number + 1)\">\(cells.joined())</row>"
    }
    let ranges = merges.map { "<mergeCell ref=\"\($0)\"/>" }.joined()
    return "<worksheet xmlns=\"\(schemas)/spreadsheetml/2006/main\"><sheetData>\(rows.joined())</sheetData>"
      + (merges.isEmpty ? "" : "<mergeCells>\(ranges)</mergeCells>") + "</worksheet>"
  }
}
