internal import Foundation

/// Unicode NFKC, in which types are read and names compared.
package enum CompatibilityForm {
  /// Whether every scalar is ASCII or a unified ideograph (U+4E00 – U+9FFF), which NFKC leaves as they are.
  /// False says nothing.
  package static func isCertain(_ bytes: FieldBytes) -> Bool {
    var index = 0
    while index < bytes.count {
      let first = bytes[index]
      if first < 0x80 {
        index += 1
      } else if first &- 0xe4 < 6, index + 2 < bytes.count, first != 0xe4 || bytes[index + 1] >= 0xb8 {
        index += 3
      } else {
        return false
      }
    }
    return true
  }

  /// Calls `body` with the NFKC form, trimmed.
  static func with<Result>(_ bytes: FieldBytes, _ body: (FieldBytes) -> Result) -> Result {
    var text = normalised(bytes.text)
    return text.withUTF8 { body(TextTrim.trim(FieldBytes($0))) }
  }

  /// The NFKC form. The canonical step is repeated because swift-corelibs-foundation leaves the sound marks of
  /// half-width kana uncomposed in its compatibility step.
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
