internal import Book
internal import FlatFiles
internal import ReviewModel

/// The report on the rows of a book while it is put together.
struct QualityReport {
  /// By number of the file, as positions have it.
  private var lines: [FileQuality]
  private var placedRejects: [PlacedFinding] = []
  private var placedWarnings: [PlacedFinding] = []
  /// By number the files; those within others count as files of their own.
  let files: [InputFile]
  private let nested: Set<Int>
  /// Rows that count and whose id is a word for a total.
  let rowsNamedTotal: [(name: String, position: Position)]

  init(_ open: [OpenFile], _ tallies: [Int: FileTally]) {
    files = open.flatMap { [$0.input] + ($0.nested.map { [$0.input] } ?? []) }
    nested = Set(open.compactMap { $0.nested?.number })
    rowsNamedTotal = tallies.values.flatMap(\.rowsNamedTotal)
    lines = []
    for file in open {
      for input in [file.input] + (file.nested.map { [$0.input] } ?? []) {
        let tally = tallies[lines.count] ?? FileTally()
        placedRejects += tally.rejects
        let counts = RowCounts(rows: tally.rows, future: tally.future, rejected: tally.rejected)
        lines.append(
          FileQuality(
            file: input.path, kind: input.kind, encoding: file.reader.encodingName, counts: counts))
        for warning in tally.warnings { warn(warning.finding, at: warning.position) }
      }
      for finding in file.findings { warn(finding, at: Position(file: file.number, line: 1)) }
      for finding in file.nestedFindings { warn(finding, at: Position(file: lines.count - 1, line: 1)) }
    }
  }

  /// Rejected rows, in the order of file, line, column.
  var rejects: [Finding] { placedRejects.map(\.finding) }
  /// Warnings, in the same order.
  var warnings: [Finding] { placedWarnings.map(\.finding) }

  /// How many files there are, those within others too.
  var fileCount: Int { lines.count }
  /// What became of the rows of each file; of those within others, where there are any.
  var quality: [FileQuality] {
    lines.indices.filter { !nested.contains($0) || lines[$0].counts.rows > 0 }.map { lines[$0] }
  }

  /// Whether daily reports hold visits.
  var holdsNestedVisits: Bool { nested.contains { lines[$0].counts.rows > 0 } }

  /// Counts rows that go with a superseded one, by file.
  mutating func count(superseded: [Int]) {
    for (file, count) in superseded.enumerated() { lines[file].counts.superseded += count }
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
    count(superseded: superseded)
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
    warn(Finding(.unknownReference, at: location, text: symbols.text(symbol)), at: position)
  }

  /// Warns of orders without a cost, where customers are valued by gross profit.
  mutating func warnOfMissingCosts(_ orders: RecordList<Actual>, _ days: ClosedRange<Day>) {
    for order in orders where days.contains(order.date) && order.cost.money == nil {
      let position = order.version.position
      let location = SourceLocation(file: files[position.file].path, line: position.line, column: "cost")
      warn(Finding(.noCost, at: location), at: position)
    }
  }

  private mutating func warn(_ finding: Finding, at position: Position) {
    placedWarnings.append(PlacedFinding(position: position, finding: finding))
    lines[position.file].counts.warnings += 1
  }

  /// Puts findings in the order of file, line, column; checks that no row is lost.
  mutating func close() throws {
    placedRejects.sort(by: PlacedFinding.precedes)
    placedWarnings.sort(by: PlacedFinding.precedes)
    for line in lines where !line.counts.isReconciled {
      throw ReconciliationError.rows(file: line.file, line.counts)
    }
  }
}
