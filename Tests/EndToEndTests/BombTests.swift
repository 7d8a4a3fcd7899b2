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

  @Test("is refused within 5 seconds of work and 512 MiB", arguments: bombs)
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
