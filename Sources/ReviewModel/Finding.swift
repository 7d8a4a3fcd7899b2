/// Where in the input something stands.
public struct SourceLocation: Hashable, Sendable {
  /// Path relative to the book, with `/` as separator.
  public let file: String
  /// The physical line on which a row starts (header = 1), an XLSX row number, or a JSON element's number
  /// from 1.
  public let line: Int
  /// The canonical column; nil where the finding is of the whole row.
  public let column: String?

  /// A place in `file`.
  public init(file: String, line: Int, column: String? = nil) {
    self.file = file
    self.line = line
    self.column = column
  }
}

/// Why a row was rejected or a warning given (docs/inputs.md, section 5).
public enum FindingCode: String, Hashable, Sendable, CaseIterable {
  // Rejections.
  case missingRequired = "missing-required"
  case badMoney = "bad-money"
  case badDate = "bad-date"
  case badDatetime = "bad-datetime"
  case badNumber = "bad-number"
  case badFlag = "bad-flag"
  case badEnum = "bad-enum"
  case badPeriod = "bad-period"
  case tooManyFields = "too-many-fields"
  case tooFewFields = "too-few-fields"
  case nul
  case tooLong = "too-long"
  case badJSON = "bad-json"
  case outOfRange = "out-of-range"
  // Warnings: the row counts all the same.
  case unusedColumn = "unused-column"
  case unknownReference = "unknown-reference"
  case noCost = "no-cost"
  case errorCell = "error-cell"
}

/// Something wrong with one row: collected, counted and reported, never thrown.
public struct Finding: Hashable, Sendable {
  /// What is wrong.
  public let code: FindingCode
  /// Where.
  public let location: SourceLocation
  /// The offending text, cut at 80 Unicode scalars; nil where there is none.
  public let text: String?

  /// A finding; `text` is cut at 80 Unicode scalars.
  public init(_ code: FindingCode, at location: SourceLocation, text: String? = nil) {
    self.code = code
    self.location = location
    self.text = text.map { String(String.UnicodeScalarView($0.unicodeScalars.prefix(80))) }
  }
}

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
