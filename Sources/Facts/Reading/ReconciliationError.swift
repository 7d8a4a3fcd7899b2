/// The rows of a book do not add up: a defect of the program, which must not become a pack.
package struct ReconciliationError: Error, Sendable, CustomStringConvertible {
  package let file: String
  package let counts: RowCounts

  package var description: String {
    "\(file): \(counts.rows) rows were read, but \(counts.accepted) accepted + \(counts.superseded) superseded"
      + " + \(counts.future) future + \(counts.rejected) rejected do not make as many; nothing was written"
  }
}
