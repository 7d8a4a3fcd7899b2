import FlatFiles
import ReviewModel
import Testing

/// One text and the rows it must give, through every path.
struct ParserCase: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let text: String
  let rows: [Row]
  var delimiter: UInt8 = UInt8(ascii: ",")

  init(_ testDescription: String, _ text: String, _ rows: [Row], delimiter: Character = ",") {
    self.testDescription = testDescription
    self.text = text
    self.rows = rows
    self.delimiter = delimiter.asciiValue ?? 0
  }

  /// RFC 4180, section 2, rules 1 to 7, and docs/inputs.md, section 5.
  static let all: [ParserCase] = [
    ParserCase(
      "rule 1", "aaa,bbb,ccc\nzzz,yyy,xxx\n",
      [Row(1, ["aaa", "bbb", "ccc"]), Row(2, ["zzz", "yyy", "xxx"])]),
    ParserCase(
      "rule 2, no last end", "aaa,bbb\nzzz,yyy", [Row(1, ["aaa", "bbb"]), Row(2, ["zzz", "yyy"])]),
    ParserCase(
      "rule 4, spaces are part of a field", " a , b \n c ,d ",
      [Row(1, [" a ", " b "]), Row(2, [" c ", "d "])]),
    ParserCase(
      "rule 5", "\"aaa\",\"bbb\"\nzzz,\"yyy\"\n", [Row(1, ["aaa", "bbb"]), Row(2, ["zzz", "yyy"])]),
    ParserCase(
      "rule 6", "h,i\n\"b\nbb\",\"c,c\"\nzzz,yyy\n",
      [Row(1, ["h", "i"]), Row(2, ["b\nbb", "c,c"]), Row(4, ["zzz", "yyy"])]),
    ParserCase("rule 7", "h,i\n\"b\"\"bb\",\"\"\"\"\n", [Row(1, ["h", "i"]), Row(2, ["b\"bb", "\""])]),
    ParserCase(
      "a quote within a field is ordinary", "h,i\na\"b,5\" x\n \"a\",b\"\n",
      [Row(1, ["h", "i"]), Row(2, ["a\"b", "5\" x"]), Row(3, [" \"a\"", "b\""])]),
    ParserCase(
      "what follows a closing quote is kept", "h,i\n\"a\"b,\"c\" \"d\"\"\n\"\"x,\n",
      [Row(1, ["h", "i"]), Row(2, ["ab", "c \"d\"\""]), Row(3, ["x", ""])]),
    ParserCase(
      "blank rows are skipped and their lines count", "\n \n\u{3000},\nh,i\n\n,\n\"\",\" \"\n\t\na,b\n\n",
      [Row(4, ["h", "i"]), Row(9, ["a", "b"])]),
    ParserCase(
      "a delimiter at the end", "h,i,\na,b,\nc,",
      [Row(1, ["h", "i", ""]), Row(2, ["a", "b", ""]), Row(3, ["c", ""])]),
    ParserCase(
      "rows of any length", "h,i\na\nb,c,d\n,,e",
      [Row(1, ["h", "i"]), Row(2, ["a"]), Row(3, ["b", "c", "d"]), Row(4, ["", "", "e"])]),
    ParserCase(
      "a quoted header over two lines", "\"h\n1\",i\na,b\n", [Row(1, ["h\n1", "i"]), Row(3, ["a", "b"])]),
    ParserCase("header only", "h,i\n", [Row(1, ["h", "i"])]),
    ParserCase("header only, no end", "h,i", [Row(1, ["h", "i"])]),
    ParserCase("one column", "h\na\n\nb\n", [Row(1, ["h"]), Row(2, ["a"]), Row(4, ["b"])]),
    ParserCase(
      "semicolon", "h;i\n\"1;2\";3,4\n", [Row(1, ["h", "i"]), Row(2, ["1;2", "3,4"])], delimiter: ";"),
    ParserCase("tab", "h\ti\n\t\"\t\"\nx\ty", [Row(1, ["h", "i"]), Row(3, ["x", "y"])], delimiter: "\t"),
    ParserCase("bar", "h|i\n|\"|\"", [Row(1, ["h", "i"]), Row(2, ["", "|"])], delimiter: "|"),
    ParserCase(
      "a line that names the delimiter", "sep=|\nh;i|j;k\n1;2|3\n",
      [Row(2, ["h;i", "j;k"]), Row(3, ["1;2", "3"])], delimiter: "|"),
    ParserCase(
      "a tab is named, and the header is not the next line", "Sep=\t\n\nh,i\tj\n1\t2",
      [Row(3, ["h,i", "j"]), Row(4, ["1", "2"])], delimiter: "\t"),
    ParserCase(
      "what only begins like it", "sep=;;\na;b;c", [Row(1, ["sep=", "", ""]), Row(2, ["a", "b", "c"])],
      delimiter: ";"),
    ParserCase("NUL is a character", "h,i\na\0,\0\n", [Row(1, ["h", "i"]), Row(2, ["a\0", "\0"])]),
    ParserCase(
      "beyond one step of the scan",
      "h,i\n" + String(repeating: "x", count: 61) + ",\"" + String(repeating: "\"\"", count: 70) + "\"\ny,"
        + "\"" + String(repeating: "é\n", count: 64) + "\"z\nu,v",
      [
        Row(1, ["h", "i"]), Row(2, [String(repeating: "x", count: 61), String(repeating: "\"", count: 70)]),
        Row(3, ["y", String(repeating: "é\n", count: 64) + "z"]), Row(68, ["u", "v"]),
      ]),
  ]
}

