package import ReviewModel

/// A table of the pack: what it is, and how it comes from a review. Pure: the same review gives the same table.
package protocol ReviewTable: Sendable {
  var definition: TableDefinition { get }
  func table(_ review: ReviewContext) throws -> Table
}
