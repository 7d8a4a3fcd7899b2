extension RowFile {
  /// All rows in order, header row included, each with the physical line on which it starts. For a file of which
  /// no block has been taken yet.
  package func forEachRow(_ body: (_ line: Int, _ fields: [String]) throws -> Void) throws {
    if case .row(let names, let line) = header, !names.isEmpty { try body(line, names) }
    var block = RowBlock()
    var nested = RowBlock()
    while try next(into: &block, nested: &nested) {
      try block.withRows { bytes, fields, rows in
        for row in rows {
          let first = Int(row.firstField)
          try body(
            row.line,
            fields[first..<first + Int(row.fieldCount)].map {
              $0.text(in: bytes)
            })
        }
      }
    }
  }
}
