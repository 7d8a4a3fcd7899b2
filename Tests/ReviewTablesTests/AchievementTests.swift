import ReviewModel
import TestSupport
import Testing

/// The achievement tables, worked out by hand (docs/metrics.md, section 3).
struct AchievementTests {
  private static let leads = """
    lead_id,stage,business_unit,product,amount,probability,collected,expected_order_on,ordered_on,expected_collection_on
    L1,S5,hardware,pump,1000,,,2026-10-20,,2026-11-05
    L2,S4,hardware,pump,500,,,2026-11-10,,
    L3,S5,hardware,pump,800,,300,,2026-10-02,2026-10-10
    L4,S1,hardware,pump,99.99,0.333333,,2026-10-31,,
    """
  private static let orders = """
    order_id,date,amount,business_unit,product
    1,2026-09-30,100,hardware,pump
    2,2026-10-02,700,hardware,pump
    3,2026-10-26,50,hardware,pump
    """
  private static let collections =
    "collection_id,date,amount,business_unit,product\n1,2026-10-27,30,hardware,pump\n"

  private func forecastBook() throws -> SmallBook {
    try SmallBook([
      "leads.csv": Self.leads, "orders.csv": Self.orders, "collections.csv": Self.collections,
      "targets.csv": """
      period,metric,amount,business_unit,product
      2026-10,orders,1000,hardware,pump
      2026-11,orders,2000,hardware,pump
      """,
    ])
  }

  private static let figures = ["orders", "collections"].map { metric in
    ["actual", "week", "forecast_target", "commit", "weighted", "forecast", "forecast_rate", "slipped"]
      .map { "\(metric)_\($0)" }.joined(separator: " ")
  }

