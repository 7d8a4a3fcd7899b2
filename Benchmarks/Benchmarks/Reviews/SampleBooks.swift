internal import Foundation
internal import ReviewKit

/// One sample book in every format, beside the program: made by the first process of a suite, read by those after it.
struct SampleBooks: Sendable {
  /// The folder for what `run` writes.
  let output: String

  private let root: URL

  private init() throws {
    let leads = try Self.leads()
    guard let program = Bundle.main.executableURL else { throw Problem("the program has no path") }
    let folder = program.deletingLastPathComponent()
    root = folder.appending(path: "books-\(leads)")
    output = folder.appending(path: "packs").path
    guard try Self.isOlder(root, than: program) else { return }
    try? FileManager.default.removeItem(at: root)
    let unfinished = folder.appending(path: "books-unfinished")
    try? FileManager.default.removeItem(at: unfinished)
    let original = unfinished.appending(path: BookFormat.csv.folderName)
    let files = try Sample(leads: leads).write(to: original.path)
    for format in BookFormat.allCases where format != .csv {
      let copy = unfinished.appending(path: format.folderName)
      try FileManager.default.createDirectory(at: copy, withIntermediateDirectories: true)
      for file in files { try format.copy(URL(filePath: file), to: copy) }
    }
    try FileManager.default.moveItem(at: unfinished, to: root)
  }

  /// The books, made where they are missing or of an older build. Ends the program where they cannot be made.
  static func made() -> SampleBooks {
    do {
      return try SampleBooks()
    } catch {
      FileHandle.standardError.write(Data("benchmarks: no sample book: \(error)\n".utf8))
      exit(EXIT_FAILURE)
    }
  }

  /// The folder of the book in a format.
  func folder(_ format: BookFormat) -> String { root.appending(path: format.folderName).path }

  private static func leads() throws -> Int {
    guard let text = ProcessInfo.processInfo.environment["BENCHMARK_LEADS"] else { return 10_000 }
    guard let leads = Int(text), leads > 0 else {
      throw Problem("BENCHMARK_LEADS=\(text): give a number of leads, 1 or more")
    }
    return leads
  }

  private static func isOlder(_ folder: URL, than program: URL) throws -> Bool {
    guard FileManager.default.fileExists(atPath: folder.path) else { return true }
    func changed(_ url: URL) throws -> Date {
      try url.resourceValues(forKeys: [.contentModificationDateKey]).contentModificationDate ?? .distantPast
    }
    return try changed(folder) < changed(program)
  }
}

/// Why there is no book.
struct Problem: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
