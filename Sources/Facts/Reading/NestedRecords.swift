internal import ReviewModel
internal import Synchronization

/// Records of rows that stand within others and share their fate (docs/inputs.md, section 5): the visits in daily
/// reports. They wait until it is known which reports a newer one replaces.
final class NestedRecords<Record: VersionedRecord>: Sendable {
  /// The records of one block.
  struct Waiting: Sendable {
    fileprivate var records: [Record] = []
    /// By record where its outer row stands; nil for those of a rejected row, which count by themselves.
    fileprivate var outer: [Position?] = []
    /// The keys one after another, and where each ends.
    fileprivate var keys: [UInt8] = []
    fileprivate var ends: [Int] = []

    mutating func append(_ record: Record, key: UnsafeRawBufferPointer, outer position: Position?) {
      records.append(record)
      outer.append(position)
      keys.append(contentsOf: key)
      ends.append(keys.count)
    }
  }

  private let waiting = Mutex<[Waiting]>([])

  func add(_ records: Waiting) {
    if !records.records.isEmpty { waiting.withLock { $0.append(records) } }
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
    var kept = Batch<Record>()
    for block in waiting {
      block.keys.withUnsafeBytes { keys in
        for (index, record) in block.records.enumerated() {
          if let outer = block.outer[index], !standing.contains(outer) {
            superseded[record.version.position.file] += 1
          } else {
            let start = index == 0 ? 0 : block.ends[index - 1]
            kept.append(record, key: UnsafeRawBufferPointer(rebasing: keys[start..<block.ends[index]]))
          }
        }
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
