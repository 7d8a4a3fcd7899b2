/// Lists: text split at `;` `；` `|` `、`, each item trimmed, empty ones dropped (docs/inputs.md, section 4).
package enum TextList {
  /// Calls `body` with each item; the bytes still point into the field.
  @inline(__always)
  package static func forEach(_ bytes: FieldBytes, _ body: (FieldBytes) -> Void) {
    var start = 0
    var index = 0
    while index <= bytes.count {
      let width = separatorWidth(bytes, at: index)
      if width > 0 || index == bytes.count {
        let item = TextTrim.trim(bytes.part(start, index))
        if !item.isEmpty { body(item) }
        start = index + max(width, 1)
        index = start
      } else {
        index += 1
      }
    }
  }

  @inline(__always)
  private static func separatorWidth(_ bytes: FieldBytes, at index: Int) -> Int {
    guard index < bytes.count else { return 0 }
    switch bytes[index] {
    case UInt8(ascii: ";"), UInt8(ascii: "|"): return 1
    case 0xef: return index + 2 < bytes.count && bytes[index + 1] == 0xbc && bytes[index + 2] == 0x9b ? 3 : 0
    case 0xe3: return index + 2 < bytes.count && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x81 ? 3 : 0
    default: return 0
    }
  }
}
