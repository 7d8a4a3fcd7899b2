import FlatFiles

/// The rows of JSON as docs/inputs.md, section 5, has them, for one plan: of a row the fields `a` (also named `A`, with
/// less right) and `b`; in `v` nested rows of `a`, which they inherit, and `c`.
enum ReferenceRows {
  static let members = plan(2, ["a": [(0, 0)], "A": [(0, 1)], "b": [(1, 0)]])
  static let nested = NestedPlan(
    isNested: { $0 == "v" }, members: plan("a", "c"), inherited: [(outer: 0, nested: 0)])

  /// The rows of a document; nil when it is refused.
  static func rows(ofDocument text: [UInt8]) -> [MemberRow]? {
    guard let document = try? ReferenceJSON(text) else { return nil }
    switch document.value {
    case .array(let elements):
      guard elements.isEmpty || elements.contains(where: \.isObject) else { return nil }
      return rows(of: elements)
    case .object(let members):
      if members.count == 1, case .array(let elements) = members[0].value.value,
        elements.isEmpty || elements.contains(where: \.isObject)
      {
        return rows(of: elements)
      }
      return rows(of: [document])
    default: return nil
    }
  }

  /// The rows of lines.
  static func rows(ofLines text: [UInt8]) -> [MemberRow] {
    text.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated().flatMap { index, line in
      let isWhite = { (byte: UInt8) in byte == 0x20 || (0x09...0x0D).contains(byte) }
      guard !isBlank(line) else { return [MemberRow]() }
      guard let value = try? ReferenceJSON(Array(line)) else {
        let start = line.drop(while: isWhite)
        let end = start.reversed().drop(while: isWhite).count
        return [.broken(index + 1, String(decoding: start.prefix(end), as: UTF8.self))]
      }
      return row(of: value, line: index + 1).map { [$0] } ?? []
    }
  }

  private static func rows(of elements: [ReferenceJSON]) -> [MemberRow] {
    elements.enumerated().compactMap { row(of: $1, line: $0 + 1) }
  }

  private static func row(of element: ReferenceJSON, line: Int) -> MemberRow? {
    let broken = MemberRow.broken(line, String(decoding: element.written, as: UTF8.self))
    guard case .object(let members) = element.value else { return broken }
    func values(_ name: String) -> [ReferenceJSON] {
      members.filter { $0.name == Array(name.utf8) }.map(\.value)
    }
    let (a, other, b, v) = (values("a"), values("A"), values("b"), values("v"))
    guard (a.isEmpty ? other : a).count <= 1, b.count <= 1, v.count <= 1 else { return broken }
    var visits: [ReferenceJSON] = []
    switch v.first?.value {
    case .array(let elements): visits = elements
    case nil, .null: break
    default: return broken
    }
    guard members.contains(where: { !isBlank($0.value) }) else { return nil }
    let first = a.first ?? other.first
    var row = row(line, [first, b.first])
    row.nested = visits.compactMap { nestedRow(of: $0, line: line, outer: first) }
    return row
  }

  private static func nestedRow(
    of element: ReferenceJSON, line: Int, outer: ReferenceJSON?
  ) -> MemberRow? {
    let broken = MemberRow.broken(line, String(decoding: element.written, as: UTF8.self))
    guard case .object(let members) = element.value else { return broken }
    let a = members.filter { $0.name == Array("a".utf8) }.map(\.value)
    let c = members.filter { $0.name == Array("c".utf8) }.map(\.value)
    guard a.count <= 1, c.count <= 1 else { return broken }
    guard members.contains(where: { !isBlank($0.value) }) else { return nil }
    guard a.allSatisfy(isBlank) else { return row(line, [a.first, c.first]) }
    if let outer, case .array = outer.value { return row(line, [nil, c.first]) }
    return row(line, [outer?.isObject == true ? nil : outer, c.first])
  }

  private static func isBlank(_ value: ReferenceJSON) -> Bool {
    switch value.value {
    case .null: true
    case .string(let bytes): isBlank(bytes)
    case .array(let elements): elements.isEmpty
    default: false
    }
  }

  private static func isBlank(_ text: some Sequence<UInt8>) -> Bool {
    String(decoding: Array(text), as: UTF8.self).unicodeScalars.allSatisfy(\.properties.isWhitespace)
  }

  private static func row(_ line: Int, _ values: [ReferenceJSON?]) -> MemberRow {
    var row = MemberRow(line, [])
    for (place, value) in values.enumerated() {
      let written = value.map { String(decoding: $0.written, as: UTF8.self) } ?? ""
      switch value?.value {
      case nil, .null: row.fields.append("")
      case .word, .number: row.fields.append(written)
      case .string(let bytes): row.fields.append(String(decoding: bytes, as: UTF8.self))
      case .object:
        row.fields.append(written)
        row.marks[place] = "structure \(written)"
      case .array(let elements):
        let strings = elements.compactMap { element in
          if case .string(let bytes) = element.value { String(decoding: bytes, as: UTF8.self) } else { nil }
        }
        let isList = strings.count == elements.count
        row.fields.append(isList ? strings.joined(separator: ";") : written)
        if !elements.isEmpty { row.marks[place] = "\(isList ? "list" : "structure") \(written)" }
      }
    }
    return row
  }
}
