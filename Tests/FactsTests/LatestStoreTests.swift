import Facts
import ReviewModel
import TestSupport
import Testing

/// The newest row of each key: the same whatever order and whichever stores rows come in.
struct LatestStoreTests {
  private struct Row: VersionedRecord {
    let key: String
    let version: Version
    var amount = 0

    var amountCompared: Money? { Money(hundredths: Int64(amount)) }
  }

  @Test("of one key the later updated counts, a blank being oldest; then the later in reading order")
  func newest() {
    let day = Day(number: 20_000)
    let rows = [
      Row(key: "a", version: Version(updated: OptionalDay(day), position: Position(file: 0, line: 2))),
      Row(key: "a", version: Version(updated: .blank, position: Position(file: 1, line: 9))),
      Row(key: "a", version: Version(updated: OptionalDay(day), position: Position(file: 0, line: 3))),
      Row(key: "a", version: Version(updated: OptionalDay(day - 1), position: Position(file: 2, line: 9))),
      Row(key: "b", version: Version(updated: .blank, position: Position(file: 0, line: 9))),
      Row(key: "b", version: Version(updated: .blank, position: Position(file: 1, line: 2))),
    ]
    var store = LatestStore<Row>(files: 3)
    add(rows, to: &store)
    #expect(shown(store) == ["a 0:3", "b 1:2", "superseded 2 1 1"])
  }

  @Test("rows without a key all count")
  func keyless() {
    let rows = (2...4).map { line in
      Row(key: "", version: Version(updated: .blank, position: Position(file: 0, line: line)))
    }
    var store = LatestStore<Row>(files: 1)
    add(rows, to: &store)
    var other = LatestStore<Row>(files: 1)
    add(rows.map { Row(key: "", version: $0.version) }, to: &other)
    store.merge(other)
    #expect(shown(store) == [" 0:2", " 0:2", " 0:3", " 0:3", " 0:4", " 0:4", "superseded 0"])
  }

  @Test("any split into batches and stores, merged in any order, gives the same", arguments: 1...40)
  func splits(seed: Int) {
    var dice = Dice(seed: UInt64(seed))
    var rows: [Row] = []
    for file in 0..<3 {
      for line in 2..<2 + dice.below(40) {
        let updated = OptionalDay(dice.once(in: 3) ? nil : Day(number: 20_000 + Int32(dice.below(3))))
        let key = dice.once(in: 8) ? "" : "key \(dice.below(12))"
        rows.append(
          Row(
            key: key, version: Version(updated: updated, position: Position(file: file, line: line)),
            amount: dice.below(2)))
      }
    }
    // By hand: the rows of a key in version order, all but the last superseded where they stand.
    var expected: [String] = []
    var superseded = [0, 0, 0]
    var repeated = [RepeatedRows](repeating: RepeatedRows(), count: 3)
    for (key, group) in Dictionary(grouping: rows, by: \.key) {
      let ordered = group.sorted { left, right in
        (left.version.updated.day?.number ?? 0, left.version.position)
          < (right.version.updated.day?.number ?? 0, right.version.position)
      }
      for (index, row) in ordered.enumerated() {
        if key.isEmpty || index == ordered.count - 1 {
          expected.append(shown(row))
        } else {
          superseded[row.version.position.file] += 1
        }
      }
      // Those that no `updated` tells from the last, in its file.
      guard !key.isEmpty, let last = ordered.last else { continue }
      let beside = ordered.dropLast().filter {
        $0.version.position.file == last.version.position.file && $0.version.updated == last.version.updated
      }
      guard let first = beside.first else { continue }
      let file = last.version.position.file
      repeated[file].all += beside.count
      if beside.contains(where: { $0.amount != last.amount }) {
        repeated[file].ofOtherAmount += beside.count
        repeated[file].firstLine = min(repeated[file].firstLine, first.version.position.line)
      }
    }
    expected.sort()
    expected.append("superseded " + superseded.map(String.init).joined(separator: " "))

    var whole = LatestStore<Row>(files: 3)
    rows.shuffle(using: &dice)
    while !rows.isEmpty {
      var part = LatestStore<Row>(files: 3)
      for _ in 0..<1 + dice.below(3) {
        let count = min(rows.count, dice.below(20))
        add(Array(rows.prefix(count)), to: &part)
        rows.removeFirst(count)
      }
      if dice.once(in: 2) {
        whole.merge(part)
      } else {
        // The other way round: what was gathered joins the newcomer.
        part.merge(whole)
        whole = part
      }
    }
    #expect(shown(whole) == expected)
    #expect(whole.repeated == repeated)
  }

  private func add(_ rows: [Row], to store: inout LatestStore<Row>) {
    var batch = Batch<Row>()
    for row in rows { Array(row.key.utf8).withUnsafeBytes { batch.append(row, key: $0) } }
    store.add(&batch)
  }

  private func shown(_ row: Row) -> String {
    "\(row.key) \(row.version.position.file):\(row.version.position.line)"
  }

  private func shown(_ store: borrowing LatestStore<Row>) -> [String] {
    let counts = store.superseded.map { " \($0)" }.joined()
    return store.records.map(shown).sorted() + ["superseded" + counts]
  }
}
