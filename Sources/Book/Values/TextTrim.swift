internal import FlatFiles

/// Trims fields of Unicode white space and finds what no field may hold (docs/inputs.md, sections 4 and 5).
package enum TextTrim {
  /// The most Unicode scalars that a field may have.
  package static let longest = 32_767

  /// What is wrong with a field whatever its type.
  package enum Fault: Hashable, Sendable {
    case tooLong
    case nul
  }

  /// The bytes without White_Space scalars at both ends; they still point into the field.
  @inline(__always)
  package static func trim(_ bytes: FieldBytes) -> FieldBytes {
    guard let first = bytes.first, let last = bytes.last else { return bytes }
    if first &- 0x21 < 0x5f, last &- 0x21 < 0x5f { return bytes }
    // Scalars of three bytes from U+4000 on, all Chinese among them, are no white space.
    if first >= 0xe4 || first &- 0x21 < 0x5f, last >= 0x80 || last &- 0x21 < 0x5f, bytes.count >= 3,
      last < 0x80 || bytes[bytes.count - 3] >= 0xe4
    {
      return bytes
    }
    return trimEnds(bytes)
  }

  private static func trimEnds(_ bytes: FieldBytes) -> FieldBytes {
    var start = 0
    var end = bytes.count
    while start < end {
      let width = WhiteSpace.width(bytes, at: start, limit: end)
      if width == 0 { break }
      start += width
    }
    while start < end {
      let last = bytes[end - 1]
      var width = last < 0x80 ? 1 : last & 0xc0 == 0x80 ? 2 : 0
      if width == 2, end - start > 2, bytes[end - 2] & 0xc0 == 0x80 { width = 3 }
      if width == 0 || width > end - start { break }
      if WhiteSpace.width(bytes, at: end - width, limit: end) != width { break }
      end -= width
    }
    return bytes.part(start, end)
  }

  /// What rejects a field whatever its type; too long comes before NUL. A typed field that was read without
  /// failure and has no more bytes than ``longest`` cannot have a fault and need not be asked about.
  package static func fault(in bytes: FieldBytes) -> Fault? {
    if bytes.count > longest {
      var scalars = 0
      for byte in bytes where byte & 0xc0 != 0x80 { scalars += 1 }
      if scalars > longest { return .tooLong }
    }
    return bytes.contains(0) ? .nul : nil
  }
}
