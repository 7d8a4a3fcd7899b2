/// What a sheet must hold when it is read back.
package struct SheetAccount: Sendable {
  /// The number of rows that have cells.
  package private(set) var rows = 0
  /// The place of a column in ``sums``; -1 for a column that is not watched.
  private(set) var places: [Int] = []
  /// The sums of the watched columns.
  package private(set) var sums: [Double] = []
  private(set) var magnitudes: [Double] = []

  /// An account of nothing yet.
  package init() {}

  /// Adds up the numbers of these columns from here on.
  package mutating func watch(_ columns: [Int]) {
    places = [Int](repeating: -1, count: (columns.max() ?? -1) + 1)
    for (place, column) in columns.enumerated() { places[column] = place }
    sums = [Double](repeating: 0, count: columns.count)
    magnitudes = sums
  }

  /// The same columns, nothing seen yet.
  var emptied: SheetAccount {
    var account = self
    account.rows = 0
    account.sums = [Double](repeating: 0, count: sums.count)
    account.magnitudes = account.sums
    return account
  }

  func isWatched(_ column: Int) -> Bool { column < places.count && places[column] >= 0 }

  /// Counts a row.
  package mutating func addRow() { rows += 1 }

  /// Adds a number, if its column is watched.
  package mutating func add(_ value: Double, _ column: Int) {
    guard isWatched(column) else { return }
    sums[places[column]] += value
    magnitudes[places[column]] += value.magnitude
  }

  /// Whether the file holds what was written. libxlsxwriter writes 16 digits of a number, so sums agree but
  /// for the last ones.
  func agrees(with written: SheetAccount) -> Bool {
    rows == written.rows
      && zip(sums, zip(written.sums, written.magnitudes)).allSatisfy { found, expected in
        (found - expected.0).magnitude <= expected.1 * 1e-12
      }
  }
}
