package import ReviewModel
internal import Synchronization

/// A file of objects as rows of one header, which names every member in the order in which they appear first.
package struct MemberGrid: Sendable {
  /// How many members a grid may have: as many as a sheet has columns.
  package static let limit = 16_384

  /// Opens the file for members of that plan.
  package typealias Opening =
    @Sendable (_ members: MemberPlan, _ noteLimit: Int) throws(FileError) -> any MemberFile

  private let open: Opening
  private let names: [String]

  /// The grid of a file that `open` opens, which is read once to find all names.
  package init(_ open: @escaping Opening) throws(FileError) {
    self.open = open
    let file = try open(MemberPlan(fieldCount: 0) { _ in [] }, Self.limit + 1)
    var block = RowBlock()
    var nested = RowBlock()
    while try file.next(into: &block, nested: &nested) {}
    names = file.members.unread
    guard names.count <= Self.limit else {
      throw FileError(
        file: file.name, problem: "its objects have more than \(Self.limit) different members",
        remedy: "give all objects the same members")
    }
  }

  /// All rows in order: the names as line 0, for lines and elements count from 1, and then each row's fields. What is
  /// no plain value is given as it is written, and of a row that cannot be read its text is the only field.
  package func forEachRow(_ body: (_ line: Int, _ fields: [String]) throws -> Void) throws {
    if !names.isEmpty { try body(0, names) }
    // By its bytes: Swift takes two texts for one that Unicode calls equivalent.
    let places = Dictionary(uniqueKeysWithValues: names.enumerated().map { (Array($1.utf8), $0) })
    let plan = MemberPlan(fieldCount: names.count) { name in
      places[Array(name.utf8)].map { [MemberPlan.Field(place: $0, rank: 0)] } ?? []
    }
    let file = try open(plan, 0)
    var block = RowBlock()
    var nested = RowBlock()
    while try file.next(into: &block, nested: &nested) {
      let written = Dictionary(uniqueKeysWithValues: block.marks.map { (Int($0.field), $0.text) })
      try block.withRows { bytes, fields, rows in
        for row in rows {
          let first = Int(row.firstField)
          try body(
            row.line,
            (first..<first + Int(row.fieldCount)).map { field in
              let range = written[field] ?? fields[field]
              return range.text(in: bytes)
            })
        }
      }
    }
  }
}
