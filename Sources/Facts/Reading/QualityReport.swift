internal import Book
internal import FlatFiles
internal import ReviewModel

/// The report on the rows of a book while it is put together.
struct QualityReport {
  private(set) var lines: [FileQuality]
  private(set) var rejects: [Finding] = []
  private(set) var warnings: [Finding] = []
  private let files: [InputFile]

  init(_ open: [OpenFile], _ tallies: [Int: FileTally]) {
    files = open.map(\.input)
    lines = open.map { file in
      let tally = tallies[file.number] ?? FileTally()
      let counts = RowCounts(rows: tally.rows, future: tally.future, rejected: tally.rejected)
      return FileQuality(
        file: file.input.path, kind: file.input.kind, encoding: file.reader.encodingName, counts: counts)
    }
    for file in open {
      rejects += (tallies[file.number] ?? FileTally()).findings
      for finding in file.findings { warn(finding, file: file.number) }
    }
  }

  /// Counts the records of a kind and warns of what they name and no master knows.
  mutating func count<Record: VersionedRecord>(
    _ records: some Sequence<Record>, superseded: [Int], _ masters: Masters?, _ symbols: Symbols,
    dimensions: (Record) -> Dimensions
  ) {
    var accepted = [Int](repeating: 0, count: lines.count)
    for record in records { accepted[record.version.position.file] += 1 }
    if let masters {
      for record in records {
        warnOfUnknown(dimensions(record), at: record.version.position, masters, symbols)
      }
    }
    for (file, count) in accepted.enumerated() { lines[file].counts.accepted += count }
    for (file, count) in superseded.enumerated() { lines[file].counts.superseded += count }
  }

  /// Counts the leads.
  mutating func count(_ ledger: LeadLedger, _ masters: Masters, _ symbols: Symbols) {
    for (file, outcome) in ledger.outcomes.enumerated() {
      lines[file].counts.accepted += outcome.accepted
      lines[file].counts.superseded += outcome.superseded
      lines[file].counts.future += outcome.future
      lines[file].counts.rewound += outcome.rewound
    }
    for lead in ledger.standing {
      warnOfUnknown(ledger.now[lead].dimensions, at: ledger.now[lead].version.position, masters, symbols)
    }
  }

  private mutating func warnOfUnknown(
    _ fact: Dimensions, at position: Position, _ masters: Masters, _ symbols: Symbols
  ) {
    if masters.reps.isUnknown(fact.rep) { warn("rep_id", fact.rep, at: position, symbols) }
    if masters.customers.isUnknown(fact.customer) {
      warn("customer_id", fact.customer, at: position, symbols)
    }
    if masters.products.isUnknown(fact.product) { warn("product", fact.product, at: position, symbols) }
  }

  private mutating func warn(_ column: String, _ symbol: Symbol, at position: Position, _ symbols: Symbols) {
    let location = SourceLocation(file: files[position.file].path, line: position.line, column: column)
    warn(Finding(.unknownReference, at: location, text: symbols.text(symbol)), file: position.file)
  }

  /// Warns of orders without a cost, where customers are valued by gross profit.
  mutating func warnOfMissingCosts(_ orders: RecordList<Actual>, _ days: ClosedRange<Day>) {
    for order in orders where days.contains(order.date) && order.cost.money == nil {
      let position = order.version.position
      let location = SourceLocation(file: files[position.file].path, line: position.line, column: "cost")
      warn(Finding(.noCost, at: location), file: position.file)
    }
  }

  private mutating func warn(_ finding: Finding, file: Int) {
    warnings.append(finding)
    lines[file].counts.warnings += 1
  }

  /// Puts findings in the order of file, line, column; checks that no row is lost.
  mutating func close() throws {
    rejects.sort(by: Finding.precedes)
    warnings.sort(by: Finding.precedes)
    for line in lines where !line.counts.isReconciled {
      throw ReconciliationError(file: line.file, counts: line.counts)
    }
  }
}

extension Finding {
  /// By file, line, column; a blank column last. What is equal in all three is settled by code and text.
  fileprivate static func precedes(_ left: Finding, _ right: Finding) -> Bool {
    if left.location.file != right.location.file {
      return left.location.file.utf8.lexicographicallyPrecedes(right.location.file.utf8)
    }
    if left.location.line != right.location.line { return left.location.line < right.location.line }
    switch (left.location.column, right.location.column) {
    case (let first?, let second?) where first != second: return first < second
    case (_?, nil): return true
    case (nil, _?): return false
    default: break
    }
    if left.code != right.code { return left.code.rawValue < right.code.rawValue }
    return (left.text ?? "").utf8.lexicographicallyPrecedes((right.text ?? "").utf8)
  }
}
