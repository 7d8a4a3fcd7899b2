/// A text of one to sixteen bytes as two numbers and its length: equal for equal texts and for no others, and compared
/// in three instructions where `memcmp` is a call.
public struct ShortWord: Equatable, BitwiseCopyable, Sendable {
  /// How many bytes a word may have.
  @inlinable
  public static var longest: Int { 16 }

  @usableFromInline let low: UInt64
  @usableFromInline let high: UInt64
  @usableFromInline let count: UInt32

  /// The word of a text; nil for one that is empty or too long.
  @inlinable
  @inline(__always)
  public init?(_ text: FieldBytes) {
    guard text.count > 0, text.count <= Self.longest, let base = text.baseAddress else { return nil }
    count = UInt32(truncatingIfNeeded: text.count)
    if text.count >= 8 {
      // Two loads that overlap take in all of it.
      low = base.loadUnaligned(as: UInt64.self)
      high = base.loadUnaligned(fromByteOffset: text.count - 8, as: UInt64.self)
    } else if text.count >= 4 {
      low = UInt64(base.loadUnaligned(as: UInt32.self))
      high = UInt64(base.loadUnaligned(fromByteOffset: text.count - 4, as: UInt32.self))
    } else {
      low = UInt64(text[0]) | UInt64(text[text.count / 2]) << 8
      high = UInt64(text[text.count - 1])
    }
  }

  /// Whether this is no word but memory that is all zeros.
  @inlinable
  public var isNone: Bool { count == 0 }

  /// Not `==` as it is derived: one branch in place of three.
  @inlinable
  @inline(__always)
  public static func == (left: ShortWord, right: ShortWord) -> Bool {
    (left.low ^ right.low) | (left.high ^ right.high) | UInt64(left.count ^ right.count) == 0
  }

  /// The highest `bits` bits of a number that differs between most words.
  @inlinable
  @inline(__always)
  public func scattered(to bits: Int) -> Int {
    let mixed = (low ^ high &* 0xC2B2_AE3D_27D4_EB4F) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed >> UInt64(64 - bits))
  }
}
