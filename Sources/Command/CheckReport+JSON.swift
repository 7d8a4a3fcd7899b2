internal import ReviewKit
internal import ReviewModel

extension Check.Report {
  /// The tables as JSON: one object a table, with its columns and rows.
  var json: String {
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
