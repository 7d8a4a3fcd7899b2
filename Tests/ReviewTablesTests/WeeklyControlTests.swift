import TestSupport
import Testing

/// The week's control (docs/metrics.md, section 6).
struct WeeklyControlTests {
  private static let orders = "order_id,date,amount\n1,2020-01-01,1\n"

  @Test(
    "a week in two months takes of each month's target what its workdays are of the month's, each part rounded"
  )
  func twoMonths() async throws {
    // Week 40 is 28 September … 4 October. September has 22 workdays, 3 of them in the week. October has 22 weekdays;
    // the 1st is free, the 4th and the 10th are made up: 23, of which the 2nd and the 4th lie in the week.
    let book = try SmallBook([
      "calendar.csv": "date,workday\n2026-10-01,0\n2026-10-04,1\n2026-10-10,1\n",
      "orders.csv": "order_id,date,amount,province\n1,2026-09-30,0.46,山东\n2,2026-10-04,3,浙江\n",
      "targets.csv": """
      period,metric,amount,province
      2026-09,orders,1,山东
      2026-10,orders,1,山东
      2026-10,orders,1,江苏
      2026-10,collections,1,江苏
      """,
    ])
    let table = try await book.table("weekly-control", "2026-W40")
    // 山东: 3/22 = 0.136 → 0.14, and 2/23 = 0.087 → 0.09. 浙江 has no target, so it is zero and has no rate.
    #expect(
      table.shown("province orders_target orders orders_rate") == [
        "山东 0.23 0.46 2.000000", "江苏 0.09 0.00 0.000000", "浙江 0.00 3.00 -",
      ])
    #expect(table.shownTotals("province orders_target orders orders_rate") == "- 0.32 3.46 10.812500")
    // As of Wednesday only September's part: 3/22.
    let wednesday = try await book.table("weekly-control", "2026-W40", asOf: "2026-09-30")
    #expect(wednesday.shown("province orders_target orders") == ["山东 0.14 0.46"])
  }

  @Test(
    "targets of the week itself stand before those of months, at the level of the fewest columns, then by name"
  )
  func ofTheWeek() async throws {
    let book = try SmallBook([
      "orders.csv": "order_id,date,amount,province\n1,2026-10-01,6,山东\n2,2026-10-01,1,江苏\n",
      "targets.csv": """
      period,metric,amount,business_unit,province,rep_id
      2026-W40,orders,5,U,山东,
      2026-W40,orders,7,V,山东,
      2026-W40,orders,100,,山东,R1
      2026-W41,orders,1000,,山东,
      2026-10,orders,2200,,江苏,
      """,
    ])
    let table = try await book.table("weekly-control", "2026-W40")
    #expect(
      table.shown("province orders_target orders_rate") == ["山东 12.00 0.500000", "江苏 0.00 -"])
  }

  @Test("in week 53 the months lie in two fiscal years, and one of them may have no targets")
  func week53() async throws {
    // 2020-W53 is 28 December … 3 January. December 2020 has 23 workdays, 4 of them in the week.
    let book = try SmallBook([
      "orders.csv": Self.orders,
      "targets.csv": "period,metric,amount,province\n2020-12,orders,23,A\n2020-W53,collections,9,A\n",
    ])
    let table = try await book.table("weekly-control", "2020-W53")
    #expect(table.shown("province orders_target") == ["A 4.00"])
    let own = try SmallBook([
      "orders.csv": Self.orders,
      "targets.csv": "period,metric,amount,province\n2020-12,orders,23,A\n2020-W53,orders,9,A\n",
    ])
    #expect(try await own.table("weekly-control", "2020-W53").shown("province orders_target") == ["A 9.00"])
  }

  @Test("what happened in the week so far, by province")
  func figures() async throws {
    // As of Wednesday 21 October; the week began on the 19th.
    let book = try SmallBook([
      "reps.csv": """
      rep_id,province,joined,left
      R1,山东,,
      R2,山东,,2026-10-21
      R3,江苏,2026-10-21,
      R4,江苏,2026-10-22,
      R5,,,2026-10-19
      """,
      "customers.csv": "customer_id,province\nC1,山东\nC2,江苏\nC3,江苏\n",
      "orders.csv": """
      order_id,date,amount,customer_id,rep_id
      1,2026-10-19,10,C1,R1
      2,2026-10-20,20,C2,R3
      3,2025-01-01,1,C2,R3
      4,2026-10-21,7,C3,R3
      5,2026-10-21,3,C3,R1
      6,2026-10-18,99,C1,
      7,2026-10-21,2,C4,
      8,2026-10-22,5,C5,R1
      """,
      "collections.csv": "collection_id,date,amount,rep_id\n1,2026-10-19,4,R1\n2,2026-10-18,9,R1\n",
      "visits.csv": """
      visit_id,rep_id,date,customer_id,effective,order_amount
      1,R1,2026-10-19,C1,yes,5
      2,R1,2026-10-20,C1,,
      3,R9,2026-10-21,C2,no,-1
      4,R1,2026-10-18,C1,yes,5
      """,
      "events.csv": """
      event_id,date,kind,province,customer_id,status,closed_on
      1,2026-10-20,competitor,山东,,,
      2,2026-01-01,complaint,,C2,,
      3,2026-10-01,complaint,,C2,closed,2026-10-22
      4,2026-10-01,complaint,,C2,closed,2026-10-21
      5,2026-10-18,competitor,山东,,,
      6,2026-10-20,market,山东,,open,
      """,
      "daily-reports.csv": """
      rep_id,date,submitted_at
      R1,2026-10-19,2026-10-20 09:00
      R1,2026-10-20,2026-10-21 09:00:01
      R1,2026-10-21,
      R9,2026-10-19,
      R1,2026-10-18,2026-10-18 20:00
      """,
    ])
    let table = try await book.table("weekly-control", "2026-W43", asOf: "2026-10-21")
    let columns =
      "province orders_target orders collections new_customers visits effective_visits effective_rate deal_rate"
    // C1 ordered on the 18th already. C3's first order is the first of its two rows of one day, R3's of 江苏. C4 has no
    // province.
    #expect(
      table.shown(columns) == [
        "(none) - 2.00 0.00 1 0 0 - -", "山东 - 13.00 4.00 0 2 1 0.500000 0.500000",
        "江苏 - 27.00 0.00 1 1 0 0.000000 0.000000",
      ])
    #expect(table.shownTotals(columns) == "- - 42.00 4.00 2 3 1 0.333333 0.333333")
    let rest = "reps orders_per_head competitor_events open_complaints reports_due reports reports_on_time"
    // R2 leaves on the 21st: absent, and due on the 19th and the 20th. R3 joins on the 21st.
    #expect(table.shown(rest) == ["0 - 0 0 0 1 0", "1 13.00 1 0 5 3 1", "1 27.00 0 2 1 0 0"])
    #expect(table.shownTotals(rest) == "2 21.00 1 2 6 4 1")
  }

  @Test(
    "a customer who first orders twice on one day is new where the first row is, whichever was updated last")
  func twiceOnOneDay() async throws {
    let book = try SmallBook([
      "orders.csv": """
      order_id,date,amount,customer_id,province,updated
      1,2026-10-20,1,C1,A,2026-10-20
      2,2026-10-20,1,C1,B,
      """
    ])
    #expect(
      try await book.table("weekly-control", "2026-W43").shown("province new_customers") == ["A 1", "B 0"])
  }

  @Test("without daily reports their columns are blank")
  func withoutReports() async throws {
    let book = try SmallBook(["orders.csv": Self.orders, "reps.csv": "rep_id,province\nR1,A\n"])
    #expect(
      try await book.table("weekly-control").shown("province reps reports_due reports reports_on_time")
        == ["A 1 - - -"])
  }
}
