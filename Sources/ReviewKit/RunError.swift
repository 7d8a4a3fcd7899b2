internal import Book
internal import Facts
internal import PackArchive
internal import PackWriters
internal import ReviewModel
internal import ReviewTables

/// Why a command did not do what it was asked to (docs/outputs.md, section 1).
public struct RunError: Error, Sendable, CustomStringConvertible {
  /// What went wrong, by the exit code of it.
  public enum Reason: Int32, Sendable {
    /// Wrong usage.
    case usage = 64
    /// A file-level error.
    case badInput = 65
    /// No such book, or no input in it.
    case noInput = 66
    /// A defect of the program: what it computed does not add up.
    case defect = 70
    /// The output cannot be created.
    case noOutput = 73
    /// A read or write error.
    case inputOutput = 74
  }

  /// What kind of failure it is.
  public let reason: Reason
  /// One line each: `FILE:LINE: COLUMN: what is wrong (what would be right)`.
  public let messages: [String]

  /// An error with its messages.
  public init(_ reason: Reason, _ messages: [String]) {
    self.reason = reason
    self.messages = messages
  }

  /// The messages, a line each.
  public var description: String { messages.joined(separator: "\n") }

  /// Runs `body`; whatever it throws becomes a ``RunError``.
  static func translating<Result>(_ body: () async throws -> Result) async throws -> Result {
    do {
      return try await body()
    } catch {
      throw RunError(error)
    }
  }

  /// What an error of any module means to a person.
  init(_ error: any Error) {
    switch error {
    case let error as RunError: self = error
    case let error as FileErrors: self.init(.badInput, error.errors.map(\.description))
    case let error as FileError: self.init(.badInput, [error.description])
    case let error as ConfigurationError: self.init(.badInput, error.problems.map(\.description))
    case DiscoveryError.files(let problems): self.init(.badInput, problems.map(\.description))
    case let error as DiscoveryError: self.init(.noInput, [error.description])
    case let error as OutputError: self.init(.noOutput, [error.description])
    case let error as WriteError: self.init(.inputOutput, [error.description])
    case let error as ReconciliationError: self.init(.defect, [error.description])
    case let error as MovementError: self.init(.defect, [error.description])
    default: self.init(.inputOutput, ["\(error)"])
    }
  }
}
