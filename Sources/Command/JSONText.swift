internal import ReviewKit
internal import ReviewModel

/// Texts of JSON.
enum JSONText {
  /// A string with the escapes that JSON requires and no others.
  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  static func array(_ items: [String]) -> String { "[" + items.joined(separator: ", ") + "]" }

  static func object(_ members: [(String, String)]) -> String {
    "{" + members.map { "\(quoted($0.0)): \($0.1)" }.joined(separator: ", ") + "}"
  }
}

extension Check.Report {
  /// The tables as JSON: one object a table, with its columns and rows.
  func json() throws -> String {
    let tables = tables.map { table in
      let rows = table.rows.map { JSONText.array($0.map(Self.json)) }
      return JSONText.object([
        ("id", JSONText.quoted(table.id)),
        ("columns", JSONText.array(table.definition.columns.map { JSONText.quoted($0.id) })),
        ("rows", JSONText.array(rows)),
      ])
    }
    return JSONText.array(tables)
  }

  private static func json(_ cell: Cell) -> String {
    switch cell {
    case .blank: "null"
    case .text(let text): JSONText.quoted(text)
    case .money(let sum): JSONText.quoted(sum.description)
    case .rate(let figure), .number(let figure): JSONText.quoted(figure.description)
    case .count(let count): String(count)
    case .date(let day): JSONText.quoted(day.description)
    case .flag(let flag): flag ? "true" : "false"
    }
  }
}
