import Facts
import ReviewModel
import TestSupport
import Testing

/// Which rows are versions of one another: rows of one key, after references are resolved (docs/inputs.md,
/// sections 1, 3 and 6). The later row counts.
struct KeyTests {
  @Test(
    "rows of one key supersede each other, rows of two do not",
    arguments: [
      // Texts side by side are not one text.
      ("orders", "order_id,line,date,amount", "ab,c,2026-10-01,1", "a,bc,2026-10-01,1", false),
      ("orders", "order_id,line,date,amount", "a,,2026-10-01,1", "a,b,2026-10-01,1", false),
      ("orders", "order_id,line,date,amount", "a,,2026-10-01,1", " a\u{3000},,2026-10-02,2", true),
      // Texts are compared by bytes: not by case, width or canonical equivalence.
      ("orders", "order_id,date,amount", "a,2026-10-01,1", "A,2026-10-01,1", false),
      ("orders", "order_id,date,amount", "\u{E9},2026-10-01,1", "e\u{301},2026-10-01,1", false),
      // Dates and periods are compared as what they mean.
      ("daily-reports", "rep_id,date", "R1,2026-10-01", "R1,2026/10/1", true),
      ("daily-reports", "rep_id,date", "R1,2026-10-01", "R1,2026-10-02", false),
      ("weekly-plans", "rep_id,week,item", "R1,2026-W40,x", "R1,2026-10-01,x", true),
      ("weekly-plans", "rep_id,week,item", "R1,2026-W40,x", "R1,2026-W41,x", false),
      // References are resolved first.
      ("daily-reports", "rep_id,date", "R1,2026-10-01", "Ann,2026-10-01", true),
      ("daily-reports", "rep_id,date", "R1,2026-10-01", "Bob,2026-10-01", false),
      ("visit-plans", "rep_id,date,customer_id", "R1,2026-10-01,C1", "Ann,2026-10-01,Mill", true),
      // A target's unit is filled in from its product.
      (
        "targets", "period,metric,amount,product,business_unit",
        "2026,orders,1,pump,", "2026,订单,2,pump,hardware", true
      ),
      (
        "targets", "period,metric,amount,product,business_unit",
        "2026,orders,1,pump,", "2026,orders,2,,hardware", false
      ),
      ("targets", "period,metric,amount", "2026,orders,1", "2026,collections,1", false),
      ("targets", "period,metric,amount", "2026-03,orders,1", "2026-Q1,orders,1", false),
      ("targets", "period,metric,amount,customer_class", "2026,orders,1,top", "2026,orders,1,", false),
      (
        "commitments", "period,metric,amount,committed_on",
        "2026-10,orders,1,2026-10-01", "2026-10,orders,1,2026-10-02", false
      ),
      // A visit without a visit_id counts by itself.
      ("visits", "visit_id,rep_id,date", ",R1,2026-10-01", ",R1,2026-10-01", false),
      ("visits", "visit_id,rep_id,date", "V,R1,2026-10-01", "V,R2,2026-10-02", true),
      ("calendar", "date,workday", "2026-10-01,yes", "20261001,no", true),
    ])
  func pairs(kind: String, header: String, first: String, second: String, isOneKey: Bool) async throws {
    let book = try SmallBook([
      "reps.csv": "rep_id,name\nR1,Ann\nR2,Bob\n", "customers.csv": "customer_id,name\nC1,Mill\n",
      "products.csv": "product,business_unit\npump,hardware\n",
      "\(kind).csv": "\(header)\n\(first)\n\(second)\n", "orders-none.csv": "order_id,date,amount\n",
    ])
    let counts = try await book.facts().quality.first { $0.file == "\(kind).csv" }?.counts
    #expect(counts?.superseded == (isOneKey ? 1 : 0))
    #expect(counts?.accepted == (isOneKey ? 1 : 2))
  }

  @Test("inputs.K.key replaces the key columns")
  func ownKey() async throws {
    let text =
      "order_id,line,date,amount,rep_id\na,1,2026-10-01,1,R1\na,2,2026-10-02,2,R1\na,1,2026-10-03,3,R2\n"
    for (key, amounts) in [
      ("[order_id]", ["3.00"]), ("[rep_id]", ["2.00", "3.00"]), ("[]", ["1.00", "2.00", "3.00"]),
    ] {
      let book = try SmallBook(["orders.csv": text], settings: "inputs: {orders: {key: \(key)}}")
      #expect(try await book.facts().orders.map { "\($0.amount)" }.sorted() == amounts, "\(key)")
    }
  }

  @Test("rows after as-of are future, by updated, else by the day of the fact")
  func future() async throws {
    let book = try SmallBook([
      "orders.csv": """
      order_id,date,amount,updated
      a,2026-11-01,1,
      b,2026-11-01,1,2026-10-31
      c,2026-10-01,1,2026-11-01
      d,2026-10-31,1,
      d,2026-10-01,2,2026-11-02
      """,
      "targets.csv": "period,metric,amount,updated\n2027,orders,1,\n2026,orders,1,2026-11-01\n",
      "commitments.csv":
        "period,metric,amount,committed_on\n2026-12,orders,1,2026-11-01\n2026-12,orders,1,2026-10-31\n",
      "receivables.csv":
        "invoice_id,invoice_date,due_date,amount\na,2026-11-01,2026-12-01,1\nb,,2026-12-01,1\n",
      "contracts.csv": """
      contract_id,signed,starts,ends,amount
      a,2026-11-01,2026-10-01,2027-01-01,1
      b,,2026-11-01,2027-01-01,1
      c,2026-10-01,2026-11-01,2027-01-01,1
      d,,,2027-01-01,1
      """,
      "calendar.csv": "date,workday,updated\n2026-12-25,no,2026-12-01\n",
      "weekly-plans.csv": "rep_id,week,item,due\nR1,2026-W50,x,2026-12-12\n",
      "reps.csv": "rep_id,joined,updated\nR1,2027-01-01,\nR2,,2026-11-01\n",
    ])
    let counts = try await book.facts().quality.map { "\($0.file) \($0.counts.accepted) \($0.counts.future)" }
    #expect(
      counts == [
        "calendar.csv 1 0", "commitments.csv 1 1", "contracts.csv 2 2", "orders.csv 2 3",
        "receivables.csv 1 1", "reps.csv 1 1", "targets.csv 1 1", "weekly-plans.csv 1 0",
      ])
  }
}
