/// A file that people take for text because of its name, told by its first bytes.
struct ForeignFormat {
  let problem: String
  let remedy: String

  /// How many bytes tell.
  static let headSize = 16

  /// The format that begins so; nil for what may be text.
  init?(_ head: some Collection<UInt8>) {
    guard let match = Self.known.first(where: { head.starts(with: $0.head) }) else { return nil }
    problem = match.problem
    remedy = match.remedy
  }

  private static let asText = "save it in UTF-8 (in Excel: CSV UTF-8)"
  private static let unpacked = "unpack it, or compress it with gzip and let its name end in .gz"

  private static let known: [(head: [UInt8], problem: String, remedy: String)] = [
    ([0x1F, 0x8B], "is gzip data", "let its name end in .gz"),
    (
      [0x50, 0x4B, 0x03, 0x04], "is a workbook or a zip archive, not text",
      "let the name of a workbook end in .xlsx; unpack an archive"
    ),
    (
      [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1],
      "is an old workbook (.xls), or one with a password, not text",
      "open it in Excel and save it without a password as .xlsx or CSV UTF-8"
    ),
    (Array("%PDF-".utf8), "is a PDF document, not text", "export the table behind it as .xlsx or CSV UTF-8"),
    (Array("SQLite format 3\0".utf8), "is a SQLite database, not text", "export its table as CSV in UTF-8"),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], "is xz data, not text", unpacked),
    ([0x28, 0xB5, 0x2F, 0xFD], "is zstd data, not text", unpacked),
    ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "is a 7z archive, not text", unpacked),
    ([0x52, 0x61, 0x72, 0x21, 0x1A, 0x07], "is a rar archive, not text", unpacked),
    // Before UTF-16LE, whose mark is the first half of this one.
    ([0xFF, 0xFE, 0x00, 0x00], "the text is UTF-32LE", asText),
    ([0x00, 0x00, 0xFE, 0xFF], "the text is UTF-32BE", asText),
  ]
}
