internal import Book
internal import Foundation
internal import ReviewModel

/// Looks for what is read as it stands and hardly meant so, when all rows of a book have been read.
struct DoubtFinder {
  /// How many lines of one matter are named.
  static let linesNamed = 5

  private let files: [InputFile]
  private let symbols: Symbols
  /// The symbols that name a total of others.
  private let totals: Set<UInt32>
  /// The rows that have been noted by their ids.
  private let known: Set<Position>
  private var totalLines: [TotalKey: (lines: [Int], rows: Int)] = [:]
  private var repeated: [Doubt] = []

  private struct TotalKey: Hashable {
    var file: Int
    var word: String
  }

  /// - Parameters:
  ///   - files: by the number of their positions.
  ///   - rows: those whose id names a total.
  init(_ files: [InputFile], _ symbols: Symbols, rowsNamedTotal rows: [(name: String, position: Position)]) {
    self.files = files
    self.symbols = symbols
    known = Set(rows.map(\.position))
    totals = Set(
      (1..<UInt32(symbols.count)).filter { number in
        let text = symbols.bytes(Symbol(number: number))
        // A book has hundreds of thousands of names: all but a few are done with here.
        return TotalName.isLikely(text) && TotalName.isOne(String(decoding: text, as: UTF8.self))
      })
    for row in rows { note(row.name, at: row.position) }
  }

  /// Looks at what records name.
  mutating func look<Record: VersionedRecord>(
    at records: some Sequence<Record>, _ named: (Record) -> [Symbol]
  ) {
    guard !totals.isEmpty else { return }
    for record in records {
      guard let word = named(record).first(where: { totals.contains($0.number) }),
        !known.contains(record.version.position)
      else { continue }
      note(symbols.text(word), at: record.version.position)
    }
  }

  /// Looks at what the leads name.
  mutating func look(at ledger: LeadLedger) {
    guard !totals.isEmpty else { return }
    look(at: ledger.standing.lazy.map { ledger.now[$0] }) { $0.dimensions.named }
  }

  private mutating func note(_ word: String, at position: Position) {
    let key = TotalKey(file: position.file, word: word)
    var found = totalLines[key] ?? ([], 0)
    found.rows += 1
    // The first lines, in whatever order they come.
    found.lines = Array((found.lines + [position.line]).sorted().prefix(Self.linesNamed))
    totalLines[key] = found
  }

  /// Takes note of rows that were replaced within their own file.
  mutating func note(_ rows: [RepeatedRows]) {
    for (file, rows) in rows.enumerated() where rows.ofOtherAmount > 0 {
      repeated.append(
        .repeatedKey(
          file: files[file].path, kind: files[file].kind, rows: rows.ofOtherAmount, firstLine: rows.firstLine
        ))
    }
  }

  /// Lead ledgers of which the last file counts for want of days.
  private func undatedSnapshots(_ ledger: LeadLedger) -> Doubt? {
    let ledgers = files.indices.filter { files[$0].kind == .leads && ledger.outcomes[$0].read > 0 }
    let undated = ledgers.filter { ledger.undated[$0] > 0 }
    let isReplaced = undated.contains { ledger.outcomes[$0].superseded > ledger.repeated[$0].all }
    guard ledgers.count > 1, isReplaced else { return nil }
    return .undatedSnapshots(
      files: undated.map { files[$0].path }, areBesideDated: undated.count < ledgers.count)
  }

  /// Targets of other periods only.
  private func targetsElsewhere(_ targets: RecordList<Target>, _ period: ReviewPeriod) -> Doubt? {
    let calendar = period.calendar
    let isAny = targets.contains { $0.period.days(calendar).overlaps(period.span.days) }
    guard !isAny else { return nil }
    let days = targets.map { $0.period.days(calendar) }
    guard let file = targets.map(\.version.position.file).min(), let first = days.map(\.lowerBound).min(),
      let last = days.map(\.upperBound).max()
    else { return nil }
    return .targetsElsewhere(
      file: files[file].path, first: first.month.description, last: last.month.description)
  }

  /// Everything, in the order of matters, then files, then lines.
  func doubts(
    _ ledger: LeadLedger, _ targets: RecordList<Target>, _ quality: [FileQuality], _ period: ReviewPeriod
  ) -> [Doubt] {
    let sums = totalLines.sorted { ($0.key.file, $0.value.lines[0]) < ($1.key.file, $1.value.lines[0]) }.map {
      Doubt.totalRows(
        file: files[$0.key.file].path, word: $0.key.word, lines: $0.value.lines, rows: $0.value.rows)
    }
    let kindsWithRows = Set(quality.filter { $0.counts.rows > 0 }.map(\.kind))
    let blank = quality.filter { !kindsWithRows.contains($0.kind) }
    let blankKinds = InputKind.allCases.filter { kind in blank.contains { $0.kind == kind } }
    return [undatedSnapshots(ledger)].compactMap { $0 } + repeated + sums
      + [targetsElsewhere(targets, period)].compactMap { $0 }
      + (blank.isEmpty ? [] : [.noRows(files: blank.map(\.file), kinds: blankKinds)])
  }
}

extension Dimensions {
  /// What of it people write a total's name into.
  var named: [Symbol] { [businessUnit, province, city, team, rep, product, customer] }
}

extension RowCounts {
  /// The rows of a ledger file that were not rejected.
  fileprivate var read: Int { accepted + superseded + future }
}

extension Period {
  /// First … last day.
  fileprivate func days(_ calendar: FiscalCalendar) -> ClosedRange<Day> {
    switch self {
    case .year(let year): return calendar.days(of: year)
    case .quarter(let year, let quarter):
      let first = calendar.firstMonth(of: year).advanced(by: (quarter - 1) * 3)
      return first.first...first.advanced(by: 2).last
    case .month(let month): return month.days
    case .week(let week): return week.days
    }
  }
}