  @Test("in mid-month the rest of the month is the forecast window")
  func midMonth() async throws {
    let table = try await forecastBook().table("product-month", asOf: "2026-10-15")
    // Weighted: 1000 × 0.9 + 99.99 × 0.333333 = 900 + 33.33; forecast 700 + 933.33; rate 1633.33/1000.
    #expect(
      table.shown(Self.figures[0]) == ["700.00 0.00 1000.00 1000.00 933.33 1633.33 1.633330 0.00"])
    // L3 still owes 800 − 300 since the tenth.
    #expect(table.shown(Self.figures[1]) == ["0.00 0.00 - 0.00 0.00 0.00 - 500.00"])
  }

  @Test("on a month's last day the next month is the forecast month, and nothing of it has passed")
  func monthEnd() async throws {
    let table = try await forecastBook().table("product-month")
    // The week is 26 … 31 October. L1 and L4 were expected by as-of.
    #expect(
      table.shown(Self.figures[0]) == ["750.00 50.00 2000.00 0.00 300.00 300.00 0.150000 1099.99"])
    #expect(table.shown(Self.figures[1]) == ["30.00 30.00 - 1000.00 900.00 900.00 - 500.00"])
    #expect(table.shown("orders_target orders_rate orders_gap") == ["1000.00 0.750000 -250.00"])
  }

  @Test("equal rates share a rank and the next rank skips; the rate counts as rounded; a blank rate has none")
  func ranks() async throws {
    let book = try SmallBook([
      "reps.csv": """
      rep_id,name,team,grade,left
      R1,Ann,East,A,
      R2,Bob,West,B,2026-10-01
      """,
      "orders.csv": """
      order_id,date,amount,rep_id
      1,2026-10-01,90,R1
      2,2026-10-01,9000000.01,R2
      3,2026-10-01,50,R3
      4,2026-10-01,10,R4
      5,2026-10-01,120,R5
      6,2026-10-01,-50,R6
      7,2026-10-01,3,
      """,
      "targets.csv": """
      period,metric,amount,rep_id
      2026-10,orders,100,R1
      2026-10,orders,10000000,R2
      2026-10,orders,100,R3
      2026-10,orders,0,R4
      2026-10,orders,100,R5
      2026-10,orders,100,R6
      """,
    ])
    let table = try await book.table("rep-month")
    // R2's 0.900000001 is 0.900000. A zero target has no rate. A rep who left keeps what was done.
    #expect(
      table.shown("rep_id name team grade orders_target orders_rate orders_gap rank") == [
        "R5 - - - 100.00 1.200000 20.00 1", "R1 Ann East A 100.00 0.900000 -10.00 2",
        "R2 Bob West B 10000000.00 0.900000 -999999.99 2", "R3 - - - 100.00 0.500000 -50.00 4",
        "R6 - - - 100.00 -0.500000 -150.00 5", "(none) - - - 0.00 - 3.00 -", "R4 - - - 0.00 - 10.00 -",
      ])
    #expect(table.shownTotals("rep_id orders_target rank") == "- 10000400.00 -")
  }

  @Test("headcount is who is on the roster at as-of, in each unit where the team stands")
  func headcount() async throws {
    let orders = """
      order_id,date,amount,business_unit,team
      1,2026-10-01,100,hardware,East
      2,2026-10-01,50,software,East
      3,2026-10-01,10,hardware,West
      """
    let roster = """
      rep_id,team,joined,left
      1,East,,
      2,East,2026-10-31,
      3,East,2026-11-01,
      4,East,,2026-10-31
      5,East,,2026-11-01
      """
    let book = try SmallBook(["orders.csv": orders, "reps.csv": roster])
    let table = try await book.table("team-month")
    let columns = "business_unit team orders_actual headcount orders_per_head"
    // 1, 2 and 5. Per head a third, and half a hundredth up.
    #expect(
      table.shown(columns) == [
        "hardware East 100.00 3 33.33", "hardware West 10.00 0 -", "software East 50.00 3 16.67",
      ])
    #expect(table.shownTotals(columns) == "- - 160.00 6 -")
    let without = try SmallBook(["orders.csv": orders])
    #expect(
      try await without.table("team-month").shown("team headcount orders_per_head")
        == ["East - -", "West - -", "East - -"])
  }

  @Test("units stand in display order, then by name; within a unit the best rate first, blank last")
  func order() async throws {
    let book = try SmallBook(
      [
        "orders.csv": """
        order_id,date,amount,business_unit,province
        1,2026-10-01,1,alpha,P
        2,2026-10-01,1,zeta,P
        3,2026-10-01,1,beta,P
        4,2026-10-01,5,beta,Q
        5,2026-10-01,1,beta,R
        6,2026-10-01,1,beta,
        7,2026-10-01,1,,P
        """,
        "targets.csv": """
        period,metric,amount,business_unit,province
        2026-10,orders,10,beta,Q
        2026-10,orders,1,beta,R
        """,
      ], settings: "business-units: [zeta, beta]")
    #expect(
      try await book.table("province-month").shown("business_unit province orders_rate") == [
        "zeta P -", "beta R 1.000000", "beta Q 0.500000", "beta (none) -", "beta P -", "(none) P -",
        "alpha P -",
      ])
  }

  @Test("a channel is that of customers of class channel; others stand in no channel")
  func channels() async throws {
    let book = try SmallBook([
      "customers.csv": "customer_id,customer_class,channel\nA,channel,North\nB,top,North\nC,channel,\n",
      "orders.csv": """
      order_id,date,amount,customer_id
      1,2026-10-01,1,A
      2,2026-10-01,2,B
      3,2026-10-01,4,C
      4,2026-10-01,8,
      """,
    ])
    #expect(
      try await book.table("channel-month").shown("channel orders_actual") == ["(none) 4.00", "North 1.00"])
    #expect(
      try await book.table("class-month").shown("customer_class orders_actual")
        == ["(none) 8.00", "channel 5.00", "top 2.00"])
  }

  @Test("ISO week 53 of 2026 ends in January: the month is that of as-of, the week reaches back")
  func week53() async throws {
    let book = try SmallBook([
      "orders.csv": """
      order_id,date,amount
      1,2026-12-27,1
      2,2026-12-28,2
      3,2026-12-31,4
      4,2027-01-01,8
      5,2027-01-03,16
      6,2027-01-04,32
      """
    ])
    let table = try await book.table("province-month", "2026-W53")
    #expect(table.shown("orders_actual orders_week orders_forecast") == ["24.00 30.00 24.00"])
    let tables = try await book.tables("2026-W53")
    #expect(!tables.contains { $0.id == "team-month" } && tables.contains { $0.id == "rep-month" })
  }

  @Test("the last day of February maps to the last day of February, in leap years too")
  func leapDay() async throws {
    let orders = """
      order_id,date,amount,rep_id
      1,2023-02-28,10,R
      2,2023-03-01,5,R
      3,2024-02-28,1,R
      4,2024-02-29,20,R
      5,2024-03-01,40,R
      6,2025-02-28,42,R
      """
    let book = try SmallBook(["orders.csv": orders])
    let columns = "rep_id orders_actual orders_last_year orders_growth time_progress"
    // 60 of 366 days; (21 − 10)/10.
    #expect(
      try await book.table("rep-to-date", "2024-02").shown(columns) == ["R 21.00 10.00 1.100000 0.163934"])
    // 59 of 365 days; the year before reaches to the 29th.
    #expect(
      try await book.table("rep-to-date", "2025-02").shown(columns) == ["R 42.00 21.00 1.000000 0.161644"])
    // The 28th of a leap year is not the month's last day, but that of 2023 is.
    #expect(
      try await book.table("rep-to-date", "2024-02", asOf: "2024-02-28").shown(columns)
        == ["R 1.00 10.00 -0.900000 0.161202"])
  }

  // MARK: - Actuals from other sources

  @Test("without orders the leads' own: won and ordered, or closed, on the first day that they have")
  func fromLeads() async throws {
    let book = try SmallBook([
      "leads.csv": """
      lead_id,stage,province,amount,won_on,ordered_on,closed_on
      1,S5,A,1,2026-10-01,2026-10-02,
      2,S5,A,2,2026-10-01,,
      3,S6,A,4,2026-09-01,2026-10-02,2026-10-03
      4,S6,A,8,2026-09-01,,2026-10-03
      5,S6,A,16,2026-10-01,,
      6,S6,A,32,,,
      7,lost,A,64,2026-10-01,,2026-10-03
      8,S6,A,128,2026-10-01,2026-09-30,2026-10-03
      """
    ])
    // 1 + 4 + 8 + 16; lead 8 was ordered in September.
    #expect(try await book.table("province-month").shown("orders_actual") == ["29.00"])
  }

  @Test("without collections the changes of what leads had collected, on the day of the row")
  func collectedByLeads() async throws {
    let book = try SmallBook([
      "leads.csv": """
      lead_id,stage,province,amount,collected,created,ordered_on,closed_on,updated
      1,S5,A,100,10,2026-01-01,2026-09-20,,2026-09-30
      1,S5,B,100,40,2026-01-01,2026-09-20,,2026-10-05
      1,S5,B,100,35,2026-01-01,2026-09-20,,2026-10-06
      2,S6,A,100,7,2026-01-01,2026-09-20,2026-10-09,2026-10-10
      3,S5,A,100,5,2026-10-10,,,
      4,S5,A,100,3,,,,
      """
    ])
    // Lead 1: 30 − 5 in B; its first 10 in September. Lead 2: on its closed_on; 3: on its effective day; 4: never.
    let table = try await book.table("province-month")
    #expect(table.shown("province collections_actual") == ["A 12.00", "B 25.00"])
  }

  @Test("with neither orders nor leads what daily reports say")
  func fromReports() async throws {
    let book = try SmallBook([
      "daily-reports.csv": "rep_id,date,order_amount,collection_amount\nR,2026-10-01,5,\nR,2026-10-02,,7\n"
    ])
    #expect(
      try await book.table("rep-month").shown("rep_id orders_actual collections_actual") == ["R 5.00 7.00"])
  }
}
