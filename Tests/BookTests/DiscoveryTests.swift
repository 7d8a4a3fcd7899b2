import Book
import Foundation
import ReviewModel
import Testing

private func discover(_ paths: [String], _ yaml: String = "") throws -> BookFiles {
  try BookFiles(paths: paths, configuration: Configuration.read(text: yaml, bookName: "b"))
}

private func described(_ file: InputFile) -> String {
  "\(file.path) \(file.kind.rawValue) \(file.format)"
}

@Suite("Files find their kind")
struct DiscoveryTests {
  @Test(
    arguments: [
      ("leads.csv", "leads csv"), ("LEADS.CSV", "leads csv"), ("leads.csv.gz", "leads csv"),
      ("leads.CSV.GZ", "leads csv"), ("leads.tsv", "leads tsv"), ("leads.json", "leads json"),
      ("leads.jsonl", "leads jsonLines"), ("leads.ndjson.gz", "leads jsonLines"),
      ("leads.xlsx", "leads xlsx"),
      ("leads-2026-10.csv", "leads csv"), ("leads_2026.10.31.csv", "leads csv"),
      ("订单_十月.xlsx", "orders xlsx"),
      ("visit-plans-10.csv", "visit-plans csv"), ("visits-10.csv", "visits csv"), ("客户.csv", "customers csv"),
      ("客户投诉.csv", "events csv"), ("線索/x.csv", nil), ("线索/x.csv", "leads csv"),
      ("crm/线索台账-a/x.csv", "leads csv"), ("leads/orders-1.csv", "orders csv"),
      ("leads/2026/october.csv", "leads csv"), ("leads/visits/october.csv", "visits csv"),
      ("ｌｅａｄｓ.csv", "leads csv"), ("leads", nil), ("leads.txt", nil), ("leads.xlsx.gz", nil),
      ("leads.gz", nil),
      ("leadsheet.csv", nil), ("leads 2026.csv", nil), ("my-leads.csv", nil), ("notes.txt", nil),
      ("leads/readme.md", nil), ("daily_reports.csv", nil), ("订单2026.csv", nil), ("leads.bak.csv", nil),
    ] as [(String, String?)])
  func kindOfAName(_ path: String, _ expected: String?) throws {
    let found = try discover([path])
    #expect(found.files.map(described) == expected.map { ["\(path) \($0)"] } ?? [])
    #expect(found.unrecognised == (expected == nil ? [path] : []))
  }

