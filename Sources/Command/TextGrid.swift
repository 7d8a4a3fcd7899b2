internal import ReviewModel

/// Columns of text for a terminal.
enum TextGrid {
  /// A header, a rule and the rows; columns in `right` are set to the right.
  static func lines(header: [String], _ rows: [[String]], right: Set<Int> = []) -> [String] {
    let widths = header.indices.map { column in
      ([header] + rows).map { $0[column].columns }.max() ?? 0
    }
    func line(_ cells: [String]) -> String {
      let padded = cells.indices.map { column in
        let blank = String(repeating: " ", count: widths[column] - cells[column].columns)
        return right.contains(column) ? blank + cells[column] : cells[column] + blank
      }
      let text = padded.joined(separator: "  ")
      return String(text.reversed().drop { $0 == " " }.reversed())
    }
    return [line(header), widths.map { String(repeating: "-", count: $0) }.joined(separator: "  ")]
      + rows.map(line)
  }
}
