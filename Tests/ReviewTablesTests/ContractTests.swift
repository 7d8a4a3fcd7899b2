import Facts
import ReviewModel
import TestSupport
import Testing

/// Contracts and what becomes of them (docs/metrics.md, section 8). As-of is 2026-10-31.
struct ContractTests {
  private static let header =
    "contract_id,business_unit,customer_id,customer,rep_id,signed,starts,ends,amount,fulfilled,renewed_by\n"

  private func book(_ rows: String, _ others: KeyValuePairs<String, String> = [:], _ settings: String = "")
    throws -> SmallBook
  {
    let book = try SmallBook(["contracts.csv": Self.header + rows], settings: settings)
    for (name, text) in others { try book.write(name, Array(text.utf8)) }
    return book
  }

  @Test("contracts: those in force; behind where less is fulfilled than time has passed")
  func contracts() async throws {
    let book = try book(
      """
      b,U,m,Other,R,2026-01-01,2026-10-01,2026-11-30,100,50,
      a,,,,,2026-10-31,,2026-11-30,3,1,x
      c,U,,Named,,,2026-10-31,2026-10-31,0,5,
      d,U,,,,2026-10-01,2026-11-01,2026-12-31,10,,
      e,U,,,,,,2026-12-31,10,,
      f,U,,,,2026-01-01,,2026-10-30,10,,
      g,U,,,,,2026-10-02,2026-11-29,200,102,
      h,U,,,,,2026-10-02,2026-11-30,300,149.99,
      i,U,,,,,2026-10-02,2026-11-30,300,150,
      """, ["customers.csv": "customer_id,name\nm,Mill\n"])
    let table = try await book.table("contracts")
    // b: 31 of 61 days; a: 1 of 31; g: 30 of 59 = 0.508475 against 0.51; h, i: 30 of 60. c has no amount to be
    // behind with; e begins on no day; d has yet to.
    #expect(
      table.shown() == [
        "c Named - U 2026-10-31 2026-10-31 0.00 5.00 - 1.000000 no",
        "g - - U 2026-10-02 2026-11-29 200.00 102.00 0.510000 0.508475 no",
        "a - - (none) 2026-10-31 2026-11-30 3.00 1.00 0.333333 0.032258 no",
        "b Mill R U 2026-10-01 2026-11-30 100.00 50.00 0.500000 0.508197 yes",
        "h - - U 2026-10-02 2026-11-30 300.00 149.99 0.499967 0.500000 yes",
        "i - - U 2026-10-02 2026-11-30 300.00 150.00 0.500000 0.500000 no",
      ])
    // 457.99 / 903.
    #expect(table.shownTotals("amount fulfilled fulfilment time_elapsed") == "903.00 457.99 0.507187 -")
  }

  @Test("a contract counts from the day it was signed, else from its start")
  func future() async throws {
    let book = try book(
      """
      a,U,,,,2026-11-01,2026-10-01,2026-12-31,1,,
      b,U,,,,,2026-11-01,2026-12-31,1,,
      c,U,,,,,,2026-12-31,1,,
      """)
    let quality = try await book.facts().quality
    #expect(quality.map(\.counts.future) == [2] && quality.map(\.counts.accepted) == [1])
  }

  @Test("renewals: not renewed and about to end; the next first; the customer's value, 0 without one")
  func renewals() async throws {
    let book = try book(
      """
      d,U,m,,R,,2026-01-01,2027-01-29,10,5,
      c,U,m,,R,,2026-01-01,2027-01-30,10,5,
      b,U,n,New,,,2026-01-01,2026-10-31,0,5,
      a,U,,,,,2026-01-01,2027-01-29,20,,
      e,U,m,,,,2026-01-01,2026-10-30,10,5,
      f,U,m,,,,2026-01-01,2026-11-30,10,5,g
      h,U,m,,,,,2026-12-31,10,10,
      """,
      [
        "customers.csv": "customer_id,name\nm,Mill\n",
        "orders.csv": "order_id,date,amount,customer_id\n1,2026-10-01,77,m\n",
      ])
    let table = try await book.table("renewals")
    // 2027-01-29 is 90 days off.
    #expect(
      table.shown() == [
        "b New - 2026-10-31 0 0.00 - 0.00", "h Mill - 2026-12-31 61 10.00 1.000000 77.00",
        "a - - 2027-01-29 90 20.00 0.000000 0.00", "d Mill R 2027-01-29 90 10.00 0.500000 77.00",
      ])
    #expect(table.shownTotals() == "- - - - - 40.00 - -")
    #expect(try await book.tables("2026-W44").map(\.id).contains("renewals"))
  }

  @Test("renewal-rate: what ended this year before as-of, by unit")
  func renewalRate() async throws {
    let book = try book(
      """
      a,U,,,,,,2026-01-01,10,,x
      b,U,,,,,,2026-10-30,5.5,,
      c,U,,,,,,2026-10-31,99,,x
      d,U,,,,,,2025-12-31,99,,x
      e,,,,,,,2026-05-05,0,,y
      f,T,,,,,,2026-12-31,99,,y
      """)
    let table = try await book.table("renewal-rate")
    #expect(table.shown() == ["(none) 1 1 1.000000 0.00 0.00", "U 2 1 0.500000 15.50 10.00"])
    #expect(table.shownTotals() == "- 3 2 0.666667 15.50 10.00")
  }

  @Test("order-to-cash: the year's steps by unit, each rate of the sums")
  func orderToCash() async throws {
    let book = try book(
      """
      a,U,,,,2026-01-01,,2027-01-01,40,10,
      b,U,,,,,2026-01-01,2027-01-01,99,99,
      """,
      [
        "leads.csv": """
        lead_id,stage,business_unit,amount,won_on
        1,S5,U,100,2026-01-01
        2,S6,U,60,2026-10-31
        3,S5,U,99,2025-12-31
        4,lost,U,99,2026-05-05
        5,S5,V,0,2026-05-05
        """,
        "orders.csv":
          "order_id,date,amount,business_unit\n1,2026-02-01,80,U\n2,2025-12-31,99,U\n3,2026-03-01,-5,\n",
        "collections.csv": "collection_id,date,amount,business_unit\n1,2026-02-01,20,U\n",
        "receivables.csv": """
        invoice_id,invoice_date,due_date,amount,paid,business_unit
        1,2026-02-01,2026-03-01,50,50,U
        2,,2026-03-01,99,,U
        3,2025-12-31,2026-03-01,99,,U
        """,
      ])
    let table = try await book.table("order-to-cash")
    #expect(
      table.shown() == [
        "(none) 0.00 -5.00 0.00 0.00 0.00 0.00 - - - -",
        "U 160.00 80.00 40.00 10.00 50.00 20.00 0.500000 0.500000 0.625000 0.250000",
      ])
    // 75 / 160, 40 / 75, 50 / 75, 20 / 75.
    #expect(
      table.shownTotals() == "- 160.00 75.00 40.00 10.00 50.00 20.00 0.468750 0.533333 0.666667 0.266667")
  }

  @Test("order-to-cash: what no input tells is blank")
  func missing() async throws {
    let orders = try SmallBook(["orders.csv": "order_id,date,amount\n1,2026-02-01,80\n"])
    let table = try await orders.table("order-to-cash")
    #expect(table.shown() == ["(none) - 80.00 - - - - - - - -"])
    #expect(table.shownTotals() == "- - 80.00 - - - - - - - -")
  }
}
