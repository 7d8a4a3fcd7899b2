import Facts
import ReviewModel
import ReviewTables
import TestSupport
import Testing

/// What a pack says of itself (docs/metrics.md, section 9).
struct PackTests {
  private static let orders = "order_id,date,amount,rep_id\n1,2026-10-01,5,R\n"

  @Test("a table whose needs are not met is there, empty, and no-input in the checklist")
  func needs() async throws {
    let tables = try await SmallBook(["orders.csv": Self.orders]).tables()
    let checklist = try #require(tables.first { $0.id == "checklist" })
    let status = Dictionary(
      uniqueKeysWithValues: zip(
        checklist.cells("table").map(\.shown), zip(checklist.cells("rows"), checklist.cells("status"))))
    for table in tables where table.id != "checklist" {
      let (rows, word) = try #require(status[table.id])
      #expect(rows == .count(table.rows.count), "\(table.id)")
      let expected =
        !table.definition.isMet(by: [.orders]) ? "no-input" : table.rows.isEmpty ? "empty" : "ok"
      #expect(word.shown == expected, "\(table.id)")
      if expected == "no-input" { #expect(table.rows.isEmpty && table.totals == nil, "\(table.id)") }
    }
    // By the list of needs: leads and receivables are missing, orders are there but nobody ordered.
    for id in [
      "ledger", "funnel", "movement", "promises", "s5-ordered", "reservoir", "receivables",
      "target-breakdown", "plan-accuracy",
    ] { #expect(status[id]?.1.shown == "no-input", "\(id)") }
    for id in ["rep-month", "rep-to-date", "data-quality"] { #expect(status[id]?.1.shown == "ok", "\(id)") }
    for id in ["customer-value", "value-bands", "rejects", "warnings", "channel-month"] {
      #expect(status[id]?.1.shown == "empty", "\(id)")
    }
    #expect(checklist.rows.count == tables.count - 1)
  }

  @Test("weekly packs hold the weekly tables, in pack order, with their cadences")
  func cadences() async throws {
    let book = try SmallBook(["orders.csv": Self.orders])
    let week = try await book.tables("2026-W40")
    let month = try await book.tables()
    let weekly = TableCatalogue.definitions.filter { $0.cadences.contains(.week) }.map(\.id)
    #expect(week.map(\.id) == weekly)
    #expect(month.map(\.id) == TableCatalogue.definitions.map(\.id))
    let checklist = try #require(month.first { $0.id == "checklist" })
    let lines = checklist.shown("table cadence")
    #expect(lines.contains("province-month M W") && lines.contains("team-month M"))
  }

  @Test("some tables only, when only some are asked for")
  func some() async throws {
    let book = try SmallBook(["orders.csv": Self.orders])
    let tables = try await book.tables(ids: ["ledger", "rep-month", "no-such-table"])
    #expect(tables.map(\.id) == ["rep-month", "ledger"])
  }

  @Test("data-quality: a row a file and kind, by file, then kind; unrecognised files without counts")
  func dataQuality() async throws {
    let book = try SmallBook(
      [
        "b.csv": "order_id,collection_id,date,amount\n1,1,2026-10-01,5\n2,2,2026-10-02,x\n",
        "a/leads.csv":
          "lead_id,stage,won_on,updated\nL,S5,2026-11-01,\nL,S5,2026-11-01,2026-10-01\nM,S1,,2026-11-01\n",
        "notes.txt": "not read", "Z.csv": "no kind\n",
      ], settings: "inputs: {orders: {files: [b.csv]}, collections: {files: [b.csv]}}")
    let table = try await book.table("data-quality")
    // By bytes Z stands before a, and collections before orders.
    #expect(
      table.shown() == [
        "Z.csv - - - - - - - - -", "a/leads.csv leads UTF-8 3 1 1 1 0 1 0",
        "b.csv collections UTF-8 2 1 0 0 1 0 0", "b.csv orders UTF-8 2 1 0 0 1 0 0",
        "notes.txt - - - - - - - - -",
      ])
    #expect(table.shownTotals() == "- - - 7 3 1 1 2 1 0")
  }

  @Test("rejects and warnings by file, line, column")
  func findings() async throws {
    let book = try SmallBook([
      "reps.csv": "rep_id\nR\n", "products.csv": "product\npump\n",
      "orders.csv": """
      order_id,date,amount,rep_id,product,line
      1,2026-10-01,5,Q,saw,
      2,2026-10-01,5x,Q,,
      3,2026-10-01,5,Q,,
      4,soon,5,R,,
      """,
      "a/orders.csv": "order_id,date,amount,rep_id\n9,2026-10-01,5,S\n,,5,S\n",
    ])
    #expect(
      try await book.table("warnings").shown() == [
        "a/orders.csv 2 rep_id unknown-reference S", "orders.csv 2 product unknown-reference saw",
        "orders.csv 2 rep_id unknown-reference Q", "orders.csv 4 rep_id unknown-reference Q",
      ])
    #expect(
      try await book.table("rejects").shown() == [
        "a/orders.csv 3 order_id missing-required -", "orders.csv 3 amount bad-money 5x",
        "orders.csv 5 date bad-date soon",
      ])
  }

  @Test("details of the facts are asked for by tables of the cadence only")
  func details() {
    #expect(TableCatalogue.details(of: ["won-deals", "receivables"], in: .month) == .keyFactors)
    #expect(TableCatalogue.details(of: ["won-deals", "receivables"], in: .week) == [])
    #expect(TableCatalogue.details(of: ["price-floor", "renewals"], in: .month) == [.prices, .contracts])
    #expect(TableCatalogue.details(of: nil, in: .week).isSuperset(of: [.history, .contracts, .invoices]))
    #expect(!TableCatalogue.details(of: nil, in: .week).contains(.prices))
  }

  @Test(
    "a pack whose rows do not match the totals of its columns would show here",
    arguments: ["2026-10", "2026-W44"])
  func totals(period: String) async throws {
    var dice = Dice(seed: 7)
    var text =
      "lead_id,stage,business_unit,product,rep_id,amount,collected,created,expected_order_on,updated\n"
    for number in 0..<80 {
      let day = (Day(number: 20_700) + dice.below(120)).description
      text += "L\(number % 60),\(dice.pick(["S1", "S3", "S4", "S5", "S6", "lost"])),\(dice.pick(["U", "V"])),"
      text +=
        "p\(dice.below(4)),r\(dice.below(4)),\(dice.below(9999)),\(dice.below(99)),2026-09-01,\(day),\(day)\n"
    }
    let book = try SmallBook([
      "leads.csv": text, "targets.csv": "period,metric,amount,rep_id\n2026,orders,100,r1\n",
    ])
    for table in try await book.tables(period) {
      guard let totals = table.totals else { continue }
      for (index, column) in table.definition.columns.enumerated() where column.total == .sum {
        let cells = table.cells(column.id)
        switch totals[index] {
        case .money(let sum): #expect(sum == table.sum(column.id), "\(table.id) \(column.id)")
        case .count(let sum):
          let counts = cells.map { if case .count(let count) = $0 { count } else { 0 } }
          #expect(sum == counts.reduce(0, +), "\(table.id) \(column.id)")
        default:
          let isBlank = cells.allSatisfy { $0.isBlank }
          #expect(isBlank, "\(table.id) \(column.id)")
        }
      }
    }
  }
}
