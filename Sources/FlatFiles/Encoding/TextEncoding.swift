/// How a text file's characters are written in bytes.
package enum TextEncoding: String, Hashable, Sendable, CaseIterable {
  case utf8 = "UTF-8"
  case utf16LE = "UTF-16LE"
  case utf16BE = "UTF-16BE"
  /// GB18030-2022, of which GBK and GB2312 are a part.
  case gb18030 = "GB18030"
  /// Big5 with Hong Kong's supplement, which code page 950 of Windows is a part of.
  case big5 = "Big5"

  /// The name in reports and in review.yaml.
  package var name: String { rawValue }

  /// The encoding of that name, in any case, with or without its hyphens, or of a name under which people know a part
  /// of it.
  package init?(named name: String) {
    switch String(name.uppercased().filter { !"-_ ".contains($0) }) {
    case "UTF8": self = .utf8
    // Without a byte order mark, Windows' "Unicode" is this one.
    case "UTF16LE", "UTF16": self = .utf16LE
    case "UTF16BE": self = .utf16BE
    case "GB18030", "GBK", "GB2312", "CP936": self = .gb18030
    case "BIG5", "BIG5HKSCS", "CP950": self = .big5
    default: return nil
    }
  }
}

/// The bytes at the start of a file that say how its text is written.
struct ByteOrderMark {
  let encoding: TextEncoding
  /// How many bytes it has.
  let length: Int

  /// The mark at the start of `head`, if there is one.
  init?(_ head: some Collection<UInt8>) {
    if head.starts(with: [0xEF, 0xBB, 0xBF]) {
      (encoding, length) = (.utf8, 3)
    } else if head.starts(with: [0xFF, 0xFE]) {
      (encoding, length) = (.utf16LE, 2)
    } else if head.starts(with: [0xFE, 0xFF]) {
      (encoding, length) = (.utf16BE, 2)
    } else {
      return nil
    }
  }
}
