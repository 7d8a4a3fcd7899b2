package import ReviewModel

/// What became of the rows of one file: rows = accepted + superseded + future + rejected.
package struct RowCounts: Hashable, Sendable {
  /// Rows of the file that are not blank.
  package var rows = 0
  /// Those that count.
  package var accepted = 0
  /// Those that a newer row of their key replaces.
  package var superseded = 0
  /// Those of a day after as-of.
  package var future = 0
  /// Those with a mistake.
  package var rejected = 0
  /// Leads with a date that rewinding blanked; they are accepted.
  package var rewound = 0
  /// What is wrong with rows that count all the same.
  package var warnings = 0

  /// Counts of a file.
  package init(rows: Int = 0, accepted: Int = 0, superseded: Int = 0, future: Int = 0, rejected: Int = 0) {
    self.rows = rows
    self.accepted = accepted
    self.superseded = superseded
    self.future = future
    self.rejected = rejected
  }

  /// Whether no row is lost and none counts twice.
  package var isReconciled: Bool { rows == accepted + superseded + future + rejected }
}

/// A line of the data-quality report: one input file and kind.
package struct FileQuality: Hashable, Sendable {
  /// Path relative to the book.
  package let file: String
  /// What the file is read as.
  package let kind: InputKind
  /// How its text is written; nil for a format that has its own.
  package let encoding: String?
  /// What became of its rows.
  package var counts: RowCounts

  /// A line of the report.
  package init(file: String, kind: InputKind, encoding: String?, counts: RowCounts = RowCounts()) {
    self.file = file
    self.kind = kind
    self.encoding = encoding
    self.counts = counts
  }
}
