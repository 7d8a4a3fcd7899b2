internal import ReviewKit
internal import ReviewModel

/// Columns of text for a terminal.
enum TextGrid {
  /// A header, a rule and the rows; columns in `right` are set to the right.
  static func lines(header: [String], _ rows: [[String]], right: Set<Int> = []) -> [String] {
    let widths = header.indices.map { column in
      ([header] + rows).map { width(of: $0[column]) }.max() ?? 0
    }
    func line(_ cells: [String]) -> String {
      let padded = cells.indices.map { column in
        let blank = String(repeating: " ", count: widths[column] - width(of: cells[column]))
        return right.contains(column) ? blank + cells[column] : cells[column] + blank
      }
      let text = padded.joined(separator: "  ")
      return String(text.reversed().drop { $0 == " " }.reversed())
    }
    return [line(header), widths.map { String(repeating: "-", count: $0) }.joined(separator: "  ")]
      + rows.map(line)
  }

  /// The columns a text takes: wide scalars of East Asia take two.
  static func width(of text: String) -> Int {
    text.unicodeScalars.reduce(0) { width, scalar in
      switch scalar.value {
      case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
        0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
        width + 2
      default: width + 1
      }
    }
  }
}

/// A table for a terminal.
struct TextTable {
  private let table: Table
  private let catalogue: Catalogue

  init(_ table: Table, _ catalogue: Catalogue) {
    self.table = table
    self.catalogue = catalogue
  }

  func print() {
    let columns = table.definition.columns
    var rows = table.rows.map { $0.map(Self.text) }
    if let totals = table.totals { rows.append(totals.map(Self.text)) }
    let right = Set(columns.indices.filter { columns[$0].kind != .text })
    Swift.print(catalogue.title(of: table.id))
    let header = columns.map { catalogue.label(of: $0.id, in: table.id) }
    for line in TextGrid.lines(header: header, rows, right: right) { Swift.print(line) }
    Swift.print()
  }

  private static func text(_ cell: Cell) -> String {
    switch cell {
    case .blank: ""
    case .text(let text): text.unicodeScalars.map { $0.value < 0x20 ? "\u{FFFD}" : String($0) }.joined()
    case .money(let sum): sum.description
    case .rate(let figure), .number(let figure): figure.description
    case .count(let count): String(count)
    case .date(let day): day.description
    case .flag(let flag): flag ? "true" : "false"
    }
  }
}

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
