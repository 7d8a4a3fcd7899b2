internal import Synchronization

/// The leads of a book, shared by all workers, who add whole batches.
final class SharedLeads: Sendable {
  private let store: Mutex<LeadStore>

  init(_ store: consuming LeadStore) { self.store = Mutex(store) }

  /// Makes room for what a file may hold.
  func reserve(for file: OpenFile) { store.withLock { $0.reserve(file.leastRows) } }

  func add(_ batch: inout Batch<LeadEntry>) {
    store.withLock { $0.add(&batch) }
  }

  /// The ledger, when all rows have been added; the store is empty afterwards.
  func finish(stages: StageList, numbersRepeats: Bool, isWhole: Bool) -> LeadLedger {
    let store = store.withLock { store in
      var taken = store.emptied()
      swap(&taken, &store)
      return taken
    }
    return LeadLedger(store, stages: stages, numbersRepeats: numbersRepeats, isWhole: isWhole)
  }
}
