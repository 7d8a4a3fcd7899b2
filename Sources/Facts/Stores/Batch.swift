internal import Glibc

/// Records of one block with their keys, made by a worker on its own and added to the store in one go.
///
/// The hash of a key is taken here, outside the store's lock. A blank key means that the record counts by itself.
/// The records stand in memory of the batch's own: an array's bookkeeping, four times a row, was felt.
package struct Batch<Record: Sendable>: ~Copyable {
  /// Where among the bytes the key of a record ends, and the texts behind it.
  private struct Key: BitwiseCopyable {
    var hash: UInt64
    var end: UInt32
    var textsEnd: UInt32
  }

  private var records: UnsafeMutablePointer<Record>
  private var keys: UnsafeMutablePointer<Key>
  private var count = 0
  private var capacity = 256
  private var bytes: UnsafeMutableRawPointer
  private var byteCount = 0
  private var byteCapacity = 1 << 13

  package init() {
    records = .allocate(capacity: capacity)
    keys = .allocate(capacity: capacity)
    bytes = resized(nil, to: byteCapacity)
  }

  deinit {
    records.deinitialize(count: count)
    records.deallocate()
    keys.deallocate()
    free(bytes)
  }

  /// Adds a record with its key and, behind the key, texts that go with it: less than 4 GiB in all, as a block has.
  @inline(__always)
  package mutating func append(
    _ record: Record, key: UnsafeRawBufferPointer,
    texts: (UnsafeRawBufferPointer, UnsafeRawBufferPointer)? = nil
  ) {
    if count == capacity { grow() }
    (records + count).initialize(to: record)
    put(key)
    let end = byteCount
    if let texts {
      put(texts.0)
      put(texts.1)
    }
    keys[count] = Key(
      hash: key.isEmpty ? 0 : ByteHash.of(key), end: UInt32(truncatingIfNeeded: end),
      textsEnd: UInt32(truncatingIfNeeded: byteCount))
    count += 1
  }

  /// Every record with its key, the key's hash, and the texts behind it; before that the hash of a key that will
  /// come soon, so that its place in memory can be asked for.
  @inline(__always)
  package func visit(
    _ body: (
      _ soon: UInt64, Record, _ key: UnsafeRawBufferPointer, _ hash: UInt64,
      _ texts: UnsafeRawBufferPointer
    ) -> Void
  ) {
    var start = 0
    for index in 0..<count {
      let key = keys[index]
      let (end, textsEnd) = (Int(key.end), Int(key.textsEnd))
      body(
        keys[min(index + 8, count - 1)].hash, records[index],
        UnsafeRawBufferPointer(start: bytes + start, count: end - start), key.hash,
        UnsafeRawBufferPointer(start: bytes + end, count: textsEnd - end))
      start = textsEnd
    }
  }

  package mutating func removeAll() {
    records.deinitialize(count: count)
    count = 0
    byteCount = 0
  }

  @inline(__always)
  private mutating func put(_ text: UnsafeRawBufferPointer) {
    guard let base = text.baseAddress else { return }
    if byteCount + text.count > byteCapacity { growBytes(for: text.count) }
    memcpy(bytes + byteCount, base, text.count)
    byteCount += text.count
  }

  @inline(never)
  private mutating func growBytes(for more: Int) {
    while byteCount + more > byteCapacity { byteCapacity *= 2 }
    bytes = resized(bytes, to: byteCapacity)
  }

  @inline(never)
  private mutating func grow() {
    let (old, oldKeys) = (records, keys)
    capacity *= 2
    records = .allocate(capacity: capacity)
    records.moveInitialize(from: old, count: count)
    keys = .allocate(capacity: capacity)
    keys.update(from: oldKeys, count: count)
    old.deallocate()
    oldKeys.deallocate()
  }
}
