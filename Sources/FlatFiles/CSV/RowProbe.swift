private let quote = UInt8(ascii: "\"")
private let lineFeed = UInt8(ascii: "\n")
private let carriageReturn = UInt8(ascii: "\r")

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
