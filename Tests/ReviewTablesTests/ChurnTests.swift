import ReviewModel
import TestSupport
import Testing

/// Customers who have stopped ordering (docs/metrics.md, section 7). As-of is 2026-10-31; 180 days before is
/// 2026-05-04, 730 days before 2024-10-31.
struct ChurnTests {
  private static let orders = """
    order_id,date,amount,customer_id,customer,rep_id
    1,2026-05-04,10,a,,R
    2,2025-05-05,5,a,,S
    3,2025-05-04,99,a,,S
    4,2026-05-05,10,b,,R
    5,2024-11-01,7,c,Old,R
    6,2024-10-31,7,d,,R
    7,2026-01-31,-3,e,,R
    8,2026-01-31,3,e,,T
    9,2025-12-31,40,,Nameless Ltd,R
    10,2026-01-31,15,f,,
    11,2026-01-31,9,,,R
    """

  private func book() throws -> SmallBook {
    try SmallBook([
      "orders.csv": Self.orders,
      "customers.csv": "customer_id,name,customer_class,industry\na,Mill,top,steel\ne,,named,\nf,,top,\n",
      "events.csv": """
      event_id,date,kind,customer_id,status,closed_on
      1,2026-10-01,complaint,a,,
      2,2026-10-01,complaint,a,closed,2026-11-01
      3,2026-10-01,complaint,a,closed,2026-10-31
      4,2026-10-01,complaint,a,closed,
      5,2026-11-01,complaint,a,open,
      6,2026-10-01,market,a,open,
      7,2026-10-01,complaint,b,open,
      """,
    ])
  }

  @Test(
    "churn: ordered within 730 days, not within churn-days; what was ordered in the year to the last order")
  func churn() async throws {
    let table = try await book().table("churn")
    // a: 10 of 2026-05-04 and 5 of 2025-05-05, which is 364 days before; of e's orders of one day the later row's
    // rep.
    // 2024-11-01 + 180 days is 2025-04-30.
    #expect(
      table.shown() == [
        "Nameless Ltd Nameless Ltd - - R 2025-12-31 2026-06 40.00 0",
        "a Mill top steel R 2026-05-04 2026-10 15.00 2",
        "f f top - - 2026-01-31 2026-07 15.00 0", "c Old - - R 2024-11-01 2025-04 7.00 0",
        "e e named - T 2026-01-31 2026-07 0.00 0",
      ])
    #expect(table.shownTotals("value_before open_complaints last_order") == "77.00 2 -")
  }

  @Test("churn-summary: by class and month")
  func summary() async throws {
    let table = try await book().table("churn-summary")
    #expect(
      table.shown() == [
        "(none) 2025-04 1 7.00", "(none) 2026-06 1 40.00", "named 2026-07 1 0.00", "top 2026-07 1 15.00",
        "top 2026-10 1 15.00",
      ])
    #expect(table.shownTotals() == "- - 5 77.00")
  }

  @Test("another number of days makes other customers lost")
  func days() async throws {
    let book = try SmallBook(["orders.csv": Self.orders], settings: "thresholds: {churn-days: 179}")
    #expect(try await book.table("churn").cells("customer_id").map(\.shown).contains("b"))
  }
}
