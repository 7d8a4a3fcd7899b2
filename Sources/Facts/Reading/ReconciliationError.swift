/// What was read of a book does not add up: a defect of the program, which must not become a pack.
package enum ReconciliationError: Error, Sendable, CustomStringConvertible {
  /// A row has no outcome, or two.
  case rows(file: String, RowCounts)
  /// Rows do not make up the file: some of it was passed over, or read twice.
  case extent(file: String, Range<UInt64>)

  package var description: String {
    switch self {
    case .rows(let file, let counts):
      "\(file): \(counts.rows) rows were read, but \(counts.accepted) accepted + \(counts.superseded) superseded"
        + " + \(counts.future) future + \(counts.rejected) rejected do not make as many; nothing was written"
    case .extent(let file, let extent):
      "\(file): the rows that were read do not make up all of its text, from \(extent.lowerBound) to"
        + " \(extent.upperBound); nothing was written"
    }
  }
}
