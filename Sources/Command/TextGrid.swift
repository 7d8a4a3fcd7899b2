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
      case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
        0xFF00...0xFF60,
        0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
        width + 2
      default: width + 1
      }
    }
  }
}
