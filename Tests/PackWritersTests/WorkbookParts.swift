import CLibZip
import Testing

/// The parts of a workbook, as texts.
struct Parts {
  private let texts: [String: String]

  init(_ path: String) throws {
    var code: Int32 = 0
    let archive = try #require(zip_open(path, ZIP_RDONLY, &code))
    defer { zip_discard(archive) }
    var texts: [String: String] = [:]
    for index in 0..<zip_uint64_t(zip_get_num_entries(archive, 0)) {
      var entry = zip_stat_t()
      try #require(zip_stat_index(archive, index, 0, &entry) == 0)
      let name = String(cString: try #require(entry.name))
      let part = try #require(zip_fopen_index(archive, index, 0))
      var bytes = [UInt8](repeating: 0, count: Int(entry.size))
      let count = bytes.withUnsafeMutableBytes { zip_fread(part, $0.baseAddress, zip_uint64_t($0.count)) }
      try #require(count == entry.size)
      zip_fclose(part)
      texts[name] = String(decoding: bytes, as: UTF8.self)
    }
    self.texts = texts
  }

  var names: [String] { texts.keys.sorted() }

  subscript(_ name: String) -> String {
    get throws { try #require(texts[name], "no part \(name)") }
  }

  /// A sheet's part; the cover is 1.
  func sheet(_ number: Int) throws -> String { try self["xl/worksheets/sheet\(number).xml"] }

  /// A cell of a sheet as XML, from `<c` to `</c>` or `/>`; nil where there is none.
  func cell(_ reference: String, ofSheet number: Int) throws -> String? {
    let sheet = try sheet(number)
    guard let start = sheet.firstRange(of: "<c r=\"\(reference)\"") else { return nil }
    let rest = sheet[start.lowerBound...]
    let empty = rest.firstRange(of: "/>")
    let full = rest.firstRange(of: "</c>")
    let head = rest.firstRange(of: ">")
    if let empty, let head, empty.upperBound == head.upperBound { return String(rest[..<empty.upperBound]) }
    return full.map { String(rest[..<$0.upperBound]) }
  }

  /// What a text cell shows.
  func text(_ reference: String, ofSheet number: Int) throws -> String? {
    guard let cell = try cell(reference, ofSheet: number), let start = cell.firstRange(of: "<t"),
      let open = cell[start.upperBound...].firstRange(of: ">"), let end = cell.firstRange(of: "</t>")
    else { return nil }
    return String(cell[open.upperBound..<end.lowerBound])
  }

  /// The names of the sheets, in order, as XML holds them.
  var sheetNames: [String] {
    get throws {
      try self["xl/workbook.xml"].matches(of: /<sheet name="([^"]*)"/).map { String($0.1) }
    }
  }

  /// Puts another text in a part's place.
  static func replace(_ name: String, in path: String, _ change: (String) -> String) throws {
    let bytes = Array(change(try Parts(path)[name]).utf8)
    var code: Int32 = 0
    let archive = try #require(zip_open(path, 0, &code))
    let index = zip_uint64_t(try #require(zip_name_locate(archive, name, 0) as zip_int64_t?))
    // The bytes outlive the close, which is when libzip reads them.
    try bytes.withUnsafeBytes { bytes in
      let source = try #require(zip_source_buffer(archive, bytes.baseAddress, zip_uint64_t(bytes.count), 0))
      try #require(zip_file_replace(archive, index, source, 0) == 0)
      try #require(zip_close(archive) == 0)
    }
  }
}
