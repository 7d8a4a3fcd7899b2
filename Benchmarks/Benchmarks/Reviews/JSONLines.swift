internal import Foundation
internal import ReviewKit

/// The rows of a file as objects, one a line, with the header's names; blank fields are left out.
struct JSONLines {
  private var lines = Data()

  /// Reads a CSV file.
  init(of file: URL) throws {
    var names: [Data] = []
    try Show(file: file.path)() { _, fields in
      guard !names.isEmpty else {
        names = try fields.map(Self.written)
        return
      }
      var separator = "{"
      for (name, field) in zip(names, fields) {
        let value: Data
        switch FieldValue(field) {
        case .blank: continue
        case .number: value = Data(field.utf8)
        case .text(let text): value = try Self.written(text)
        }
        lines += Data(separator.utf8) + name + Data(":".utf8) + value
        separator = ","
      }
      lines += Data((separator == "{" ? "{}\n" : "}\n").utf8)
    }
  }

  /// Writes them.
  func write(to file: URL) throws { try lines.write(to: file) }

  private static func written(_ text: String) throws -> Data { try JSONEncoder().encode(text) }
}
