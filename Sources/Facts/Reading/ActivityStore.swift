internal import ReviewModel

/// The activities of one kind: as every run keeps them or, where tables ask for it, with all that they tell.
struct ActivityStore<Detail: ActivityDetail>: Sendable {
  let keepsDetails: Bool
  let cores: SharedStore<Detail.Core>
  let details: SharedStore<Detail>

  init(files: Int, keepsDetails: Bool) {
    self.keepsDetails = keepsDetails
    cores = SharedStore(files: files)
    details = SharedStore(files: files)
  }

  func seal() {
    cores.seal()
    details.seal()
  }

  /// What has been added; by file how many rows were superseded; and the details of some days. The store is empty
  /// afterwards.
  func take(
    detailsOf days: ClosedRange<Day>
  ) -> (records: RecordList<Detail.Core>, superseded: [Int], details: RecordList<Detail>) {
    guard keepsDetails else {
      let (records, superseded, _) = cores.take()
      return (records, superseded, RecordList())
    }
    let (details, superseded, _) = details.take()
    return (
      RecordList(details.lazy.map(\.core)), superseded,
      RecordList(details.lazy.filter { days.contains($0.core.date) })
    )
  }
}

/// Activities of one kind that stand within rows of another.
struct NestedActivities<Detail: ActivityDetail>: Sendable {
  let cores = NestedRecords<Detail.Core>()
  let details = NestedRecords<Detail>()

  /// Moves those of outer rows that count to the others; by file number how many go with a superseded row.
  func settle(
    outer: RecordList<some VersionedRecord>, files: Int, into store: ActivityStore<Detail>
  ) -> [Int] {
    store.keepsDetails
      ? details.settle(outer: outer, files: files, into: store.details)
      : cores.settle(outer: outer, files: files, into: store.cores)
  }
}
