internal import CByteScan
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
  private var ends: UnsafeMutablePointer<UInt32>
  private var endCapacity = 64
  /// How many strings there are.
  package private(set) var count = 0
  /// Five bytes a slot: the number of the string + 1, or 0 for an empty one, and eight bits of the string's hash, by
  /// which most strings that are not the one are told. Three bytes lie behind the last, so that each is one load of
  /// eight.
  private var slots: UnsafeMutableRawPointer
  private var mask: Int
  private let seed: UInt64

  package init(capacity: Int = 256) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    slots = Self.emptySlots(size)
    mask = size - 1
    byteCapacity = 4096
    bytes = resized(nil, to: byteCapacity)
    ends = Self.ends(nil, endCapacity)
    seed = ByteHash.seed
  }

  deinit {
    free(bytes)
    free(ends)
    free(slots)
  }

  private static func ends(
    _ known: UnsafeMutablePointer<UInt32>?, _ count: Int
  ) -> UnsafeMutablePointer<UInt32> {
    resized(known, to: count * MemoryLayout<UInt32>.stride).bindMemory(to: UInt32.self, capacity: count)
  }

  private static func emptySlots(_ count: Int) -> UnsafeMutableRawPointer {
    // Zero pages cost nothing until they are written.
    guard let slots = calloc(count * 5 + 3, 1) else { preconditionFailure("out of memory for \(count) keys") }
    return slots
  }

  /// Where the strings stand; valid until the next insertion, and as long as the table.
  package var places: TextPlaces { TextPlaces(bytes: bytes, ends: ends) }

  /// String `index`.
  package func text(_ index: Int) -> String { String(decoding: places[index], as: UTF8.self) }

  /// Whether string `left` stands before string `right` by its bytes.
  package func precedes(_ left: Int, _ right: Int) -> Bool { places[left].precedes(places[right]) }

  /// The number of a string; nil where it has not come.
  package func find(_ key: UnsafeRawBufferPointer) -> Int? {
    let hash = ByteHash.of(key, seed: seed)
    let number = load(slot(of: key, hash: hash)) & 0xFFFF_FFFF
    return number == 0 ? nil : Int(number) - 1
  }

  /// The number of a string, which is added where it has not come before.
  package mutating func insert(_ key: UnsafeRawBufferPointer) -> (index: Int, isNew: Bool) {
    insert(key, hash: ByteHash.of(key, seed: seed))
  }

  /// As `insert(_:)`, with the string's ``ByteHash`` taken beforehand.
  package mutating func insert(_ key: UnsafeRawBufferPointer, hash: UInt64) -> (index: Int, isNew: Bool) {
    let slot = slot(of: key, hash: hash)
    let number = load(slot) & 0xFFFF_FFFF
    if number != 0 { return (Int(number) - 1, false) }
    append(key)
    store(count, hash, slot)
    if count * 4 > (mask + 1) * 3 { resize(to: (mask + 1) * 2) }
    return (count - 1, true)
  }

  /// Has the memory fetched that a string of this hash will ask for: for whoever knows the next strings.
  @inline(__always)
  func prefetch(hash: UInt64) {
    byte_scan_prefetch(slots + (Int(truncatingIfNeeded: hash) & mask) * 5)
  }

  /// A slot's five bytes.
  @inline(__always)
  private func load(_ slot: Int) -> UInt64 {
    // In bounds: three bytes lie behind the last slot.
    (slots + slot * 5).loadUnaligned(as: UInt64.self) & 0xFF_FFFF_FFFF
  }

  @inline(__always)
  private func store(_ number: Int, _ hash: UInt64, _ slot: Int) {
    (slots + slot * 5).storeBytes(of: UInt32(number), as: UInt32.self)
    (slots + slot * 5 + 4).storeBytes(of: UInt8(truncatingIfNeeded: hash >> 56), as: UInt8.self)
  }

  /// The slot that holds a string, or the empty one where it would go.
  @inline(__always)
  private func slot(of key: UnsafeRawBufferPointer, hash: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: hash) & mask
    while true {
      let entry = load(slot)
      let number = Int(entry & 0xFFFF_FFFF)
      if number == 0 || (entry >> 32 == hash >> 56 && places[number - 1].equals(key)) { return slot }
      slot = (slot + 1) & mask
    }
  }

  private mutating func append(_ key: UnsafeRawBufferPointer) {
    let start = count == 0 ? 0 : Int(ends[count - 1])
    let end = start + key.count
    precondition(end <= Int(UInt32.max), "more than 4 GiB of distinct keys")
    if end > byteCapacity {
      while end > byteCapacity { byteCapacity = byteCapacity * 3 / 2 }
      bytes = resized(bytes, to: byteCapacity)
    }
    if let base = key.baseAddress { memcpy(bytes + start, base, key.count) }
    if count == endCapacity { reserveEnds(count * 2) }
    ends[count] = UInt32(end)
    count += 1
  }

  private mutating func reserveEnds(_ count: Int) {
    guard count > endCapacity else { return }
    endCapacity = count
    ends = Self.ends(ends, count)
  }

  /// Makes room for so many strings in all, so that the slots need not grow one time after the other: each time every
  /// string is hashed anew.
  package mutating func reserve(_ count: Int) {
    guard count * 4 > (mask + 1) * 3 else { return }
    var size = (mask + 1) * 2
    while count * 4 > size * 3 { size *= 2 }
    reserveEnds(count)
    resize(to: size)
  }

  private mutating func resize(to size: Int) {
    free(slots)
    slots = Self.emptySlots(size)
    mask = size - 1
    for index in 0..<count {
      let hash = ByteHash.of(places[index], seed: seed)
      var slot = Int(truncatingIfNeeded: hash) & mask
      while load(slot) & 0xFFFF_FFFF != 0 { slot = (slot + 1) & mask }
      store(index + 1, hash, slot)
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
