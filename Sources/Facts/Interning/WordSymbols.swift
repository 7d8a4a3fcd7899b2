internal import Book
internal import Glibc

/// The symbols of short words that a worker has met: ids, provinces, products.
///
/// A word stands in its entry of 24 bytes at one of four places, one after the other. So ten thousand customers, and
/// all that is met beside them, fit the cache that a core has for itself. The table grows as words come, up to 65,536
/// places; from there on a new word takes the place of another, and words made to collide cost no more than that.
struct WordSymbols: ~Copyable {
  private struct Entry: BitwiseCopyable {
    var word: ShortWord
    var symbol: UInt32
  }

  private static let ways = 4
  private static let mostBits = 16

  /// As many as `bits` say and three more, so that four can be looked at from each; zeros where no word is.
  private var entries: UnsafeMutablePointer<Entry>
  private var bits = 12
  private var count = 0

  init() { entries = zeroed(1 << bits + Self.ways - 1) }

  deinit { free(entries) }

  /// The symbol of a word; nil where it has not come, or had to go.
  @inline(__always)
  func find(_ word: ShortWord) -> Symbol? {
    // In bounds: the place is below the number of entries, and three lie behind the last. No word equals zeros, for
    // none is of length zero.
    let home = entries + word.scattered(to: bits)
    for way in 0..<Self.ways where home[way].word == word { return Symbol(number: home[way].symbol) }
    return nil
  }

  /// Remembers a word that was not found.
  mutating func learn(_ symbol: Symbol, _ word: ShortWord) {
    if count > 1 << (bits - 1), bits < Self.mostBits { grow() }
    put(Entry(word: word, symbol: symbol.number))
  }

  private mutating func put(_ entry: Entry) {
    let home = entries + entry.word.scattered(to: bits)
    for way in 0..<Self.ways where home[way].word.isNone {
      home[way] = entry
      count += 1
      return
    }
    // Another word of the four goes each time, so that the one that went before is not the next to be missed.
    home[Int(entry.symbol) & (Self.ways - 1)] = entry
  }

  private mutating func grow() {
    let (old, size) = (entries, 1 << bits + Self.ways - 1)
    bits += 1
    count = 0
    entries = zeroed(1 << bits + Self.ways - 1)
    for place in 0..<size where !old[place].word.isNone { put(old[place]) }
    free(old)
  }
}
