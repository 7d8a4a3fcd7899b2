internal import CByteScan

/// Turns the bytes of an encoding into UTF-8.
enum TextDecoder {
  case utf16LE
  case utf16BE
  case gb18030
  case big5

  /// The decoder of an encoding; nil for UTF-8, which needs none.
  init?(_ encoding: TextEncoding) {
    switch encoding {
    case .utf8: return nil
    case .utf16LE: self = .utf16LE
    case .utf16BE: self = .utf16BE
    case .gb18030: self = .gb18030
    case .big5: self = .big5
    }
  }

  /// How far a decoder came before `output` was full, or the rest of `input` no whole character, or invalid.
  struct Step: Equatable {
    /// The bytes of `input` that were whole characters.
    var read: Int
    /// The bytes of `output` that they became.
    var written: Int
    /// Whether no byte that may follow `input` would make what stands after `read` a character.
    var isInvalid = false
  }

  /// One character.
  struct Character {
    /// Its bytes; 0 when they are not all there, below 0 when they are no character.
    var read: Int
    /// Its bytes in UTF-8, at most four.
    var written: Int

    static let cutOff = Character(read: 0, written: 0)
    static let invalid = Character(read: -1, written: 0)
  }

  /// `output` has at least `slack` bytes and is never filled beyond its last `slack` bytes but one character.
  static let slack = 16

  /// Decodes what is whole of `input`, as far as `output` takes it.
  func decode(_ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer) -> Step {
    switch self {
    case .utf16LE:
      Self.decode(input, into: output) { bytes, left, target in
        UTF16Character.decode(bytes, left, into: target, isBigEndian: false)
      }
    case .utf16BE:
      Self.decode(input, into: output) { bytes, left, target in
        UTF16Character.decode(bytes, left, into: target, isBigEndian: true)
      }
    case .gb18030:
      Self.decodeASCII(input, into: output, others: GB18030.decode)
    case .big5:
      Self.decodeASCII(input, into: output, others: Big5.decode)
    }
  }

  private typealias Decoding = (
    _ bytes: UnsafePointer<UInt8>, _ left: Int, _ target: UnsafeMutablePointer<UInt8>
  ) -> Character

  @inline(__always)
  private static func decode(
    _ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer, _ character: Decoding
  ) -> Step {
    guard
      let bytes = input.baseAddress?.assumingMemoryBound(to: UInt8.self),
      let target = output.baseAddress?.assumingMemoryBound(to: UInt8.self)
    else { return Step(read: 0, written: 0) }
    var from = 0
    var to = 0
    while from < input.count, to <= output.count &- slack {
      let next = character(bytes + from, input.count &- from, target + to)
      guard next.read > 0 else { return Step(read: from, written: to, isInvalid: next.read < 0) }
      from &+= next.read
      to &+= next.written
    }
    return Step(read: from, written: to)
  }

  /// Decodes an encoding in which bytes below 80 at the start of a character are ASCII.
  ///
  /// Bounds: 16 bytes are read where as many are left and written where the slack begins at the latest.
  @inline(__always)
  private static func decodeASCII(
    _ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer, others: Decoding
  ) -> Step {
    decode(input, into: output) { bytes, left, target in
      guard bytes[0] < 0x80 else { return others(bytes, left, target) }
      if left >= 16 {
        let count = Int(byte_scan_copy_ascii(target, bytes))
        return Character(read: count, written: count)
      }
      target[0] = bytes[0]
      return Character(read: 1, written: 1)
    }
  }

  /// Writes a scalar in UTF-8 and says how many bytes it has. There is room for four.
  @inline(__always)
  static func put(_ scalar: UInt32, at target: UnsafeMutablePointer<UInt8>) -> Int {
    func tail(_ shift: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: scalar &>> shift) & 0x3F | 0x80 }
    if scalar >= 0x800 && scalar < 0x1_0000 {
      target[0] = UInt8(truncatingIfNeeded: scalar &>> 12) | 0xE0
      target[1] = tail(6)
      target[2] = tail(0)
      return 3
    }
    if scalar < 0x80 {
      target[0] = UInt8(truncatingIfNeeded: scalar)
      return 1
    }
    if scalar < 0x800 {
      target[0] = UInt8(truncatingIfNeeded: scalar &>> 6) | 0xC0
      target[1] = tail(0)
      return 2
    }
    target[0] = UInt8(truncatingIfNeeded: scalar &>> 18) | 0xF0
    target[1] = tail(12)
    target[2] = tail(6)
    target[3] = tail(0)
    return 4
  }
}
