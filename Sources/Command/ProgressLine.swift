internal import Foundation
internal import ReviewKit
internal import Synchronization

/// One line of progress on a terminal's standard error; nothing where that is piped.
final class ProgressLine: Sendable {
  private struct State {
    var last = 0.0
    var isShown = false
  }

  private let isOn: Bool
  private let start = ProcessInfo.processInfo.systemUptime
  private let state = Mutex(State())

  init(quiet: Bool) { isOn = !quiet && StandardStream.errors.isTerminal }

  /// Shows how far the run has come, at most ten times a second.
  func show(_ progress: RunProgress) {
    guard isOn else { return }
    let now = ProcessInfo.processInfo.systemUptime
    state.withLock { state in
      guard now - state.last > 0.1 || progress == .computing || progress == .writing else { return }
      state.last = now
      state.isShown = true
      write(text(of: progress, after: now - start))
    }
  }

  /// Takes the line away.
  func end() {
    state.withLock { state in
      if state.isShown { write("") }
      state.isShown = false
    }
  }

  /// Puts a text in the line's place. A terminal that is gone is no reason to end.
  private func write(_ text: String) { try? StandardStream.errors.write("\r\u{1B}[K" + text) }

  private func text(of progress: RunProgress, after seconds: Double) -> String {
    switch progress {
    case .reading(let done, let files, let rows, let bytes):
      let speed = seconds > 0 ? Double(bytes) / 1_000_000 / seconds : 0
      return "reading  \(done)/\(files) files  \(rows) rows  \(Int(speed)) MB/s"
    case .computing: return "computing"
    case .writing: return "writing"
    }
  }
}
