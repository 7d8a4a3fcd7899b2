/// A character in UTF-16.
enum UTF16Character {
  /// Decodes the character that begins with `bytes`; a surrogate that stands alone is none.
  @inline(__always)
  static func decode(
    _ bytes: UnsafePointer<UInt8>, _ left: Int, into target: UnsafeMutablePointer<UInt8>, isBigEndian: Bool
  ) -> TextDecoder.Character {
    func unit(_ place: Int) -> UInt32 {
      let (low, high) = isBigEndian ? (bytes[place + 1], bytes[place]) : (bytes[place], bytes[place + 1])
      return UInt32(high) << 8 | UInt32(low)
    }
    guard left > 1 else { return .cutOff }
    let first = unit(0)
    guard first & 0xF800 == 0xD800 else { return .init(read: 2, written: TextDecoder.put(first, at: target)) }
    guard first < 0xDC00 else { return .invalid }
    guard left > 3 else { return .cutOff }
    let second = unit(2)
    guard second & 0xFC00 == 0xDC00 else { return .invalid }
    let scalar = 0x1_0000 + (first & 0x3FF) << 10 + second & 0x3FF
    return .init(read: 4, written: TextDecoder.put(scalar, at: target))
  }
}
