internal import Book
internal import Foundation

/// What people write into the row below the others: 合计, 本月小计, Grand total.
enum TotalName {
  /// Whether the last byte of a text may be that of such a name: nearly every id ends in a digit.
  @inline(__always)
  static func mayBe(_ text: FieldBytes) -> Bool {
    guard let last = text.last else { return false }
    return last &- 0x30 > 9 && isLikely(text)
  }

  /// Whether a text is short and has 计 or 計, or the letters "tal".
  static func isLikely(_ bytes: FieldBytes) -> Bool {
    guard bytes.count >= 5, bytes.count <= 40 else { return false }
    return (0..<bytes.count - 2).contains { place in
      switch (bytes[place], bytes[place + 1], bytes[place + 2]) {
      case (0xE8, 0xAE, 0xA1), (0xE8, 0xA8, 0x88): true
      case (UInt8(ascii: "t"), UInt8(ascii: "a"), UInt8(ascii: "l")),
        (UInt8(ascii: "T"), UInt8(ascii: "A"), UInt8(ascii: "L")):
        true
      default: false
      }
    }
  }

  /// Whether a text is such a name.
  static func isOne(_ text: String) -> Bool {
    let word = text.lowercased().trimmingCharacters(in: CharacterSet(charactersIn: " ：:*_-"))
    // People put spaces between two characters, 合 计, to fill a cell.
    let joined = word.filter { !$0.isWhitespace }
    return ["合计", "合計", "总计", "總計", "小计", "小計"].contains { joined.hasSuffix($0) }
      || word.hasSuffix(" total") || ["total", "totals", "subtotal", "sub-total"].contains(word)
  }
}
