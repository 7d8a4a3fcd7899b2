package import ReviewModel

/// One table as a CSV file: UTF-8 with BOM, RFC 4180, a header of column ids, formulas neutralised.
///
/// The values are those of `review.json`; totals are left out, so that adding up a column never counts twice.
package enum CSVWriter {
  /// Writes a table to `path`.
  package static func write(table: Table, to path: String) throws {
    var file = try BufferedFile(creating: path)
    try file.append { buffer in
      buffer.append("\u{FEFF}")
      for (index, column) in table.definition.columns.enumerated() {
        if index > 0 { buffer.append(",") }
        buffer.append(column.id.utf8)
      }
      buffer.append("\r\n")
    }
    var words = RowWords()
    try table.rows.forEach(in: table.rows.indices) { _, cells in
      words.removeAll()
      words.makeRoom(for: cells)
      words.put(csv: cells)
      try file.append(words.bytes)
    }
    try file.close()
  }
}

extension RowWords {
  /// A row with its line end; blanks are empty fields.
  fileprivate mutating func put(csv cells: borrowing RowCells) {
    for index in 0..<cells.count {
      if index > 0 { put(UInt8(ascii: ",")) }
      switch cells.content(index) {
      case .blank: break
      case .text(let text): put(csv: text)
      case .decimal(let units, let decimals): put(units: units, decimals: decimals)
      case .count(let count): put(units: Int128(count), decimals: 0)
      case .date(let day): put(day)
      case .flag(let flag): if flag { put("true") } else { put("false") }
      }
    }
    put("\r\n")
  }

  /// A text field. A spreadsheet takes a field that begins with `= + - @`, tab or carriage return for a
  /// formula; an apostrophe before it keeps it a text. Numbers never come this way.
  private mutating func put(csv text: UnsafeRawBufferPointer) {
    let neutralised = text.first.map(startsFormula) ?? false
    let quoted = text.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
    if quoted { put(UInt8(ascii: "\"")) }
    if neutralised { put(UInt8(ascii: "'")) }
    guard quoted else { return put(text) }
    for byte in text {
      if byte == 0x22 { put(byte) }
      put(byte)
    }
    put(UInt8(ascii: "\""))
  }
}

/// Whether a spreadsheet would take a text that begins so for a formula.
private func startsFormula(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D: true
  default: false
  }
}
