internal import Benchmark
internal import Foundation
internal import ReviewKit
internal import Synchronization

/// What is measured: `check` reads everything and writes nothing, `run` makes a pack. All see the same book.
let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = Benchmark.Configuration(
    metrics: [.wallClock, .cpuUser, .instructions, .peakMemoryResident, rowsPerSecond],
    timeUnits: .milliseconds,
    units: [.peakMemoryResident: .mega, .instructions: .mega, rowsPerSecond: .kilo],
    maxDuration: .seconds(5), maxIterations: 20)
  let books = SampleBooks.made()

  for format in BookFormat.allCases {
    Benchmark("check \(format.rawValue)") { benchmark in
      let rows = RowCount()
      let check = Check(options(for: books.folder(format))) { rows.note($0) }
      try await measure(benchmark, rows) { try await check() }
    }
  }
  review(books, "all tables as JSON", [.json])
  review(books, "all tables as a workbook", [.xlsx])
  review(books, "all tables as a deck", [.html])
  review(books, "twelve tables as JSON", [.json], tables: twelveTables)
}

/// What one review meeting looks at: achievement, deals, money.
private let twelveTables: Set<String> = [
  "province-month", "product-month", "rep-month", "s5-ordered", "s5-pending", "new-collection", "s4-bidding",
  "funnel", "conversion", "visit-efficiency", "customer-value", "receivables",
]

/// Rows of all input files, read and reviewed.
private let rowsPerSecond = BenchmarkMetric.custom(
  "Rows of input / s", polarity: .prefersLarger, useScalingFactor: false)

private func review(
  _ books: SampleBooks, _ name: String, _ formats: Set<Run.Format>, tables: Set<String>? = nil
) {
  Benchmark("run \(name)") { benchmark in
    let rows = RowCount()
    var options = options(for: books.folder(.csv))
    options.output = books.output
    options.formats = formats
    options.tables = tables
    let run = Run(options) { rows.note($0) }
    try await measure(benchmark, rows) { try await run() }
  }
}

/// As the program has them: as many workers as there are cores.
private func options(for book: String) -> Run.Options {
  var options = Run.Options(book: book)
  options.period = "2026-10"
  options.jobs = ProcessInfo.processInfo.activeProcessorCount
  return options
}

private let workers = Workers()

private func measure<Result>(
  _ benchmark: Benchmark, _ rows: RowCount, _ body: () async throws -> Result
) async throws {
  let begin = ContinuousClock.now
  let result = try await withTaskExecutorPreference(workers, operation: body)
  let seconds = begin.duration(to: .now) / .seconds(1)
  benchmark.stopMeasurement()
  benchmark.measurement(rowsPerSecond, Int(Double(rows.value) / seconds))
  // The program leaves it to the system to take apart what came of a run.
  withExtendedLifetime(result) {}
}

/// How many rows were read, as the progress of a reading says.
private final class RowCount: Sendable {
  private let most = Mutex(0)

  var value: Int { most.withLock { $0 } }

  func note(_ progress: RunProgress) {
    guard case .reading(_, _, let rows, _) = progress else { return }
    // Workers may tell of it in any order.
    most.withLock { $0 = max($0, rows) }
  }
}
