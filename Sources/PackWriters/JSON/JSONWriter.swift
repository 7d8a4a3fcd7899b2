package import ReviewModel

/// `review.json`: every table of a pack for machines (docs/outputs.md, section 2).
///
/// Keys stand in the order of the contract, one row on a line; rows are asked for one by one and never held.
package enum JSONWriter {
  /// Writes `review.json` to `path`.
  package static func write(pack: ReviewPack, catalogue: Catalogue, to path: String) throws {
    var file = try BufferedFile(creating: path)
    try file.append { $0.appendHead(of: pack) }
    for (index, table) in pack.tables.enumerated() {
      try file.append { buffer in
        buffer.append(index == 0 ? "\n" : ",\n")
        buffer.appendHead(of: table.definition, catalogue)
      }
      var separator: StaticString = "\n"
      for row in table.rows {
        try file.append { buffer in
          buffer.append(separator)
          buffer.appendRow(row)
        }
        separator = ",\n"
      }
      try file.append { $0.appendTail(of: table) }
    }
    try file.append { $0.append(pack.tables.isEmpty ? "]}\n" : "\n]}\n") }
    try file.close()
  }
}

extension ByteBuffer {
  fileprivate mutating func appendHead(of pack: ReviewPack) {
    append("{\"schema\": \"reviewpack/1\", \"organisation\": ")
    appendString(pack.organisation)
    append(", \"language\": ")
    appendString(pack.language.rawValue)
    append(", \"currency\": ")
    appendString(pack.currency)
    append(",\n\"period\": ")
    appendString(pack.period.name)
    append(", \"cadence\": ")
    appendString(pack.period.cadence.rawValue)
    append(", \"as_of\": ")
    appendString(pack.period.asOf.description)
    append(",\n\"sources\": {\"orders\": ")
    appendString(pack.sources.orders)
    append(", \"collections\": ")
    appendString(pack.sources.collections)
    append(", \"value\": ")
    appendString(pack.sources.value)
    append("},\n\"tables\": [")
  }

  fileprivate mutating func appendHead(of definition: TableDefinition, _ catalogue: Catalogue) {
    append("{\"id\": ")
    appendString(definition.id)
    append(", \"title\": ")
    appendString(catalogue.title(of: definition.id))
    append(", \"cadence\": [")
    let cadences = ReviewPeriod.Cadence.allCases.filter(definition.cadences.contains)
    for (index, cadence) in cadences.enumerated() {
      if index > 0 { append(", ") }
      appendString(cadence.rawValue)
    }
    append("],\n\"columns\": [")
    for (index, column) in definition.columns.enumerated() {
      append(index == 0 ? "\n{\"id\": " : ",\n{\"id\": ")
      appendString(column.id)
      append(", \"label\": ")
      appendString(catalogue.label(of: column.id, in: definition.id))
      append(", \"kind\": ")
      appendString(column.kind.rawValue)
      append("}")
    }
    append("\n],\n\"rows\": [")
  }

  fileprivate mutating func appendTail(of table: Table) {
    append(table.rows.isEmpty ? "],\n\"totals\": " : "\n],\n\"totals\": ")
    if let totals = table.totals { appendRow(totals) } else { append("null") }
    if !table.truncations.isEmpty {
      append(",\n\"truncated\": {")
      for (index, truncation) in table.truncations.enumerated() {
        append(index == 0 ? "\n" : ",\n")
        appendString(truncation.businessUnit)
        append(": {\"shown\": ")
        append(Int128(truncation.shown), decimals: 0)
        append(", \"total\": ")
        append(Int128(truncation.total), decimals: 0)
        append(", \"total_amount\": \"")
        append(truncation.totalAmount.hundredths, decimals: 2)
        append("\"}")
      }
      append("\n}")
    }
    append("}")
  }

  fileprivate mutating func appendRow(_ row: [Cell]) {
    append("[")
    for (index, cell) in row.enumerated() {
      if index > 0 { append(", ") }
      appendValue(cell)
    }
    append("]")
  }

  private mutating func appendValue(_ cell: Cell) {
    switch cell {
    case .blank: append("null")
    case .text(let text): appendString(text)
    case .money(let sum):
      append("\"")
      append(sum.hundredths, decimals: 2)
      append("\"")
    case .rate(let figure), .number(let figure):
      append("\"")
      append(figure.units, decimals: figure.decimals)
      append("\"")
    case .count(let count): append(Int128(count), decimals: 0)
    case .date(let day):
      append("\"")
      append(day)
      append("\"")
    case .flag(let flag): append(flag ? "true" : "false")
    }
  }
}
