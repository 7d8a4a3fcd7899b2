internal import Book
internal import ReviewModel

/// What one worker counted of one file; tallies of several workers add up.
struct FileTally: Sendable {
  var rows = 0
  var future = 0
  var rejected = 0
  var findings: [Finding] = []

  mutating func merge(_ other: FileTally) {
    rows += other.rows
    future += other.future
    rejected += other.rejected
    findings += other.findings
  }

  mutating func reject(_ failure: RowDecoder.Failure, file: String, line: Int) {
    rejected += 1
    findings.append(
      Finding(
        failure.code, at: SourceLocation(file: file, line: line, column: failure.column), text: failure.text))
  }
}
