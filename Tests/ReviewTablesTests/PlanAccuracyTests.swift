import ReviewModel
import TestSupport
import Testing

/// How plans came true (docs/metrics.md, section 3), to the last digit by hand.
struct PlanAccuracyTests {
  private static let orders = """
    order_id,date,amount,business_unit
    1,2026-01-31,90,hardware
    2,2026-02-01,100,hardware
    3,2026-03-15,125,hardware
    4,2025-01-15,50,hardware
    5,2026-04-01,999,hardware
    """
  private static let collections =
    "collection_id,date,amount,business_unit\n1,2026-01-15,250,hardware\n2,2026-02-15,1,hardware\n"

  @Test("average accuracy, population deviation and range of the months that ended, and last year's")
  func byHand() async throws {
    let book = try SmallBook([
      "orders.csv": Self.orders, "collections.csv": Self.collections,
      "targets.csv": """
      period,metric,amount,business_unit
      2026-01,orders,100,hardware
      2026-02,orders,100,hardware
      2026-03,orders,100,hardware
      2026-04,orders,100,hardware
      2025-01,orders,100,hardware
      2026-01,collections,100,hardware
      2026-02,collections,0,hardware
      2025-02,collections,10,software
      """,
    ])
    let table = try await book.table("plan-accuracy", "2026-03")
    // 0.9, 1, 1.25: mean 1.05, squares 0.0225 + 0.0025 + 0.04 = 0.065; √(0.065/3) = 0.1471960…
    // Accuracy (0.9 + 1 + 0.75)/3; last year one month at 0.5. A miss beyond the plan counts as 0.
    #expect(
      table.shown() == [
        "hardware orders 3 0.883333 0.147196 0.350000 0.500000 0.000000 0.383333 0.147196",
        "hardware collections 1 0.000000 0.000000 0.000000 - - - -",
        "software collections 0 - - - 0.000000 0.000000 - -",
      ])
    #expect(table.totals == nil)
    // In mid-March only January and February have ended: 0.9 and 1.
    let midMarch = try await book.table("plan-accuracy", "2026-03", asOf: "2026-03-30")
    #expect(
      midMarch.shown("metric months accuracy swing range").first == "orders 2 0.950000 0.050000 0.100000")
  }

  @Test("of several commitments the latest up to the month's fifth, else the earliest after it")
  func commitments() async throws {
    let book = try SmallBook([
      "orders.csv": Self.orders,
      // Targets do not stand in where there are commitments.
      "targets.csv": "period,metric,amount,business_unit\n2026-03,orders,100,hardware\n",
      "commitments.csv": """
      period,metric,amount,business_unit,committed_on
      2026-01,orders,70,hardware,2026-01-06
      2026-01,orders,100,hardware,2026-01-05
      2026-01,orders,80,hardware,2026-01-02
      2026-02,orders,60,hardware,2026-02-07
      2026-02,orders,80,hardware,2026-02-06
      2026-02,orders,50,hardware,2026-03-01
      """,
    ])
    // 90/100 and 100/80: accuracy (0.9 + 0.75)/2, deviation half of 0.35.
    #expect(
      try await book.table("plan-accuracy", "2026-03").shown("metric months accuracy swing range")
        == ["orders 2 0.825000 0.175000 0.350000"])
  }

  @Test("a change far below zero, as of a plan that was a placeholder")
  func placeholder() async throws {
    let book = try SmallBook([
      "orders.csv": """
      order_id,date,amount,business_unit
      1,2025-01-02,370000000000,hw
      2,2026-01-02,100,hw
      3,2026-02-02,100,hw
      """,
      "commitments.csv": """
      period,metric,amount,business_unit,committed_on
      2025-01,orders,0.01,hw,2025-01-01
      2025-02,orders,0.01,hw,2025-02-01
      2026-01,orders,100,hw,2026-01-01
      2026-02,orders,100,hw,2026-02-01
      """,
    ])
    // Last year 3.7·10^13 and 0: the deviation is half of the first, more than 64 bits of millionths below this year's
    // 0.
    #expect(
      try await book.table("plan-accuracy", "2026-02").shown("swing swing_last_year swing_change")
        == ["0.000000 18500000000000.000000 -18500000000000.000000"])
  }

  @Test("a unit without an actual in a month missed its plan whole; a return makes it no worse than 0")
  func missed() async throws {
    let book = try SmallBook([
      "orders.csv": "order_id,date,amount,business_unit\n1,2026-01-01,-10,hardware\n",
      "targets.csv":
        "period,metric,amount,business_unit\n2026-01,orders,3,hardware\n2026-02,orders,3,hardware\n",
    ])
    // −10/3 and 0: range 10/3, deviation 10/6.
    #expect(
      try await book.table("plan-accuracy", "2026-02").shown("months accuracy swing range")
        == ["2 0.000000 1.666667 3.333333"])
  }
}
