/// Unicode white space in UTF-8 bytes (property White_Space, Unicode 16).
package enum WhiteSpace {
  /// Whether the bytes `start ..< end` hold nothing but white space. The caller vouches for the range.
  @inline(__always)
  static func fills(_ bytes: UnsafeMutableRawBufferPointer, from start: Int, to end: Int) -> Bool {
    guard start < end else { return true }
    // Nearly every field is settled by its first byte: white space begins with 09-0D, 20, C2, E1, E2 or E3.
    let first = bytes[start]
    if first > 0x20 && first < 0xC2 { return false }
    return fillsSlowly(UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
  }

  /// Whether the text holds nothing but white space.
  @inline(__always)
  static func fills(_ text: UnsafeRawBufferPointer) -> Bool {
    guard let first = text.first else { return true }
    return first > 0x20 && first < 0xC2 ? false : fillsSlowly(text)
  }

  @inline(never)
  private static func fillsSlowly(_ text: UnsafeRawBufferPointer) -> Bool {
    var index = 0
    while index < text.count {
      let width = Self.width(text, at: index, limit: text.count)
      guard width > 0 else { return false }
      index += width
    }
    return true
  }

  /// How many bytes the white space at `index` has; 0 where something else stands there, or nothing before `limit`.
  package static func width(_ text: UnsafeRawBufferPointer, at index: Int, limit: Int) -> Int {
    func byte(_ offset: Int) -> UInt8 { index + offset < limit ? text[index + offset] : 0 }
    switch byte(0) {
    case 0x09...0x0D, 0x20:
      return 1
    case 0xC2:  // U+0085, U+00A0
      return byte(1) == 0x85 || byte(1) == 0xA0 ? 2 : 0
    case 0xE1:  // U+1680
      return byte(1) == 0x9A && byte(2) == 0x80 ? 3 : 0
    case 0xE2:  // U+2000-200A, U+2028, U+2029, U+202F, U+205F
      if byte(1) == 0x80 {
        switch byte(2) {
        case 0x80...0x8A, 0xA8, 0xA9, 0xAF: return 3
        default: return 0
        }
      }
      return byte(1) == 0x81 && byte(2) == 0x9F ? 3 : 0
    case 0xE3:  // U+3000
      return byte(1) == 0x80 && byte(2) == 0x80 ? 3 : 0
    default:
      return 0
    }
  }
}
