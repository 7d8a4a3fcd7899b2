internal import Book
internal import FlatFiles
internal import Glibc
internal import ReviewModel

/// One of those who read a book side by side.
struct Worker: ~Copyable {
  let period: ReviewPeriod
  let configuration: Configuration
  let making: Making
  let meter: Meter
  var references: References
  private var block = RowBlock()
  private var nested = RowBlock()
  /// What was counted of rows within rows, by the number of their file.
  private(set) var nestedTallies: [Int: FileTally] = [:]

  init(
    period: ReviewPeriod, configuration: Configuration, making: Making,
    references: consuming References,
    meter: Meter
  ) {
    self.period = period
    self.configuration = configuration
    self.making = making
    self.references = references
    self.meter = meter
  }

  /// Reads what other workers have left of a file into the store of its kind, and what stands within its rows by a
  /// reader of its own.
  mutating func read<Maker: RecordMaker>(
    _ file: OpenFile, _ type: Maker.Type, into store: SharedStore<Maker.Record>,
    _ nestedReader: (any NestedReader)? = nil
  ) throws(FileError) -> FileTally {
    let schema = file.recipe.schema
    let maker = Maker(ColumnPlaces(schema: schema, making: making))
    let keys = KeyEncoder(configuration.key(of: schema), of: schema)
    let neverFuture = schema.kind == .calendar
    let asOf = period.asOf
    store.reserve(for: file)
    var batch = Batch<Maker.Record>()
    var key = KeyBytes()
    return try rows(of: file, nestedReader) { (values, version, references: inout References) in
      let record = maker.record(values, version, &references)
      if !neverFuture, let day = version.updated.day ?? maker.day(of: record), day > asOf { return false }
      keys.withKey(of: values, maker.dimensions(of: record), &key) { batch.append(record, key: $0) }
      return true
    } afterBlock: {
      store.add(&batch)
    }
  }

  /// Reads what other workers have left of a lead ledger.
  mutating func readLeads(_ file: OpenFile, into store: SharedLeads) throws(FileError) -> FileTally {
    let schema = file.recipe.schema
    let maker = LeadMaker(ColumnPlaces(schema: schema, making: making))
    let keyColumns = configuration.key(of: schema)
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
    of file: OpenFile, _ nestedReader: (any NestedReader)? = nil,
    _ take: (RowValues, Version, inout References) -> Bool, afterBlock: () -> Void
  ) throws(FileError) -> FileTally {
    var decoder = RowDecoder(file.recipe)
    let updated = file.recipe.schema.updatedColumn
    let id = file.recipe.schema.ownID
    var tally = FileTally()
    var fates: [RowFate] = []
    while try file.reader.next(into: &block, nested: &nested) {
      tally.spans.append(block.span)
      let (marks, blankRows) = (block.marks, block.blankRows)
      block.withRows { bytes, fields, rows in
        tally.rows += rows.count
        decoder.mayHoldNUL = bytes.baseAddress.map { memchr($0, 0, bytes.count) != nil } ?? false
        if nestedReader != nil { fates = [RowFate](repeating: .counts, count: rows.count) }
        var marked = marks[...]
        for (index, row) in rows.enumerated() {
          let position = Position(file: file.number, line: row.line)
          let failure: RowDecoder.Failure?
          if marked.isEmpty {
            failure = decoder.decode(row, bytes, fields)
          } else {
            let own = marked.prefix { $0.field < row.firstField + row.fieldCount }
            marked = marked.dropFirst(own.count)
            failure = decoder.decode(row, bytes, fields, marks: own)
            tally.warn(of: own, in: row, bytes, decoder, file: file.input.path, at: position)
          }
          if let failure {
            tally.reject(failure, file: file.input.path, at: position)
            if nestedReader != nil { fates[index] = .rejected }
            continue
          }
          let values = decoder.values
          let version = Version(updated: values.optionalDay(updated), position: position)
          if !take(values, version, &references) {
            tally.future += 1
            if nestedReader != nil { fates[index] = .future }
          } else if id >= 0, TotalName.mayBe(values.text(id)) {
            tally.noteTotal(values.text(id), at: position)
          }
        }
        for (row, marks) in blankRows {
          let position = Position(file: file.number, line: row.line)
          tally.warn(of: marks[...], in: row, bytes, decoder, file: file.input.path, at: position)
        }
      }
      nestedReader?.read(nested, fates: fates, &references)
      afterBlock()
      meter.count(rows: block.rowCount, bytes: block.byteCount)
    }
    if let nestedReader { nestedTallies[nestedReader.number, default: FileTally()].merge(nestedReader.tally) }
    return tally
  }
}

extension KindSchema {
  /// The place of the text by which rows with an amount are called; -1 where they have none.
  fileprivate var ownID: Int {
    let hasAmount = [.orders, .collections, .receivables, .contracts, .leads].contains(kind)
    return hasAmount ? key.first.flatMap(index) ?? -1 : -1
  }
}
