import Facts
import ReviewModel
import TestSupport
import Testing

/// What is wrong with rows, and where it says so (docs/inputs.md, sections 4 and 5).
struct FindingTests {
  @Test("every code with its line, column and text; the good rows count")
  func dirty() async throws {
    let long = String(repeating: "长", count: 32_768)
    let rows = [
      "A,good,S1,1,0.5,2026-10-01,3,yes,大",  // 2
      ",x,S1,1,,,,,",  // 3
      "A,x,S1,12x,,,,,",  // 4
      "A,x,S1,1,1.5,,,,",  // 5
      "A,x,S1,1,half,,,,",  // 6
      "A,x,S1,1,,2026-02-29,,,",  // 7
      "A,x,S1,1,,,1.5,,",  // 8
      "A,x,S1,1,,,,maybe,",  // 9
      "A,x,S9,1,,,,,",  // 10
      "A,x,S1,1,,,,,huge",  // 11
      "A,x,S1,1,,,,,, ,more,most",  // 12
      "B,good,S1,1,,,,,,, ,\u{3000}",  // 13
      "A,x",  // 14
      "A,x\u{0}y,S1",  // 15
      "A,\(long),S1",  // 16
      "A,x,S1,100000000000000.01",  // 17
      "C,good,S1,100000000000000",  // 18
      "A,x,S9,1x,,soon",  // 19: the first failing column
      ",,,,,,,,",  // 20: no row
      "",  // 21: no row
      "\"A\",\"x",  // 22: a row of two lines
      "y\",S1,1x",
      "D,good,S1",  // 24
      " \u{3000},x,S1",  // 25
      "A,x,-,1",  // 26: in an enum column a dash is a word
      "A,x, ,1",  // 27
      "E,good,S1,-,N/A,—,无,NULL,",  // 28
    ]
    let book = try SmallBook([
      "leads.csv": "lead_id,name,stage,amount,probability,created,follows,top,chance\n"
        + rows.joined(separator: "\n")
    ])
    let facts = try await book.facts()
    #expect(
      shown(facts.rejects) == [
        "3 lead_id missing-required -", "4 amount bad-money 12x", "5 probability out-of-range 1.5",
        "6 probability bad-number half", "7 created bad-date 2026-02-29", "8 follows bad-number 1.5",
        "9 top bad-flag maybe", "10 stage bad-enum S9", "11 chance bad-enum huge",
        "12 - too-many-fields more",
        "14 stage too-few-fields -", "15 name nul x\u{0}y", "16 name too-long " + String(long.prefix(80)),
        "17 amount out-of-range 100000000000000.01", "19 stage bad-enum S9", "22 amount bad-money 1x",
        "25 lead_id missing-required -", "26 stage bad-enum -", "27 stage missing-required -",
      ])
    #expect(facts.rejects.allSatisfy { $0.location.file == "leads.csv" })
    #expect(facts.leads.standing.map { facts.leads.id($0) }.sorted() == ["A", "B", "C", "D", "E"])
    let counts = try #require(facts.quality.first?.counts)
    #expect(counts == RowCounts(rows: 24, accepted: 5, rejected: 19))
  }

  @Test(
    "codes that leads do not show",
    arguments: [
      ("targets", "period,metric,amount", "2026-13,orders,1", "2 period bad-period 2026-13"),
      ("targets", "period,metric,amount", "2026-W54,orders,1", "2 period bad-period 2026-W54"),
      ("targets", "period,metric,amount", "2026,cash,1", "2 metric bad-enum cash"),
      ("targets", "period,metric,amount", "2026,orders,-", "2 amount missing-required -"),
      (
        "commitments", "period,metric,amount,committed_on", "2026-Q1,orders,1,2026-01-01",
        "2 period bad-period 2026-Q1"
      ),
      ("weekly-plans", "rep_id,week,item", "R,2026-10,x", "2 week bad-period 2026-10"),
      (
        "daily-reports", "rep_id,date,submitted_at", "R,2026-10-01,2026-10-01 25:00",
        "2 submitted_at bad-datetime 2026-10-01 25:00"
      ),
      ("daily-reports", "rep_id,date,attendance", "R,2026-10-01,late", "2 attendance bad-enum late"),
      ("events", "event_id,date,kind,severity", "E,2026-10-01,market,4", "2 severity out-of-range 4"),
      ("orders", "order_id,date,amount,quantity", "a,2026-10-01,1,1e3", "2 quantity bad-number 1e3"),
      ("orders", "order_id,date,amount", "a,10/11/2026,1", "2 date bad-date 10/11/2026"),
      ("orders", "order_id,date,amount", "a,1899-12-31,1", "2 date bad-date 1899-12-31"),
    ])
  func others(kind: String, header: String, row: String, finding: String) async throws {
    let book = try SmallBook(["\(kind).csv": "\(header)\n\(row)\n"])
    #expect(shown(try await book.facts().rejects) == [finding])
  }

  @Test("a time in more than 32,767 scalars is too long, though spaces around it are trimmed")
  func longTime() async throws {
    let time = "2026-10-01 08:00"
    let book = try SmallBook([
      "daily-reports.csv": """
      rep_id,date,submitted_at
      R1,2026-10-01,\(time)\(String(repeating: " ", count: 32_767 - 16))
      R2,2026-10-01,\(time)\(String(repeating: " ", count: 32_768 - 16))
      """
    ])
    let facts = try await book.facts()
    #expect(
      shown(facts.rejects) == ["3 submitted_at too-long \(time)\(String(repeating: " ", count: 80 - 16))"])
    #expect(facts.quality.map(\.counts) == [RowCounts(rows: 2, accepted: 1, rejected: 1)])
  }

  @Test("of two headers for one column the canonical one counts and the other is a warning")
  func unusedColumn() async throws {
    let book = try SmallBook([
      "orders.csv": "订单号,日期,amount,金额,order_id\nx,2026-10-01,1,bad,a\n"
    ])
    let facts = try await book.facts()
    #expect(shown(facts.warnings) == ["1 amount unused-column 金额", "1 order_id unused-column 订单号"])
    #expect(facts.orders.map { "\($0.amount)" } == ["1.00"])
    #expect(facts.quality.first?.counts.warnings == 2)
  }

  @Test("orders without a cost are warned of where customers are valued by gross profit")
  func noCost() async throws {
    let book = try SmallBook([
      "orders.csv": """
      order_id,date,amount,cost
      a,2026-10-01,95,50
      b,2026-10-02,5,
      c,2025-10-31,5,
      """
    ])
    // a is exactly 95 % of the window's 100.00; c lies on the same day last year, just outside.
    #expect(shown(try await book.facts().warnings) == ["3 cost no-cost -"])
    let poorer = try SmallBook([
      "orders.csv": "order_id,date,amount,cost\na,2026-10-01,94.99,50\nb,2026-10-02,5,\n"
    ])
    #expect(try await poorer.facts().warnings == [])
  }

  // MARK: - review.yaml

  @Test("columns, values, constants and date formats change what a file says")
  func configuration() async throws {
    let settings = """
      inputs:
        orders:
          columns: {order_id: No, date: When, amount: Sum, customer: Who, customer_id: Who}
          values: {rep_id: {"Mr. A": R1}, amount: {none: "0"}}
          constants: {business_unit: hardware, product: pump}
          date-format: [M/D/YYYY, "D MMM, YYYY"]
        collections:
          date-format: {date: D/M/YYYY, default: M/D/YYYY}
      """
    let book = try SmallBook(
      [
        "orders.csv": """
        No,When,Sum,Who,rep_id,product
        a,10/5/2026,1,Mill, Mr. A ,valve
        b,"5 Oct, 2026",none,,mr. a,
        c,2026-10-05,3,,,
        d,13/5/2026,4,,,
        """,
        "collections.csv": "collection_id,date,amount,updated\na,5/10/2026,1,10/6/2026\n",
      ], settings: settings)
    let facts = try await book.facts()
    let orders = facts.orders.sorted { $0.version < $1.version }.map { order in
      let fact = order.dimensions
      return "\(order.date) \(order.amount) "
        + [fact.customer, order.customerName, fact.rep, fact.businessUnit, fact.product].map {
          facts.symbols[$0] ?? "-"
        }.joined(separator: " ")
    }
    #expect(
      orders == [
        "2026-10-05 1.00 Mill Mill R1 hardware valve", "2026-10-05 0.00 - - mr. a hardware pump",
        "2026-10-05 3.00 - - - hardware pump",
      ])
    #expect(shown(facts.rejects) == ["5 date bad-date 13/5/2026"])
    let collection = try #require(facts.collections.first)
    #expect(
      "\(collection.date) \(collection.version.updated.day?.description ?? "-")" == "2026-10-05 2026-10-06")
  }

  @Test("a constant makes a required column good that the file lacks or leaves blank")
  func requiredConstant() async throws {
    let book = try SmallBook(
      ["orders.csv": "order_id,amount\na,1\n,2\n"],
      settings: "inputs: {orders: {constants: {date: 2026-10-09, order_id: z}}}")
    let facts = try await book.facts()
    #expect(
      facts.orders.map { "\($0.date) \($0.amount)" }.sorted() == ["2026-10-09 1.00", "2026-10-09 2.00"])
  }

  // MARK: - File errors

  @Test("the file errors of all files are listed at once, in the order of files", arguments: [1, 4])
  func fileErrors(jobs: Int) async throws {
    let book = try SmallBook([
      "a/orders.csv": "order_id,date\n1,2026-10-01\n",
      "b/orders.csv": "order_id,date,amount\n1,2026-10-01,\"5\n2,2026-10-01,6\n",
      "c/customers.csv": "customer_id,name\nC1,\"Mill\n",
      "d/leads.csv": "",
      "e/leads.csv": "lead_id,stage\nL1,S1\n",
      "f/visits.csv": "rep_id,date,rep_id\nR1,2026-10-01,R2\n",
    ])
    let error = await #expect(throws: FileErrors.self) { try await book.facts(jobs: jobs) }
    let places = error?.errors.map { "\($0.file):\($0.line ?? 0) \($0.column ?? "-")" } ?? []
    // An unterminated quote is named by the line where it opens.
    #expect(
      places.map { $0.split(separator: " ")[0] } == [
        "a/orders.csv:1", "b/orders.csv:2", "c/customers.csv:2", "d/leads.csv:0", "f/visits.csv:1",
      ], "\(places)")
  }

  private func shown(_ findings: [Finding]) -> [String] {
    findings.map {
      "\($0.location.line) \($0.location.column ?? "-") \($0.code.rawValue) \($0.text ?? "-")"
    }
  }
}
