import Facts
import ReviewModel
import SampleBook
import TestSupport
import Testing

/// The same book gives the same facts, however it is cut into files and whoever reads it.
struct ReadingTests {
  private static let settings = "business-units: [hardware, software]"
  /// Tables that name files.
  private static let fileTables: Set<String> = ["data-quality", "rejects", "warnings", "checklist"]

  private func sample(_ settings: String) throws -> (book: SmallBook, files: [SampleBook.WrittenFile]) {
    let book = try SmallBook([:], settings: settings)
    let files = try SampleBook(leads: 60, months: 12).write(to: book.folder)
    return (book, files.filter { $0.name.hasSuffix(".csv") })
  }

  @Test("every row of every file is accounted for, and the tables are the same whatever the jobs")
  func jobs() async throws {
    let (book, files) = try sample(Self.settings + "\ninputs: {leads: {snapshots: full}}")
    let facts = try await book.facts(jobs: 3)
    #expect(facts.quality.map(\.file) == files.map(\.name).sorted())
    for line in facts.quality {
      let counts = line.counts
      #expect(counts.rows == counts.accepted + counts.superseded + counts.future + counts.rejected)
      #expect(counts.rows == files.first { $0.name == line.file }?.rows, "\(line.file)")
    }
    // The sample holds some of everything on purpose.
    let all = facts.quality.map(\.counts)
    #expect(all.contains { $0.superseded > 0 } && all.contains { $0.accepted > 0 })

    let alone = try await book.tables(jobs: 1).map(\.transcript)
    for jobs in [2, 5] {
      let together = try await book.tables(jobs: jobs).map(\.transcript)
      #expect(together == alone, "\(jobs) jobs")
    }
  }

  @Test("rows cut at random into more files of the same order give the same tables", arguments: [1, 2])
  func splits(seed: Int) async throws {
    let (book, files) = try sample(Self.settings)
    let whole = try await tables(of: book)
    var dice = Dice(seed: UInt64(seed))
    for file in files where file.rows > 1 {
      // No field of a sample book holds a line break.
      let lines = try book.text(file.name).split(separator: "\n")
      var rest = lines.dropFirst()
      var parts: [ArraySlice<Substring>] = []
      while !rest.isEmpty {
        let count = 1 + dice.below(lines.count)
        parts.append(rest.prefix(count))
        rest = rest.dropFirst(count)
      }
      try book.remove(file.name)
      for (number, part) in parts.enumerated() {
        let text = ([lines[0]] + part).joined(separator: "\n") + "\n"
        let name = file.name.dropLast(4) + "-\(100 + number).csv"
        try book.write(String(name), Array(text.utf8))
      }
    }
    #expect(try await tables(of: book) == whole)
  }

  private func tables(of book: SmallBook) async throws -> [String] {
    try await book.tables(jobs: 2).filter { !Self.fileTables.contains($0.id) }.map(\.transcript)
  }

