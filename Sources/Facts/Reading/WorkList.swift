internal import Book
internal import ReviewModel
internal import Synchronization

/// The files still to be read: first those that nobody has begun, a kind each and the largest first; then those that
/// are being read, for whoever is free to help.
///
/// A book may have tens of thousands of files: what a worker asks for takes time by kinds and workers, not by files.
final class WorkList: Sendable {
  /// What is left of one kind.
  private struct Remaining {
    /// The files that nobody has begun, the largest last.
    var waiting: [OpenFile]
    /// How many files have not been read to their end.
    var unfinished: Int
    /// How many workers are at files of the kind.
    var workers = 0
  }

  private struct State {
    var kinds: [InputKind: Remaining]
    /// The files that are being read, in the order in which they were begun: no more than there are workers.
    var begun: [OpenFile] = []

    /// The kind of the largest file that nobody has begun, of those kinds that nobody is at if `idle`.
    func kindOfLargest(idle: Bool) -> InputKind? {
      var largest: (kind: InputKind, size: Int)?
      for kind in InputKind.allCases {
        guard let remaining = kinds[kind], let file = remaining.waiting.last,
          !idle || remaining.workers == 0, file.size > largest?.size ?? -1
        else { continue }
        largest = (kind, file.size)
      }
      return largest?.kind
    }
  }

  private let state: Mutex<State>

  init(_ files: [OpenFile]) {
    let kinds = Dictionary(grouping: files) { $0.input.kind }.mapValues { files in
      Remaining(waiting: files.sorted { $0.size < $1.size }, unfinished: files.count)
    }
    state = Mutex(State(kinds: kinds))
  }

  /// The file that a worker is to read next; nil where there is none left.
  func next() -> OpenFile? {
    state.withLock { state in
      // Of a kind that nobody is at, if there is one: two workers at one store wait for each other.
      let kind = state.kindOfLargest(idle: true) ?? state.kindOfLargest(idle: false)
      if let kind, let file = state.kinds[kind]?.waiting.popLast() {
        state.begun.append(file)
        state.kinds[kind]?.workers += 1
        return file
      }
      guard let shared = state.begun.first else { return nil }
      state.kinds[shared.input.kind]?.workers += 1
      return shared
    }
  }

  /// Takes a file that has been read to its end off the list: whether it still stood there, and whether nobody is at a
  /// file of its kind any more nor will be.
  func end(_ file: OpenFile) -> (isDone: Bool, kindIsDone: Bool) {
    state.withLock { state in
      let kind = file.input.kind
      let index = state.begun.firstIndex { $0.number == file.number }
      if let index {
        state.begun.remove(at: index)
        state.kinds[kind]?.unfinished -= 1
      }
      state.kinds[kind]?.workers -= 1
      let isLast = state.kinds[kind].map { $0.workers == 0 && $0.unfinished == 0 } ?? false
      return (index != nil, isLast)
    }
  }
}
