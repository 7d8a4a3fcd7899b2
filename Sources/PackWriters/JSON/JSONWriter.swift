package import ReviewModel

/// `review.json`: every table of a pack for machines (docs/outputs.md, section 2).
///
/// Keys stand in the order of the contract, one row on a line. Tables are put into words piece by piece, some pieces
/// side by side, and written in their order; no more rows are held than the pieces at hand have.
package enum JSONWriter {
  /// Some rows of a table; the first piece has the table's head before them, the last its tail after them.
  private struct Piece {
    static let mostRows = 1 << 10

    let table: Int
    let rows: Range<Int>
    let isLast: Bool
  }

  /// Writes `review.json` to `path`.
  ///
  /// - Parameter jobs: how many pieces are made at once.
  package static func write(
    pack: ReviewPack, catalogue: Catalogue, to path: String, jobs: Int = 1
  ) async throws {
    var file = try BufferedFile(creating: path)
    try file.append { $0.appendHead(of: pack) }
    let pieces = pieces(of: pack.tables)
    try await withThrowingTaskGroup(of: (Int, ByteBuffer).self) { group in
      var next = pieces.enumerated().makeIterator()
      func begin() {
        guard let (index, piece) = next.next() else { return }
        group.addTask { (index, words(for: piece, of: pack, catalogue)) }
      }
      for _ in 0..<max(1, jobs) { begin() }
      var early: [Int: ByteBuffer] = [:]
      var written = 0
      while let (index, buffer) = try await group.next() {
        early[index] = buffer
        while let buffer = early.removeValue(forKey: written) {
          try file.append { $0.append(buffer.bytes) }
          written += 1
        }
        begin()
      }
    }
    try file.append { $0.append(pack.tables.isEmpty ? "]}\n" : "\n]}\n") }
    try file.close()
  }

  private static func pieces(of tables: [Table]) -> [Piece] {
    tables.enumerated().flatMap { number, table in
      let starts = stride(from: 0, to: max(1, table.rows.count), by: Piece.mostRows)
      return starts.map { start in
        let end = min(start + Piece.mostRows, table.rows.count)
        return Piece(table: number, rows: start..<end, isLast: end == table.rows.count)
      }
    }
  }

  private static func words(for piece: Piece, of pack: ReviewPack, _ catalogue: Catalogue) -> ByteBuffer {
    let table = pack.tables[piece.table]
    var buffer = ByteBuffer()
    if piece.rows.lowerBound == 0 {
      buffer.append(piece.table == 0 ? "\n" : ",\n")
      buffer.appendHead(of: table.definition, catalogue)
    }
    for row in piece.rows {
      buffer.append(row == 0 ? "\n" : ",\n")
      buffer.appendRow(table.rows[row])
    }
    if piece.isLast { buffer.appendTail(of: table) }
    return buffer
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
