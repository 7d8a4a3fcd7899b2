package import Book
package import ReviewModel

/// Reads the files of a book side by side: masters first, since every fact refers to them, then everything else.
///
/// Each worker takes a file that nobody has begun, then helps with those that others are still reading. Records go to
/// stores in which order does not matter, so neither the number of workers nor their timing shows in the facts.
package struct BookReader: Sendable {
  let book: String
  let files: BookFiles
  let configuration: Configuration
  let period: ReviewPeriod
  let jobs: Int
  let meter: Meter
  private let table = SymbolTable()
  private let texts = RecordTextStore()

  /// A reader of a book whose files have been found.
  ///
  /// - Parameter jobs: how many workers read, at least one.
  package init(
    book: String, files: BookFiles, configuration: Configuration, period: ReviewPeriod, jobs: Int,
    meter: Meter = Meter()
  ) {
    self.book = book
    self.files = files
    self.configuration = configuration
    self.period = period
    self.jobs = max(1, jobs)
    self.meter = meter
  }

  /// Reads everything.
  ///
  /// - Parameter details: what tables ask for beyond what every run keeps.
  /// - Throws: ``FileErrors`` with all file-level errors of the book; ``ReconciliationError``.
  package func read(_ details: FactDetails) async throws -> BookFacts {
    let places = places
    guard places.count <= Position.mostFiles else {
      throw FileErrors([
        FileError(
          file: book, problem: "the book has \(files.files.count) files",
          remedy: "at most \(Position.mostFiles) can be read at once; join some")
      ])
    }
    meter.begin(files: files.files.count)
    // While the masters are read, the other files are opened and read through once for their encoding; unless there is
    // one worker, who does one thing after the other.
    async let early = jobs > 1 ? opened(places.files, isMaster: false) : nil
    let stores = Stores(files: places.count, period, configuration, details: details, inputs: inputs)
    var making = Making(
      classes: ClassSymbols(table), details: details, period: period, configuration: configuration,
      clock: .utc)
    let noUnit = table.symbol("(none)")
    let nobody = Masters(
      reps: Master(exists: false, records: []), customers: Master(exists: false, records: []),
      products: Master(exists: false, records: []), noUnit: noUnit)
    // Files that cannot be opened stop the run, but not before what is wrong with the others is known too.
    var (open, errors, _) = await opened(places.files, isMaster: true)
    var tallies = await read(open, into: stores, masters: nobody, making, &errors)
    let reps = stores.master(stores.reps, exists: inputs.contains(.reps))
    let customers = stores.master(stores.customers, exists: inputs.contains(.customers))
    let products = stores.master(stores.products, exists: inputs.contains(.products))
    let masters = Masters(
      reps: reps.master, customers: customers.master, products: products.master, noUnit: noUnit)
    let rest =
      if let early = await early { early } else { await opened(places.files, isMaster: false) }
    making.clock = rest.clock
    open = (open + rest.open).sorted { $0.number < $1.number }
    errors += rest.errors
    let others = await read(rest.open, into: stores, masters: masters, making, &errors)
    // Of a file that breaks off nobody knows which members it has.
    let broken = Set(errors.map(\.file))
    errors += open.filter { !broken.contains($0.input.path) }.flatMap(\.missingMembers)
    guard errors.isEmpty else { throw FileErrors(errors) }
    for (number, tally) in others { tallies[number, default: FileTally()].merge(tally) }
    for file in open { try (tallies[file.number] ?? FileTally()).check(against: file) }
    return try await stores.facts(
      masters: masters,
      superseded: MastersSuperseded(
        reps: reps.superseded, customers: customers.superseded, products: products.superseded),
      report: QualityReport(open, tallies), files: files, unread: open.flatMap(\.unread), table: table,
      texts: texts.take(), making: making)
  }

  /// The number of each file in reading order; behind one that may hold visits a number is theirs.
  private var places: (files: [(number: Int, input: InputFile)], count: Int) {
    var count = 0
    let numbered = files.files.map { input in
      defer { count += OpenFile.mayHoldVisits(input) ? 2 : 1 }
      return (count, input)
    }
    return (numbered, count)
  }

  /// The kinds that the book has.
  private var inputs: Set<InputKind> { Set(files.files.map(\.kind)) }

  /// The clock by which times without a zone are read.
  private var clock: ZoneClock {
    guard files.files.contains(where: { KindSchema.of($0.kind).hasTimes }) else { return .utc }
    guard let clock = ZoneClock(identifier: configuration.timeZone) else {
      preconditionFailure("\(configuration.timeZone) was a time zone when review.yaml was read")
    }
    return clock
  }

  // MARK: - Side by side

  /// The masters or the other files, as many as can be opened, what is wrong with those that cannot, and the clock by
  /// which their times are read.
  private func opened(
    _ files: [(number: Int, input: InputFile)], isMaster: Bool
  ) async -> (open: [OpenFile], errors: [FileError], clock: ZoneClock) {
    let inputs = files.filter { InputKind.masters.contains($0.input.kind) == isMaster }
    // Masters have no times, and a time zone takes milliseconds to load.
    let clock = isMaster ? .utc : self.clock
    let outcomes = await withTaskGroup(of: Result<OpenFile, FileErrors>.self) { group in
      var outcomes: [Result<OpenFile, FileErrors>] = []
      var next = inputs.makeIterator()
      func begin() {
        guard let (number, input) = next.next() else { return }
        group.addTask {
          Result { () throws(FileErrors) in
            try OpenFile(input, number: number, book: book, configuration, clock: clock)
          }
        }
      }
      for _ in 0..<jobs { begin() }
      while let outcome = await group.next() {
        outcomes.append(outcome)
        begin()
      }
      return outcomes
    }
    var open: [OpenFile] = []
    var errors: [FileError] = []
    for outcome in outcomes {
      switch outcome {
      case .success(let file): open.append(file)
      case .failure(let failure): errors += failure.errors
      }
    }
    return (open, errors, clock)
  }

  /// Reads files into the stores; the tallies by file number. What is wrong with them joins `errors`.
  private func read(
    _ open: [OpenFile], into stores: Stores, masters: Masters, _ making: Making,
    _ errors: inout [FileError]
  ) async -> [Int: FileTally] {
    let list = WorkList(open)
    let (tallies, problems) = await withTaskGroup(of: ([Int: FileTally], [FileError]).self) { group in
      for _ in 0..<min(jobs, max(1, open.count * 8)) {
        group.addTask {
          var worker = Worker(
            period: period, configuration: configuration, making: making,
            references: References(masters: masters, table: table, texts: texts), meter: meter)
          var tallies: [Int: FileTally] = [:]
          var errors: [FileError] = []
          while let file = list.next() {
            do throws(FileError) {
              tallies[file.number, default: FileTally()].merge(try stores.read(file, by: &worker))
            } catch {
              errors.append(error)
            }
            let (isDone, kindIsDone) = list.end(file)
            if isDone { meter.endFile() }
            if kindIsDone { stores.seal(file.input.kind) }
          }
          for (number, tally) in worker.nestedTallies { tallies[number, default: FileTally()].merge(tally) }
          return (tallies, errors)
        }
      }
      var tallies: [Int: FileTally] = [:]
      var errors: [FileError] = []
      for await (some, problems) in group {
        for (number, tally) in some { tallies[number, default: FileTally()].merge(tally) }
        errors += problems
      }
      return (tallies, errors)
    }
    errors += problems
    return tallies
  }
}

extension InputKind {
  /// What facts refer to.
  static let masters: Set<InputKind> = [.reps, .customers, .products]
}
