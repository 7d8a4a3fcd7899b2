/// Texts as a sheet can hold them.
enum CellText {
  /// The text with what XML cannot hold replaced, and with `_x0041_` protected, which Excel would read as a
  /// character's number. Control characters are libxlsxwriter's affair; NUL would end a C string.
  static func prepared(_ text: String) -> String {
    var text = text
    guard text.withUTF8({ mayNeedCare($0) }) else { return text }
    var result = String.UnicodeScalarView()
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      switch scalar.value {
      case 0, 0xFFFE, 0xFFFF: result.append("\u{FFFD}")
      case 0x5F where isEscape(scalars[index...].prefix(7)):
        result.append(contentsOf: "_x005F_".unicodeScalars)
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// NUL, `_x`, or the first two bytes of U+FFFE and U+FFFF.
  private static func mayNeedCare(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var previous: UInt8 = 1
    for byte in bytes {
      if byte == 0 || (previous == 0x5F && byte == 0x78) || (previous == 0xEF && byte == 0xBF) { return true }
      previous = byte
    }
    return false
  }

  private static func isEscape(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    let scalars = Array(scalars)
    return scalars.count == 7 && scalars[1] == "x" && scalars[6] == "_"
      && scalars[2..<6].allSatisfy { $0.properties.isASCIIHexDigit }
  }

  /// The text's first `limit` UTF-16 units, less one where they would split a pair; nil when it is no longer.
  static func cut(_ text: String, to limit: Int) -> String? {
    guard text.utf8.count > limit, text.utf16.count > limit else { return nil }
    var units = 0
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      units += UTF16.width(scalar)
      if units > limit { break }
      result.append(scalar)
    }
    return String(result)
  }
}
