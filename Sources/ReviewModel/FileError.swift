/// What stops a run before anything is written: a file that cannot be opened, decoded or parsed, a column
/// that is missing, a line of review.yaml that says nothing known.
public struct FileError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Path relative to the book, with `/` as separator.
  public let file: String
  /// The line, from 1, where there is one.
  public let line: Int?
  /// The column or key, where there is one.
  public let column: String?
  /// What is wrong.
  public let problem: String
  /// What would be right.
  public let remedy: String

  /// A file-level error.
  public init(file: String, line: Int? = nil, column: String? = nil, problem: String, remedy: String) {
    self.file = file
    self.line = line
    self.column = column
    self.problem = problem
    self.remedy = remedy
  }

  /// `FILE:LINE: COLUMN: what is wrong (what would be right)`.
  public var description: String {
    var text = file
    if let line { text += ":\(line)" }
    if let column { text += ": \(column)" }
    text += ": \(problem)"
    return remedy.isEmpty ? text : text + " (\(remedy))"
  }
}