  @Test("files whose name tells a kind and whose format is not read")
  func overlooked() throws {
    let paths = [
      "leads.xls", "leads.txt", "leads", "orders-1.pdf", "leads/notes.md", "leads/a.xls", "notes.xls",
      "leads.xlsx.gz",
      "leads.csv", "crm/visits.bak",
    ]
    #expect(
      try discover(paths).overlooked == [
        "crm/visits.bak", "leads", "leads.txt", "leads.xls", "leads.xlsx.gz", "leads/a.xls", "orders-1.pdf",
      ])
    #expect(try discover(["a.csv", "leads.xls"], "inputs: {leads: {files: [a.csv]}}").overlooked.isEmpty)
  }

  @Test("a name that is not UTF-8 is a problem; what is neither file nor folder is left to its reader")
  func oddNames() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "odd-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    #expect(mkfifo(folder + "/orders.csv", 0o600) == 0)
    let hidden = (folder + "/.d").utf8CString.dropLast() + [CChar(bitPattern: 0xFF), 0]
    #expect(mkdir(Array(hidden), 0o700) == 0)
    let configuration = Configuration(organisation: "b")
    #expect(
      try BookFiles.discover(in: folder, configuration: configuration).files.map(\.path) == ["orders.csv"])
    let garbled = (folder + "/d").utf8CString.dropLast() + [CChar(bitPattern: 0xFF), 0]
    #expect(mkdir(Array(garbled), 0o700) == 0)
    let error = #expect(throws: DiscoveryError.self) {
      try BookFiles.discover(in: folder, configuration: configuration)
    }
    #expect(
      error?.description == "d\u{FFFD}: the name is not in UTF-8 (rename it, or move it out of the book)")
  }

  @Test func theOrderIsThatOfTheBytes() throws {
    let found = try discover(["客户.csv", "leads/b.csv", "leads-a.csv", "Z.txt", "leads.csv", "a.txt"])
    #expect(found.files.map(\.path) == ["leads-a.csv", "leads.csv", "leads/b.csv", "客户.csv"])
    #expect(found.unrecognised == ["Z.txt", "a.txt"])
  }

  @Test(arguments: [
    (["leads.csv"], true), (["orders.csv"], true), (["日报.csv"], true), (["reps.csv", "visits.csv"], false),
    ([], false),
  ])
  func inputs(_ paths: [String], _ hasInput: Bool) throws {
    #expect(try discover(paths).hasInput == hasInput)
  }

  @Test func globsReplaceDiscoveryOfTheirKind() throws {
    let found = try discover(
      ["leads-old.csv", "crm/pipeline 1.csv", "crm/a/extra_2.jsonl", "crm/pipeline.txt", "orders.csv"],
      "inputs: {leads: {files: [\"crm/pipeline*\", \"crm/**/extra_*\", \"orders.csv\"]}}")
    #expect(
      found.files.map(described) == [
        "crm/a/extra_2.jsonl leads jsonLines", "crm/pipeline 1.csv leads csv", "orders.csv leads csv",
        "orders.csv orders csv",
      ])
    #expect(found.unrecognised == ["crm/pipeline.txt", "leads-old.csv"])
  }

  @Test func globsThatMatchNothing() throws {
    #expect {
      try discover(["leads.csv", "crm.txt"], "top: 5\ninputs:\n  leads:\n    files: [\"crm*\", \"x/*.csv\"]")
    } throws: { error in
      error as? DiscoveryError
        == .files([
          FileError(
            file: "review.yaml", line: 4, column: "inputs.leads.files",
            problem: "no input file matches \"crm*\", \"x/*.csv\"",
            remedy: "paths are relative to the book, as crm/*.csv or **/sales-*; files end in "
              + ".csv .tsv .json .jsonl .ndjson .xlsx, all but .xlsx also with .gz")
        ])
    }
  }

  @Test func anEmptyListIsNoFileOfTheKind() throws {
    let found = try discover(["leads.csv", "events.csv"], "inputs: {events: {files: []}}")
    #expect(found.files.map(described) == ["leads.csv leads csv"])
    #expect(found.unrecognised == ["events.csv"])
  }

  @Test(arguments: [
    ("*.csv", "a.csv", true), ("*.csv", "d/a.csv", false), ("d/*", "d/a.csv", true),
    ("d/*", "d/e/a.csv", false),
    ("**/a.csv", "a.csv", true), ("**/a.csv", "d/e/a.csv", true), ("d/**/a.csv", "d/a.csv", true),
    ("d/**", "d/e/a.csv", true), ("d/**", "e/a.csv", false), ("**", "d/a.csv", true),
    ("**/e/**/x.csv", "d/e/f/g/x.csv", true), ("./a.csv", "a.csv", true), ("?.csv", "客.csv", true),
    ("?.csv", "ab.csv", false), ("[ab].csv", "b.csv", true), ("[!ab].csv", "b.csv", false),
    ("[^ab].csv", "c.csv", true), ("[a-c]?.csv", "b1.csv", true), ("[0-9][0-9].csv", "1a.csv", false),
    ("[]].csv", "].csv", true), ("[a.csv", "[a.csv", true), ("\\*.csv", "*.csv", true),
    ("\\*.csv", "a.csv", false), ("a**b.csv", "axyb.csv", true), ("A.csv", "a.csv", false),
    ("*a*a*a*a*a*a*a*a*a*b.csv", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.csv", false),
    ("re\u{301}p.csv", "r\u{E9}p.csv", true),
  ])
  func globs(_ pattern: String, _ path: String, _ matches: Bool) throws {
    var configuration = Configuration(organisation: "b")
    var options = Configuration.InputOptions()
    options.files = [pattern]
    configuration.inputs[.events] = options
    let found = try? BookFiles(paths: [path], configuration: configuration)
    #expect((found?.files.map(\.kind) == [.events]) == matches)
  }
}

@Suite("A book's folder")
final class BookFolderTests {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent("book-\(UUID().uuidString)")

  init() throws { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }
  deinit { try? FileManager.default.removeItem(at: folder) }

  private func write(_ path: String) throws {
    let url = folder.appendingPathComponent(path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data("x".utf8).write(to: url)
  }

  private func link(_ path: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: folder.appendingPathComponent(path).path, withDestinationPath: target)
  }

  private func discover(skipping: [String] = []) throws -> BookFiles {
    try BookFiles.discover(
      in: folder.path, configuration: Configuration(organisation: "b"), skipping: skipping)
  }

  @Test func isWalkedWithoutWhatIsHiddenOrOurs() throws {
    for path in [
      "leads.csv", "订单/十月.xlsx", "订单/~$十月.xlsx", ".git/leads.csv", "a/.leads.csv", "review.yaml",
      "a/review.yaml", "output/2026-10/tables/orders.csv", "notes.txt",
    ] {
      try write(path)
    }
    let found = try discover(skipping: [folder.path + "/output", folder.path + "/archive"])
    #expect(found.files.map(described) == ["leads.csv leads csv", "订单/十月.xlsx orders xlsx"])
    #expect(found.unrecognised == ["a/review.yaml", "notes.txt"])
  }

  @Test func linksAreFollowedButNotInCircles() throws {
    try write("leads/a.csv")
    try link("leads/again", to: "../leads")
    try link("leads/book", to: "..")
    try link("orders", to: "leads")
    try link("visits.csv", to: "nowhere.csv")
    #expect(
      try discover().files.map(described) == [
        "leads/a.csv leads csv", "orders/a.csv orders csv", "visits.csv visits csv",
      ])
  }

  @Test func isNotThere() throws {
    let missing = folder.path + "/missing"
    #expect(throws: DiscoveryError.noSuchFolder(missing)) {
      try BookFiles.discover(in: missing, configuration: Configuration(organisation: "b"))
    }
    try write("leads.csv")
    let file = folder.path + "/leads.csv"
    #expect(throws: DiscoveryError.notAFolder(file)) {
      try BookFiles.discover(in: file, configuration: Configuration(organisation: "b"))
    }
  }

  @Test func anEmptyFolderIsABookWithoutInput() throws {
    let found = try discover()
    #expect(found.files.isEmpty && found.unrecognised.isEmpty && !found.hasInput)
  }
}
