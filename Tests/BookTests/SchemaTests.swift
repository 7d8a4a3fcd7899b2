import Book
import ReviewModel
import Testing

/// A column as the text of the specification has it.
private struct PromisedColumn {
  let name: String
  let type: String?
  let isRequired: Bool
  let aliases: [String]

  /// `name* type (alias, alias; remark)`.
  init?(_ text: Substring) {
    let form = #/^(\w+)(\*?)(?: ([a-z]+(?: 1–3)?))?(?: \((.*)\))?/#
    guard let match = text.firstMatch(of: form) else { return nil }
    name = String(match.1)
    isRequired = !match.2.isEmpty
    type = match.3.map(String.init)
    let bracket = match.4?.split(separator: ";").first ?? ""
    let isRemark = bracket.hasPrefix("`") || bracket.hasPrefix("blank")
    aliases = isRemark ? [] : bracket.split(separator: ",").map { $0.trimming() }
  }
}

extension Substring {
  fileprivate func trimming() -> String {
    String(self.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}

/// The specification's sections 1 and 2, read.
private struct Promise {
  var names: [InputKind: [String]] = [:]
  var keys: [InputKind: [String]] = [:]
  var shared: [String: PromisedColumn] = [:]
  var columns: [InputKind: [PromisedColumn]] = [:]
  var scopes: [String] = []
  var vocabularies: [String: [String]] = [:]

  init() throws {
    var enums: Substring = ""
    let text = SchemaContract.columns.replacing("\n", with: " ").replacing(" **", with: "\n**")
      .replacing(" Enums:", with: "\nEnums:")
    for line in text.split(separator: "\n") {
      if line.hasPrefix("Shared: ") {
        for piece in pieces(line.dropFirst(8)) {
          let column = try #require(PromisedColumn(piece))
          shared[column.name] = column
        }
      } else if line.hasPrefix("Enums: ") {
        enums = line.dropFirst(7)
      } else {
        let match = try #require(line.firstMatch(of: #/^\*\*([a-z-]+)\*\*: (.*)$/#))
        let kind = try #require(InputKind(rawValue: String(match.1)))
        columns[kind] = try own(of: kind, match.2)
      }
    }
    for vocabulary in pieces(enums) {
      let name = vocabulary.prefix { $0 != "`" }.trimming()
      vocabularies[name] = vocabulary.matches(of: #/`(\w+)` \(([^)]*)\)/#).map { "\($0.1): \($0.2)" }
    }
    for line in SchemaContract.kinds.split(separator: "\n") {
      let cells = line.split(separator: "|").map { $0.trimming() }
      let kind = try #require(InputKind(rawValue: cells[0].filter { $0 != "`" }))
      names[kind] = cells[1].split(separator: ",").map { $0.trimming() }
      let key = cells[2].replacing("all scope columns", with: scopes.joined(separator: ", "))
        .replacing("and `line` where given", with: "line").prefix { $0 != ";" && $0 != "(" }
      keys[kind] = key.split(separator: ",").map { $0.trimming() }
    }
  }

  private func pieces(_ text: Substring) -> [Substring] { text.split(separator: " · ") }

  private mutating func own(of kind: InputKind, _ text: Substring) throws -> [PromisedColumn] {
    var result: [PromisedColumn] = []
    for piece in pieces(text) where !piece.hasPrefix("visits (JSON only") {
      if let match = piece.firstMatch(of: #/^scope columns, each blank for "all": ([a-z_, ]+)\. /#) {
        scopes = match.1.split(separator: ",").map { $0.trimming() }
        result += try scopes.map { try #require(PromisedColumn($0[...])) }
      } else if let match = piece.firstMatch(of: #/^as targets \(period is a month\), plus (.*)$/#) {
        result += columns[.targets] ?? []
        result.append(try #require(PromisedColumn(match.1)))
      } else {
        result.append(try #require(PromisedColumn(piece)))
      }
    }
    return result
  }

  /// A kind's columns as one line each: what the schema is compared with.
  func lines(of kind: InputKind) throws -> [String] {
    let all = columns.values.joined()
    return try ((columns[kind] ?? []) + [#require(PromisedColumn("updated"))]).map { column in
      let elsewhere = shared[column.name] ?? all.first { $0.name == column.name && $0.type != nil }
      let type = try #require(column.type ?? elsewhere?.type)
      // `channel` has its aliases where customers list it; the shared list gives all the others.
      let common = elsewhere.map { column.type == nil ? $0.aliases : [] } ?? []
      return described(
        column.name, typeName(type, of: column.name, in: kind), column.isRequired, common + column.aliases)
    }
  }

  private func typeName(_ type: String, of column: String, in kind: InputKind) -> String {
    switch (type, column) {
    case ("enum", "stage"): "stage"
    case ("enum", "kind"): "enum event_kind"
    case ("enum", "status"): "enum event_status"
    case ("enum", _): "enum \(column)"
    case ("period", "week"): "period week"
    case ("period", _): kind == .commitments ? "period month" : "period any"
    case ("integer", _): "integer any"
    case ("integer 1–3", _): "integer 1...3"
    default: type
    }
  }
}

private func described(_ id: String, _ type: String, _ isRequired: Bool, _ aliases: [String]) -> String {
  "\(id)\(isRequired ? "*" : "") \(type) (\(aliases.joined(separator: ", ")))"
}

private func typeName(_ type: ColumnType) -> String {
  switch type {
  case .enumeration(let words): "enum \(words.id)"
  case .period(let form): "period \(form)"
  case .integer(let range): "integer \(range.map { "\($0)" } ?? "any")"
  default: "\(type)"
  }
}

@Suite("The schema is what docs/inputs.md promises")
struct SchemaTests {
  @Test(arguments: InputKind.allCases)
  func columns(_ kind: InputKind) throws {
    let schema = KindSchema.of(kind).columns.map {
      described($0.id, typeName($0.type), $0.isRequired, $0.aliases)
    }
    #expect(try schema == Promise().lines(of: kind))
  }

  @Test(arguments: InputKind.allCases)
  func namesAndKey(_ kind: InputKind) throws {
    let promise = try Promise()
    let schema = KindSchema.of(kind)
    #expect(schema.kind == kind)
    #expect(schema.otherNames == promise.names[kind])
    #expect(schema.key == promise.keys[kind])
    #expect(schema.key.allSatisfy { schema.index(of: $0) != nil })
  }

  @Test func vocabularies() throws {
    let known: [(String, Vocabulary)] = [
      ("customer_class", .customerClass), ("chance", .chance), ("metric", .metric),
      ("attendance", .attendance),
      ("purpose", .purpose), ("event kind", .eventKind), ("event status", .eventStatus),
    ]
    let promise = try Promise()
    #expect(promise.vocabularies.count == known.count)
    for (name, vocabulary) in known {
      let words = vocabulary.words.map { "\($0.canonical): \($0.aliases.joined(separator: ", "))" }
      #expect(promise.vocabularies[name] == words)
    }
  }

  @Test func indexIsTheColumnsPlace() {
    #expect(KindSchema.of(.orders).index(of: "order_id") == 0)
    #expect(KindSchema.of(.orders).index(of: "amount") == 3)
    #expect(KindSchema.of(.calendar).index(of: "updated") == 2)
    #expect(KindSchema.of(.calendar).index(of: "amount") == nil)
  }
}
