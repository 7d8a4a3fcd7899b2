internal import Synchronization

/// How far a reading has come: what a progress line shows.
package struct ReadingProgress: Sendable {
  /// Files of the book.
  package var files = 0
  /// Files read to their end.
  package var filesDone = 0
  package var rows = 0
  /// Decoded bytes.
  package var bytes = 0
}

/// Counts what the workers have read.
package final class Meter: Sendable {
  private let state = Mutex(ReadingProgress())
  private let report: (@Sendable (ReadingProgress) -> Void)?

  /// A meter that tells `report`, where there is one, whenever a block or a file is done.
  package init(_ report: (@Sendable (ReadingProgress) -> Void)? = nil) { self.report = report }

  func begin(files: Int) { change { $0.files += files } }
  func endFile() { change { $0.filesDone += 1 } }
  func count(rows: Int, bytes: Int) {
    change {
      $0.rows += rows
      $0.bytes += bytes
    }
  }

  private func change(_ body: (inout ReadingProgress) -> Void) {
    let progress = state.withLock { state in
      body(&state)
      return state
    }
    report?(progress)
  }
}
