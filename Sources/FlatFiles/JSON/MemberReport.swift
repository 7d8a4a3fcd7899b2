/// What of a file's members no field took, valid once the file has been read to its end.
package struct MemberReport: Hashable, Sendable {
  /// A member that lost the field it might have filled to a better name.
  package struct Unused: Hashable, Sendable {
    /// The member's name.
    package let name: String
    /// The place of the field in the row.
    package let place: Int

    /// The member of that name, which lost the field at `place`.
    package init(name: String, place: Int) {
      self.name = name
      self.place = place
    }
  }

  /// How many members of either sort are kept.
  package static let limit = 200

  /// The first names that nobody reads, in the order in which they appear.
  package let unread: [String]
  /// Members that lost a field to a better name, in the order in which that happened first.
  package let unused: [Unused]

  /// A report of those members.
  package init(unread: [String], unused: [Unused]) {
    self.unread = unread
    self.unused = unused
  }
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

  /// A name, by its bytes: Swift takes two texts for one that Unicode calls equivalent.
  private typealias Name = [UInt8]

  private struct Claim: Hashable {
    let name: Name
    let place: Int
  }

  private let limit: Int
  private var unread: [Name: Sight] = [:]
  private var unused: [Claim: Sight] = [:]

  /// Notes of at most `limit` members of either sort.
  init(limit: Int) { self.limit = limit }

  /// Notes a member that nobody reads. A thread meets members in the order of the file, so those it meets first are
  /// among the first of the file, or come after enough others.
  mutating func addUnread(_ name: UnsafeRawBufferPointer, line: Int, value: Int) {
    let name = Name(name)
    guard unread.count < limit, unread[name] == nil else { return }
    unread[name] = Sight(line: line, value: value)
  }

  /// Notes a member that lost the field at `place`.
  mutating func addUnused(_ name: UnsafeRawBufferPointer, place: Int, line: Int, value: Int) {
    let claim = Claim(name: Name(name), place: place)
    guard unused.count < limit, unused[claim] == nil else { return }
    unused[claim] = Sight(line: line, value: value)
  }

  /// What all threads have seen together.
  static func report(of notes: [MemberNotes], limit: Int) -> MemberReport {
    var unread: [Name: Sight] = [:]
    var unused: [Claim: Sight] = [:]
    for note in notes {
      unread.merge(note.unread, uniquingKeysWith: min)
      unused.merge(note.unused, uniquingKeysWith: min)
    }
    return MemberReport(
      unread: unread.sorted { $0.value < $1.value }.prefix(limit).map { Self.text($0.key) },
      unused: unused.sorted { ($0.value, $0.key.place) < ($1.value, $1.key.place) }.prefix(limit)
        .map { MemberReport.Unused(name: Self.text($0.key.name), place: $0.key.place) })
  }

  private static func text(_ name: Name) -> String { String(decoding: name, as: UTF8.self) }
}
