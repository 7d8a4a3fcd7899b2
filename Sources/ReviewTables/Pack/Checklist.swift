internal import Facts
package import ReviewModel

/// Which tables have something to say, and why the others do not (docs/metrics.md, section 9).
package struct Checklist: Sendable {
  static let definition = TableDefinition(
    "checklist", .pack, keyColumns: 2, hasTotals: false,
    columns: [
      .text("table"), .text("title"), .text("cadence", .word("cadence")), .count("rows"),
      .text("status", .word("table_status")),
      .text("needs"),
    ])

  /// The checklist of all other tables of the pack.
  static func table(_ tables: [Table], inputs: Set<InputKind>, _ catalogue: Catalogue) -> Table {
    let rows = tables.map { table -> [Cell] in
      let cadences = table.definition.cadences
      let cadence = ReviewPeriod.Cadence.allCases.filter(cadences.contains).map { $0 == .month ? "M" : "W" }
      return [
        .text(table.id), .text(catalogue.title(of: table.id)), .text(cadence.joined(separator: " ")),
        .count(table.rows.count), .text(ReviewPack.status(of: table, inputs: inputs).rawValue),
        .text(needs(of: table.definition, catalogue)),
      ]
    }
    return Table(definition, rows: Rows(rows))
  }

  /// The needs of a table in words: any of the kinds joined with `/`, all of those joined with `+`.
  package static func needs(of definition: TableDefinition, _ catalogue: Catalogue) -> String? {
    guard !definition.needs.isEmpty else { return nil }
    return definition.needs.map { any in any.map { catalogue.name(of: $0) }.joined(separator: " / ") }
      .joined(separator: " + ")
  }
}
