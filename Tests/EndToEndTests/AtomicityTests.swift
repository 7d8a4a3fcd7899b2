import Foundation
import Testing

/// "A run is atomic" (docs/outputs.md, section 1).
@Suite("Atomicity")
struct AtomicityTests {
  @Test("a run that is killed leaves the older pack whole, and the next clears what it left")
  func isKilled() throws {
    let scratch = try Scratch()
    let program = Program(folder: scratch.folder)
    #expect(try program("sample", "book", "--leads", "600").code == 0)
    let older = ["run", "book", "--period", "2026-10", "--quiet", "--language", "en"]
    let newer = ["run", "book", "--period", "2026-10", "--quiet", "--language", "zh-Hant"]
    #expect(try program.run(newer).code == 0)
    let newPack = try scratch.tree("output/2026-10")
    #expect(try program.run(older).code == 0)
    let oldPack = try scratch.tree("output/2026-10")
    #expect(oldPack != newPack)

    // Killed as soon as the first of these is there: before, while and after the staging folder is filled.
    var killed = 0
    for sign in ["", "/review.xlsx", "/deck.html", "/review.json", "/tables"] {
      let run = try program.start(newer)
      let path = scratch.path("output/.2026-10.staging" + sign)
      while run.process.isRunning, !FileManager.default.fileExists(atPath: path) { usleep(200) }
      run.kill()
      let outcome = try run.outcome()
      if outcome.wasKilled { killed += 1 }
      let pack = try scratch.tree("output/2026-10")
      // The exchange is one step: before it stands the old pack, after it the new one.
      #expect(pack == oldPack || pack == newPack)
      #expect(try program.run(older).code == 0)
      #expect(try scratch.tree("output/2026-10") == oldPack)
      #expect(scratch.names(in: "output") == [".reviewpack.lock", "2026-10"])
    }
    #expect(killed > 0)
  }

  @Test("two runs on one output take turns and the pack is whole")
  func takesTurns() throws {
    let scratch = try Scratch()
    let program = Program(folder: scratch.folder)
    #expect(try program("sample", "book", "--leads", "100").code == 0)
    let arguments = ["run", "book", "--period", "2026-10", "--quiet"]
    #expect(try program.run(arguments + ["--output", "alone"]).code == 0)
    let runs = try (0..<3).map { _ in try program.start(arguments) }
    for run in runs {
      let outcome = try run.outcome()
      #expect(outcome.code == 0, "\(outcome.errors)")
    }
    #expect(try scratch.tree("output/2026-10") == scratch.tree("alone/2026-10"))
    #expect(scratch.names(in: "output") == [".reviewpack.lock", "2026-10"])
  }

  @Test("the lock that another user has made shuts nobody out; his pack is not taken away")
  func otherUser() throws {
    let scratch = try Scratch()
    try scratch.writeBook(to: "book")
    try scratch.write("", to: "output/.reviewpack.lock")
    try scratch.write("{}", to: "output/2026-09/review.json")
    for (mode, path) in [
      (0o755, "."), (0o777, "output"), (0o444, "output/.reviewpack.lock"), (0o555, "output/2026-09"),
    ] {
      try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: scratch.path(path))
    }
    // Root may do everything: as root the test becomes somebody else.
    let isRoot = geteuid() == 0
    let command =
      isRoot ? ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", Program.path] : [Program.path]
    func run(_ period: String) throws -> (code: Int32, errors: String) {
      let process = Process()
      process.executableURL = URL(filePath: "/usr/bin/env")
      process.arguments = command + ["run", "book", "--period", period, "--quiet", "--formats", "json"]
      process.currentDirectoryURL = URL(filePath: scratch.folder)
      let errors = Pipe()
      process.standardOutput = FileHandle.nullDevice
      process.standardError = errors
      try process.run()
      let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      process.waitUntilExit()
      return (process.terminationStatus, said)
    }
    let own = try run("2026-10")
    #expect(own.code == 0, "\(own.errors)")
    let others = try run("2026-09")
    #expect(others.code == 73)
    #expect(others.errors.contains("output/2026-09: is another user's pack and cannot be replaced"))
    #expect(scratch.leftovers(in: "output").isEmpty)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: scratch.path("output/2026-09"))
  }

  @Test("packs of other periods stand beside, an older pack of the same is replaced whole")
  func replaces() throws {
    let scratch = try Scratch()
    let program = Program(folder: scratch.folder)
    try scratch.writeBook(to: "book")
    #expect(try program("run", "book", "--period", "2026-10").code == 0)
    #expect(try program("run", "book", "--period", "2026-10", "--as-of", "2026-10-15").code == 0)
    #expect(try program("run", "book", "--period", "2026-W43").code == 0)
    #expect(scratch.names(in: "output") == [".reviewpack.lock", "2026-10", "2026-10@2026-10-15", "2026-W43"])
    #expect(try program("run", "book", "--period", "2026-10", "--formats", "json").code == 0)
    #expect(scratch.names(in: "output/2026-10") == ["review.json"])
  }

  @Test("the pack of a book that is the working folder is no input of the next run")
  func inPlace() throws {
    let scratch = try Scratch()
    try scratch.writeBook(to: ".")
    let program = Program(folder: scratch.folder)
    #expect(try program("run", "--period", "2026-10", "--quiet").code == 0)
    let first = try scratch.tree("output/2026-10")
    #expect(try program("run", "--period", "2026-10", "--quiet").code == 0)
    #expect(try scratch.tree("output/2026-10") == first)
  }
}
