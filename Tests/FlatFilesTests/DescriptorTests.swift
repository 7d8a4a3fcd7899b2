import FlatFiles
import Foundation
import Testing

/// A book may have more files than a process may hold open.
struct DescriptorTests {
  @Test("a file is held open only while its rows are read", arguments: ["a.csv", "a.csv.gz"])
  func descriptors(name: String) throws {
    let rows = (0..<2000).map { "row \($0),\($0)" }
    let text = Array(("name,number\n" + rows.joined(separator: "\n")).utf8)
    let scratch = try ScratchFile(name, name.hasSuffix(".gz") ? gzip(text) : text)
    let file = try DelimitedFile(path: scratch.path, name: name, blockSize: 256)
    #expect(try descriptors(of: scratch.path) == 0)
    var block = RowBlock()
    let hasRows = try file.next(into: &block)
    let first = block.rowCount
    #expect(hasRows && first < 2000)
    // What is compressed is small enough to have been read already.
    if name == "a.csv" { #expect(try descriptors(of: scratch.path) == 1) }
    let rest = try file.rest()
    #expect(first + rest.count == 2000)
    #expect(rest.last?.row.fields == ["row 1999", "1999"])
    #expect(try descriptors(of: scratch.path) == 0)
  }

  @Test("a file that is taken away between header and rows is an error")
  func takenAway() throws {
    let scratch = try ScratchFile(text: "a\n" + String(repeating: "1\n", count: 2000))
    let file = try DelimitedFile(path: scratch.path, name: "a.csv", blockSize: 256)
    try FileManager.default.removeItem(atPath: scratch.path)
    #expect(throws: (any Error).self) { try file.rest() }
  }

  /// How many descriptors of this process stand for a file.
  private func descriptors(of path: String) throws -> Int {
    let folder = "/proc/self/fd"
    return try FileManager.default.contentsOfDirectory(atPath: folder).count { descriptor in
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "\(folder)/\(descriptor)")) == path
    }
  }
}
