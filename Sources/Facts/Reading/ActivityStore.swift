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
      let (records, superseded) = cores.take()
      return (records, superseded, RecordList())
    }
    let (details, superseded) = details.take()
    return (
      RecordList(details.lazy.map(\.core)), superseded,
      RecordList(details.lazy.filter { days.contains($0.core.date) })
    )
  }
}
