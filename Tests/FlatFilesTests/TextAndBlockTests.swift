import FlatFiles
import ReviewModel
import Testing

@Suite("Header, delimiter, UTF-8")
struct HeaderTests {
  @Test(
    "the delimiter is what stands most often outside quotes in the header row",
    arguments: [
      ("a.csv", "h,i;j,k\n1;2;3;4;5\n", ","), ("a.csv", "a;b,c\n", ","), ("a.csv", "a|b;c\n", ";"),
      ("a.csv", "a|b\tc\n", "\t"), ("a.csv", "a|b|c,d\n", "|"), ("a.csv", "alone\nx;y\n", ","),
      ("a.csv", "a,\"x;y;z;w\",b\n", ","), ("a.csv", "\"a,b,c\";d\n", ";"), ("a.csv", "a b\"c;d\"\n", ";"),
      ("a.csv", ";;;\na,b\n", ","), ("a.csv", "\na|b\n", "|"), ("a.csv", "a,b|\"c,d\n1,2\n", ","),
      ("a.tsv", "a,b,c\td\n", "\t"), ("A.TSV", "a,b\n", "\t"),
    ])
  func delimiter(name: String, text: String, expected: Character) throws {
    let scratch = try ScratchFile(name, text: text)
    for size in [1, 2, 5, 1 << 20] {
      let file = try DelimitedFile(path: scratch.path, name: "x", blockSize: size)
      #expect(file.delimiter == expected.asciiValue)
    }
  }

  @Test("a delimiter that is given is used")
  func given() throws {
    let scratch = try ScratchFile("a.tsv", text: "a,b:c\n1:2:3\n")
    let file = try DelimitedFile(path: scratch.path, name: "a.tsv", delimiter: UInt8(ascii: ":"))
    #expect(try file.allRows() == [Row(1, ["a,b", "c"]), Row(2, ["1", "2", "3"])])
  }

  @Test("a byte order mark is no part of the first name, quoted or not", arguments: ["姓名,b", "\"姓名\",b"])
  func mark(header: String) throws {
    let scratch = try ScratchFile(text: "\u{FEFF}" + header + "\n1,\u{FEFF}2\n")
    for size in 1...20 {
      let file = try DelimitedFile(path: scratch.path, name: "a.csv", blockSize: size)
      #expect(file.encodingName == "UTF-8")
      #expect(try file.allRows() == [Row(1, ["姓名", "b"]), Row(2, ["1", "\u{FEFF}2"])])
    }
  }

  @Test("what is not UTF-8 is found however the text is cut", arguments: 1...9)
  func cuts(size: Int) {
    func firstInvalid(_ bytes: [UInt8]) -> Int? {
      var check = UTF8Check()
      bytes.withUnsafeBytes { bytes in
        for start in stride(from: 0, to: bytes.count, by: size) {
          check.feed(UnsafeRawBufferPointer(rebasing: bytes[start..<min(start + size, bytes.count)]))
        }
      }
      #expect(check.count == bytes.count)
      return check.firstInvalid
    }
    #expect(firstInvalid([]) == nil)
    let edges = "\u{7F}\u{80}\u{7FF}\u{800}\u{D7FF}\u{E000}\u{FFFF}\u{10000}\u{10FFFF}"
    #expect(firstInvalid(Array((edges + edges).utf8)) == nil)
    // Unicode 16, table 3-7: what its ranges leave out, after seven good bytes.
    let invalid: [[UInt8]] = [
      [0x80], [0xBF, 0x80], [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x9F, 0xBF], [0xED, 0xA0, 0x80],
      [0xF0, 0x8F, 0xBF, 0xBF], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xC3, 0x41], [0xC3],
      [0xE4, 0xB8], [0xE4, 0xB8, 0x41], [0xF0, 0x9F, 0x98], [0xF0, 0x9F, 0x98, 0xC3],
    ]
    for bytes in invalid {
      #expect(firstInvalid(Array("é,abcd".utf8) + bytes) == 7, "\(bytes)")
    }
  }

  @Test("ill-formed sequences are found at every place of a long text", arguments: [false, true])
  func longText(isASCII: Bool) {
    let good = Array(String(repeating: isASCII ? "abc" : "文", count: 80).utf8)
    for place in stride(from: 0, through: good.count, by: 3) {
      for bad in [[0xFF], [0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE4, 0xB8]] as [[UInt8]] {
        var check = UTF8Check()
        (good[..<place] + bad + good[place...]).withUnsafeBytes { check.feed($0) }
        #expect(check.firstInvalid == place)
      }
    }
  }
}

@Suite("Blocks of rows")
struct RowBlockTests {
  @Test("a row's position is its offset in the text, whatever the blocks", arguments: 1...40)
  func positions(blockSize: Int) throws {
    let scratch = try ScratchFile(text: "\u{FEFF}h,i\r\n\"é\n\",b\r\n\n,\nc,d\re,f")
    let file = try DelimitedFile(path: scratch.path, name: "a.csv", blockSize: blockSize)
    #expect(try file.rest().map(\.position) == [5, 17, 21])
  }

  @Test("show: header and rows in order, with their lines")
  func forEachRow() throws {
    let scratch = try ScratchFile(text: "\nh,i\n\n1,\"2\n3\"\n4\n")
    let file = try DelimitedFile(path: scratch.path, name: "a.csv", blockSize: 3)
    var rows: [Row] = []
    try file.forEachRow { rows.append(Row($0, $1)) }
    #expect(rows == [Row(2, ["h", "i"]), Row(4, ["1", "2\n3"]), Row(6, ["4"])])
  }
}
