import ReviewModel
import TestSupport
import Testing

/// What is expected of the months to come (docs/metrics.md, section 4).
struct ForecastTests {
  @Test("win-forecast: bids of the whole month, weighted what is still to come, won what has been")
  func winForecast() async throws {
    let book = try SmallBook([
      "leads.csv": """
      lead_id,stage,business_unit,product,amount,expected_bid_on,won_on,closed_on
      A,S4,U,pump,100,2026-10-05,,
      B,S4,U,pump,200,2026-10-20,,
      C,S4,U,pump,400,2026-11-01,,
      D,S3,U,pump,800,2026-10-20,,
      E,S5,U,pump,50,2026-10-20,2026-10-10,
      F,S6,U,pump,30,,2026-10-01,2026-10-02
      G,S5,U,pump,7,,2026-09-30,
      H,lost,U,pump,9,,2026-10-02,2026-10-03
      """
    ])
    let table = try await book.table("win-forecast", asOf: "2026-10-15")
    #expect(table.shown() == ["U pump 2 300.00 120.00 2 80.00 200.00"])
    #expect(table.shownTotals() == "- - 2 300.00 120.00 2 80.00 200.00")
    // At the month's end November is forecast: nothing of it has been won.
    #expect(try await book.table("win-forecast").shown() == ["U pump 1 400.00 240.00 0 0.00 240.00"])
  }

  @Test("collection-forecast: collected so far, expected in the window, slipped before")
  func collectionForecast() async throws {
    let book = try SmallBook([
      "leads.csv": """
      lead_id,stage,business_unit,product,amount,collected,expected_collection,expected_collection_on
      A,S5,U,pump,100,20,,2026-10-16
      B,S1,U,pump,100,,30,2026-10-31
      C,S5,U,pump,100,,40,2026-10-15
      D,S4,U,pump,100,,50,2026-10-15
      E,S5,U,pump,100,150,,2026-10-20
      F,S6,U,pump,100,,60,2026-10-20
      """,
      "collections.csv": """
      collection_id,date,amount,business_unit,product
      1,2026-10-01,11,U,pump
      2,2026-10-15,12,U,pump
      3,2026-09-30,13,U,pump
      4,2026-10-02,5,U,
      """,
      "targets.csv": """
      period,metric,amount,business_unit,product
      2026-10,collections,100,U,pump
      2026-10,collections,10,U,valve
      """,
    ])
    // Expected 80 + 30 + 0, weighted 72 + 3: what was collected beyond the amount is not owed back.
    let table = try await book.table("collection-forecast", asOf: "2026-10-15")
    #expect(
      table.shown() == [
        "U (none) 0.00 5.00 0.00 0.00 5.00 - 0.00", "U pump 100.00 23.00 110.00 75.00 98.00 0.980000 40.00",
        "U valve 10.00 0.00 0.00 0.00 0.00 0.000000 0.00",
      ])
    #expect(table.shownTotals() == "- - 110.00 28.00 110.00 75.00 103.00 0.936364 40.00")
  }

  @Test("reservoir: the two months after the forecast month, by kind of stage")
  func reservoir() async throws {
    let book = try SmallBook([
      "leads.csv": """
      lead_id,stage,business_unit,product,amount,expected_order_on,ordered_on
      A,S1,U,pump,100,2026-12-01,
      B,S3,U,pump,10,2026-12-31,
      C,S4,U,pump,200,2026-12-15,
      D,S5,U,pump,300,2026-12-15,
      E,S5,U,pump,999,2026-12-15,2026-10-01
      F,S4,U,valve,50,2027-01-31,
      G,S1,U,pump,999,2026-11-30,
      H,S1,U,pump,999,2027-02-01,
      """,
      "targets.csv": """
      period,metric,amount,business_unit,product
      2026-12,orders,1000,U,pump
      2027,orders,120,U,pump
      """,
    ])
    // January's targets are the next fiscal year's. Weighted: 10 + 4 + 120 + 270.
    let table = try await book.table("reservoir")
    #expect(
      table.shown() == [
        "U pump 2026-12 1000.00 110.00 200.00 300.00 610.00 404.00 0.610000",
        "U pump 2027-01 10.00 0.00 0.00 0.00 0.00 0.00 0.000000",
        "U valve 2027-01 0.00 0.00 50.00 0.00 50.00 30.00 -",
      ])
    #expect(table.shownTotals() == "- - - 1010.00 110.00 250.00 300.00 660.00 434.00 0.653465")
    #expect(
      try await book.table("reservoir", asOf: "2026-10-30").cells("month").map(\.shown).first == "2026-11")
  }
}
