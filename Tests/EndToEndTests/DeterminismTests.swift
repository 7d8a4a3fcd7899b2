import Foundation
import Testing

/// "The same input bytes, options and program version give byte-identical packs, whatever the --jobs, the
/// day, the machine's locale and time zone, and the order in which the file system lists files"
/// (docs/outputs.md, section 2).
@Suite("Determinism")
struct DeterminismTests {
  @Test(
    "the same pack whatever the workers, time zone, locale, order of files and place",
    arguments: ["2026-10", "2026-W43"])
  func isDeterministic(period: String) throws {
    let scratch = try Scratch()
    let program = Program(folder: scratch.folder)
    #expect(try program("sample", "first/book", "--leads", "120", "--seed", "7").code == 0)
    let expected = try pack(of: "first/book", in: "first/output", period, scratch, jobs: 1)
    #expect(expected.count > 10)
    #expect(expected["review.json"]?.isEmpty == false && expected["review.xlsx"]?.isEmpty == false)

    // The same files, made in the opposite order, at a longer path.
    for (name, bytes) in try scratch.tree("first/book").sorted(by: { $0.key > $1.key }) {
      let url = URL(filePath: scratch.path("second/somewhere else/book/" + name))
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try bytes.write(to: url)
    }
    let places = ["first/book", "second/somewhere else/book"]
    let surroundings = [
      ["TZ": "UTC", "LC_ALL": "C"], ["TZ": "Asia/Tokyo", "LC_ALL": "tr_TR.UTF-8"],
      ["TZ": "America/New_York", "LC_ALL": "de_DE.UTF-8", "LANG": "tr_TR.UTF-8"],
    ]
    for (number, jobs) in [2, 7, 1].enumerated() {
      let again = try pack(
        of: places[(number + 1) % 2], in: "output \(number)", period, scratch, jobs: jobs,
        environment: surroundings[number])
      #expect(again.keys.sorted() == expected.keys.sorted())
      for (name, bytes) in expected { #expect(again[name] == bytes, "\(name) differs with \(jobs) workers") }
    }
  }

  private func pack(
    of book: String, in output: String, _ period: String, _ scratch: Scratch, jobs: Int,
    environment: [String: String] = [:]
  ) throws -> [String: Data] {
    let program = Program(folder: scratch.folder, environment: environment)
    let outcome = try program(
      "run", scratch.path(book), "--period", period, "--output", scratch.path(output), "--jobs", "\(jobs)",
      "--quiet")
    #expect(outcome.code == 0, "\(outcome.errors)")
    return try scratch.tree(output + "/" + period)
  }
}
