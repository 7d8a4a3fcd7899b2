/// The physical lines of a text in any of the encodings, counted up to a byte of it; as slowly as may be for a message.
struct LineCount {
  /// The line on which the next byte stands.
  private(set) var line = 1
  private let encoding: TextEncoding
  /// The first byte of a unit of two, and the unit before.
  private var half: UInt16?
  private var last: UInt16 = 0

  /// At the start of a text.
  init(_ encoding: TextEncoding) { self.encoding = encoding }

  /// Takes the bytes that follow. In the encodings of bytes, no character has a line end as one of its later ones.
  mutating func feed(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      let byte = UInt16(byte)
      switch (encoding, half) {
      case (.utf16LE, let low?): feed(unit: byte << 8 | low)
      case (.utf16BE, let high?): feed(unit: high << 8 | byte)
      case (.utf16LE, nil), (.utf16BE, nil): half = byte
      default: feed(unit: byte)
      }
    }
  }

  private mutating func feed(unit: UInt16) {
    if unit == 0x0D || unit == 0x0A && last != 0x0D { line += 1 }
    last = unit
    half = nil
  }
}
