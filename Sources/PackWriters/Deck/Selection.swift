internal import ReviewModel

/// The rows of a table that a slide is about.
struct Selection {
  let table: Table
  /// Positions of the rows; nil for all.
  private let positions: [Int]?

  init(_ table: Table, unit: Cell?, only: (column: String, words: [String])?) {
    self.table = table
    let unitIndex = unit.flatMap { _ in table.definition.index(of: "business_unit") }
    let onlyIndex = only.flatMap { table.definition.index(of: $0.column) }
    guard unitIndex != nil || onlyIndex != nil else {
      positions = nil
      return
    }
    positions = table.rows.indices.filter { position in
      let row = table.rows[position]
      if let unitIndex, row[unitIndex] != unit { return false }
      guard let onlyIndex, let only else { return true }
      return only.words.contains { row[onlyIndex] == .text($0) }
    }
  }

  /// Whether these are all rows of the table, so that its totals are theirs.
  var isWhole: Bool { positions == nil }

  var count: Int { positions?.count ?? table.rows.count }

  /// The first rows, at most so many.
  func rows(_ most: Int) -> [[Cell]] {
    positions?.prefix(most).map { table.rows[$0] } ?? Array(table.rows.prefix(most))
  }
}
