internal import Foundation

/// Unicode NFKC, in which types are read and names compared.
package enum CompatibilityForm {
  /// Whether every scalar is ASCII, a unified ideograph (U+4E00 – U+9FFF) or a mark such as 、 and 《
  /// (U+3001 – U+3029), which NFKC leaves as they are. False says nothing.
  package static func isCertain(_ bytes: FieldBytes) -> Bool {
    var index = 0
    while index < bytes.count {
      let width = unchangedWidth(bytes, at: index)
      if width == 0 { return false }
      index += width
    }
    return true
  }

  @inline(__always)
  private static func unchangedWidth(_ bytes: FieldBytes, at index: Int) -> Int {
    let first = bytes[index]
    if first < 0x80 { return 1 }
    guard first &- 0xe3 < 7, index + 2 < bytes.count else { return 0 }
    if first >= 0xe5 { return 3 }
    let second = bytes[index + 1]
    if first == 0xe4 { return second >= 0xb8 ? 3 : 0 }
    return second == 0x80 && bytes[index + 2] &- 0x81 < 0x29 ? 3 : 0
  }

  /// The ASCII character whose wide form (U+FF01 – U+FF5E, U+3000) stands at `index`.
  private static func narrow(_ bytes: FieldBytes, at index: Int) -> UInt8? {
    guard index + 2 < bytes.count else { return nil }
    switch (bytes[index], bytes[index + 1], bytes[index + 2]) {
    case (0xef, 0xbc, let last) where last >= 0x81: return last - 0x60
    case (0xef, 0xbd, let last) where last <= 0x9e: return last - 0x20
    case (0xe3, 0x80, 0x80): return 0x20
    default: return nil
    }
  }

  /// The NFKC form of what input methods for Chinese write, a hundred times faster than Foundation; nil where
  /// anything else occurs.
  private static func direct(_ bytes: FieldBytes) -> [UInt8]? {
    var form: [UInt8] = []
    form.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let width = unchangedWidth(bytes, at: index)
      if width > 0 {
        form += bytes[index..<index + width]
        index += width
      } else if let byte = narrow(bytes, at: index) {
        form.append(byte)
        index += 3
      } else if bytes.count - index > 2, bytes[index] == 0xef, bytes[index + 1] == 0xbf,
        bytes[index + 2] == 0xa5
      {
        form += "¥".utf8  // for ￥
        index += 3
      } else {
        return nil
      }
    }
    return form
  }

  /// Calls `body` with the NFKC form, trimmed.
  static func with<Result>(_ bytes: FieldBytes, _ body: (FieldBytes) -> Result) -> Result {
    if let form = direct(bytes) { return form.withUnsafeBytes { body(TextTrim.trim($0)) } }
    var text = normalised(bytes.text)
    return text.withUTF8 { body(TextTrim.trim(FieldBytes($0))) }
  }

  /// The NFKC form. The canonical step is repeated because swift-corelibs-foundation leaves the sound marks
  /// of half-width kana uncomposed in its compatibility step.
  package static func normalised(_ text: String) -> String {
    text.precomposedStringWithCompatibilityMapping.precomposedStringWithCanonicalMapping
  }

  /// The bytes after NFKC and trim: what names are compared by (docs/inputs.md, section 3).
  package static func nfkcTrimmed(_ bytes: FieldBytes) -> [UInt8] {
    let text = TextTrim.trim(bytes)
    return isCertain(text) ? Array(text) : with(text) { Array($0) }
  }

  /// The bytes of `text` after NFKC and trim.
  package static func nfkcTrimmed(_ text: String) -> [UInt8] {
    var normal = normalised(text)
    return normal.withUTF8 { Array(TextTrim.trim(FieldBytes($0))) }
  }

  /// The bytes after NFKC, trim and lower case: what words of a closed set are compared by.
  package static func folded(_ text: String) -> [UInt8] { nfkcTrimmed(normalised(text).lowercased()) }
}
