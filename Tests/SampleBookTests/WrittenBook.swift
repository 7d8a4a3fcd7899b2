import Foundation
import SampleBook

/// A sample book on disk, for as long as a test looks at it.
final class WrittenBook {
  typealias Row = [String: String]

  let folder: URL
  let files: [SampleBook.WrittenFile]

  init(_ book: SampleBook) throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("sample-\(UUID().uuidString)/book")
    files = try book.write(to: folder.path)
  }

  deinit { try? FileManager.default.removeItem(at: folder.deletingLastPathComponent()) }

  func bytes(_ name: String) throws -> Data { try Data(contentsOf: folder.appendingPathComponent(name)) }

  /// The fields of every line, the header first. Sample texts hold no line breaks.
  func lines(_ name: String) throws -> [[String]] {
    String(decoding: try bytes(name), as: UTF8.self).split(separator: "\n").map { fields(of: String($0)) }
  }

  private func fields(of line: String) -> [String] {
    var fields = [""]
    var quoted = false
    for character in line {
      switch character {
      case "\"": quoted.toggle()
      case "," where !quoted: fields.append("")
      default: fields[fields.count - 1].append(character)
      }
    }
    return fields
  }

  /// The rows of all files whose name begins with `prefix`, by column.
  func rows(_ prefix: String) throws -> [Row] {
    try files.map(\.name).filter { $0.hasPrefix(prefix) }.sorted().flatMap { name -> [Row] in
      let lines = try lines(name)
      guard let header = lines.first else { return [] }
      return lines.dropFirst().map { Row(uniqueKeysWithValues: zip(header, $0)) }
    }
  }
}

extension WrittenBook.Row {
  /// A field; blank where there is none.
  subscript(text column: String) -> String { self[column, default: ""] }

  /// A field as an amount; 0 where it is none.
  subscript(amount column: String) -> Double { Double(self[text: column]) ?? 0 }
}
