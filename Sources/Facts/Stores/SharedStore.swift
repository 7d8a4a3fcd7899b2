internal import Synchronization

/// The newest record of each key of one kind, shared by all workers, who add whole batches.
final class SharedStore<Record: VersionedRecord>: Sendable {
  private let store: Mutex<LatestStore<Record>>
  private let files: Int

  init(files: Int) {
    self.files = files
    store = Mutex(LatestStore(files: files))
  }

  /// Makes room for what a file may hold.
  func reserve(for file: OpenFile) { store.withLock { $0.reserve(file.leastRows) } }

  func add(_ batch: inout Batch<Record>) {
    store.withLock { $0.add(&batch) }
  }

  /// Says that all rows of the kind have been added: their keys are let go.
  func seal() {
    store.withLock { $0.seal() }
  }

  /// What has been added, and by file how many rows were superseded; the store is empty afterwards.
  func take() -> (records: RecordList<Record>, superseded: [Int], repeated: [RepeatedRows]) {
    store.withLock { store in
      let taken = (store.records, store.superseded, store.repeated)
      store = LatestStore(files: files)
      return taken
    }
  }
}
