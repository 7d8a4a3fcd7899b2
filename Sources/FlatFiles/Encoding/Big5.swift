internal import CCodePages

/// Big5 with Hong Kong's supplement of 2008, as in the WHATWG Encoding Standard. What Windows writes as code page 950
/// it reads as Windows does, but for F9FE and for characters that users drew themselves.
enum Big5 {
  /// Decodes the character that begins with `bytes`, the first of which is 80 or more.
  @inline(__always)
  static func decode(
    _ bytes: UnsafePointer<UInt8>, _ left: Int, into target: UnsafeMutablePointer<UInt8>
  ) -> TextDecoder.Character {
    guard 0x87...0xFE ~= bytes[0] else { return .invalid }
    guard left > 1 else { return .cutOff }
    let trail = bytes[1]
    guard 0x40...0x7E ~= trail || 0xA1...0xFE ~= trail else { return .invalid }
    let scalars = big5_character(bytes[0], trail)
    guard scalars != 0 else { return .invalid }
    // Four codes are a letter and the accent above it; no other character is beyond plane 2.
    guard scalars >= 0x300_0000 else { return .init(read: 2, written: TextDecoder.put(scalars, at: target)) }
    let letter = TextDecoder.put(scalars & 0xFFFF, at: target)
    return .init(read: 2, written: letter + TextDecoder.put(scalars >> 16, at: target + letter))
  }
}
