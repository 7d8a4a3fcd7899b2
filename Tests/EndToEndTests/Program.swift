import Foundation
import Testing

/// The built `reviewpack`, as a person's shell runs it.
struct Program {
  /// What a run left behind.
  struct Outcome {
    let code: Int32
    let output: String
    let errors: String
    /// What was written to standard output and to standard error, by lines.
    var outputLines: [String] { lines(output) }
    var errorLines: [String] { lines(errors) }
    /// Whether a signal ended it.
    let wasKilled: Bool

    private func lines(_ text: String) -> [String] {
      text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init).dropLast(
        text.hasSuffix("\n") || text.isEmpty ? 1 : 0)
    }
  }

  /// The folder that it is started in.
  let folder: String
  /// What its environment has besides that of the tests.
  var environment: [String: String] = [:]

  /// It is built beside the bundle of tests, in debug and in release builds.
  static let path: String = {
    let bundle = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? bundle.path
    return URL(filePath: tests).deletingLastPathComponent().appending(path: "reviewpack").path
  }()

  /// Starts it; ends with it.
  func callAsFunction(_ arguments: String...) throws -> Outcome { try run(arguments) }

  /// Starts it; ends with it.
  func run(_ arguments: [String]) throws -> Outcome { try start(arguments).outcome() }

  /// Starts it.
  func start(_ arguments: [String]) throws -> Started { try Started(self, arguments) }

  /// A run that may not have ended.
  final class Started {
    let process = Process()
    private let streams: Scratch

    fileprivate init(_ program: Program, _ arguments: [String]) throws {
      // Files, not pipes: nothing has to be emptied while the program runs.
      streams = try Scratch()
      try streams.write("", to: "output")
      try streams.write("", to: "errors")
      process.executableURL = URL(filePath: Program.path)
      process.arguments = arguments
      process.currentDirectoryURL = URL(filePath: program.folder)
      process.environment = ProcessInfo.processInfo.environment.merging(program.environment) { $1 }
      process.standardInput = FileHandle.nullDevice
      process.standardOutput = try FileHandle(forWritingTo: URL(filePath: streams.path("output")))
      process.standardError = try FileHandle(forWritingTo: URL(filePath: streams.path("errors")))
      try process.run()
    }

    /// Kills it, as a machine that goes down would.
    func kill() { Glibc.kill(process.processIdentifier, SIGKILL) }

    /// Waits for its end.
    func outcome() throws -> Outcome {
      process.waitUntilExit()
      return Outcome(
        code: process.terminationStatus, output: try streams.text("output"),
        errors: try streams.text("errors"),
        wasKilled: process.terminationReason == .uncaughtSignal)
    }
  }
}