@Suite("Delimited files")
struct DelimitedFileTests {
  @Test("every case, every row end, every block size", arguments: ParserCase.all)
  func cases(_ given: ParserCase) async throws {
    for end in ["\n", "\r\n", "\r"] {
      let text = given.text.replacing("\n", with: end)
      let rows = given.rows.map { Row($0.line, $0.fields.map { $0.replacing("\n", with: end) }) }
      let plain = try ScratchFile(text: text)
      let packed = try ScratchFile("a.csv.gz", gzip(Array(text.utf8)))
      for size in Array(1...text.utf8.count + 1) + [1 << 20] {
        let file = try DelimitedFile(path: plain.path, name: "a.csv", blockSize: size)
        #expect(file.delimiter == given.delimiter)
        #expect(file.encodingName == "UTF-8")
        #expect(try file.allRows() == rows, "blocks of \(size)")
      }
      for size in [1, 3, 64, 1 << 20] {
        let file = try DelimitedFile(path: plain.path, name: "a.csv", blockSize: size)
        #expect(try await file.allRows(workers: 3) == rows, "3 workers, blocks of \(size)")
        let gz = try DelimitedFile(path: packed.path, name: "a.csv.gz", blockSize: size)
        #expect(try gz.allRows() == rows, "gzip, blocks of \(size)")
      }
    }
  }

  @Test("mixed row ends")
  func mixedEnds() throws {
    let file = try ScratchFile(text: "h,i\r\n1,2\n3,4\r5,6\r\r\n\n\r7,\"a\r\n\rb\"\n8,9")
    let expected = [
      Row(1, ["h", "i"]), Row(2, ["1", "2"]), Row(3, ["3", "4"]), Row(4, ["5", "6"]),
      Row(8, ["7", "a\r\n\rb"]), Row(11, ["8", "9"]),
    ]
    for size in 1...40 {
      #expect(try DelimitedFile(path: file.path, name: "a", blockSize: size).allRows() == expected)
    }
  }

  @Test("several threads take turns at a file of many blocks", arguments: ["a.csv", "a.csv.gz"])
  func manyBlocks(name: String) async throws {
    let numbers = 0..<60_000
    let text = "number,text\n" + numbers.map { "\($0),\"第\($0)\n\"\"行\"\n" }.joined()
    let bytes = Array(text.utf8)
    let scratch = try ScratchFile(name, name.hasSuffix("gz") ? gzip(bytes) : bytes)
    let expected =
      [Row(1, ["number", "text"])] + numbers.map { Row(2 + 2 * $0, ["\($0)", "第\($0)\n\"行"]) }
    for size in [1 << 20, 1 << 16] {
      let file = try DelimitedFile(path: scratch.path, name: name, blockSize: size)
      let rows = try await file.allRows(workers: 3)
      #expect(rows.count == expected.count)
      #expect(zip(rows, expected).first { $0 != $1 } == nil)
    }
  }
}
