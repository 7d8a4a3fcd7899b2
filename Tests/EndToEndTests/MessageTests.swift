import Foundation
import Testing

/// What a new user meets: each message whole, its exit code, and nothing half-written (docs/outputs.md,
/// section 1).
@Suite("Messages and exit codes")
struct MessageTests {
  @Test(
    "says it, and leaves nothing half-written",
    arguments: Mishap.ofBooks + Mishap.ofOutput + Mishap.ofArguments)
  func isTold(mishap: Mishap) throws {
    let scratch = try Scratch()
    for (name, text) in mishap.files { try scratch.write(text, to: name) }
    try scratch.write("old", to: "output/2026-10/review.json")
    let before = try scratch.tree(".")
    let outcome = try Program(folder: scratch.folder).run(mishap.arguments)
    #expect(outcome.errorLines == mishap.messages.map { "reviewpack: " + $0 })
    #expect(outcome.code == mishap.code)
    #expect(outcome.output == "")
    var after = try scratch.tree(".")
    // The lock of an output folder stays.
    after["output/.reviewpack.lock"] = nil
    #expect(after == before)
    #expect(scratch.leftovers(in: "output").isEmpty)
  }

  @Test("a control character of a file does not reach the terminal")
  func controls() throws {
    let scratch = try Scratch()
    try scratch.write("order_id,date,amou\u{1B}[31m\nA1,2026-10-02,1\n", to: "book/orders.csv")
    let outcome = try Program(folder: scratch.folder)("run", "book")
    #expect(outcome.code == 65)
    #expect(outcome.errorLines.count == 1)
    #expect(!outcome.errors.contains("\u{1B}"))
  }

  @Test(
    "a standard stream that takes nothing is an error, not a crash",
    arguments: ["show", "check", "tables", "run"])
  func fullStreams(command: String) throws {
    let scratch = try Scratch()
    try scratch.writeBookWithRejects(to: "book")
    let arguments = [
      "show": ["book/orders.csv"], "check": ["book"], "tables": [], "run": ["book", "--period", "2026-10"],
    ]
    let words = [Program.path, command] + (arguments[command] ?? [])
    func shell(_ redirection: String) throws -> (code: Int32, errors: String) {
      let shell = Process()
      shell.executableURL = URL(filePath: "/bin/sh")
      shell.arguments = ["-c", "\"$@\" \(redirection)", "sh"] + words
      shell.currentDirectoryURL = URL(filePath: scratch.folder)
      try shell.run()
      shell.waitUntilExit()
      return (shell.terminationStatus, (try? scratch.text("errors")) ?? "")
    }
    let full = try shell(">/dev/full 2>errors")
    #expect(full.code == 74)
    #expect(
      full.errors == "reviewpack: standard output: cannot be written: No space left on device\n"
        || command == "run")
    #expect(full.errors.hasPrefix("reviewpack: "))
    // A closed stream: nothing is said, and no file is taken for it.
    #expect(try shell(">&- 2>&-").code == 0)
    #expect(try shell(">output.txt 2>/dev/full").code == 0)
    #expect(try scratch.text("output.txt").isEmpty == false)
  }
}
