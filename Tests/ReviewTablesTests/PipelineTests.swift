import ReviewModel
import TestSupport
import Testing

/// Funnel, movement, conversion, ledger: the leads of a small book by hand (docs/metrics.md, section 5).
struct PipelineTests {
  /// Whole ledgers of September and October; G is missing from October's.
  private static let september = """
    lead_id,stage,business_unit,amount,created,ordered_on,closed_on,updated
    A,S1,hardware,100,2026-09-01,,,2026-09-30
    B,S4,hardware,200,2026-08-01,,,2026-09-30
    D,S5,hardware,300,,,,2026-09-30
    E,S2,hardware,40,2026-09-01,,,2026-09-30
    F,S3,hardware,60,2026-09-01,,,2026-09-30
    G,S1,hardware,80,2026-09-01,,,2026-09-30
    H,lost,hardware,70,2026-09-01,,2026-09-10,2026-09-30
    I,S5,hardware,30,2026-09-01,2026-09-02,,2026-09-30

    """
  private static let october = """
    lead_id,stage,business_unit,amount,created,ordered_on,closed_on,updated
    A,S3,hardware,150,2026-10-01,,,2026-10-31
    B,S2,hardware,120,2026-08-01,,,2026-10-31
    C,S3,hardware,70,2026-10-26,,,2026-10-31
    D,S5,hardware,310,,2026-10-20,,2026-10-31
    E,S6,hardware,45,2026-09-01,,2026-10-30,2026-10-31
    F,lost,hardware,65,2026-09-01,,2026-10-30,2026-10-31
    H,S1,software,90,2026-09-01,,,2026-10-31
    I,S5,hardware,30,2026-09-01,2026-09-02,,2026-10-31

    """

  private func book() throws -> SmallBook {
    try SmallBook(
      ["leads-09.csv": Self.september, "leads-10.csv": Self.october],
      settings: "inputs: {leads: {snapshots: full}}")
  }

