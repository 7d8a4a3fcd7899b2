/// The rows of a kind that count: of each key the newest. Adding and merging give the same whatever the order.
package struct LatestStore<Record: VersionedRecord>: ~Copyable {
  private var keys = ByteTable()
  /// The newest record of each key, by the key's number.
  private var keyed = RecordList<Record>()
  /// Every record without a key.
  private var unkeyed = RecordList<Record>()
  /// By file: rows that a newer one of their key replaced.
  package private(set) var superseded: [Int]
  private var repeats = Repeats()

  /// An empty store of a book of so many files.
  package init(files: Int) { superseded = Array(repeating: 0, count: files) }

  /// By file: rows that another one of their own file and day replaced.
  package var repeated: [RepeatedRows] { repeats.byFile(of: superseded.count) }

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
        if isNew { keyed.append(record) } else { settle(index, record) }
      }
    }
    batch.removeAll()
  }

  /// Makes room for the keys of about so many rows.
  package mutating func reserve(_ rows: Int) { keys.reserve(rows) }

  /// Lets go of what only more rows would need.
  package mutating func seal() { keys = ByteTable() }

  /// Of a record and the one that holds its place the newer stays. `group`: what another store knows of its key.
  private mutating func settle(_ index: Int, _ record: Record, _ group: Repeats.Group? = nil) {
    let old = keyed[index]
    let isNewer = old.version < record.version
    repeats.note(old, record, newCounts: isNewer, ofKey: index, group)
    if isNewer { keyed[index] = record }
    superseded[min(old.version, record.version).position.file] += 1
  }

  /// Adds what another store holds of other rows of the same book.
  package mutating func merge(_ other: borrowing LatestStore) {
    for number in 0..<other.keys.count {
      let record = other.keyed[number]
      let (own, isNew) = keys.insert(other.keys.places[number])
      if isNew {
        keyed.append(record)
        repeats[own] = other.repeats[number]
      } else {
        settle(own, record, other.repeats[number])
      }
    }
    for record in other.unkeyed { unkeyed.append(record) }
    for (file, count) in other.superseded.enumerated() { superseded[file] += count }
  }
}
