internal import Book
internal import FlatFiles
internal import ReviewModel

/// What one worker counted of one file; tallies of several workers add up.
struct FileTally: Sendable {
  var rows = 0
  var future = 0
  var rejected = 0
  /// Rejected rows.
  var rejects: [PlacedFinding] = []
  /// What else is wrong with rows that count all the same.
  var warnings: [PlacedFinding] = []
  /// Rows that count and whose id is a word for a total.
  var rowsNamedTotal: [(name: String, position: Position)] = []
  /// What of the file's extent the blocks took up that were read.
  var spans: [Range<UInt64>] = []

  mutating func merge(_ other: FileTally) {
    rows += other.rows
    future += other.future
    rejected += other.rejected
    rejects += other.rejects
    warnings += other.warnings
    rowsNamedTotal += other.rowsNamedTotal
    spans += other.spans
  }

  mutating func reject(_ failure: RowDecoder.Failure, file: String, at position: Position) {
    rejected += 1
    let location = SourceLocation(file: file, line: position.line, column: failure.column)
    rejects.append(
      PlacedFinding(position: position, finding: Finding(failure.code, at: location, text: failure.text)))
  }

  /// Takes note of a row that counts, where its id is a word for a total.
  @inline(never)
  mutating func noteTotal(_ id: FieldBytes, at position: Position) {
    let name = String(decoding: id, as: UTF8.self)
    if TotalName.isOne(name) { rowsNamedTotal.append((name, position)) }
  }

  /// Warns of a spreadsheet's errors in columns that are read.
  mutating func warn(
    of marks: ArraySlice<FieldMark>, in row: RowEntry, _ bytes: UnsafeRawBufferPointer,
    _ decoder: borrowing RowDecoder, file: String, at position: Position
  ) {
    for mark in marks where mark.kind == .errorCell {
      guard let column = decoder.column(ofField: Int(mark.field - row.firstField)) else { continue }
      let text = mark.text.text(in: bytes)
      let location = SourceLocation(file: file, line: position.line, column: column)
      warnings.append(
        PlacedFinding(position: position, finding: Finding(.errorCell, at: location, text: text)))
    }
  }

  /// Checks that the blocks make up the whole file, without a gap and without an overlap.
  func check(against file: OpenFile) throws(ReconciliationError) {
    let extent = file.reader.extent
    var end = extent.lowerBound
    var isWhole = true
    for span in spans.sorted(by: { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }) {
      isWhole = isWhole && span.lowerBound == end
      end = span.upperBound
    }
    guard isWhole, end == extent.upperBound else { throw .extent(file: file.input.path, extent) }
  }
}
