import FlatFiles

/// A row of a JSON file, and the rows that stand within it.
struct MemberRow: Equatable, Sendable, CustomStringConvertible {
  var line: Int
  var fields: [String]
  /// `list [..]`, `structure {..}` or `brokenRow ..` by the place of the field, with the text as it is written.
  var marks: [Int: String] = [:]
  var nested: [MemberRow] = []

  init(_ line: Int, _ fields: [String], marks: [Int: String] = [:], nested: [MemberRow] = []) {
    self.line = line
    self.fields = fields
    self.marks = marks
    self.nested = nested
  }

  /// A row that cannot be read as one.
  static func broken(_ line: Int, _ text: String) -> MemberRow {
    MemberRow(line, [text], marks: [0: "brokenRow \(text)"])
  }

  var description: String {
    "\(line): \(fields)" + (marks.isEmpty ? "" : " \(marks)") + (nested.isEmpty ? "" : " with \(nested)")
  }
}

/// What a reader found at one go.
struct MemberBlock: Sendable {
  let span: Range<UInt64>
  let rows: [MemberRow]
  let positions: [UInt64]
}

/// The plan that gives each name the fields named: `["id": [0], "名称": [1]]`, every rank 0 unless given.
func plan(_ count: Int, _ fields: KeyValuePairs<String, [(place: Int, rank: Int)]>) -> MemberPlan {
  plan(count, fields.map { ($0, $1) })
}

private func plan(_ count: Int, _ fields: [(name: String, fields: [(place: Int, rank: Int)])]) -> MemberPlan {
  let fields = Dictionary(
    uniqueKeysWithValues: fields.map { member in
      (Array(member.name.utf8), member.fields.map { MemberPlan.Field(place: $0.place, rank: $0.rank) })
    })
  return MemberPlan(fieldCount: count) { fields[Array($0.utf8)] ?? [] }
}

/// The plan of one field a name, in order.
func plan(_ names: String...) -> MemberPlan {
  plan(names.count, names.enumerated().map { ($1, [(place: $0, rank: 0)]) })
}

extension MemberFile {
  /// Every block that is left, as one thread reads it.
  func blocks() throws -> [MemberBlock] {
    var blocks: [MemberBlock] = []
    var block = RowBlock()
    var nested = RowBlock()
    while try next(into: &block, nested: &nested) {
      var (rows, positions) = Self.rows(of: block)
      let (nestedRows, owners) = Self.rows(of: nested)
      for (row, owner) in zip(nestedRows, owners) {
        rows[Int(owner)].nested.append(row)
      }
      blocks.append(MemberBlock(span: block.span, rows: rows, positions: positions))
    }
    return blocks
  }

  private static func rows(of block: borrowing RowBlock) -> ([MemberRow], [UInt64]) {
    let marks = block.marks
    return block.withRows { bytes, fields, rows in
      func text(_ range: FieldRange) -> String {
        String(decoding: bytes[Int(range.start)..<Int(range.end)], as: UTF8.self)
      }
      let all = rows.map { row in
        let range = Int(row.firstField)..<Int(row.firstField) + Int(row.fieldCount)
        var result = MemberRow(row.line, fields[range].map(text))
        for mark in marks where range.contains(Int(mark.field)) {
          result.marks[Int(mark.field) - range.lowerBound] = "\(mark.kind) \(text(mark.text))"
        }
        return result
      }
      return (all, rows.map(\.position))
    }
  }
}
