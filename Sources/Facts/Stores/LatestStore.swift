/// The rows of a kind that count: of each key the newest. Adding and merging give the same whatever the order.
package struct LatestStore<Record: VersionedRecord>: ~Copyable {
  private var keys = ByteTable()
  /// The newest record of each key, by the key's number.
  private var keyed = RecordList<Record>()
  /// Every record without a key.
  private var unkeyed = RecordList<Record>()
  /// By file: rows that a newer one of their key replaced.
  package private(set) var superseded: [Int]

  /// An empty store of a book of so many files.
  package init(files: Int) { superseded = Array(repeating: 0, count: files) }

  /// The records that count, in no order.
  package var records: RecordList<Record> {
    if unkeyed.isEmpty { return keyed }
    if keyed.isEmpty { return unkeyed }
    var records = keyed
    for record in unkeyed { records.append(record) }
    return records
  }

  /// Adds a batch of one worker.
  package mutating func add(_ batch: inout Batch<Record>) {
    batch.visit { soon, record, key, hash, _ in
      keys.prefetch(hash: soon)
      if key.isEmpty {
        unkeyed.append(record)
      } else {
        let (index, isNew) = keys.insert(key, hash: hash)
        if isNew { keyed.append(record) } else { replace(index, with: record) }
      }
    }
    batch.removeAll()
  }

  /// Lets go of what only more rows would need.
  package mutating func seal() { keys = ByteTable() }

  /// Of a record and the one that holds its place the newer stays.
  private mutating func replace(_ index: Int, with record: Record) {
    let old = keyed[index].version
    if old < record.version { keyed[index] = record }
    superseded[min(old, record.version).position.file] += 1
  }

  /// Adds what another store holds of other rows of the same book.
  package mutating func merge(_ other: borrowing LatestStore) {
    for number in 0..<other.keys.count {
      let record = other.keyed[number]
      let (own, isNew) = other.keys.withBytes(number) { keys.insert($0) }
      if isNew { keyed.append(record) } else { replace(own, with: record) }
    }
    for record in other.unkeyed { unkeyed.append(record) }
    for (file, count) in other.superseded.enumerated() { superseded[file] += count }
  }
}

/// Records of one block with their keys, made by a worker on its own and added to the store in one go.
///
/// The hash of a key is taken here, outside the store's lock. A blank key means that the record counts by itself.
package struct Batch<Record: Sendable>: Sendable {
  private var records: [Record] = []
  private var bytes: [UInt8] = []
  /// Where the key of each record ends, and the texts behind it.
  private var keyEnds: [Int] = []
  private var ends: [Int] = []
  private var hashes: [UInt64] = []

  package init() {}

  /// Adds a record with its key and, behind the key, texts that go with it.
  @inline(__always)
  package mutating func append(
    _ record: Record, key: UnsafeRawBufferPointer,
    texts: (UnsafeRawBufferPointer, UnsafeRawBufferPointer)? = nil
  ) {
    records.append(record)
    bytes.append(contentsOf: key)
    keyEnds.append(bytes.count)
    hashes.append(key.isEmpty ? 0 : ByteHash.of(key))
    if let texts {
      bytes.append(contentsOf: texts.0)
      bytes.append(contentsOf: texts.1)
    }
    ends.append(bytes.count)
  }

  /// Every record with its key, the key's hash, and the texts behind it; before that the hash of a key that will
  /// come soon, so that its place in memory can be asked for.
  @inline(__always)
  package func visit(
    _ body: (
      _ soon: UInt64, Record, _ key: UnsafeRawBufferPointer, _ hash: UInt64, _ texts: UnsafeRawBufferPointer
    ) -> Void
  ) {
    bytes.withUnsafeBytes { bytes in
      var start = 0
      for index in records.indices {
        body(
          hashes[min(index + 8, hashes.count - 1)],
          records[index], UnsafeRawBufferPointer(rebasing: bytes[start..<keyEnds[index]]), hashes[index],
          UnsafeRawBufferPointer(rebasing: bytes[keyEnds[index]..<ends[index]]))
        start = ends[index]
      }
    }
  }

  package mutating func removeAll() {
    records.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
    keyEnds.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    hashes.removeAll(keepingCapacity: true)
  }
}
