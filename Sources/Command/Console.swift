internal import ArgumentParser
internal import Foundation
internal import ReviewKit
internal import ReviewModel

/// Messages to people: standard error, one line each.
enum Message {
  static func write(_ text: String) {
    // Nobody can be told that nobody can be told.
    try? StandardStream.errors.write("reviewpack: \(printable(text))\n")
  }

  /// Says what is wrong with the arguments, and where it is told how to write them.
  static func write(usage problem: String, of subcommand: String?) {
    let help = (["reviewpack", "help"] + [subcommand].compactMap { $0 }).joined(separator: " ")
    let lines = problem.split(separator: "\n").map { $0.hasSuffix(".") ? String($0.dropLast()) : String($0) }
    write(lines.joined(separator: "; ") + " (see `\(help)`)")
  }

  /// A text without control characters: headers and file names come from strangers, and a terminal obeys what
  /// it is shown.
  static func printable(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isControl) else { return text }
    return text.unicodeScalars.map { isControl($0) ? "\u{FFFD}" : String($0) }.joined()
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .control
  }
}

/// Runs a command; says what went wrong and ends with the code for it.
func reportingErrors(_ body: () async throws -> Void) async throws {
  do {
    try await body()
  } catch let error as RunError {
    throw report(error)
  }
}

private func report(_ error: RunError) -> ExitCode {
  for message in error.messages { Message.write(message) }
  return ExitCode(error.reason.rawValue)
}

/// The machine that the command runs on.
enum Machine {
  static var cores: Int { max(1, ProcessInfo.processInfo.activeProcessorCount) }
}
