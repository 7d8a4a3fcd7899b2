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
