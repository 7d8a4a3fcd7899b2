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
        buffer.appendField(column.id)
      }
      buffer.append("\r\n")
    }
    for row in table.rows {
      try file.append { buffer in
        for (index, cell) in row.enumerated() {
          if index > 0 { buffer.append(",") }
          buffer.appendField(cell)
        }
        buffer.append("\r\n")
      }
    }
    try file.close()
  }
}

extension ByteBuffer {
  fileprivate mutating func appendField(_ cell: Cell) {
    switch cell {
    case .blank: break
    case .text(let text): appendField(text)
    case .money(let sum): append(sum.hundredths, decimals: 2)
    case .rate(let figure), .number(let figure): append(figure.units, decimals: figure.decimals)
    case .count(let count): append(Int128(count), decimals: 0)
    case .date(let day): append(day)
    case .flag(let flag): append(flag ? "true" : "false")
    }
  }

  /// A text field. A spreadsheet takes a field that begins with `= + - @`, tab or carriage return for a
  /// formula; an apostrophe before it keeps it a text. Numbers never come this way.
  fileprivate mutating func appendField(_ text: String) {
    var text = text
    text.withUTF8 { utf8 in
      let neutralised = utf8.first.map(startsFormula) ?? false
      let quoted = utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
      if quoted { append("\"") }
      if neutralised { append("'") }
      if quoted {
        for byte in utf8 {
          if byte == 0x22 { append("\"") }
          append(CollectionOfOne(byte))
        }
        append("\"")
      } else {
        append(utf8)
      }
    }
  }
}

/// Whether a spreadsheet would take a text that begins so for a formula.
private func startsFormula(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D: true
  default: false
  }
}
