internal import ArgumentParser
internal import Foundation
internal import ReviewKit
internal import ReviewModel

/// Messages to people: standard error, one line each.
enum Message {
  static func write(_ text: String) {
    FileHandle.standardError.write(Data("reviewpack: \(text)\n".utf8))
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

/// Runs a command; says what went wrong and ends with the code for it.
func reportingErrors(_ body: () throws -> Void) throws {
  do {
    try body()
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

/// Standard output, written in large pieces.
final class BufferedOutput {
  private var buffer = Data()

  func write(_ text: String) {
    buffer.append(contentsOf: text.utf8)
    if buffer.count > 1 << 16 { flush() }
  }

  func flush() {
    FileHandle.standardOutput.write(buffer)
    buffer.removeAll(keepingCapacity: true)
  }
}
