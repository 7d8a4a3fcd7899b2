import ReviewModel
import TestSupport
import Testing

/// Customers due a visit, and birthdays to come (docs/metrics.md, section 7). As-of is 2026-10-31.
struct RevisitTests {
  @Test(
    "the latest of visit, order and follow-up; the customer's own days, else its class's, else the default")
  func due() async throws {
    let book = try SmallBook([
      "customers.csv": """
      customer_id,name,customer_class,revisit_days,since
      a,Mill,top,,
      b,,named,,
      c,,channel,10,
      d,,,,2026-08-01
      e,,strategic,,
      f,,,,2026-08-02
      g,,top,0,
      h,,top,,2026-10-31
      """,
      "visits.csv": "rep_id,date,customer_id\nR,2026-09-30,a\nR,2026-01-01,b\nR,2026-11-02,g\n",
      "orders.csv":
        "order_id,date,amount,customer_id\n1,2026-09-01,1,b\n2,2026-10-20,-5,c\n3,2026-10-31,0,g\n",
      "leads.csv":
        """
      lead_id,stage,customer_id,last_followed
      1,lost,b,2026-08-01
      2,S1,c,2026-11-05
      3,S1,x,2026-10-30
      """,
    ])
    let table = try await book.table("revisits")
    // a 31 > 30; b 60 is not more than 60; c 11 > 10; d 91 > 90; e never; f 90; g 0; h 0.
    #expect(
      table.shown() == [
        "a Mill top 2026-09-30 31 30 1 -", "c c channel 2026-10-20 11 10 1 -", "d d - 2026-08-01 91 90 1 -",
        "e e strategic - - 30 - -",
      ])
    #expect(table.totals == nil)
    #expect(try await book.tables("2026-W44").map(\.id).contains("revisits"))
  }

  @Test(
    "a birthday in the 30 days after as-of, whatever its year; 29 February is the 28th in other years"
  )
  func birthdays() async throws {
    func table(_ period: String, asOf: String? = nil) async throws -> [String] {
      let book = try SmallBook([
        "customers.csv": """
        customer_id,since,birthday
        a,2026-10-31,1990-10-31
        b,2026-10-31,1990-11-01
        c,2026-10-31,2030-11-30
        d,2026-10-31,1990-12-01
        e,2026-10-31,1988-02-29
        f,2026-10-31,1990-01-05
        """
      ])
      let table = try await book.table("revisits", period, asOf: asOf)
      return table.shown("customer_id birthday").filter { !$0.hasSuffix("-") }
    }
    #expect(try await table("2026-10") == ["b 2026-11-01", "c 2026-11-30"])
    #expect(try await table("2026-12", asOf: "2026-12-10") == ["f 2027-01-05"])
    #expect(try await table("2027-02", asOf: "2027-02-27") == ["e 2027-02-28"])
    #expect(try await table("2027-02", asOf: "2027-02-28") == [])
    #expect(try await table("2028-02", asOf: "2028-02-28") == ["e 2028-02-29"])
  }

  @Test("the most overdue first, then by customer_id; who is not overdue last")
  func order() async throws {
    let book = try SmallBook([
      "customers.csv":
        """
      customer_id,since,revisit_days
      z,2026-10-01,10
      B,2026-10-01,10
      a,2026-10-01,10
      n,,
      m,2026-10-02,9
      l,2026-10-01,9
      """
    ])
    #expect(
      try await book.table("revisits").shown("customer_id overdue_days")
        == ["l 21", "B 20", "a 20", "m 20", "z 20", "n -"])
  }
}
