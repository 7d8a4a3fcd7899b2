private let quote = UInt8(ascii: "\"")
private let lineFeed = UInt8(ascii: "\n")
private let carriageReturn = UInt8(ascii: "\r")

/// How a delimited file separates its fields.
package enum Dialect {
  /// The delimiters that are looked for, in the order in which ties are settled.
  package static let delimiters: [UInt8] = [",", ";", "\t", "|"].map { UInt8(ascii: $0) }

  /// The delimiter that a file's name settles: tab for `.tsv` and `.tsv.gz`.
  static func delimiter(ofFileNamed name: String) -> UInt8? {
    let lower = name.lowercased()
    return lower.hasSuffix(".tsv") || lower.hasSuffix(".tsv.gz") ? UInt8(ascii: "\t") : nil
  }

  /// Whether a byte can delimit fields at all.
  static func canDelimit(_ byte: UInt8) -> Bool {
    byte != 0 && byte < 0x80 && byte != quote && byte != lineFeed && byte != carriageReturn
  }

  /// The delimiter of the row at the start of `text`: what stands most often outside quotes. nil when the row may
  /// go on after the text.
  static func delimiter(ofRowAt text: UnsafeRawBufferPointer, isFinal: Bool) -> UInt8? {
    var probe = RowProbe(delimiters: delimiters)
    if !probe.read(text, isFinal: isFinal) {
      guard isFinal else { return nil }
      // A quote that never closes hides the rest of the file: count in the first line without regard to quotes.
      let line = text.prefix { $0 != lineFeed && $0 != carriageReturn }
      probe.counts = delimiters.map { delimiter in line.count { $0 == delimiter } }
    }
    var best = 0
    for index in 1..<delimiters.count where probe.counts[index] > probe.counts[best] { best = index }
    return delimiters[best]
  }
}
