/// Cells and ranges as formulas name them; rows and columns count from 0.
enum Reference {
  /// `A`, …, `Z`, `AA`, …
  static func column(_ index: Int) -> String {
    index < 26
      ? String(UnicodeScalar(UInt8(ascii: "A") + UInt8(index))) : column(index / 26 - 1) + column(index % 26)
  }

  /// `D5`.
  static func cell(_ row: Int, _ column: Int) -> String { "\(self.column(column))\(row + 1)" }

  /// `D4:D20`.
  static func range(_ rows: ClosedRange<Int>, _ column: Int) -> String {
    "\(cell(rows.lowerBound, column)):\(cell(rows.upperBound, column))"
  }

  /// `'Sheet'!$D$4:$D$20`.
  static func absolute(
    _ sheet: String, rows: ClosedRange<Int>, columns: ClosedRange<Int>
  ) -> String {
    let first = "$\(column(columns.lowerBound))$\(rows.lowerBound + 1)"
    let last = "$\(column(columns.upperBound))$\(rows.upperBound + 1)"
    return "\(SheetNames.quoted(sheet))!\(first == last ? first : "\(first):\(last)")"
  }
}
