import CZlib
import FlatFiles
import Foundation
import ReviewModel

/// A file of a test, gone when the test is done with it.
final class ScratchFile {
  let path: String

  init(_ name: String = "a.csv", _ bytes: [UInt8]) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "flatfiles-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.appendingPathComponent(name).path
    try Data(bytes).write(to: URL(fileURLWithPath: path))
  }

  convenience init(_ name: String = "a.csv", text: String) throws {
    try self.init(name, Array(text.utf8))
  }

  deinit { try? FileManager.default.removeItem(atPath: (path as NSString).deletingLastPathComponent) }
}

/// A gzip member that holds `bytes`.
func gzip(_ bytes: [UInt8]) -> [UInt8] {
  var stream = z_stream()
  deflateInit2_(
    &stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, MAX_WBITS + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
    CInt(MemoryLayout<z_stream>.size))
  defer { deflateEnd(&stream) }
  var input = bytes + [0]
  var output = [UInt8](repeating: 0, count: bytes.count + 1024)
  input.withUnsafeMutableBufferPointer { input in
    output.withUnsafeMutableBufferPointer { output in
      stream.next_in = input.baseAddress
      stream.avail_in = UInt32(bytes.count)
      stream.next_out = output.baseAddress
      stream.avail_out = UInt32(output.count)
      deflate(&stream, Z_FINISH)
    }
  }
  return Array(output.prefix(Int(stream.total_out)))
}

extension DelimitedFile {
  /// What is left of the file, with the position of each row.
  func rest() throws -> [(position: UInt64, row: Row)] {
    var rows: [(position: UInt64, row: Row)] = []
    var block = RowBlock()
    while try next(into: &block) {
      block.withRows { bytes, fields, entries in
        for entry in entries {
          let first = Int(entry.firstField)
          let texts = fields[first..<first + Int(entry.fieldCount)].map {
            String(decoding: bytes[Int($0.start)..<Int($0.end)], as: UTF8.self)
          }
          rows.append((entry.position, Row(entry.line, texts)))
        }
      }
    }
    return rows
  }

  /// Header and rows as one thread reads them.
  func allRows() throws -> [Row] {
    (names.isEmpty ? [] : [Row(headerLine, names)]) + (try rest().map(\.row))
  }

  /// Header and rows as so many threads read them at once, put in order by position.
  func allRows(workers: Int) async throws -> [Row] {
    let rest = try await withThrowingTaskGroup(of: [(position: UInt64, row: Row)].self) { group in
      for _ in 0..<workers {
        group.addTask { try self.rest() }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    return [Row(headerLine, names)] + rest.sorted { $0.position < $1.position }.map(\.row)
  }
}
