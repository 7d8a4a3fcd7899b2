internal import Book
internal import FlatFiles
internal import Glibc
internal import ReviewModel
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
  func take() -> (records: RecordList<Record>, superseded: [Int]) {
    store.withLock { store in
      let taken = (store.records, store.superseded)
      store = LatestStore(files: files)
      return taken
    }
  }
}

/// One of those who read a book side by side.
struct Worker: ~Copyable {
  let period: ReviewPeriod
  let configuration: Configuration
  let classes: ClassSymbols
  let meter: Meter
  var references: References
  private var block = RowBlock()

  init(
    period: ReviewPeriod, configuration: Configuration, classes: ClassSymbols,
    references: consuming References,
    meter: Meter
  ) {
    self.period = period
    self.configuration = configuration
    self.classes = classes
    self.references = references
    self.meter = meter
  }

  /// Reads what other workers have left of a file into the store of its kind.
  mutating func read<Maker: RecordMaker>(
    _ file: OpenFile, _ type: Maker.Type, into store: SharedStore<Maker.Record>
  ) throws(FileError) -> FileTally {
    let schema = file.recipe.schema
    let maker = Maker(ColumnPlaces(schema: schema, classes: classes))
    let keys = KeyEncoder(configuration.options(of: schema.kind).key ?? schema.key, of: schema)
    let onlyText = keys.onlyText
    let neverFuture = schema.kind == .calendar
    let asOf = period.asOf
    store.reserve(for: file)
    var batch = Batch<Maker.Record>()
    var key = KeyBytes()
    return try rows(of: file) { (values, version, references: inout References) in
      let record = maker.record(values, version, &references)
      if !neverFuture, let day = version.updated.day ?? maker.day(of: record), day > asOf { return false }
      if onlyText >= 0 {
        batch.append(record, key: values.text(onlyText))
      } else {
        keys.encode(values, maker.dimensions(of: record), into: &key)
        batch.append(record, key: key.bytes)
      }
      return true
    } afterBlock: {
      store.add(&batch)
    }
  }

  /// Reads what other workers have left of a lead ledger.
  mutating func readLeads(_ file: OpenFile, into store: SharedLeads) throws(FileError) -> FileTally {
    let schema = file.recipe.schema
    let maker = LeadMaker(ColumnPlaces(schema: schema, classes: classes))
    let keyColumns = configuration.options(of: schema.kind).key ?? schema.key
    let keys = KeyEncoder(keyColumns, of: schema)
    let keyIsID = keyColumns == ["lead_id"]
    let (id, name) = (schema.index(of: "lead_id") ?? 0, schema.index(of: "name") ?? 0)
    store.reserve(for: file)
    var batch = Batch<LeadEntry>()
    var key = KeyBytes()
    return try rows(of: file) { (values, version, references: inout References) in
      let row = maker.record(values, version, &references)
      if keyIsID {
        batch.append(
          LeadEntry(row: row, idLength: 0), key: values.text(id),
          texts: (FieldBytes(start: nil, count: 0), values.text(name)))
      } else {
        keys.encode(values, row.dimensions, into: &key)
        if key.isEmpty { withUnsafeBytes(of: version.position) { key.append($0) } }
        let texts = (values.text(id), values.text(name))
        batch.append(LeadEntry(row: row, idLength: texts.0.count), key: key.bytes, texts: texts)
      }
      return true
    } afterBlock: {
      store.add(&batch)
    }
  }

  /// Decodes rows block by block. `take` says whether a row counts by as-of; rows that do not are future.
  // Inlined, so that what a kind does with a row becomes part of its loop.
  @inline(__always)
  private mutating func rows(
    of file: OpenFile, _ take: (RowValues, Version, inout References) -> Bool, afterBlock: () -> Void
  ) throws(FileError) -> FileTally {
    var decoder = RowDecoder(file.recipe)
    let updated = file.recipe.schema.columns.count - 1
    var tally = FileTally()
    while try file.reader.next(into: &block) {
      block.withRows { bytes, fields, rows in
        tally.rows += rows.count
        decoder.mayHoldNUL = bytes.baseAddress.map { memchr($0, 0, bytes.count) != nil } ?? false
        for row in rows {
          if let failure = decoder.decode(row, bytes, fields) {
            tally.reject(failure, file: file.input.path, line: row.line)
            continue
          }
          let values = decoder.values
          let version = Version(
            updated: values.optionalDay(updated), position: Position(file: file.number, line: row.line))
          if !take(values, version, &references) { tally.future += 1 }
        }
      }
      afterBlock()
      meter.count(rows: block.rowCount, bytes: block.byteCount)
    }
    return tally
  }
}

extension OpenFile {
  /// About how many rows the file has at least: few rows of text are longer than 128 bytes by much. A guess too high
  /// would cost memory, one too low costs time.
  fileprivate var leastRows: Int { size / 128 }
}

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