  @Test("a lead's newest row does not depend on which worker reads it", arguments: [1, 2, 5])
  func manyVersions(jobs: Int) async throws {
    // Twelve files of forty rows over seven leads; by hand the newest row of a lead is its last in the last file.
    let book = try SmallBook(["orders.csv": "order_id,date,amount\n"])
    for file in 10..<22 {
      var text = "lead_id,stage,amount\n"
      for row in 0..<40 { text += "L\(row % 7),S1,\(file * 100 + row)\n" }
      try book.write("leads-\(file).csv", Array(text.utf8))
    }
    let ledger = try await book.facts(jobs: jobs).leads
    let amounts = ledger.standing.map { "\(ledger.id($0)) \(ledger.now[$0].amount)" }.sorted()
    // Row 39 is of L4, rows 35 … 38 of L0 … L3, rows 33 and 34 of L5 and L6.
    #expect(
      amounts == [
        "L0 2135.00", "L1 2136.00", "L2 2137.00", "L3 2138.00", "L4 2139.00", "L5 2133.00", "L6 2134.00",
      ])
    #expect(ledger.standing.allSatisfy { ledger.history($0).count >= 60 })
  }

  @Test("a book of many small files of several kinds is read whole", arguments: [1, 3, 20])
  func manyFiles(jobs: Int) async throws {
    let book = try SmallBook([:])
    for number in 0..<60 {
      try book.write("leads-\(number).csv", Array("lead_id,stage\nL\(number),S1\n".utf8))
      let orders = (0...number % 7).map { "A\(number)-\($0),2026-10-02,5\n" }.joined()
      // One order stands in every file: a kind whose keys are let go before its last file would have it twice.
      try book.write("orders-\(number).csv", Array(("order_id,date,amount\nA,2026-10-02,1\n" + orders).utf8))
      try book.write("reps-\(number).csv", Array("rep_id\nR\(number)\n".utf8))
    }
    let facts = try await book.facts(jobs: jobs)
    #expect(facts.quality.count == 180 && facts.quality.allSatisfy { $0.counts.rows > 0 })
    // 60 = 8 · 7 + 4 files of 1 … 7 orders: 8 · 28 + 1 + 2 + 3 + 4, and the one of all.
    #expect(facts.orders.count == 235 && facts.leads.standing.count == 60)
    #expect(facts.masters.reps.records.count == 60)
  }

  @Test("a file of several blocks reads the same by one worker and by many", arguments: [1, 2, 5])
  func manyBlocks(jobs: Int) async throws {
    // A row of thirty thousand bytes, so that a hundred of them make some fifty blocks of 64 KiB.
    let long = String(repeating: "x", count: 30_000)
    var text = "lead_id,stage,amount,source,rep_id\n"
    for row in 0..<100 { text += "L\(row % 7),\(row % 10 == 9 ? "bad" : "S1"),\(row),\(long),R\(row % 3)\n" }
    let book = try SmallBook(["leads.csv": text, "reps.csv": "rep_id\nR0\n"])
    let facts = try await book.facts(jobs: jobs)
    // Row r stands on line r + 2; rows 9, 19, … are rejected.
    #expect(facts.rejects.map(\.location.line) == (0..<10).map { $0 * 10 + 11 })
    #expect(facts.quality.map(\.counts.rows) == [100, 1])
    let ledger = facts.leads
    let now = ledger.standing.map { "\(ledger.id($0)) \(ledger.now[$0].amount)" }.sorted()
    // The last rows are 93 … 98, without 99: of L2 … L6 and L0; of L1 it is 92.
    #expect(
      now == ["L0 98.00", "L1 92.00", "L2 93.00", "L3 94.00", "L4 95.00", "L5 96.00", "L6 97.00"])
    // R0 is known: rows 93 and 96 are of R0.
    #expect(facts.warnings.map(\.location.line) == [94, 96, 97, 99, 100])
  }

  @Test("a commitment, a visit and a report are as their columns say")
  func records() async throws {
    let book = try SmallBook([
      "visits.csv": "visit_id,rep_id,date,customer\nV1,R1,2026-10-02,Mill\n",
      "daily-reports.csv": "rep_id,date,order_amount,collection_amount\nR1,2026-10-02,1万,\n",
      "commitments.csv":
        "period,metric,amount,committed_on,business_unit,team\n2026-10,回款,(5),2026-10-03,hardware,East\n",
      "receivables.csv":
        "invoice_id,invoice_date,due_date,amount,paid,disputed\nI1,2026-09-01,2026-10-01,100,,√\n",
    ])
    let facts = try await book.facts()
    let visit = try #require(facts.visits.first)
    #expect("\(visit.date) \(facts.symbols.text(visit.dimensions.customer))" == "2026-10-02 Mill")
    let report = try #require(facts.dailyReports.first)
    #expect(report.orderAmount.money?.description == "10000.00")
    #expect(report.collectionAmount.money == nil)
    let commitment = try #require(facts.commitments.first)
    #expect(commitment.metric == .collections)
    #expect(commitment.amount.description == "-5.00")
    #expect(commitment.level.name == "business_unit+team")
    #expect(commitment.committedOn.day?.description == "2026-10-03")
    let receivable = try #require(facts.receivables.first)
    #expect(receivable.outstanding.description == "100.00")
    #expect(receivable.isDisputed == true)
    #expect(facts.inputs == [.visits, .dailyReports, .commitments, .receivables])
  }
}
