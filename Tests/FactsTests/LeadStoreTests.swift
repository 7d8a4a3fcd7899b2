import Facts
import ReviewModel
import TestSupport
import Testing

/// The states of leads, held to a plain reading of docs/inputs.md, section 6, on random rows.
struct LeadStoreTests {
  private struct Row {
    let id: String
    let row: LeadRow
  }

  private static let files = 4
  private let asOf: Day
  private let previous: Day
  private let period: ReviewPeriod

  init() throws {
    period = try #require(ReviewPeriod.span("2026-10").flatMap { ReviewPeriod($0) })
    (asOf, previous) = (period.asOf, period.previousReviewDay)
  }

  @Test(
    "rows in any order, in any number of stores, give the states, history and counts of the rules",
    arguments: 1...60)
  func splits(seed: Int) {
    var dice = Dice(seed: UInt64(seed))
    var rows = rows(&dice)
    let expected = expected(rows)

    var whole = store()
    rows.shuffle(using: &dice)
    while !rows.isEmpty {
      var part = store()
      for _ in 0..<1 + dice.below(3) {
        let count = min(rows.count, dice.below(30))
        add(Array(rows.prefix(count)), to: &part)
        rows.removeFirst(count)
      }
      if dice.once(in: 2) {
        whole.merge(part)
      } else {
        part.merge(whole)
        whole = part
      }
    }
    let ledger = LeadLedger(whole, stages: StageList(Stage.standard), numbersRepeats: false, isWhole: true)
    #expect(shown(ledger) == expected)
  }

  // MARK: - By the rules

  private func expected(_ rows: [Row]) -> [String] {
    var outcomes = [RowCounts](repeating: RowCounts(), count: Self.files)
    var lines: [String] = []
    let wholeLedger = wholeLedger(rows)
    for (id, group) in Dictionary(grouping: rows, by: \.id) {
      let ordered = group.map(\.row).sorted { versionOrder($0) < versionOrder($1) }
      for row in ordered {
        if isDue(row, asOf) { outcomes[file(row)].superseded += 1 } else { outcomes[file(row)].future += 1 }
      }
      guard let now = state(ordered, asOf) else { continue }
      let standsByLastModified = !isDue(now, asOf)
      if standsByLastModified { outcomes[file(now)].future -= 1 } else { outcomes[file(now)].superseded -= 1 }
      outcomes[file(now)].accepted += 1
      let before = state(ordered, previous)
      let history = standsByLastModified ? [now] : ordered.filter { isDue($0, asOf) }
      let isLive = now.stage <= 4
      let isVanished =
        isLive && !standsByLastModified
        && wholeLedger.map { file in !ordered.contains { self.file($0) == file } } ?? false
      lines.append(
        "\(id) now \(place(now)) before \(before.map(place) ?? "-") history "
          + history.map(place).joined(separator: " ") + (isVanished ? " vanished" : ""))
    }
    return lines.sorted() + outcomes.map(shown)
  }

  private func isDue(_ row: LeadRow, _ day: Day) -> Bool {
    guard let effective = row.version.updated.day ?? row.created.day else { return true }
    return effective <= day
  }

  /// The newest row that is due, else the oldest of all where the lead had been created by then.
  private func state(_ ordered: [LeadRow], _ day: Day) -> LeadRow? {
    if let newest = ordered.last(where: { isDue($0, day) }) { return newest }
    guard let oldest = ordered.first, let created = oldest.created.day, created <= day else { return nil }
    return oldest
  }

  private func wholeLedger(_ rows: [Row]) -> Int? {
    let dated = rows.compactMap { row in row.row.version.updated.day.map { ($0, file(row.row)) } }
    return dated.filter { $0.0 <= asOf }.max { $0 < $1 }?.1
  }

  private func versionOrder(_ row: LeadRow) -> (Int, Position) {
    (Int(row.version.updated.day?.number ?? 0), row.version.position)
  }

  // MARK: - Rows and stores

  /// Rows without dates that would be wound back; days lie around the two review days.
  private func rows(_ dice: inout Dice) -> [Row] {
    var rows: [Row] = []
    for file in 0..<Self.files {
      for line in 2..<2 + dice.below(30) {
        func day() -> OptionalDay {
          switch dice.below(6) {
          case 0: .blank
          case 1: OptionalDay(previous - dice.below(2))
          case 2: OptionalDay(asOf + dice.below(3))
          default: OptionalDay(previous - 3 + dice.below(40))
          }
        }
        var row = LeadRow(version: Version(updated: day(), position: Position(file: file, line: line)))
        row.created = day()
        row.stage = UInt8(dice.below(7))
        rows.append(Row(id: "lead \(dice.below(14))", row: row))
      }
    }
    return rows
  }

  private func store() -> LeadStore {
    LeadStore(period: period, files: Self.files, keepsHistory: true, keepsPresence: true)
  }

  private func add(_ rows: [Row], to store: inout LeadStore) {
    var batch = Batch<LeadEntry>()
    for row in rows {
      // A name of its own: it must come with the row that counts. Some leads have an id that is not their key.
      let id = row.id.hasSuffix("7") ? row.id : ""
      append(row.row, key: id.isEmpty ? row.id : "another key", id: id, name: place(row.row), to: &batch)
    }
    store.add(&batch)
  }

  private func append(
    _ row: LeadRow, key: String, id: String, name: String, to batch: inout Batch<LeadEntry>
  ) {
    Array(key.utf8).withUnsafeBytes { key in
      Array(id.utf8).withUnsafeBytes { id in
        Array(name.utf8).withUnsafeBytes { name in
          batch.append(LeadEntry(row: row, idLength: id.count), key: key, texts: (id, name))
        }
      }
    }
  }

  private func file(_ row: LeadRow) -> Int { row.version.position.file }
  private func place(_ row: LeadRow) -> String { place(row.version) }
  private func place(_ version: Version) -> String { "\(version.position.file):\(version.position.line)" }

  private func shown(_ counts: RowCounts) -> String {
    "\(counts.accepted) \(counts.superseded) \(counts.future) \(counts.rewound)"
  }

  private func shown(_ ledger: LeadLedger) -> [String] {
    let lines = ledger.standing.map { lead in
      "\(ledger.id(lead)) now \(ledger.name(lead) ?? "") "
        + "before \(ledger.before(lead).map { place($0.version) } ?? "-") history "
        + ledger.history(lead).map { place($0.version) }.joined(separator: " ")
        + (ledger.vanished.contains(lead) ? " vanished" : "")
    }
    return lines.sorted() + ledger.outcomes.map(shown)
  }
}
