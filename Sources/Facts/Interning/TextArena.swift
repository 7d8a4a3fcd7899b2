internal import Glibc

/// Texts one after the other, found by where they begin: for texts that hardly two records share, of which a table
/// would only cost memory. The empty text is number 0; at most 4 GiB in all.
package struct TextArena: ~Copyable, @unchecked Sendable {
  // @unchecked: the pointer is owned by this value alone, which cannot be copied; a store is reached either by one task
  // or through a lock, and what a ledger shares is only read.
  private var bytes: UnsafeMutableRawPointer
  private var count: Int
  private var capacity = 4096

  package init() {
    bytes = resized(nil, to: capacity)
    bytes.storeBytes(of: 0, as: UInt32.self)
    count = 4
  }

  deinit { free(bytes) }

  /// Adds a text. Its number.
  package mutating func append(_ text: UnsafeRawBufferPointer) -> UInt32 {
    guard let base = text.baseAddress, !text.isEmpty else { return 0 }
    let start = count
    let end = start + 4 + text.count
    precondition(end <= Int(UInt32.max), "more than 4 GiB of texts")
    if end > capacity {
      while end > capacity { capacity = capacity * 3 / 2 }
      bytes = resized(bytes, to: capacity)
    }
    (bytes + start).storeBytes(of: UInt32(text.count), as: UInt32.self)
    memcpy(bytes + start + 4, base, text.count)
    count = end
    return UInt32(start)
  }

  /// Where the texts stand; valid until the next is added, and as long as the arena.
  package var places: ArenaPlaces { ArenaPlaces(bytes: bytes) }

  /// A text.
  package func text(_ number: UInt32) -> String { String(decoding: places[number], as: UTF8.self) }
}
