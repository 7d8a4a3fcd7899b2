internal import ReviewModel

/// The rows of a table that a slide is about.
struct Selection {
  let table: Table
  /// Positions of the rows; nil for all.
  private let positions: [Int]?
  /// Whether these are all rows, or all of one business unit.
  let isOfUnit: Bool

  init(_ table: Table, unit: Cell?, only: (column: String, words: [String])?) {
    self.table = table
    let unitIndex = unit.flatMap { _ in table.definition.index(of: "business_unit") }
    let onlyIndex = only.flatMap { table.definition.index(of: $0.column) }
    isOfUnit = onlyIndex == nil
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

  /// All rows.
  var rows: [[Cell]] { positions?.map { table.rows[$0] } ?? Array(table.rows) }

  /// Rows to show, at most so many: the first, or as `pick` says.
  func rows(_ most: Int, _ pick: SlideOutline.Pick) -> [[Cell]] {
    let largest = pick.largest.compactMap(table.definition.index)
    let each = pick.each.compactMap(table.definition.index)
    let all = positions ?? Array(table.rows.indices)
    guard !largest.isEmpty || !each.isEmpty, count > most || pick.isOrder else {
      return all.prefix(most).map { table.rows[$0] }
    }
    var groups: [Group] = []
    var numbers: [[Cell]: Int] = [:]
    for position in all {
      let row = table.rows[position]
      let key = each.map { row[$0] }
      if numbers[key] == nil {
        numbers[key] = groups.count
        groups.append(Group())
      }
      let size = largest.map { CellFormatter.amount(row[$0]) ?? -.infinity }
      if let number = numbers[key] { groups[number].keep(position, size, most: most) }
    }
    return Self.shares(of: groups.map(\.kept.count), most: most).enumerated().flatMap { number, share in
      groups[number].kept.prefix(share).map { table.rows[$0.position] }
    }
  }

  /// How many rows each group may show: as equal as may be, none more than it has.
  static func shares(of counts: [Int], most: Int) -> [Int] {
    var shares = counts.map { _ in 0 }
    var left = min(most, counts.reduce(0, +))
    while left > 0 {
      for group in counts.indices where left > 0 && shares[group] < counts[group] {
        shares[group] += 1
        left -= 1
      }
    }
    return shares
  }

  /// The rows of one group that may be shown, the largest first; of equal ones the first.
  private struct Group {
    private(set) var kept: [(position: Int, size: [Double])] = []

    mutating func keep(_ position: Int, _ size: [Double], most: Int) {
      if kept.count == most {
        guard let last = kept.last, last.size.lexicographicallyPrecedes(size) else { return }
        kept.removeLast()
      }
      kept.insert(
        (position, size), at: kept.firstIndex { $0.size.lexicographicallyPrecedes(size) } ?? kept.endIndex)
    }
  }
}
