package import ReviewModel

/// What became of the rows of one file: rows = accepted + superseded + future + rejected.
package struct RowCounts: Hashable, Sendable {
  package var rows = 0
  package var accepted = 0
  package var superseded = 0
  package var future = 0
  package var rejected = 0
  /// Leads with a date that rewinding blanked; they are accepted.
  package var rewound = 0
  package var warnings = 0

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
  package let file: String
  package let kind: InputKind
  package let encoding: String?
  package var counts: RowCounts

  package init(file: String, kind: InputKind, encoding: String?, counts: RowCounts = RowCounts()) {
    self.file = file
    self.kind = kind
    self.encoding = encoding
    self.counts = counts
  }
}
