import CLibZip
import Foundation
import Testing

/// A workbook on disk, part by part.
struct WrittenWorkbook {
  let path: String

  /// The text of a part; nil where there is none.
  func part(_ name: String) throws -> String? {
    var code: CInt = 0
    let archive = try #require(zip_open(path, ZIP_RDONLY, &code))
    defer { zip_discard(archive) }
    var status = zip_stat_t()
    guard zip_stat(archive, name, 0, &status) == 0 else { return nil }
    let part = try #require(zip_fopen(archive, name, 0))
    defer { zip_fclose(part) }
    var bytes = [UInt8](repeating: 0, count: Int(status.size))
    let count = bytes.withUnsafeMutableBytes { zip_fread(part, $0.baseAddress, zip_uint64_t($0.count)) }
    try #require(count == status.size)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Adds rows below the headers, as a person would: a text a cell, or a number.
  func fill(_ rows: [[String]]) throws {
    let name = "xl/worksheets/sheet1.xml"
    var sheet = try #require(try part(name))
    let written = rows.enumerated().map { index, row in
      "<row r=\"\(index + 2)\">"
        + row.map { text in
          Double(text) == nil
            ? "<c t=\"inlineStr\"><is><t>\(text)</t></is></c>" : "<c><v>\(text)</v></c>"
        }.joined() + "</row>"
    }
    sheet = sheet.replacing("</sheetData>", with: written.joined() + "</sheetData>")
    var code: CInt = 0
    let archive = try #require(zip_open(path, 0, &code))
    let bytes = Array(sheet.utf8)
    // libzip frees it with `free`.
    let copy = try #require(malloc(bytes.count))
    bytes.withUnsafeBytes {
      copy.copyMemory(from: $0.baseAddress ?? UnsafeRawPointer(copy), byteCount: $0.count)
    }
    let source = try #require(zip_source_buffer(archive, copy, UInt64(bytes.count), 1))
    let place = zip_name_locate(archive, name, 0)
    try #require(zip_file_replace(archive, UInt64(place), source, 0) == 0)
    try #require(zip_close(archive) == 0)
  }
}

/// A folder of its own for a test, gone when the test ends.
final class Folder {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.path + "/reviewkit-test-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ text: String, to name: String) throws {
    let url = URL(filePath: path + "/" + name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  func names(in folder: String = "") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path + "/" + folder).sorted()
  }
}
