internal import ReviewModel
internal import Synchronization

/// Records of rows that stand within others and share their fate (docs/inputs.md, section 5): the visits in daily
/// reports. They wait until it is known which reports a newer one replaces.
final class NestedRecords<Record: VersionedRecord>: Sendable {
  /// The records of one block, and by record where its outer row stands; nil for those of a rejected row, which count
  /// by themselves.
  struct Waiting: Sendable {
    var records = Batch<Record>()
    var outer: [Position?] = []
  }

  private let waiting = Mutex<[Waiting]>([])

  func add(_ records: Waiting) {
    if !records.outer.isEmpty { waiting.withLock { $0.append(records) } }
  }

  /// Moves the records of outer rows that count to the others of their kind; by file number how many go with a
  /// superseded row.
  func settle(
    outer: RecordList<some VersionedRecord>, files: Int, into store: SharedStore<Record>
  ) -> [Int] {
    var superseded = [Int](repeating: 0, count: files)
    let waiting = waiting.withLock { all in
      defer { all = [] }
      return all
    }
    if waiting.isEmpty { return superseded }
    var standing: Set<Position> = []
    for record in outer { standing.insert(record.version.position) }
    for block in waiting {
      var kept = Batch<Record>()
      var index = 0
      block.records.visit { _, record, key, _, _ in
        if let outer = block.outer[index], !standing.contains(outer) {
          superseded[record.version.position.file] += 1
        } else {
          kept.append(record, key: key)
        }
        index += 1
      }
      store.add(&kept)
    }
    return superseded
  }
}

/// What became of a row, as far as that shows from the row itself.
enum RowFate: UInt8 {
  case counts, future, rejected
}
