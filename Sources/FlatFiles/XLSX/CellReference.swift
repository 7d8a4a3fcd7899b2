/// The place of a cell, as `AB12` writes it.
struct CellReference: Hashable, Sendable {
  /// How many rows and columns a sheet has.
  static let rowLimit = 1 << 20
  static let columnLimit = 1 << 14

  /// From 1.
  let row: Int
  /// From 0.
  let column: Int

  /// Nil for what is no place in a sheet.
  @inline(__always)
  init?(_ text: UnsafeRawBufferPointer) {
    var index = 0
    var column = 0
    while index < text.count, case let letter = (text[index] | 0x20) &- UInt8(ascii: "a"), letter < 26 {
      column = column * 26 + Int(letter) + 1
      guard column <= Self.columnLimit else { return nil }
      index += 1
    }
    guard index > 0, let row = Self.row(UnsafeRawBufferPointer(rebasing: text[index...])) else { return nil }
    self.row = row
    self.column = column - 1
  }

  /// The number of a row; nil for what is none.
  @inline(__always)
  static func row(_ text: UnsafeRawBufferPointer) -> Int? {
    guard (1...7).contains(text.count) else { return nil }
    var row = 0
    for byte in text {
      let digit = byte &- UInt8(ascii: "0")
      guard digit <= 9 else { return nil }
      row = row * 10 + Int(digit)
    }
    return (1...rowLimit).contains(row) ? row : nil
  }
}
