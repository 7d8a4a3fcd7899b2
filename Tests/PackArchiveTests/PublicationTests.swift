import Foundation
import PackArchive
import Testing

@Suite("Publication")
struct PublicationTests {
  /// A folder of its own for each test, gone when it ends.
  final class Folder {
    let path = NSTemporaryDirectory() + "publication-" + UUID().uuidString
    deinit { try? FileManager.default.removeItem(atPath: path) }
    func write(_ text: String, to name: String) throws {
      let url = URL(filePath: path + "/" + name)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
    }
    func text(_ name: String) -> String? {
      FileManager.default.contents(atPath: path + "/" + name).map { String(decoding: $0, as: UTF8.self) }
    }
    var names: [String] {
      ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
    }
  }

  @Test("a pack appears whole under its name, and nothing is left beside it")
  func publishes() throws {
    let folder = Folder()
    let publication = try Publication(of: "2026-10", in: folder.path)
    try folder.write("new", to: ".2026-10.staging/tables/a.csv")
    #expect(folder.text("2026-10/tables/a.csv") == nil)
    try publication.publish()
    #expect(folder.text("2026-10/tables/a.csv") == "new")
    #expect(folder.names == [".reviewpack.lock", "2026-10"])
  }

  @Test("an older pack is replaced whole")
  func replaces() throws {
    let folder = Folder()
    try folder.write("old", to: "2026-10/tables/gone.csv")
    let publication = try Publication(of: "2026-10", in: folder.path)
    try folder.write("new", to: ".2026-10.staging/review.json")
    try publication.publish()
    #expect(folder.text("2026-10/review.json") == "new")
    #expect(folder.text("2026-10/tables/gone.csv") == nil)
    #expect(folder.names == [".reviewpack.lock", "2026-10"])
  }

  @Test("what is no pack is neither replaced nor cleared", arguments: ["2026-10/leads.csv", "2026-10", "link"])
  func keeps(path: String) throws {
    let folder = Folder()
    if path == "link" {
      try folder.write("mine", to: "elsewhere/leads.csv")
      try FileManager.default.createSymbolicLink(
        atPath: folder.path + "/2026-10", withDestinationPath: folder.path + "/elsewhere")
    } else {
      try folder.write("mine", to: path)
    }
    try folder.write("mine", to: ".website.staging/index.html")
    try folder.write("mine", to: ".2026-13.replaced/index.html")
    let error = #expect(throws: OutputError.self) { _ = try Publication(of: "2026-10", in: folder.path) }
    #expect(error?.path == folder.path + "/2026-10")
    #expect(folder.text(path == "link" ? "elsewhere/leads.csv" : path) == "mine")
    #expect(folder.text(".website.staging/index.html") == "mine")
    #expect(folder.text(".2026-13.replaced/index.html") == "mine")
  }

  @Test("a publication that is given up leaves the older pack as it was")
  func givesUp() throws {
    let folder = Folder()
    try folder.write("old", to: "2026-10/review.json")
    do {
      let publication = try Publication(of: "2026-10", in: folder.path)
      try folder.write("half", to: ".2026-10.staging/review.json")
      _ = publication.staging
    }
    #expect(folder.text("2026-10/review.json") == "old")
    #expect(folder.names == [".reviewpack.lock", "2026-10"])
  }

  @Test("what a killed run left behind is cleared, and other hidden files are not")
  func clearsLeftovers() throws {
    let folder = Folder()
    try folder.write("half", to: ".2026-09.staging/review.json")
    try folder.write("mine", to: ".notes/keep.txt")
    let publication = try Publication(of: "2026-10", in: folder.path)
    try publication.publish()
    #expect(folder.names == [".notes", ".reviewpack.lock", "2026-10"])
  }

  @Test("a pack that was moved aside when its run died comes back, unless the new one is there")
  func putsBack() throws {
    let folder = Folder()
    try folder.write("old", to: ".2026-09.replaced/review.json")
    try folder.write("old", to: ".2026-08.replaced/review.json")
    try folder.write("new", to: "2026-08/review.json")
    let publication = try Publication(of: "2026-10", in: folder.path)
    try publication.publish()
    #expect(folder.text("2026-09/review.json") == "old")
    #expect(folder.text("2026-08/review.json") == "new")
    #expect(folder.names == [".reviewpack.lock", "2026-08", "2026-09", "2026-10"])
  }

  @Test("a second run waits for the first, and says so when it has waited long enough")
  func takesTurns() throws {
    let folder = Folder()
    let first = try Publication(of: "2026-10", in: folder.path)
    let error = #expect(throws: OutputError.self) {
      _ = try Publication(of: "2026-10", in: folder.path, patience: 0)
    }
    #expect(error?.description.contains("another run") == true)
    #expect(folder.names.contains(".2026-10.staging"))
    try first.publish()
  }

  @Test("a file where the output folder should be is an error")
  func refusesFiles() throws {
    let folder = Folder()
    try folder.write("", to: "output")
    #expect(throws: OutputError.self) { _ = try Publication(of: "2026-10", in: folder.path + "/output") }
  }
}
