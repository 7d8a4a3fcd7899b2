internal import Facts
internal import ReviewModel

/// Rejected rows, and warnings (docs/metrics.md, section 9): each where it stands and what is wrong.
struct FindingTable: ReviewTable {
  let definition: TableDefinition
  private let findings: @Sendable (BookFacts) -> [Finding]

  static let rejects = FindingTable("rejects", \.rejects)
  static let warnings = FindingTable("warnings", \.warnings)

  private init(_ id: String, _ findings: @escaping @Sendable (BookFacts) -> [Finding]) {
    definition = TableDefinition(
      id, .pack, keyColumns: 2, hasTotals: false,
      columns: [
        .text("file"), .ordinal("line"), .text("column", .column), .text("code", .word("finding")),
        .text("text"),
      ])
    self.findings = findings
  }

  func table(_ review: ReviewContext) -> Table {
    let findings = findings(review.facts)
    let rows = Rows(count: findings.count) { index in
      let finding = findings[index]
      return [
        .text(finding.location.file), .count(finding.location.line), .text(finding.location.column),
        .text(finding.code.rawValue), .text(finding.text),
      ]
    }
    return Table(definition, rows: rows)
  }
}