  @Test("movement leads from the pipeline then to the pipeline now, step by step")
  func movement() async throws {
    let table = try await book().table("movement")
    // Opening: A 100, B 200, D 300, E 40, F 60, G 80. Ordered: D and E by what they were. I stands in no step.
    #expect(
      table.shown() == [
        "hardware 780.00 70.00 50.00 -80.00 -340.00 -60.00 -80.00 340.00",
        "software 0.00 90.00 0.00 0.00 0.00 0.00 0.00 90.00",
      ])
    #expect(table.shownTotals() == "- 780.00 160.00 50.00 -80.00 -340.00 -60.00 -80.00 430.00")
  }

  @Test("funnel: every live stage of a unit with a live lead; new, advanced, regressed; average age")
  func funnel() async throws {
    let table = try await book().table("funnel")
    // D was won before and is won now; A and C are 30 and 5 days old, I sixty, B ninety-one, H sixty.
    #expect(
      table.shown() == [
        "hardware S1 0 0.00 0.00 0 0 0 -", "hardware S2 1 120.00 30.00 0 0 1 91.0",
        "hardware S3 2 220.00 88.00 1 1 0 17.5", "hardware S4 0 0.00 0.00 0 0 0 -",
        "hardware S5 2 340.00 306.00 0 0 0 60.0", "software S1 1 90.00 9.00 1 0 0 60.0",
        "software S2 0 0.00 0.00 0 0 0 -", "software S3 0 0.00 0.00 0 0 0 -",
        "software S4 0 0.00 0.00 0 0 0 -", "software S5 0 0.00 0.00 0 0 0 -",
      ])
    // The average of all five that have an age: (91 + 30 + 5 + 60 + 60)/5.
    #expect(table.shownTotals() == "- - 6 770.00 433.00 2 1 1 49.2")
  }

  @Test("the ledger holds live leads and those closed or lost in the period, vanished ones left out")
  func ledger() async throws {
    let table = try await book().table("ledger")
    #expect(
      table.shown("business_unit lead_id stage probability weighted closed_on") == [
        "hardware A S3 0.400000 60.00 -", "hardware B S2 0.250000 30.00 -", "hardware C S3 0.400000 28.00 -",
        "hardware D S5 0.900000 279.00 -", "hardware E S6 1.000000 45.00 2026-10-30",
        "hardware F lost 0.000000 0.00 2026-10-30", "hardware I S5 0.900000 27.00 -",
        "software H S1 0.100000 9.00 -",
      ])
    #expect(table.shownTotals("lead_id amount weighted collected bid_price") == "- 880.00 478.00 0.00 -")
  }

  @Test("days idle: from the latest of last_followed, created and the rep's visit to the customer")
  func idle() async throws {
    let book = try SmallBook([
      "leads.csv": """
      lead_id,stage,rep_id,customer_id,created,last_followed,chance
      A,S1,R1,C1,2026-10-01,2026-10-05,
      B,S1,R1,C2,2026-10-01,2026-10-05,
      C,S1,R2,C1,2026-10-01,2026-11-05,
      D,S5,R1,,2026-10-01,,
      E,S1,,C1,,2026-10-17,大
      F,S1,R1,C3,,,
      G,S4,,,2026-10-18,,
      H,S4,,,2026-10-17,,无
      """,
      "visits.csv": """
      rep_id,date,customer_id
      R1,2026-10-20,C1
      R1,2026-10-10,C1
      R2,2026-10-09,C2
      R1,2026-10-31,C3
      """,
    ])
    // Days after as-of count for nothing; silent from 14 days on, open and bidding only, with a chance.
    #expect(
      try await book.table("ledger").shown("lead_id days_idle silent") == [
        "A 11 no", "B 26 yes", "C 30 yes", "D 30 no", "E 14 yes", "F 0 no", "G 13 no", "H 14 no",
      ])
  }

  @Test("conversion: what became of leads created this year, and what was decided this year")
  func conversion() async throws {
    let book = try SmallBook([
      "leads.csv": """
      lead_id,stage,source,amount,created,won_on,closed_on
      A,S5,web,100,2026-01-01,2026-01-11,
      B,S6,web,50,2026-02-01,2026-02-02,2026-03-01
      C,lost,web,7,2026-02-01,,2026-03-01
      D,S2,web,7,2026-03-01,,
      E,S6,fair,9,2025-12-31,2026-01-01,2026-02-01
      F,lost,fair,9,2025-12-31,,2026-01-01
      G,S5,,9,2026-01-01,,
      H,lost,fair,9,2025-11-01,,2025-12-01
      """
    ])
    let table = try await book.table("conversion")
    let shown = table.shown().filter { $0.hasPrefix("all") || $0.hasPrefix("source") }
    // Cycles of 10 and 1 days; G has no won_on: it is won, but not in the year's decisions.
    #expect(
      shown == [
        "all - 5 3 1 1 0.600000 0.750000 159.00 5.5 3 2 0.600000",
        "source web 4 2 1 1 0.500000 0.666667 150.00 5.5 2 1 0.666667",
        "source (none) 1 1 0 0 1.000000 1.000000 9.00 - 0 0 -",
        "source fair 0 0 0 0 - - 0.00 - 1 1 0.500000",
      ])
    #expect(table.totals == nil)
    let dimensions = table.cells("dimension").map(\.shown)
    #expect(dimensions.first == "all" && dimensions.filter { $0 == "competitor" }.count == 1)
  }

  // MARK: - Properties

  @Test(
    "on random books the movement closes, and October opens with what September closed with",
    arguments: 1...12)
  func randomBooks(seed: Int) async throws {
    var dice = Dice(seed: UInt64(seed))
    var text = "lead_id,stage,business_unit,amount,created,won_on,ordered_on,closed_on,updated\n"
    func day() -> String {
      dice.once(in: 3) ? "" : (Day(number: 20_600) + dice.below(190)).description
    }
    for _ in 0..<120 {
      let stage = dice.pick(["S1", "S2", "S3", "S4", "S5", "S5", "S6", "lost"])
      text += "L\(dice.below(50)),\(stage),\(dice.pick(["hardware", "software", ""])),\(dice.below(1000)),"
      text += "\(day()),\(day()),\(day()),\(day()),\(day())\n"
    }
    let book = try SmallBook(["leads.csv": text])
    let september = try await book.table("movement", "2026-09")
    let october = try await book.tables("2026-10", ids: ["movement", "ledger"])
    let movement = try #require(october.first { $0.id == "movement" })
    let ledger = try #require(october.first { $0.id == "ledger" })
    for table in [september, movement] {
      let steps = ["opening", "new", "increased", "decreased", "ordered", "lost", "vanished"].map(table.sum)
      #expect(steps.reduce(.zero, +) == table.sum("closing"))
    }
    #expect(movement.sum("opening") == september.sum("closing"))
    #expect(movement.sum("closing") > .zero)
    // The ledger tells the same pipeline: live and not ordered.
    let ordered = zip(ledger.cells("stage"), ledger.cells("ordered_on")).map { stage, day in
      ["S6", "lost"].contains(stage.shown) || (stage.shown == "S5" && day != .blank)
    }
    var open = MoneySum.zero
    for (amount, isOut) in zip(ledger.cells("amount"), ordered) where !isOut {
      if case .money(let money) = amount { open += money }
    }
    #expect(open == movement.sum("closing"))
  }
}
