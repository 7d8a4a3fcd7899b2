package import ReviewModel

extension Cell {
  /// The cell as a test writes it: money with two decimals, a rate with six, a blank as `-`.
  package var shown: String {
    switch self {
    case .blank: "-"
    case .text(let text): text
    case .money(let money): money.description
    case .rate(let figure), .number(let figure): figure.description
    case .count(let count): String(count)
    case .date(let day): day.description
    case .flag(let flag): flag ? "yes" : "no"
    }
  }
}

extension Table {
  /// The rows as lines of cells with a space between them: of these columns, or of all.
  package func shown(_ columns: String = "") -> [String] {
    let places = places(columns)
    return rows.map { row in places.map { row[$0].shown }.joined(separator: " ") }
  }

  /// The totals as a line of cells; nil where there are none.
  package func shownTotals(_ columns: String = "") -> String? {
    totals.map { totals in places(columns).map { totals[$0].shown }.joined(separator: " ") }
  }

  /// The only column asked for, row by row.
  package func cells(_ column: String) -> [Cell] {
    guard let place = definition.index(of: column) else { preconditionFailure("\(id) has no \(column)") }
    return rows.map { $0[place] }
  }

  /// What a column adds up to, over the rows.
  package func sum(_ column: String) -> MoneySum {
    cells(column).reduce(.zero) { sum, cell in
      if case .money(let money) = cell { sum + money } else { sum }
    }
  }

  /// The whole table as text: what two equal tables share to the last digit.
  package var transcript: String {
    ([id] + shown() + [shownTotals() ?? "no totals"]
      + truncations.map { "\($0.businessUnit) \($0.shown) \($0.total) \($0.totalAmount)" })
      .joined(separator: "\n")
  }

  private func places(_ columns: String) -> [Int] {
    guard !columns.isEmpty else { return Array(definition.columns.indices) }
    return columns.split(separator: " ").map { column in
      guard let place = definition.index(of: String(column)) else {
        preconditionFailure("\(id) has no column \(column)")
      }
      return place
    }
  }
}
