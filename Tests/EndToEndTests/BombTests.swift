import Foundation
import Testing

/// Files made to exhaust whoever reads them are refused with a reason, within bounds of time and memory.
@Suite("Bombs", .serialized)
struct BombTests {
  /// A hostile file, and how its message begins.
  struct Bomb: CustomTestStringConvertible {
    let testDescription: String
    let name: String
    let message: String
    let write: @Sendable (FileHandle) throws -> Void
  }

  private static let header = Data("order_id,date,amount\n".utf8)
  private static let mebibyte = 1 << 20

  static let bombs = [
    Bomb(
      testDescription: "a line of 1 GiB", name: "orders.csv",
      message: "orders.csv:2: a row is longer than 67108864 bytes",
      write: { file in
        try file.write(contentsOf: header)
        let text = Data(repeating: UInt8(ascii: "x"), count: mebibyte)
        for _ in 0..<1024 { try file.write(contentsOf: text) }
      }),
    Bomb(
      testDescription: "a quote that opens after 100 MB and never closes", name: "orders.csv",
      message: "orders.csv:4000002: a quote opens here and never closes",
      write: { file in
        try file.write(contentsOf: header)
        // Four million rows of 25 bytes.
        let rows = Data(String(repeating: "O12345,2026-10-05,123.45\n", count: 40_000).utf8)
        for _ in 0..<100 { try file.write(contentsOf: rows) }
        try file.write(contentsOf: Data("O1,2026-10-05,\"1\nO2,2026-10-05,2\n".utf8))
      }),
    Bomb(
      testDescription: "a quote that opens before 100 MB", name: "orders.csv",
      message: "orders.csv:2: a quote opens here and does not close within 67108864 bytes",
      write: { file in
        try file.write(contentsOf: header + Data("O1,2026-10-05,\"1\n".utf8))
        let rows = Data(String(repeating: "O12345,2026-10-05,123.45\n", count: 40_000).utf8)
        for _ in 0..<100 { try file.write(contentsOf: rows) }
      }),
    Bomb(
      testDescription: "10,000 columns", name: "orders.csv",
      message: "orders.csv:1: the header row has 10000 columns",
      write: { file in
        let names = ["order_id", "date", "amount"] + (4...10_000).map { "c\($0)" }
        try file.write(contentsOf: Data((names.joined(separator: ",") + "\n").utf8))
        let row = Data(("O1,2026-10-05,5" + String(repeating: ",", count: 9_997) + "\n").utf8)
        for _ in 0..<100 { try file.write(contentsOf: row) }
      }),
    Bomb(
      testDescription: "arrays in arrays, 100,000 deep", name: "orders.json", message: "orders.json",
      write: { try $0.write(contentsOf: Data(repeating: UInt8(ascii: "["), count: 100_000)) }),
    Bomb(
      testDescription: "a row of JSON Lines of 200 MiB", name: "orders.jsonl", message: "orders.jsonl:1:",
      write: { file in
        try file.write(contentsOf: Data("{\"order_id\": \"".utf8))
        let text = Data(repeating: UInt8(ascii: "x"), count: mebibyte)
        for _ in 0..<200 { try file.write(contentsOf: text) }
      }),
  ]

  private static let workbooks = [
    workbook("a workbook that unpacks to a thousand times its size") { zip in
      try zip.add(
        "xl/worksheets/sheet1.xml", sheet("<row><c t=\"inlineStr\"><is><t>order_id</t></is></c></row>"))
      try zip.add("xl/media/image1.png", Data(repeating: 0, count: mebibyte), times: 1024)
    },
    workbook("a sheet that unpacks to a thousand times its size") { zip in
      let row = Data(String(repeating: "<row><c><v>1</v></c></row>", count: 10_000).utf8)
      try zip.add("xl/worksheets/sheet1.xml", row, times: 1000)
    },
    workbook("an element of 200,000 attributes, each to be compared with all others") { zip in
      let attributes = (0..<200_000).map { " a\($0 &* 2_654_435_761 % 4_294_967_291)=\"\"" }.joined()
      try zip.add("xl/worksheets/sheet1.xml", sheet("<row\(attributes)/>"))
    },
    workbook("entities of entities") { zip in
      let entities = (1...20).map { "<!ENTITY e\($0) \"&e\($0 - 1);&e\($0 - 1);\">" }.joined()
      let text = "<!DOCTYPE x [<!ENTITY e0 \"xxxxxxxxxx\">\(entities)]><worksheet>&e20;</worksheet>"
      try zip.add("xl/worksheets/sheet1.xml", Data(text.utf8))
    },
  ]

