import Foundation
import ReviewModel
import SampleBook
import Testing

@Suite("Sample books")
struct SampleBookTests {
  @Test("a seed gives the same bytes, another seed others")
  func seeds() throws {
    let first = try WrittenBook(SampleBook(leads: 60, seed: 5))
    let second = try WrittenBook(SampleBook(leads: 60, seed: 5))
    let other = try WrittenBook(SampleBook(leads: 60, seed: 6))
    #expect(first.files == second.files)
    for file in first.files {
      #expect(try first.bytes(file.name) == second.bytes(file.name), "\(file.name)")
    }
    for name in ["leads-2026-10-31.csv", "orders-2026.csv", "daily-reports.csv", "targets.csv", "reps.csv"] {
      #expect(try first.bytes(name) != other.bytes(name), "\(name)")
    }
  }

  /// The book of the folder: so many leads that every list has some, so few that it stays small.
  private static let folderBook = SampleBook(leads: 700)

  @Test("the book of the sample folder is small, and says truly what it wrote")
  func size() throws {
    let book = try WrittenBook(Self.folderBook)
    #expect(book.files.map(\.bytes).reduce(0, +) <= 5_000_000)
    for file in book.files {
      #expect(try book.bytes(file.name).count == file.bytes, "\(file.name)")
      if file.name.hasSuffix(".csv") {
        #expect(try book.lines(file.name).count == file.rows + 1, "\(file.name)")
      }
    }
  }

  /// `REVIEWPACK_RECORD=sample-data` writes the folder anew, and fails all the same.
  @Test("sample-data/ is what the generator writes")
  func sampleData() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let folder = root.appendingPathComponent("sample-data")
    if ProcessInfo.processInfo.environment["REVIEWPACK_RECORD"] == "sample-data" {
      try? FileManager.default.removeItem(at: folder)
      try Self.folderBook.write(to: folder.path)
      Issue.record("sample-data/ was written anew; run again without REVIEWPACK_RECORD")
    }
    let book = try WrittenBook(Self.folderBook)
    let kept = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(Set(kept) == Set(book.files.map(\.name)))
    for name in kept {
      let there = try Data(contentsOf: folder.appendingPathComponent(name))
      #expect(try there == book.bytes(name), "\(name)")
    }
  }

  @Test("every kind of input is there")
  func kinds() throws {
    let book = try WrittenBook(SampleBook(leads: 30))
    for kind in InputKind.allCases {
      let files = book.files.filter {
        $0.name == kind.rawValue + ".csv" || $0.name.hasPrefix(kind.rawValue + "-2")
      }
      #expect(files.contains { $0.rows > 0 }, "\(kind)")
    }
    #expect(book.files.contains { $0.name == "review.yaml" })
  }

  @Test("as many leads as asked for", arguments: [1, 40, 400])
  func leads(count: Int) throws {
    let rows = try WrittenBook(SampleBook(leads: count)).rows("leads-")
    let ids = Set(rows.map { $0[text: "lead_id"] }).filter { $0.hasPrefix("L0") }
    // Even those that vanish stood in a ledger before.
    #expect(ids.count == count)
  }

  @Test(
    "other lengths and days are books too",
    arguments: [(1, "2026-01-01"), (1, "2024-02-29"), (3, "2026-12-31"), (40, "2026-10-14")])
  func lengths(months: Int, day: String) throws {
    let asOf = try #require(Day(day))
    let book = try WrittenBook(SampleBook(leads: 25, seed: 3, months: months, asOf: asOf))
    #expect(book.files.contains { $0.name == "leads-\(day).csv" && $0.rows > 0 })
    let begins = asOf.month.advanced(by: 1 - months).year
    let years = book.files.map(\.name).filter { $0.hasPrefix("orders-") }
    #expect(years == (begins...asOf.month.year).map { "orders-\($0).csv" })
    for order in try book.rows("orders-") where !order[text: "order_id"].hasPrefix("SO-") {
      #expect(order[text: "date"] <= day)
    }
  }

  @Test("a folder that cannot be made is an error that names it")
  func unwritable() throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("sample-\(UUID().uuidString)")
    try Data().write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let error = #expect(throws: FileError.self) { try SampleBook(leads: 1).write(to: file.path + "/book") }
    #expect(error?.file.hasPrefix(file.path) == true)
  }

  @Test("fields are quoted where RFC 4180 says so, and short rows filled up")
  func quoting() throws {
    let folder = FileManager.default.temporaryDirectory
    let name = "sample-\(UUID().uuidString).csv"
    let file = try CSVFile(in: folder.path, name: name, columns: ["a", "b", "c"])
    try file.row("x,y", "he said \"no\"", "two\nlines")
    try file.row("plain")
    #expect(try file.close().rows == 2)
    let url = folder.appendingPathComponent(name)
    defer { try? FileManager.default.removeItem(at: url) }
    let text = try String(contentsOf: url, encoding: .utf8)
    #expect(text == "a,b,c\n\"x,y\",\"he said \"\"no\"\"\",\"two\nlines\"\nplain,,\n")
  }
}
