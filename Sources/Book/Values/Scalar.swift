/// The typed value of one field in a single word: money in hundredths, a number or rate in millionths, a day
/// number, an ``Instant``, a code. Blanks and failures are sentinels that no type's range reaches, so
/// that reading a field neither throws nor allocates.
package struct Scalar: Hashable, Sendable {
  /// The value, or a sentinel.
  package let raw: Int64

  /// A value; it must lie above the sentinels, as every type's range does.
  @inline(__always)
  package init(_ value: Int64) { raw = value }

  /// Nothing is written in the field.
  @inline(__always)
  package static var blank: Scalar { Scalar(.min) }
  /// The field is not of the type: `bad-money`, `bad-date`, … as the column says.
  @inline(__always)
  package static var malformed: Scalar { Scalar(.min + 1) }
  /// The field is of the type, and beyond its range: `out-of-range`.
  @inline(__always)
  package static var outOfRange: Scalar { Scalar(.min + 2) }

  /// Whether nothing is written in the field.
  @inline(__always)
  package var isBlank: Bool { raw == .min }
  /// Whether the row must be rejected.
  @inline(__always)
  package var isFailure: Bool { raw == .min + 1 || raw == .min + 2 }
  /// The value; nil for a blank or a failure.
  @inline(__always)
  package var value: Int64? { raw > .min + 2 ? raw : nil }
}

/// The bytes of one field, its quotes removed: valid UTF-8, and alive for the call that they are passed to.
public typealias FieldBytes = UnsafeRawBufferPointer

extension Scalar {
  /// Reads a field of any type but text, list and enum: trimmed, then after NFKC, then as a word that means
  /// blank. What `read` accepts must be its own NFKC form, so that reading it before NFKC is safe; the costly
  /// normalisation is left to fields that fail and are not in it already.
  @inline(__always)
  static func reading(_ bytes: FieldBytes, _ read: (FieldBytes) -> Scalar) -> Scalar {
    if bytes.isEmpty { return .blank }
    let text = TextTrim.trim(bytes)
    let first = read(text)
    if first != .malformed { return first }
    if meansBlank(text) { return .blank }
    if CompatibilityForm.isCertain(text) { return .malformed }
    return CompatibilityForm.with(text) { normal in
      let again = read(normal)
      return again == .malformed && meansBlank(normal) ? .blank : again
    }
  }

  /// Whether trimmed text is one of the words that mean blank in a typed column, exactly as listed.
  static func meansBlank(_ text: FieldBytes) -> Bool {
    if text.isEmpty { return true }
    guard text.count <= 4 else { return false }
    switch text.packed {
    case Word.dash, Word.doubleDash, Word.emDash, Word.slashed, Word.na, Word.null, Word.capitalNull,
      Word.none, Word.noneTraditional:
      return true
    default: return false
    }
  }

  private enum Word {
    static let dash = packed("-")
    static let doubleDash = packed("--")
    static let emDash = packed("—")
    static let slashed = packed("N/A")
    static let na = packed("NA")
    static let null = packed("null")
    static let capitalNull = packed("NULL")
    static let none = packed("无")
    static let noneTraditional = packed("無")
  }
}

/// Up to eight bytes of a literal as one little-endian number, to compare with ``FieldBytes/packed``.
func packed(_ literal: StaticString) -> UInt64 {
  FieldBytes(start: literal.utf8Start, count: literal.utf8CodeUnitCount).packed
}

extension FieldBytes {
  /// The first eight bytes at most, as one little-endian number.
  @inline(__always)
  var packed: UInt64 {
    var word: UInt64 = 0
    for index in 0..<Swift.min(count, 8) { word |= UInt64(self[index]) << UInt64(index * 8) }
    return word
  }

  /// The bytes from `start` up to `end`, which lie within these.
  @inline(__always)
  func part(_ start: Int, _ end: Int) -> FieldBytes { FieldBytes(rebasing: self[start..<end]) }

  /// The bytes as text.
  var text: String { String(decoding: self, as: UTF8.self) }
}
