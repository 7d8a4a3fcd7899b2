internal import Glibc

/// The text of a cell while it comes in. No cell of Excel's has more than 32,767 characters; of what is longer as
/// much is kept as shows that it is.
struct CellText: ~Copyable {
  /// Four bytes for each of 32,768 scalars.
  private static let limit = 4 << 15
  /// Before `_x000D_`, seven bytes, becomes one.
  private static let rawLimit = limit * 8

  private var buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 256, alignment: 16)
  private(set) var count = 0

  deinit { buffer.deallocate() }

  /// The text.
  var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: buffer[..<count]) }

  mutating func removeAll() { count = 0 }

  mutating func append(_ text: UnsafeRawBufferPointer) {
    guard count + text.count <= Self.rawLimit, let source = text.baseAddress else { return }
    if count + text.count > buffer.count { grow(to: count + text.count) }
    guard let start = buffer.baseAddress else { return }
    // In bounds: there is room for `text.count` bytes after `count`.
    (start + count).copyMemory(from: source, byteCount: text.count)
    count += text.count
  }

  mutating func append(_ text: StaticString) {
    append(UnsafeRawBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  private mutating func grow(to wanted: Int) {
    let larger = UnsafeMutableRawBufferPointer.allocate(
      byteCount: max(wanted, buffer.count * 2), alignment: 16)
    larger.copyMemory(from: bytes)
    buffer.deallocate()
    buffer = larger
  }

  /// Removes white space of XML before and after the text.
  mutating func trim(first: Bool = true, last: Bool = true) {
    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }
    if last {
      while count > 0, isSpace(buffer[count - 1]) { count -= 1 }
    }
    guard first, count > 0, isSpace(buffer[0]) else { return }
    var start = 0
    while start < count, isSpace(buffer[start]) { start += 1 }
    buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: buffer[start..<count]))
    count -= start
  }

  /// Puts characters in place of `_xHHHH_`, a UTF-16 unit each, with which a workbook writes those that XML has not
  /// (ECMA-376, part 1, 22.9.2.19). Half a pair stays as it is written.
  mutating func decodeEscapes() {
    if let start = buffer.baseAddress, memchr(start, CInt(UInt8(ascii: "_")), count) != nil {
      var (from, to) = (0, 0)
      while from < count {
        if buffer[from] == UInt8(ascii: "_"), let (scalar, length) = escape(at: from) {
          for byte in String(scalar).utf8 {
            buffer[to] = byte
            to += 1
          }
          from += length
        } else {
          buffer[to] = buffer[from]
          to += 1
          from += 1
        }
      }
      count = to
    }
    guard count > Self.limit else { return }
    count = Self.limit
    // Not in the middle of a character.
    while count > 0, buffer[count] & 0xC0 == 0x80 { count -= 1 }
  }

  /// The character that is written at `index`, and how many bytes it takes.
  private func escape(at index: Int) -> (Unicode.Scalar, length: Int)? {
    guard let unit = unit(at: index) else { return nil }
    if let scalar = Unicode.Scalar(unit) { return (scalar, 7) }
    guard UTF16.isLeadSurrogate(unit), let next = self.unit(at: index + 7), UTF16.isTrailSurrogate(next)
    else {
      return nil
    }
    let value = 0x10000 + (UInt32(unit) - 0xD800) << 10 + (UInt32(next) - 0xDC00)
    return Unicode.Scalar(value).map { ($0, 14) }
  }

  private func unit(at index: Int) -> UInt16? {
    guard index + 7 <= count, buffer[index] == UInt8(ascii: "_"), buffer[index + 1] == UInt8(ascii: "x"),
      buffer[index + 6] == UInt8(ascii: "_")
    else { return nil }
    return UInt16(hexadecimal: buffer[index + 2..<index + 6])
  }
}

extension UInt16 {
  fileprivate init?(hexadecimal digits: Slice<UnsafeMutableRawBufferPointer>) {
    self = 0
    for digit in digits {
      switch digit {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): self = self << 4 | UInt16(digit - UInt8(ascii: "0"))
      case UInt8(ascii: "A")...UInt8(ascii: "F"): self = self << 4 | UInt16(digit - UInt8(ascii: "A") + 10)
      case UInt8(ascii: "a")...UInt8(ascii: "f"): self = self << 4 | UInt16(digit - UInt8(ascii: "a") + 10)
      default: return nil
      }
    }
  }
}
