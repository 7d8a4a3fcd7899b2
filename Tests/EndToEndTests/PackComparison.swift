/// Two packs in the form of review.json, compared by what the contract fixes: tables by id and in order,
/// columns by id and kind, rows in order, totals, truncation. Titles, labels, the organisation, the order of
/// columns and what is written for people only are free.
struct PackComparison {
  /// What differs, a line each; empty when the packs are equal.
  private(set) var differences: [String] = []
  /// The ids of the tables that both packs have and that were looked at.
  private(set) var compared: [String] = []

  private static let free: Set = ["checklist.title", "checklist.needs", "anomalies.detail"]

  /// - Parameter ignoring: ids of tables that are left out; their rows in the checklist too.
  init(expected: JSONValue, actual: JSONValue, ignoring ignored: Set<String> = []) {
    for key in ["schema", "period", "cadence", "as_of", "sources"] where expected[key] != actual[key] {
      differences.append("\(key): expected \(expected[key]), found \(actual[key])")
    }
    let actualTables = actual["tables"].array.map(PackTable.init)
    let made = Dictionary(actualTables.map { ($0.id, $0) }) { first, _ in first }
    let expectedTables = expected["tables"].array.map(PackTable.init)
    let known = expectedTables.map(\.id)
    if actualTables.map(\.id).filter(Set(known).contains) != known.filter({ made[$0] != nil }) {
      differences.append("the tables stand in another order")
    }
    for table in expectedTables where !ignored.contains(table.id) {
      guard let other = made[table.id] else { continue }
      compared.append(table.id)
      if table.id == "checklist" {
        compare(table.about(made.keys, but: ignored), other.about(made.keys, but: ignored))
      } else {
        compare(table, other)
      }
    }
  }

  private mutating func compare(_ expected: PackTable, _ actual: PackTable) {
    if Set(expected.columns) != Set(actual.columns) {
      differences.append("\(expected.id): columns: expected \(expected.columns), found \(actual.columns)")
    }
    let columns = expected.columns.filter {
      actual.columns.contains($0) && !Self.free.contains("\(expected.id).\($0)")
    }
    for column in columns where expected.kinds[column] != actual.kinds[column] {
      differences.append("\(expected.id).\(column): another kind")
    }
    let (left, right) = (expected.rows(of: columns), actual.rows(of: columns))
    if left.count != right.count {
      differences.append("\(expected.id): rows: expected \(left.count), found \(right.count)")
    }
    for (number, (left, right)) in zip(left, right).enumerated() where left != right {
      for (column, (left, right)) in zip(columns, zip(left, right)) where left != right {
        differences.append("\(expected.id) row \(number + 1) \(column): expected \(left), found \(right)")
      }
    }
    if expected.totals(of: columns) != actual.totals(of: columns) {
      differences.append("\(expected.id): totals: expected \(expected.totals), found \(actual.totals)")
    }
    if expected.truncated != actual.truncated {
      differences.append(
        "\(expected.id): truncated: expected \(expected.truncated), found \(actual.truncated)")
    }
  }
}

/// A table of a review.json.
private struct PackTable {
  let id: String
  let columns: [String]
  let kinds: [String: JSONValue]
  let rows: [[JSONValue]]
  let totals: JSONValue
  let truncated: JSONValue

  init(_ value: JSONValue) {
    id = value["id"].text ?? ""
    columns = value["columns"].array.compactMap { $0["id"].text }
    kinds = Dictionary(value["columns"].array.map { ($0["id"].text ?? "", $0["kind"]) }) { first, _ in first }
    rows = value["rows"].array.map(\.array)
    totals = value["totals"]
    truncated = value["truncated"] == .null ? .object([:]) : value["truncated"]
  }

  private init(_ table: PackTable, rows: [[JSONValue]]) {
    (id, columns, kinds, totals, truncated) = (
      table.id, table.columns, table.kinds, table.totals, table.truncated
    )
    self.rows = rows
  }

  /// A checklist with the rows of some tables only.
  func about(_ tables: some Sequence<String>, but ignored: Set<String>) -> PackTable {
    guard let place = columns.firstIndex(of: "table") else { return self }
    let wanted = Set(tables).subtracting(ignored)
    return PackTable(self, rows: rows.filter { $0[place].text.map(wanted.contains) ?? false })
  }

  func rows(of wanted: [String]) -> [[JSONValue]] {
    let places = wanted.compactMap { columns.firstIndex(of: $0) }
    return rows.map { row in places.map { row.indices.contains($0) ? row[$0] : .text("no such field") } }
  }

  /// Nothing where the table has none.
  func totals(of wanted: [String]) -> [JSONValue]? {
    guard case .array(let totals) = totals else { return nil }
    let places = wanted.compactMap { columns.firstIndex(of: $0) }
    return places.map { totals.indices.contains($0) ? totals[$0] : .text("no such field") }
  }
}
