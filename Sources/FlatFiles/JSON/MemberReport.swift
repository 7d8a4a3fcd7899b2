/// Which members the objects of a file have, and what of them no field took; valid once the file has been read to its
/// end.
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

  /// The first names of all, in the order in which they appear.
  package let names: [String]
  /// The first names that nobody reads, in the order in which they appear.
  package let unread: [String]
  /// Members that lost a field to a better name, in the order in which that happened first.
  package let unused: [Unused]
  /// The places of the fields for which an object has a member.
  package let places: Set<Int>
}

/// What one thread has seen of members.
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
  private var read: [Name: Sight] = [:]
  private var unread: [Name: Sight] = [:]
  private var unused: [Claim: Sight] = [:]
  private var places: Set<Int> = []

  /// Notes of at most `limit` members of each sort.
  init(limit: Int) { self.limit = limit }

  /// Notes a member that fills the fields at `places`, or may.
  mutating func addRead(_ name: UnsafeRawBufferPointer, places: [Int], line: Int, value: Int) {
    self.places.formUnion(places)
    Self.add(Name(name), to: &read, Sight(line: line, value: value), limit)
  }

  /// Notes a member that nobody reads.
  mutating func addUnread(_ name: UnsafeRawBufferPointer, line: Int, value: Int) {
    Self.add(Name(name), to: &unread, Sight(line: line, value: value), limit)
  }

  /// A thread meets members in the order of the file, so those it meets first are among the first of the file, or come
  /// after enough others.
  private static func add(_ name: Name, to names: inout [Name: Sight], _ sight: Sight, _ limit: Int) {
    guard names.count < limit, names[name] == nil else { return }
    names[name] = sight
  }

  /// Notes a member that lost the field at `place`.
  mutating func addUnused(_ name: UnsafeRawBufferPointer, place: Int, line: Int, value: Int) {
    let claim = Claim(name: Name(name), place: place)
    guard unused.count < limit, unused[claim] == nil else { return }
    unused[claim] = Sight(line: line, value: value)
  }

  /// What all threads have seen together.
  static func report(of notes: [MemberNotes], limit: Int) -> MemberReport {
    var read: [Name: Sight] = [:]
    var unread: [Name: Sight] = [:]
    var unused: [Claim: Sight] = [:]
    for note in notes {
      read.merge(note.read, uniquingKeysWith: min)
      unread.merge(note.unread, uniquingKeysWith: min)
      unused.merge(note.unused, uniquingKeysWith: min)
    }
    return MemberReport(
      names: texts(read.merging(unread, uniquingKeysWith: min), limit), unread: texts(unread, limit),
      unused: unused.sorted { ($0.value, $0.key.place) < ($1.value, $1.key.place) }.prefix(limit)
        .map { MemberReport.Unused(name: Self.text($0.key.name), place: $0.key.place) },
      places: notes.reduce(into: []) { $0.formUnion($1.places) })
  }

  private static func texts(_ names: [Name: Sight], _ limit: Int) -> [String] {
    names.sorted { $0.value < $1.value }.prefix(limit).map { text($0.key) }
  }

  private static func text(_ name: Name) -> String { String(decoding: name, as: UTF8.self) }
}
