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

  /// So many bytes tell whether a text begins with a line that names its delimiter.
  static let statementLimit = 7

  /// The delimiter that a line `sep=;` at the start of a text names, as Excel writes and reads it, and the bytes of
  /// that line; nil for any other line.
  static func statement(at text: UnsafeRawBufferPointer) -> (delimiter: UInt8, length: Int)? {
    let word = "sep=".utf8
    guard text.count > word.count, zip(text, word).allSatisfy({ $0 == $1 || $0 | 0x20 == $1 }) else {
      return nil
    }
    let delimiter = text[word.count]
    let end = text.dropFirst(word.count + 1).prefix(2)
    guard canDelimit(delimiter), end.isEmpty || end.first == lineFeed || end.first == carriageReturn else {
      return nil
    }
    let isPair = end.elementsEqual([carriageReturn, lineFeed])
    return (delimiter, word.count + 1 + (isPair ? 2 : min(end.count, 1)))
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
