internal import Synchronization

/// Visits that stand in daily reports: they share the fate of their report (docs/inputs.md, section 5), so they wait
/// until it is known which reports a newer one replaces.
final class NestedVisits: Sendable {
  /// Visits of one block, and by visit where its report stands; nil for the visits of a rejected report, which count
  /// by themselves.
  struct Waiting: Sendable {
    var visits = Batch<Visit>()
    var reports: [Position?] = []
  }

  private let waiting = Mutex<[Waiting]>([])

  func add(_ visits: Waiting) {
    if !visits.reports.isEmpty { waiting.withLock { $0.append(visits) } }
  }

  /// Moves the visits of reports that count to the others; by file number how many go with a superseded report.
  func settle(reports: RecordList<DailyReport>, files: Int, into store: SharedStore<Visit>) -> [Int] {
    var superseded = [Int](repeating: 0, count: files)
    let waiting = waiting.withLock { all in
      defer { all = [] }
      return all
    }
    if waiting.isEmpty { return superseded }
    var standing: Set<Position> = []
    for report in reports { standing.insert(report.version.position) }
    for block in waiting {
      var kept = Batch<Visit>()
      var index = 0
      block.visits.visit { _, visit, key, _, _ in
        if let report = block.reports[index], !standing.contains(report) {
          superseded[visit.version.position.file] += 1
        } else {
          kept.append(visit, key: key)
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