  /// A workbook of which `write` adds the sheet.
  private static func workbook(
    _ testDescription: String, _ write: @escaping @Sendable (inout ZipWriter) throws -> Void
  ) -> Bomb {
    Bomb(
      testDescription: testDescription, name: "orders.xlsx", message: "orders.xlsx: ",
      write: { file in
        let schemas = "http://schemas.openxmlformats.org"
        let office = "\(schemas)/officeDocument/2006/relationships"
        func relationships(_ type: String, _ target: String) -> Data {
          Data(
            """
            <Relationships xmlns="\(schemas)/package/2006/relationships">\
            <Relationship Id="r1" Type="\(office)/\(type)" Target="\(target)"/></Relationships>
            """.utf8)
        }
        var zip = ZipWriter(file)
        try zip.add("_rels/.rels", relationships("officeDocument", "xl/workbook.xml"))
        try zip.add("xl/_rels/workbook.xml.rels", relationships("worksheet", "worksheets/sheet1.xml"))
        try zip.add(
          "xl/workbook.xml",
          Data(
            """
            <workbook xmlns="\(schemas)/spreadsheetml/2006/main" xmlns:r="\(office)"><sheets>\
            <sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>
            """.utf8))
        try write(&zip)
        try zip.close()
      })
  }

  private static func sheet(_ rows: String) -> Data {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return Data("<worksheet xmlns=\"\(main)\"><sheetData>\(rows)</sheetData></worksheet>".utf8)
  }

  @Test("is refused within 5 seconds of work and 512 MiB", arguments: bombs + workbooks)
  func isRefused(_ bomb: Bomb) throws {
    let scratch = try Scratch()
    try scratch.write("", to: "book/" + bomb.name)
    let file = try FileHandle(forWritingTo: URL(filePath: scratch.path("book/" + bomb.name)))
    try bomb.write(file)
    try file.close()

    let started = try Program(folder: scratch.folder).start([
      "run", "book", "--period", "2026-10", "--formats", "json",
    ])
    let used = try Self.used(by: started.process)
    let outcome = try started.outcome()
    #expect(outcome.code == 65, "\(outcome.errors)")
    #expect(outcome.errors.hasPrefix("reviewpack: " + bomb.message), "\(outcome.errors)")
    #expect(used.seconds < 5)
    #expect(used.mebibytes > 1 && used.mebibytes < 512)
    #expect(scratch.names(in: "output").filter { !$0.hasPrefix(".") }.isEmpty)
  }

  /// The processor time and the most memory that a process has used when it ends, as the kernel last showed them.
  private static func used(by process: Process) throws -> (seconds: Double, mebibytes: Int) {
    var (seconds, mebibytes) = (0.0, 0)
    let folder = "/proc/\(process.processIdentifier)"
    while process.isRunning {
      if let status = try? String(contentsOfFile: folder + "/status", encoding: .utf8),
        let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") }),
        let kibibytes = Int(line.split(whereSeparator: \.isWhitespace)[1])
      {
        mebibytes = kibibytes / 1024
      }
      if let statistics = try? String(contentsOfFile: folder + "/stat", encoding: .utf8),
        let end = statistics.lastIndex(of: ")")
      {
        // After the name in parentheses: state, then ten numbers, then user and system time in hundredths.
        let numbers = statistics[end...].split(separator: " ")
        if numbers.count > 13, let user = Double(numbers[12]), let system = Double(numbers[13]) {
          seconds = (user + system) / 100
        }
      }
      usleep(1000)
    }
    return (seconds, mebibytes)
  }
}
