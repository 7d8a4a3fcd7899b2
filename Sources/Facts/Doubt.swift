package import ReviewModel

/// What the figures of a book may be wrong by though no row of it is: rows that are read as they stand and are hardly
/// meant so.
package enum Doubt: Hashable, Sendable {
  /// Several lead ledgers, some of whose rows have no `updated`: of a lead in several of these files the row in the
  /// last counts, whatever the day under review; beside rows with a day, those without count as older.
  case undatedSnapshots(files: [String], areBesideDated: Bool)
  /// Rows of a file that a later one of it with the same key and another amount replaces.
  case repeatedKey(file: String, kind: InputKind, rows: Int, firstLine: Int)
  /// Rows that seem to sum up others, and count beside them.
  case totalRows(file: String, word: String, lines: [Int], rows: Int)
  /// Targets, none of which is for a day of the review.
  case targetsElsewhere(file: String, first: String, last: String)
  /// Files of kinds of which the book has no row.
  case noRows(files: [String], kinds: [InputKind])
}
