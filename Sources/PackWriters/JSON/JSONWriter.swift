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
    try await withThrowingTaskGroup(of: (Int, RowWords.Taken).self) { group in
      var (begun, written) = (0, 0)
      /// As many at once as there are workers, and twice as many while the next one to write is slow.
      func begin(_ most: Int) {
        while begun < min(pieces.count, written + most) {
          group.addTask { [index = begun] in (index, words(for: pieces[index], of: pack, catalogue)) }
          begun += 1
        }
      }
      begin(max(1, jobs))
      var early: [Int: RowWords.Taken] = [:]
      while let (index, words) = try await group.next() {
        early[index] = words
        while let words = early.removeValue(forKey: written) {
          try file.append(words.bytes)
          written += 1
        }
        begin(2 * max(1, jobs))
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

  private static func words(for piece: Piece, of pack: ReviewPack, _ catalogue: Catalogue) -> RowWords.Taken {
    let table = pack.tables[piece.table]
    // Enough for rows as wide as those of a ledger mostly are.
    var words = RowWords(capacity: 4096 + piece.rows.count * table.definition.columns.count * 16)
    if piece.rows.lowerBound == 0 {
      var head = ByteBuffer()
      head.append(piece.table == 0 ? "\n" : ",\n")
      head.appendHead(of: table.definition, catalogue)
      words.makeRoom(head.bytes.count)
      head.bytes.withUnsafeBytes { words.put($0) }
    }
    table.rows.forEach(in: piece.rows) { row, cells in
      words.makeRoom(for: cells)
      if row > 0 { words.put(UInt8(ascii: ",")) }
      words.put(UInt8(ascii: "\n"))
      words.put(json: cells)
    }
    if piece.isLast {
      var tail = ByteBuffer()
      tail.appendTail(of: table)
      words.makeRoom(tail.bytes.count)
      tail.bytes.withUnsafeBytes { words.put($0) }
    }
    return words.taken()
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
    if let totals = table.totals {
      var cells = RowCells()
      var words = RowWords()
      for cell in totals { cells.put(cell) }
      words.makeRoom(for: cells)
      words.put(json: cells)
      append(words.bytes)
    } else {
      append("null")
    }
    if !table.truncations.isEmpty {
      append(",\n\"truncated\": {")
      for (index, truncation) in table.truncations.enumerated() {
        append(index == 0 ? "\n" : ",\n")
        appendString(truncation.businessUnit)
        append(": {\"shown\": ")
        append(String(truncation.shown).utf8)
        append(", \"total\": ")
        append(String(truncation.total).utf8)
        append(", \"total_amount\": \"")
        append(truncation.totalAmount.description.utf8)
        append("\"}")
      }
      append("\n}")
    }
    append("}")
  }
}

extension RowWords {
  /// A row as an array of JSON: figures in quotes with all their decimals, counts bare (docs/outputs.md, section 2).
  fileprivate mutating func put(json cells: borrowing RowCells) {
    put(UInt8(ascii: "["))
    for index in 0..<cells.count {
      if index > 0 { put(", ") }
      switch cells.content(index) {
      case .blank: put("null")
      case .text(let text): put(json: text)
      case .decimal(let units, let decimals):
        put(UInt8(ascii: "\""))
        put(units: units, decimals: decimals)
        put(UInt8(ascii: "\""))
      case .count(let count): put(units: Int128(count), decimals: 0)
      case .date(let day):
        put(UInt8(ascii: "\""))
        put(day)
        put(UInt8(ascii: "\""))
      case .flag(let flag): if flag { put("true") } else { put("false") }
      }
    }
    put(UInt8(ascii: "]"))
  }

  private mutating func put(json text: UnsafeRawBufferPointer) {
    put(UInt8(ascii: "\""))
    if !putPlain(text) { JSONText.forEachPiece(text) { put($0) } }
    put(UInt8(ascii: "\""))
  }
}
