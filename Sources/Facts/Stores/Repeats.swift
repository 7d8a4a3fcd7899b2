internal import ReviewModel

/// Rows of one key in one file that no `updated` tells apart: only the last of them counts, which is right for a row
/// that was entered twice and wrong for the lines of an order.
///
/// Kept of each key are the rows beside the one that counts. Rows come in any order and stores may be merged: a row of
/// the file and day of the one that counts in the end takes the place of any other when it comes, or finds it taken by
/// one of its own.
struct Repeats: Sendable {
  struct Group {
    fileprivate var file: Int
    /// The rows that do not count.
    fileprivate var others: Int
    /// The first of all of them.
    fileprivate var firstLine: Int
    fileprivate var amountsDiffer: Bool
  }

  private var groups: [Int: Group] = [:]

  /// What is known of a key's rows; nil where one row has it.
  subscript(key: Int) -> Group? {
    get { groups[key] }
    // Nearly no book has such rows, and each key comes by here.
    set { if newValue != nil || !groups.isEmpty { groups[key] = newValue } }
  }

  /// Takes note of the row that a key has and of another one; of the two the new one counts, or it does not.
  ///
  /// - Parameters:
  ///   - alike: whether nothing else than where they stand decides between them.
  ///   - newGroup: what another store knows of the key, whose row the new one is.
  @inline(__always)
  mutating func note(
    _ old: some VersionedRecord, _ new: some VersionedRecord, alike: Bool = true, newCounts: Bool,
    ofKey key: Int, _ newGroup: Group? = nil
  ) {
    if alike, Self.standTogether(old.version, new.version) {
      join(old, new, ofKey: key, newGroup)
    } else if newCounts {
      self[key] = newGroup
    }
  }

  @inline(never)
  private mutating func join(
    _ old: some VersionedRecord, _ new: some VersionedRecord, ofKey key: Int, _ newGroup: Group?
  ) {
    let (first, second) = (old.version.position, new.version.position)
    var group =
      groups[key] ?? Group(file: first.file, others: 0, firstLine: first.line, amountsDiffer: false)
    group.others += 1 + (newGroup?.others ?? 0)
    group.firstLine = min(group.firstLine, newGroup?.firstLine ?? second.line)
    group.amountsDiffer =
      group.amountsDiffer || newGroup?.amountsDiffer ?? false || old.amountCompared != new.amountCompared
    groups[key] = group
  }

  @inline(__always)
  private static func standTogether(_ left: Version, _ right: Version) -> Bool {
    left.position.file == right.position.file && left.updated == right.updated
  }

  /// By file: what of its rows stands beside one that counts.
  func byFile(of files: Int) -> [RepeatedRows] {
    var rows = Array(repeating: RepeatedRows(), count: files)
    for group in groups.values {
      rows[group.file].all += group.others
      guard group.amountsDiffer else { continue }
      rows[group.file].ofOtherAmount += group.others
      rows[group.file].firstLine = min(rows[group.file].firstLine, group.firstLine)
    }
    return rows
  }
}

/// Rows of a file that another row of it with the same key and the same `updated` replaces.
package struct RepeatedRows: Hashable, Sendable {
  package var all = 0
  /// Those of keys whose rows have not all one amount.
  package var ofOtherAmount = 0
  /// The first line of such a key.
  package var firstLine = Int.max

  package init() {}
}
