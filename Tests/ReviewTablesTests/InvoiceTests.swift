import ReviewModel
import TestSupport
import Testing

/// What is owed on each rep's account, and the largest invoices past due (docs/metrics.md, section 8).
/// As-of is 2026-10-31.
struct InvoiceTests {
  @Test("receivables-by-rep: the same figures by rep, of all units together")
  func byRep() async throws {
    let book = try SmallBook([
      "receivables.csv": """
      invoice_id,due_date,amount,paid,disputed,rep_id,business_unit
      1,2026-10-30,10,,y,S,U
      2,2026-10-31,5,,,S,V
      3,2026-09-30,8,,n,R,U
      4,2026-11-30,7,,,R,U
      5,2026-09-30,8,,,Q,U
      6,2026-11-30,7,,,Q,U
      7,2026-07-01,12.5,2.5,,,U
      8,2026-01-01,9,9,y,P,U
      """
    ])
    let table = try await book.table("receivables-by-rep")
    #expect(
      table.shown() == [
        "S 15.00 5.00 10.00 0.00 0.00 0.00 10.00 0.666667 10.00 1",
        "(none) 10.00 0.00 0.00 0.00 0.00 10.00 10.00 1.000000 0.00 122",
        "Q 15.00 7.00 0.00 8.00 0.00 0.00 8.00 0.533333 0.00 31",
        "R 15.00 7.00 0.00 8.00 0.00 0.00 8.00 0.533333 0.00 31",
      ])
    #expect(table.shownTotals() == "- 55.00 19.00 10.00 16.00 0.00 10.00 36.00 0.654545 10.00 -")
    #expect(try await book.tables("2026-W44").map(\.id).contains("receivables-by-rep"))
  }

  @Test("overdue-invoices: of each unit the `top` largest, and what the list leaves out")
  func overdue() async throws {
    let book = try SmallBook(
      [
        "customers.csv": "customer_id,name\nm,Mill\n",
        "receivables.csv": """
        invoice_id,invoice_date,due_date,amount,paid,disputed,customer_id,customer,rep_id,business_unit
        c,,2026-10-30,10,,,,,,U
        b,2026-08-01,2026-09-01,15,5,否,m,Other,R,U
        a,,2026-10-01,9.99,,是,x,Named,,U
        d,,2026-10-30,0.01,,,,,,U
        e,,2026-10-31,99,,,,,,U
        f,,2026-10-01,99,99,,,,,U
        g,,2026-10-01,99,100,,,,,U
        h,,2026-10-01,1,,,,,,
        i,2026-11-01,2026-10-01,50,,,,,,U
        """,
      ], settings: "top: 2\nbusiness-units: [U]")
    let table = try await book.table("overdue-invoices")
    // i is not invoiced yet.
    #expect(
      table.shown() == [
        "U 1 b Mill R 2026-08-01 2026-09-01 15.00 5.00 10.00 60 no",
        "U 2 c - - - 2026-10-30 10.00 0.00 10.00 1 -",
        "(none) 1 h - - - 2026-10-01 1.00 0.00 1.00 30 -",
      ])
    #expect(
      table.truncations == [
        Truncation(businessUnit: "U", shown: 2, total: 4, totalAmount: MoneySum(hundredths: 30_00))
      ])
    #expect(table.totals == nil)
    #expect(try await book.table("overdue-invoices", asOf: "2026-10-01").shown("invoice_id") == ["b"])
  }

  @Test("invoices of one id, which another key allows, stand in reading order")
  func repeated() async throws {
    let book = try SmallBook(
      [
        "receivables.csv":
          "invoice_id,due_date,amount,rep_id\n1,2026-10-01,5,S\n1,2026-10-01,5,R\n1,2026-10-01,5,Q\n"
      ], settings: "top: 2\ninputs: {receivables: {key: []}}")
    #expect(try await book.table("overdue-invoices").shown("rank rep_id") == ["1 S", "2 R"])
  }
}
