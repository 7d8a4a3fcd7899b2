internal import CCodePages

/// GB18030-2022 as in the WHATWG Encoding Standard; GBK and GB2312 are parts of it.
enum GB18030 {
  /// Decodes the character that begins with `bytes`, the first of which is 80 or more.
  @inline(__always)
  static func decode(
    _ bytes: UnsafePointer<UInt8>, _ left: Int, into target: UnsafeMutablePointer<UInt8>
  ) -> TextDecoder.Character {
    let lead = bytes[0]
    guard lead != 0x80, lead != 0xFF else {
      // Code page 936 has the euro sign there; GB18030 has nothing.
      return lead == 0xFF ? .invalid : .init(read: 1, written: TextDecoder.put(0x20AC, at: target))
    }
    guard left > 1 else { return .cutOff }
    let trail = bytes[1]
    if trail >= 0x40 {
      let scalar = gb18030_character(lead, trail)
      guard scalar != 0 else { return .invalid }
      return .init(read: 2, written: TextDecoder.put(UInt32(scalar), at: target))
    }
    return fourBytes(bytes, left, into: target)
  }

  /// 81..FE, 30..39, 81..FE, 30..39, counted through.
  @inline(never)
  private static func fourBytes(
    _ bytes: UnsafePointer<UInt8>, _ left: Int, into target: UnsafeMutablePointer<UInt8>
  ) -> TextDecoder.Character {
    guard 0x30...0x39 ~= bytes[1] else { return .invalid }
    guard left > 2 else { return .cutOff }
    guard 0x81...0xFE ~= bytes[2] else { return .invalid }
    guard left > 3 else { return .cutOff }
    guard 0x30...0x39 ~= bytes[3] else { return .invalid }
    let number =
      ((UInt32(bytes[0] - 0x81) * 10 + UInt32(bytes[1] - 0x30)) * 126 + UInt32(bytes[2] - 0x81)) * 10
      + UInt32(bytes[3] - 0x30)
    switch number {
    // The rest of the basic plane, without surrogates.
    case ..<39_420:
      return .init(read: 4, written: TextDecoder.put(UInt32(gb18030_ranged(number)), at: target))
    case 189_000..<189_000 + 0x10_0000:
      return .init(read: 4, written: TextDecoder.put(0x1_0000 + number - 189_000, at: target))
    default:
      return .invalid
    }
  }
}
