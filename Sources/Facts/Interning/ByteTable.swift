internal import Glibc

/// Distinct byte strings, numbered from 0 in the order in which they came.
///
/// An open-addressing table over one arena of bytes: a string costs its bytes and twelve more, and finding it touches
/// one slot and, when the tag there fits, its bytes. At most 2^32 strings and 4 GiB of bytes.
package struct ByteTable: ~Copyable, @unchecked Sendable {
  // @unchecked: the pointers are owned by this value alone, which cannot be copied; it is reached either by one
  // task or through a lock.
  private var bytes: UnsafeMutableRawPointer
  private var byteCapacity: Int
  /// `ends[i]` is where string `i` ends and string `i + 1` begins.
  private var ends: [UInt32] = []
  /// The number of the string + 1, or 0 for an empty slot.
  private var slots: [UInt32]
  /// Eight bits of the hash of each slot's string: most strings that are not the one are told by them.
  private var tags: [UInt8]
  private var mask: Int
  private let seed: UInt64

  package init(capacity: Int = 256) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    slots = Array(repeating: 0, count: size)
    tags = Array(repeating: 0, count: size)
    mask = size - 1
    byteCapacity = 4096
    bytes = resized(nil, to: byteCapacity)
    seed = ByteHash.seed
  }

  deinit { free(bytes) }

  /// How many strings there are.
  package var count: Int { ends.count }

  /// The bytes of string `index`; valid until the next insertion.
  package func withBytes<R>(_ index: Int, _ body: (UnsafeRawBufferPointer) -> R) -> R {
    body(range(index))
  }

  /// String `index`.
  package func text(_ index: Int) -> String { String(decoding: range(index), as: UTF8.self) }

  /// Whether string `left` stands before string `right` by its bytes.
  package func precedes(_ left: Int, _ right: Int) -> Bool {
    range(left).precedes(range(right))
  }

  private func range(_ index: Int) -> UnsafeRawBufferPointer {
    let start = index == 0 ? 0 : Int(ends[index - 1])
    return UnsafeRawBufferPointer(start: bytes + start, count: Int(ends[index]) - start)
  }

  /// The number of a string; nil where it has not come.
  package func find(_ key: UnsafeRawBufferPointer) -> Int? {
    let slot = slot(of: key, hash: ByteHash.of(key, seed: seed))
    return slots[slot] == 0 ? nil : Int(slots[slot]) - 1
  }

  /// The number of a string, which is added where it has not come before.
  package mutating func insert(_ key: UnsafeRawBufferPointer) -> (index: Int, isNew: Bool) {
    insert(key, hash: ByteHash.of(key, seed: seed))
  }

  /// As `insert(_:)`, with the string's ``ByteHash`` taken beforehand.
  package mutating func insert(_ key: UnsafeRawBufferPointer, hash: UInt64) -> (index: Int, isNew: Bool) {
    let slot = slot(of: key, hash: hash)
    if slots[slot] != 0 { return (Int(slots[slot]) - 1, false) }
    append(key)
    slots[slot] = UInt32(ends.count)
    tags[slot] = Self.tag(hash)
    if ends.count * 4 > slots.count * 3 { grow() }
    return (ends.count - 1, true)
  }

  private static func tag(_ hash: UInt64) -> UInt8 { UInt8(truncatingIfNeeded: hash >> 56) }

  /// The slot that holds a string, or the empty one where it would go.
  @inline(__always)
  private func slot(of key: UnsafeRawBufferPointer, hash: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      if tags[slot] == Self.tag(hash), range(Int(slots[slot]) - 1).equals(key) { break }
      slot = (slot + 1) & mask
    }
    return slot
  }

  private mutating func append(_ key: UnsafeRawBufferPointer) {
    let start = Int(ends.last ?? 0)
    let end = start + key.count
    precondition(end <= Int(UInt32.max), "more than 4 GiB of distinct keys")
    if end > byteCapacity {
      while end > byteCapacity { byteCapacity = byteCapacity * 3 / 2 }
      bytes = resized(bytes, to: byteCapacity)
    }
    if let base = key.baseAddress { memcpy(bytes + start, base, key.count) }
    ends.append(UInt32(end))
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    tags = Array(repeating: 0, count: slots.count)
    mask = slots.count - 1
    for index in 0..<ends.count {
      let hash = ByteHash.of(range(index), seed: seed)
      var slot = Int(truncatingIfNeeded: hash) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = UInt32(index + 1)
      tags[slot] = Self.tag(hash)
    }
  }
}

/// A hash of short byte strings: eight bytes at a time, folded by a 128-bit product (the way of wyhash).
enum ByteHash {
  /// Drawn anew in each process, so that nobody can prepare a file whose keys collide. No output depends on it.
  static let seed = UInt64.random(in: .min ... .max)

  @inline(__always)
  static func of(_ key: UnsafeRawBufferPointer, seed: UInt64 = seed) -> UInt64 {
    // As for any other empty key.
    guard let base = key.baseAddress else { return fold(seed, 0x8EBC_6AF0_9C88_C6E3) }
    var hash = seed ^ UInt64(truncatingIfNeeded: key.count) &* 0x9E37_79B9_7F4A_7C15
    var offset = 0
    // In bounds: each load of eight bytes begins at most eight before the end.
    while offset + 8 <= key.count {
      hash = fold(hash ^ base.loadUnaligned(fromByteOffset: offset, as: UInt64.self), 0xE703_7ED1_A0B4_28DB)
      offset += 8
    }
    let rest = tail(base + offset, key.count - offset)
    return fold(hash ^ rest, 0x8EBC_6AF0_9C88_C6E3)
  }

  /// Up to seven bytes as one number, by loads that overlap: equal numbers of equal counts are equal bytes.
  @inline(__always)
  static func tail(_ start: UnsafeRawPointer, _ count: Int) -> UInt64 {
    if count >= 4 {
      return UInt64(start.loadUnaligned(as: UInt32.self))
        | UInt64(start.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self)) << 32
    }
    if count >= 2 {
      return UInt64(start.loadUnaligned(as: UInt16.self))
        | UInt64(start.loadUnaligned(fromByteOffset: count - 2, as: UInt16.self)) << 16
    }
    return count == 1 ? UInt64(start.load(as: UInt8.self)) : 0
  }

  @inline(__always)
  private static func fold(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = left.multipliedFullWidth(by: right)
    return product.high ^ product.low
  }
}

extension UnsafeRawBufferPointer {
  @inline(__always)
  func equals(_ other: UnsafeRawBufferPointer) -> Bool {
    guard count == other.count else { return false }
    guard let base = baseAddress, let otherBase = other.baseAddress else { return true }
    return memcmp(base, otherBase, count) == 0
  }

  func precedes(_ other: UnsafeRawBufferPointer) -> Bool {
    let shared = Swift.min(count, other.count)
    if shared > 0, let base = baseAddress, let otherBase = other.baseAddress {
      let order = memcmp(base, otherBase, shared)
      if order != 0 { return order < 0 }
    }
    return count < other.count
  }
}
