/// What of a file's members no field took, valid once the file has been read to its end.
package struct MemberReport: Hashable, Sendable {
  /// A member that lost the field it might have filled to a better name.
  package struct Unused: Hashable, Sendable {
    /// The member's name.
    package let name: String
    /// The place of the field in the row.
    package let place: Int
  }

  /// How many members of either sort are kept.
  package static let limit = 200

  /// The first names that nobody reads, in the order in which they appear.
  package let unread: [String]
  /// Members that lost a field to a better name, in the order in which that happened first.
  package let unused: [Unused]
}

/// What one thread has seen of members that no field took.
struct MemberNotes {
  /// Where in the file something was seen first.
  private struct Sight: Comparable {
    let line: Int
    /// The place of the member's value within its element.
    let value: Int

    static func < (left: Sight, right: Sight) -> Bool {
      (left.line, left.value) < (right.line, right.value)
    }
  }

  private let limit: Int
  private var unread: [String: Sight] = [:]
  private var unused: [MemberReport.Unused: Sight] = [:]

  /// Notes of at most `limit` members of either sort.
  init(limit: Int) { self.limit = limit }

  /// Notes a member that nobody reads. A thread meets members in the order of the file, so those it meets first are
  /// among the first of the file, or come after enough others.
  mutating func addUnread(_ name: String, line: Int, value: Int) {
    guard unread.count < limit, unread[name] == nil else { return }
    unread[name] = Sight(line: line, value: value)
  }

  /// Notes a member that lost the field at `place`.
  mutating func addUnused(_ name: String, place: Int, line: Int, value: Int) {
    let member = MemberReport.Unused(name: name, place: place)
    guard unused.count < limit, unused[member] == nil else { return }
    unused[member] = Sight(line: line, value: value)
  }

  /// What all threads have seen together.
  static func report(of notes: [MemberNotes], limit: Int) -> MemberReport {
    var unread: [String: Sight] = [:]
    var unused: [MemberReport.Unused: Sight] = [:]
    for note in notes {
      unread.merge(note.unread, uniquingKeysWith: min)
      unused.merge(note.unused, uniquingKeysWith: min)
    }
    return MemberReport(
      unread: unread.sorted { $0.value < $1.value }.prefix(limit).map(\.key),
      unused: unused.sorted { ($0.value, $0.key.place) < ($1.value, $1.key.place) }.prefix(limit).map(\.key))
  }
}
