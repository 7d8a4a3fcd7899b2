internal import Book
internal import Glibc

/// A worker's own way to the symbols: a small table of the texts met last, so that the lock is seldom taken.
///
/// Most texts are short words, which have a table of their own. For longer ones 32,768 entries of one cache line each,
/// two for every hash; a text longer than 48 bytes is not remembered.
package struct SymbolCache: ~Copyable {
  private struct Entry {
    var hash: UInt64 = 0
    var symbol: UInt32 = 0
    var count: UInt32 = 0
    // The text, in a form that needs no allocation.
    var text: (UInt64, UInt64, UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0, 0, 0)
  }

  private static let bits = 15
  private static let longest = 48

  private var words = WordSymbols()
  private let entries: UnsafeMutablePointer<Entry>
  private let table: SymbolTable

  package init(_ table: SymbolTable) {
    self.table = table
    entries = zeroed(1 << Self.bits)
  }

  deinit { free(entries) }

  /// The symbol of a text.
  @inline(__always)
  package mutating func symbol(_ bytes: UnsafeRawBufferPointer) -> Symbol {
    if bytes.isEmpty { return .blank }
    guard let word = ShortWord(bytes) else { return symbol(ofLong: bytes) }
    return words.find(word) ?? learn(word, bytes)
  }

  @inline(never)
  private mutating func learn(_ word: ShortWord, _ bytes: UnsafeRawBufferPointer) -> Symbol {
    let symbol = table.symbol(bytes)
    words.learn(symbol, word)
    return symbol
  }

  private func symbol(ofLong bytes: UnsafeRawBufferPointer) -> Symbol {
    guard let base = bytes.baseAddress else { return .blank }
    let hash = ByteHash.of(bytes)
    // In bounds: the slot is masked to the number of entries.
    let slot = Int(truncatingIfNeeded: hash >> 20) & (1 << Self.bits - 1)
    if let known = known(entries + slot, hash, base, bytes.count)
      ?? known(entries + (slot ^ 1), hash, base, bytes.count)
    {
      return known
    }
    return learn(long: bytes, hash, entries + slot)
  }

  @inline(__always)
  private func known(
    _ entry: UnsafeMutablePointer<Entry>, _ hash: UInt64, _ text: UnsafeRawPointer, _ count: Int
  ) -> Symbol? {
    guard entry.pointee.hash == hash, Int(entry.pointee.count) == count,
      Self.equal(UnsafeRawPointer(entry) + 16, text, count)
    else { return nil }
    return Symbol(number: entry.pointee.symbol)
  }

  /// Asks the shared table, and remembers what it says.
  @inline(never)
  private func learn(
    long bytes: UnsafeRawBufferPointer, _ hash: UInt64, _ entry: UnsafeMutablePointer<Entry>
  ) -> Symbol {
    let symbol = table.symbol(bytes)
    if bytes.count <= Self.longest, let base = bytes.baseAddress {
      // The text that stood here moves to the place beside it, over the older of the two.
      (entries + ((entry - entries) ^ 1)).pointee = entry.pointee
      entry.pointee.hash = hash
      entry.pointee.symbol = symbol.number
      entry.pointee.count = UInt32(bytes.count)
      // In bounds: the text begins 16 bytes into the entry, which has 48 more.
      memcpy(UnsafeMutableRawPointer(entry) + 16, base, bytes.count)
    }
    return symbol
  }

  @inline(__always)
  private static func equal(_ left: UnsafeRawPointer, _ right: UnsafeRawPointer, _ count: Int) -> Bool {
    // Longer than a short word.
    var offset = 0
    while offset + 8 <= count {
      if left.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        != right.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      {
        return false
      }
      offset += 8
    }
    return left.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
      == right.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
  }
}
