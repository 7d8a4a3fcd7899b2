import ReviewModel
import TestSupport
import Testing

/// The five TOP lists (docs/metrics.md, section 4). As-of is 2026-10-31, so the forecast month is November.
struct TopListTests {
  private static let header =
    "lead_id,stage,business_unit,amount,won_on,ordered_on,expected_order_on,expected_bid_on,bid_price,collected,"
    + "expected_collection,expected_collection_on,updated\n"

  private func book(_ rows: [String], _ settings: String = "") throws -> SmallBook {
    try SmallBook(["leads.csv": Self.header + rows.joined(separator: "\n")], settings: settings)
  }

  @Test("a list shows `top` leads of a unit, the largest first, ties by lead_id, and says what it leaves out")
  func truncation() async throws {
    let book = try book(
      [
        "b,S5,U,100,,2026-10-01,,,,,,,", "a,S5,U,100,,2026-10-01,,,,,,,", "c,S5,U,200.50,,2026-10-01,,,,,,,",
        "C,S5,U,100,,2026-10-01,,,,,,,", "x,S5,V,1,,2026-10-01,,,,,,,", "y,S5,V,0,,2026-10-01,,,,,,,",
        "z,S5,,-5,,2026-10-01,,,,,,,", "n,S5,U,999,,,,,,,,,", "o,S4,U,999,,2026-10-01,,,,,,,",
      ], "top: 2\nbusiness-units: [V]")
    let table = try await book.table("s5-ordered")
    // C stands before a by its byte.
    #expect(
      table.shown("business_unit rank lead_id amount") == [
        "V 1 x 1.00", "V 2 y 0.00", "(none) 1 z -5.00", "U 1 c 200.50", "U 2 C 100.00",
      ])
    #expect(
      table.truncations == [
        Truncation(businessUnit: "U", shown: 2, total: 4, totalAmount: MoneySum(hundredths: 500_50))
      ])
    #expect(table.totals == nil)
  }

  @Test("s5-ordered and s5-pending: whether an order is there, and since when")
  func won() async throws {
    let book = try book([
      "a,S5,U,100,,2026-10-01,,,,30,,2026-12-01,", "b,S5,U,90,2026-09-30,,2026-10-31,,,,,,",
      "c,S5,U,80,,,2026-11-01,,,,,,", "d,S5,U,70,2026-10-31,2026-11-05,,,,,,,",
    ])
    #expect(
      try await book.table("s5-ordered").shown(
        "lead_id ordered_on collected expected_collection expected_collection_on days_since_order")
        == ["a 2026-10-01 30.00 70.00 2026-12-01 30"])
    // d's order lies after as-of.
    #expect(
      try await book.table("s5-pending").shown("lead_id won_on expected_order_on days_since_won slipped") == [
        "b 2026-09-30 2026-10-31 31 yes", "c - 2026-11-01 - no", "d 2026-10-31 - 0 no",
      ])
  }

  @Test("s4-bidding and s4-collecting: bids, and money, expected in the forecast month")
  func bidding() async throws {
    let book = try book([
      "a,S4,U,100,,,,2026-11-01,95.5,,10,2026-11-30,", "b,S4,U,200,,,,2026-11-30,,,20,2026-12-01,",
      "c,S4,U,300,,,,2026-10-31,,250,,2026-11-01,", "d,S3,U,999,,,,2026-11-01,,,,2026-11-01,",
    ])
    #expect(
      try await book.table("s4-bidding").shown("lead_id amount expected_bid_on bid_price")
        == ["b 200.00 2026-11-30 -", "a 100.00 2026-11-01 95.50"])
    #expect(
      try await book.table("s4-collecting").shown(
        "rank lead_id amount expected_bid_on expected_collection expected_collection_on")
        == ["1 c 300.00 2026-10-31 50.00 2026-11-01", "2 a 100.00 2026-11-01 10.00 2026-11-30"])
  }

  @Test("new-collection: expected in the forecast month, as it was not at the previous review")
  func newCollection() async throws {
    func row(_ id: String, _ stage: String, _ day: String, _ updated: String) -> String {
      "\(id),\(stage),U,100,,,,,,,,\(day),\(updated)"
    }
    let before = "2026-09-30"
    let now = "2026-10-31"
    let book = try book([
      row("later", "S5", "2026-12-01", before), row("later", "S5", "2026-11-30", now),
      row("same", "S5", "2026-11-01", before), row("same", "S5", "2026-11-30", now),
      row("fresh", "S1", "2026-11-15", now),
      row("blank", "S4", "", before), row("blank", "S4", "2026-11-15", now),
      row("gone", "S5", "2026-10-15", before), row("gone", "S5", "2026-12-15", now),
      row("closed", "S6", "2026-11-15", now),
    ])
    #expect(
      try await book.table("new-collection").shown("lead_id expected_collection_on previous_expected_on") == [
        "blank 2026-11-15 -", "fresh 2026-11-15 -", "later 2026-11-30 2026-12-01",
      ])
  }
}
