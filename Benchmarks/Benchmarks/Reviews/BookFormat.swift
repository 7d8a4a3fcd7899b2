internal import Foundation
internal import ReviewKit

/// What the files of a book are written as.
enum BookFormat: String, CaseIterable {
  case csv = "CSV"
  case gb18030 = "CSV in GB18030"
  case jsonLines = "JSON Lines"
  case workbooks = "workbooks"

  /// The folder of the book.
  var folderName: String { "\(self)" }

  /// Copies a file of the CSV book to a folder, in this format.
  func copy(_ file: URL, to folder: URL) throws {
    let name = file.deletingPathExtension().lastPathComponent
    guard file.pathExtension == "csv" else {
      return try FileManager.default.copyItem(at: file, to: folder.appending(path: file.lastPathComponent))
    }
    switch self {
    case .csv:
      try FileManager.default.copyItem(at: file, to: folder.appending(path: file.lastPathComponent))
    case .gb18030:
      try Self.gb18030(file).write(to: folder.appending(path: file.lastPathComponent))
    case .jsonLines:
      try JSONLines(of: file).write(to: folder.appending(path: name + ".jsonl"))
    case .workbooks:
      try Workbook(of: file).write(to: folder.appending(path: name + ".xlsx"))
    }
  }

  private static func gb18030(_ file: URL) throws -> Data {
    // kCFStringEncodingGB_18030_2000, as Foundation numbers it.
    let encoding = String.Encoding(rawValue: 0x8000_0632)
    guard let bytes = try String(contentsOf: file, encoding: .utf8).data(using: encoding) else {
      throw Problem("\(file.path): not all of it is in GB18030")
    }
    return bytes
  }
}

/// What a field is where cells have types, as systems export them.
enum FieldValue {
  case blank
  case number(Double)
  case text(String)

  /// Only what reads the same written back is a number: an id such as 0012 is a text.
  init(_ field: String) {
    if field.isEmpty {
      self = .blank
    } else if let whole = Int32(field), String(whole) == field {
      self = .number(Double(whole))
    } else if field.first?.isNumber == true, let number = Double(field), "\(number)" == field {
      self = .number(number)
    } else {
      self = .text(field)
    }
  }
}
