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

/// One row read byte by byte, where speed does not matter: the header row, and the row that holds an error.
struct RowProbe {
  /// Any of these delimits fields.
  let delimiters: [UInt8]
  /// How often each delimiter stands outside quotes.
  var counts: [Int]
  /// The bytes of the row, its end included.
  private(set) var length = 0
  /// Where the quote opens that has not been closed.
  private(set) var openQuote: Int?

  init(delimiters: [UInt8]) {
    self.delimiters = delimiters
    counts = delimiters.map { _ in 0 }
  }

  /// Reads the row at the start of `text`; false when it does not end there.
  mutating func read(_ text: UnsafeRawBufferPointer, isFinal: Bool) -> Bool {
    var opens = true
    var index = 0
    while index < text.count {
      let byte = text[index]
      index += 1
      if openQuote != nil {
        guard byte == quote else { continue }
        if index < text.count, text[index] == quote {
          index += 1
        } else {
          openQuote = nil
        }
      } else if byte == quote && opens {
        openQuote = index - 1
        opens = false
      } else if byte == lineFeed || byte == carriageReturn {
        // A line feed may yet come after a last carriage return.
        guard byte == lineFeed || index < text.count || isFinal else { return false }
        let isPair = byte == carriageReturn && index < text.count && text[index] == lineFeed
        length = isPair ? index + 1 : index
        return true
      } else if let place = delimiters.firstIndex(of: byte) {
        counts[place] += 1
        opens = true
      } else {
        opens = false
      }
    }
    length = text.count
    return isFinal && openQuote == nil
  }

  /// The physical line ends in `text`.
  static func lineEnds(in text: UnsafeRawBufferPointer) -> Int {
    var lines = 0
    for (index, byte) in text.enumerated() {
      let isPair = byte == carriageReturn && index + 1 < text.count && text[index + 1] == lineFeed
      if byte == lineFeed || byte == carriageReturn && !isPair { lines += 1 }
    }
    return lines
  }
}
