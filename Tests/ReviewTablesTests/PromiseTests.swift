import ReviewModel
import TestSupport
import Testing

/// What was promised to the previous review, and what became of it (docs/metrics.md, section 4).
struct PromiseTests {
  private func book(_ september: [String], _ october: [String]) throws -> SmallBook {
    let header =
      "lead_id,stage,business_unit,amount,expected_order_on,ordered_on,collected,expected_collection,"
      + "expected_collection_on,closed_on,updated\n"
    func text(_ rows: [String], _ day: String) -> String {
      header + rows.map { "\($0),\(day)\n" }.joined()
    }
    return try SmallBook(
      ["leads-09.csv": text(september, "2026-09-30"), "leads-10.csv": text(october, "2026-10-31")],
      settings: "inputs: {leads: {snapshots: full}}")
  }

  @Test("orders: each outcome, and what was kept")
  func orders() async throws {
    let book = try book(
      [
        "A,S3,U,100,2026-10-10,,,,,", "B,S5,U,200,2026-10-01,,,,,", "C,S4,U,300,2026-10-31,,,,,",
        "D,S1,U,400,2026-10-10,,,,,", "E,S1,U,500,2026-10-10,,,,,", "F,S1,U,600,2026-10-10,,,,,",
        "G,S1,U,700,2026-10-10,,,,,",
        // No promises: expected outside the period, nothing promised, ordered already, lost.
        "H,S1,U,1,2026-11-01,,,,,", "I,S1,U,1,2026-09-30,,,,,", "J,S1,U,0,2026-10-10,,,,,",
        "K,S5,U,1,2026-10-10,2026-09-01,,,,", "L,lost,U,1,2026-10-10,,,,,2026-09-01",
      ],
      [
        "A,S5,U,120,2026-10-10,2026-10-12,,,,", "B,S6,U,150,,2026-10-12,,,,2026-10-30",
        "C,S4,U,300,2026-11-01,,,,,", "D,S1,U,400,2026-10-09,,,,,", "E,S5,U,500,,,,,,",
        "F,lost,U,600,2026-12-01,,,,,2026-10-20", "H,S1,U,1,2026-11-01,,,,,",
      ])
    let table = try await book.table("promises")
    #expect(
      table.shown("kind lead_id promised promised_on outcome kept_amount now_expected_on slips") == [
        "order G 700.00 2026-10-10 vanished 0.00 2026-10-10 0",
        "order F 600.00 2026-10-10 lost 0.00 2026-12-01 1", "order E 500.00 2026-10-10 missed 0.00 - 0",
        "order D 400.00 2026-10-10 missed 0.00 2026-10-09 0",
        "order C 300.00 2026-10-31 slipped 0.00 2026-11-01 1", "order B 200.00 2026-10-01 kept 150.00 - 0",
        "order A 100.00 2026-10-10 kept 120.00 2026-10-10 0",
      ])
    #expect(table.shownTotals("promised kept_amount slips") == "2800.00 270.00 -")
    let summary = try await book.table("promise-summary")
    // 270/2800.
    #expect(summary.shown() == ["U order 7 2800.00 2 0 1 2 1 1 270.00 0.096429"])
  }

  @Test("collections: kept from the promised sum on, partial above nothing, before anything else")
  func collections() async throws {
    let book = try book(
      [
        "A,S5,U,100,,,10,50,2026-10-10,", "B,S5,U,100,,,10,50,2026-10-10,", "C,S5,U,100,,,10,50,2026-10-10,",
        "D,S5,U,100,,,10,50,2026-10-10,", "E,S5,U,100,,,10,50,2026-10-10,", "F,S5,U,100,,,10,50,2026-10-10,",
        "G,S5,U,100,,,10,50,2026-10-10,", "H,S5,U,100,,,10,,2026-10-10,", "I,S5,U,100,,,100,,2026-10-10,",
        "J,S5,U,100,,,10,50,2026-10-10,",
      ],
      [
        "A,S5,U,100,,,60,,2026-10-10,", "B,S5,U,100,,,59.99,,2026-11-10,", "C,lost,U,100,,,11,,,2026-10-20",
        "D,lost,U,100,,,10,,,2026-10-20", "E,S5,U,100,,,10,,2026-11-10,", "F,S5,U,100,,,5,,2026-10-10,",
        "G,S5,U,100,,,110,,,", "H,S5,U,100,,,10,,,",
      ])
    // H promised what was left, 90; I had nothing left to promise.
    #expect(
      try await book.table("promises").shown("kind lead_id promised outcome kept_amount") == [
        "collection H 90.00 missed 0.00", "collection A 50.00 kept 50.00", "collection B 50.00 partial 49.99",
        "collection C 50.00 partial 1.00", "collection D 50.00 lost 0.00", "collection E 50.00 slipped 0.00",
        "collection F 50.00 missed 0.00", "collection G 50.00 kept 50.00", "collection J 50.00 vanished 0.00",
      ])
    #expect(
      try await book.table("promise-summary").shown("kind promises kept partial slipped missed lost vanished")
        == ["collection 9 2 2 1 2 1 1"])
  }

  @Test("a slip is a move to a later day in the history; blanks are passed over")
  func slips() async throws {
    let book = try SmallBook([
      "leads.csv": """
      lead_id,stage,amount,expected_order_on,updated
      A,S1,1,2026-08-01,2026-05-01
      A,S1,1,,2026-06-01
      A,S1,1,2026-09-01,2026-07-01
      A,S1,1,2026-08-15,2026-08-01
      A,S1,1,2026-10-10,2026-09-01
      A,S1,1,2026-10-10,2026-09-15
      A,S1,1,2026-12-10,2026-10-15
      A,S1,1,2027-01-10,2026-11-15
      """
    ])
    // 1 August → 1 September, 15 August → 10 October, → 10 December. The last row is of the future.
    #expect(
      try await book.table("promises").shown("outcome now_expected_on slips") == ["slipped 2026-12-10 3"])
  }

  @Test("units, then orders before collections, then the largest, then lead_id")
  func order() async throws {
    let rows = [
      "b,S1,V,5,2026-10-10,,,5,2026-10-10,", "a,S1,V,5,2026-10-10,,,7,2026-10-10,",
      "c,S1,U,1,2026-10-10,,,,,",
    ]
    let book = try book(rows, rows)
    #expect(
      try await book.table("promises").shown("business_unit kind lead_id")
        == ["U order c", "V order a", "V order b", "V collection a", "V collection b"])
  }
}
