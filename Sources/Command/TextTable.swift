internal import ReviewKit
internal import ReviewModel

/// A table for a terminal.
struct TextTable {
  private let table: Table
  private let catalogue: Catalogue
  private let remedies: [String]?

  /// A table; `remedies` has what would be right, a text a row.
  init(_ table: Table, _ catalogue: Catalogue, remedies: [String]? = nil) {
    self.table = table
    self.catalogue = catalogue
    self.remedies = remedies
  }

  /// Prints it, with a blank line after.
  func print(to output: Output) throws {
    let columns = table.definition.columns
    var rows = table.rows.map { $0.map(Self.text) }
    if let totals = table.totals { rows.append(totals.map(Self.text)) }
    let right = Set(columns.indices.filter { columns[$0].kind != .text })
    try output.line(catalogue.title(of: table.id))
    var header = columns.map { catalogue.label(of: $0.id, in: table.id) }
    if let remedies {
      header.append(catalogue.text("remedy"))
      for row in rows.indices { rows[row].append(row < remedies.count ? remedies[row] : "") }
    }
    for line in TextGrid.lines(header: header, rows, right: right) { try output.line(line) }
    try output.line()
  }

  private static func text(_ cell: Cell) -> String {
    switch cell {
    case .blank: ""
    case .text(let text): Message.printable(text)
    case .money(let sum): sum.description
    case .rate(let figure), .number(let figure): figure.description
    case .count(let count): String(count)
    case .date(let day): day.description
    case .flag(let flag): flag ? "true" : "false"
    }
  }
}
