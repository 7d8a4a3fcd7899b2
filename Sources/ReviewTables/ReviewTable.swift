package import Facts
package import ReviewModel

/// A table of the pack: what it is, and how it comes from a review. Pure: the same review gives the same table.
package protocol ReviewTable: Sendable {
  var definition: TableDefinition { get }
  /// What it reads of the facts that is kept only for tables that ask for it.
  var details: FactDetails { get }
  func table(_ review: ReviewContext) throws -> Table
}

extension ReviewTable {
  package var details: FactDetails { [] }
}
