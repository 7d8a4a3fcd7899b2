import FlatFiles
import Foundation
import ReviewModel
import Testing

@Suite("What stops the reading of a file")
struct FileErrorTests {
  /// The error of reading all of `bytes`.
  private func failure(
    _ bytes: [UInt8], named name: String = "a.csv", blockSize: Int = 1 << 20, rowLimit: Int = 1 << 20
  ) throws -> FileError {
    let scratch = try ScratchFile(name, bytes)
    return try #require(throws: FileError.self) {
      try DelimitedFile(path: scratch.path, name: name, blockSize: blockSize, rowLimit: rowLimit).allRows()
    }
  }

  @Test("nothing in it", arguments: ["", "\u{FEFF}"])
  func empty(text: String) throws {
    let error = try failure(Array(text.utf8))
    #expect(error.description == "a.csv: the file is empty (begin it with a header row)")
  }

  @Test(
    "blank lines are no header and no error", arguments: ["\n", "\n\r\n \n", ",,\n\"\",\" \"", "\u{FEFF}\n"])
  func blank(text: String) throws {
    let scratch = try ScratchFile(text: text)
    for size in 1...20 {
      let file = try DelimitedFile(path: scratch.path, name: "a.csv", blockSize: size)
      #expect(file.names.isEmpty)
      try file.forEachRow { line, fields in Issue.record("line \(line): \(fields)") }
    }
  }

  @Test(
    "what only looks like text by its name",
    arguments: [
      ([0x50, 0x4B, 0x03, 0x04, 0x14, 0x00], "is a workbook or a zip archive, not text"),
      (
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0x00],
        "is an old workbook (.xls), or one with a password, not text"
      ),
      (Array("%PDF-1.7\n".utf8), "is a PDF document, not text"),
      (Array("SQLite format 3\0".utf8), "is a SQLite database, not text"),
      ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00, 0x00], "is xz data, not text"),
      ([0x28, 0xB5, 0x2F, 0xFD, 0x04], "is zstd data, not text"),
      ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C, 0x00], "is a 7z archive, not text"),
      ([0x52, 0x61, 0x72, 0x21, 0x1A, 0x07, 0x00], "is a rar archive, not text"),
      ([0xFF, 0xFE, 0x00, 0x00, 0x68, 0x00, 0x00, 0x00], "the text is UTF-32LE"),
      ([0x00, 0x00, 0xFE, 0xFF, 0x00, 0x00, 0x00, 0x68], "the text is UTF-32BE"),
    ] as [([UInt8], String)])
  func disguised(head: [UInt8], problem: String) throws {
    #expect(try failure(head).problem == problem)
    #expect(try failure(gzip(head), named: "a.csv.gz").problem == problem)
    // Three bytes do not tell it.
    let scratch = try ScratchFile("a.csv", Array(head.prefix(3)))
    do throws(FileError) {
      _ = try DelimitedFile(path: scratch.path, name: "a.csv")
    } catch {
      #expect(error.problem != problem)
    }
  }

  @Test("gzip data whose name does not say so")
  func unnamedGzip() throws {
    #expect(
      try failure(gzip(Array("h\n".utf8))).description == "a.csv: is gzip data (let its name end in .gz)")
  }

  @Test(
    "a quote that never closes",
    arguments: [
      ("h,i\na,b\n\"c,d\n", 3), ("h,i\n\"x\ny\",\"z\n\n", 3), ("\"h,i\na,b\n", 1), ("\nh\n\n\"", 4),
      ("h,i\n\"a\"\"", 2), ("h,i\n\"a\"\"\",\n\"b\"\"\n,", 3), ("h,\"i\na,b", 1),
    ])
  func unterminated(text: String, line: Int) throws {
    for end in ["\n", "\r\n", "\r"] {
      let bytes = Array(text.replacing("\n", with: end).utf8)
      for size in 1...bytes.count + 1 {
        let error = try failure(bytes, blockSize: size)
        #expect(error.line == line, "blocks of \(size)")
        #expect(error.problem == "a quote opens here and never closes")
      }
    }
  }

  @Test("every call after an error throws it again")
  func sticky() throws {
    let scratch = try ScratchFile(text: "h\n\"a")
    let file = try DelimitedFile(path: scratch.path, name: "a.csv")
    for _ in 0..<2 {
      var block = RowBlock()
      let error = try #require(throws: FileError.self) { try file.next(into: &block) }
      #expect(error.line == 2)
    }
  }

  @Test("a row that is too long, whatever the blocks", arguments: [1, 7, 50, 1000])
  func tooLong(blockSize: Int) throws {
    let rows = "h,i\na,b\n"
    let fits = try ScratchFile(text: rows + String(repeating: "x", count: 99) + "\nc,d\n")
    let file = try DelimitedFile(path: fits.path, name: "a.csv", blockSize: blockSize, rowLimit: 100)
    #expect(try file.allRows().map(\.line) == [1, 2, 3, 4])

    let plain = Array((rows + String(repeating: "x", count: 102) + "\nc,d\n").utf8)
    let error = try failure(plain, blockSize: blockSize, rowLimit: 100)
    #expect(error.line == 3)
    #expect(error.problem == "a row is longer than 100 bytes")

    let quoted = Array((rows + "e\n\nx,\"" + String(repeating: "x\n", count: 60) + "\"\n").utf8)
    let open = try failure(quoted, blockSize: blockSize, rowLimit: 100)
    #expect(open.line == 5)
    #expect(open.problem == "a quote opens here and does not close within 100 bytes")

    let header = try failure(
      Array(repeating: UInt8(ascii: "h"), count: 200), blockSize: blockSize, rowLimit: 100)
    #expect(header.line == 1)
    #expect(header.problem == "a row is longer than 100 bytes")
  }

  @Test("no such file, no file")
  func opening() throws {
    let scratch = try ScratchFile(text: "h\n")
    let missing = try #require(throws: FileError.self) {
      try DelimitedFile(path: scratch.path + "x", name: "orders.csv")
    }
    #expect(missing.problem == "cannot be opened: No such file or directory")
    #expect(missing.file == "orders.csv")
    let folder = try #require(throws: FileError.self) { try DelimitedFile(path: "/", name: "orders") }
    #expect(folder.problem == "is not a regular file")
  }

  @Test("bytes that cannot delimit", arguments: [0, 10, 13, 34, 0x80] as [UInt8])
  func delimiter(byte: UInt8) throws {
    let scratch = try ScratchFile(text: "h\n")
    let error = try #require(throws: FileError.self) {
      try DelimitedFile(path: scratch.path, name: "a.csv", delimiter: byte)
    }
    #expect(error.problem == "fields cannot be delimited by the byte \(byte)")
  }

  @Test("gzip: cut off anywhere, damaged, or none at all")
  func brokenGzip() throws {
    let whole = gzip(Array("h,i\na,b\nc,d\n".utf8))
    for count in 0..<whole.count {
      #expect(
        try failure(Array(whole.prefix(count)), named: "a.csv.gz").problem == "the gzip data is cut off")
    }
    var damaged = whole
    damaged[whole.count - 6] ^= 1  // in the checksum
    #expect(try failure(damaged, named: "a.csv.gz").problem == "the gzip data is damaged")
    #expect(try failure(whole + Array("tail".utf8), named: "a.csv.gz").problem == "the gzip data is damaged")
    #expect(
      try failure(Array("h,i\na,b\n".utf8), named: "a.csv.GZ").problem == "is not gzip data, as its name says"
    )
  }

  @Test("gzip: several members, and zeros after the last")
  func members() throws {
    let parts = ["h,i\n\"a", "\r", "\nb\",c\n", "", "d,e"]
    let bytes = parts.flatMap { gzip(Array($0.utf8)) } + [UInt8](repeating: 0, count: 512)
    let scratch = try ScratchFile("a.csv.gz", bytes)
    let expected = [Row(1, ["h", "i"]), Row(2, ["a\r\nb", "c"]), Row(4, ["d", "e"])]
    for size in 1...30 {
      let file = try DelimitedFile(path: scratch.path, name: "a.csv.gz", blockSize: size)
      #expect(try file.allRows() == expected)
    }
  }

  @Test("a file that changes between its check and its reading", arguments: [-100, 100])
  func changed(by difference: Int) throws {
    let rows = 1000
    let scratch = try ScratchFile(text: String(repeating: "a,b\n", count: rows))
    let file = try DelimitedFile(path: scratch.path, name: "a.csv", blockSize: 64)
    let handle = try #require(FileHandle(forWritingAtPath: scratch.path))
    if difference < 0 {
      try handle.truncate(atOffset: UInt64(4 * rows + difference))
    } else {
      try handle.seekToEnd()
      try handle.write(contentsOf: Data(repeating: 0x0A, count: difference))
    }
    try handle.close()
    let error = try #require(throws: FileError.self) { try file.allRows() }
    #expect(error.problem == "changed while it was read")
  }
}
