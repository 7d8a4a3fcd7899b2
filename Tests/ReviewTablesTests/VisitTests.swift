import TestSupport
import Testing

/// What visits cost and bring, and what is reported of orders (docs/metrics.md, section 6). As-of is 2026-10-31.
struct VisitTests {
  private static let visits = """
    visit_id,rep_id,date,customer_id,purpose,effective,order_amount,collection_amount,expense
    1,R1,2026-10-01,C1,order,yes,100,7,10
    2,R1,2026-10-02,C1,收款,yes,0,5,
    3,R1,2026-10-31,C1,order,no,,,0.01
    4,R2,2026-10-03,C1,,no,50,,2
    5,R1,2026-09-30,C1,order,yes,9,9,9
    """

  @Test("expense is that of reports and visits; what cannot be divided is blank")
  func efficiency() async throws {
    let book = try SmallBook([
      "visits.csv": Self.visits,
      "daily-reports.csv": "rep_id,date,expense\nR1,2026-10-01,20\nR3,2026-10-02,5\nR1,2026-09-30,99\n",
      "orders.csv":
        "order_id,date,amount,rep_id\n1,2026-10-05,60.02,R1\n2,2026-10-06,4,\n3,2026-09-30,5,R2\n",
    ])
    let table = try await book.table("visit-efficiency")
    #expect(
      table.shown() == [
        "(none) 0 0 - 0 - 0.00 - 4.00 0.000000",
        "R1 3 2 0.666667 1 0.333333 30.01 10.00 60.02 0.500000",
        "R2 1 0 0.000000 1 1.000000 2.00 2.00 0.00 -", "R3 0 0 - 0 - 5.00 - 0.00 -",
      ])
    // 37.01/4 = 9.2525; 37.01/64.02.
    #expect(table.shownTotals() == "- 4 2 0.500000 2 0.500000 37.01 9.25 64.02 0.578101")
  }

  @Test("purposes stand in their order, those without one last")
  func purposes() async throws {
    let book = try SmallBook([
      "visits.csv": Self.visits,
      "visit-plans.csv": """
      rep_id,date,customer_id,purpose
      R1,2026-10-01,C1,order
      R1,2026-10-02,C1,new
      R1,2026-10-03,C1,
      R1,2026-09-30,C1,other
      """,
      "orders.csv": "order_id,date,amount\n1,2026-10-05,1\n",
    ])
    let table = try await book.table("visit-purpose")
    #expect(
      table.shown() == [
        "new 1 0 0 - 0.00 0.00", "collection 0 1 1 1.000000 0.00 5.00", "order 1 2 1 0.500000 100.00 7.00",
        "(none) 1 1 0 0.000000 50.00 0.00",
      ])
    #expect(table.shownTotals() == "- 3 4 2 0.500000 150.00 12.00")
  }

  @Test(
    "the month as reported against the month as booked, the largest difference first, whichever way it goes")
  func reported() async throws {
    let reports = """
      rep_id,date,order_amount,collection_amount
      R1,2026-10-01,10,1
      R1,2026-10-02,5,1
      R2,2026-10-01,,3
      R3,2026-10-01,20,
      R4,2026-10-01,0,0
      R1,2026-09-30,99,99
      """
    let orders = """
      order_id,date,amount,rep_id
      1,2026-10-05,10,R1
      2,2026-10-06,20,
      3,2026-10-06,20,R2
      4,2026-09-30,20,R2
      """
    let book = try SmallBook([
      "daily-reports.csv": reports, "orders.csv": orders,
      "collections.csv": "collection_id,date,amount,rep_id\n1,2026-10-01,2,R1\n2,2026-10-01,-1,R5\n",
    ])
    let table = try await book.table("reported-vs-booked")
    // R4 reports nothing and has nothing booked.
    #expect(
      table.shown() == [
        "(none) 0.00 20.00 -20.00 0.00 0.00 0.00", "R2 0.00 20.00 -20.00 3.00 0.00 3.00",
        "R3 20.00 0.00 20.00 0.00 0.00 0.00", "R1 15.00 10.00 5.00 2.00 2.00 0.00",
        "R5 0.00 0.00 0.00 0.00 -1.00 1.00",
      ])
    #expect(table.shownTotals() == "- 35.00 50.00 -15.00 5.00 1.00 4.00")
    let without = try SmallBook(["daily-reports.csv": reports, "orders.csv": orders])
    #expect(
      try await without.table("reported-vs-booked").shown().last == "R1 15.00 10.00 5.00 - - -")
    #expect(
      try await without.table("reported-vs-booked").shownTotals() == "- 35.00 50.00 -15.00 - - -")
  }
}
