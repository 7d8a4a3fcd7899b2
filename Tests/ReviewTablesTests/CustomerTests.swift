import ReviewModel
import TestSupport
import Testing

/// Customers by what they bring (docs/metrics.md, section 7).
struct CustomerTests {
  /// A book of customers with an order each: c1, c2, …
  private func book(_ values: [Int]) throws -> SmallBook {
    var text = "order_id,date,amount,customer_id\n"
    for (number, value) in values.enumerated() { text += "\(number),2026-10-01,\(value),c\(number + 1)\n" }
    return try SmallBook(["orders.csv": text])
  }

  @Test(
    "A is the first fifth rounded up, C the last fifth rounded down",
    arguments: [
      (1, "A"), (2, "AB"), (4, "ABBB"), (5, "ABBBC"), (6, "AABBBC"), (9, "AABBBBBBC"), (10, "AABBBBBBCC"),
      (11, "AAABBBBBBCC"),
    ])
  func bands(count: Int, bands: String) async throws {
    let table = try await book((0..<count).map { 100 - $0 }).table("customer-value")
    #expect(table.cells("band").map(\.shown).joined() == bands)
    #expect(table.cells("rank").map(\.shown) == (1...count).map(String.init))
  }

  @Test("value-bands: what each band brings, and the fewest customers that bring 80 %")
  func valueBands() async throws {
    #expect(
      try await book([6, 50, 30, 4, 10]).table("value-bands").shown() == [
        "A 1 50.00 0.500000 50.00", "B 3 46.00 0.460000 15.33", "C 1 4.00 0.040000 4.00",
        "80% 2 80.00 0.800000 40.00",
      ])
    // One hundredth short of 80 % takes one customer more.
    let short = try SmallBook([
      "orders.csv": """
      order_id,date,amount,customer_id
      1,2026-10-01,50,a
      2,2026-10-01,29.99,b
      3,2026-10-01,20.01,c
      """
    ])
    #expect(
      try await short.table("value-bands").shown() == [
        "A 1 50.00 0.500000 50.00", "B 2 50.00 0.500000 25.00", "C 0 0.00 0.000000 -",
        "80% 3 100.00 1.000000 33.33",
      ])
    // Shares are of what is above zero; returns do not lower the sum to be reached.
    #expect(
      try await book([60, 40, -50]).table("value-bands").shown().last == "80% 2 100.00 1.000000 50.00")
    #expect(try await book([]).table("value-bands").shown() == [])
  }

  @Test("an order without a cost adds no gross profit, and still says what the customer is called")
  func namedWithoutCost() async throws {
    // 100 of 101 have a cost, more than 95 %.
    let book = try SmallBook([
      "orders.csv": """
      order_id,date,amount,customer_id,customer,cost
      1,2026-10-01,100,C1,,60
      2,2026-10-02,1,C1,Acme,
      """
    ])
    #expect(
      try await book.table("customer-value").shown("customer_id customer value") == ["C1 Acme 40.00"])
  }

  @Test("customer-value: highest first, then by id; shares of the positive values; a zero is left out")
  func customerValue() async throws {
    let book = try SmallBook([
      "customers.csv": "customer_id,name,customer_class,industry,province\na,Mill,top,steel,P\n",
      "orders.csv": """
      order_id,date,amount,customer_id,customer
      1,2026-10-31,30,a,Other
      2,2025-11-01,30,a,
      3,2025-10-31,999,a,
      4,2026-01-01,60,B,old
      5,2026-02-01,0,B,newer
      6,2026-01-01,-20,c,
      7,2026-01-01,5,d,
      8,2026-01-02,-5,d,
      9,2026-01-01,77,,
      """,
    ])
    let table = try await book.table("customer-value")
    // B before a: both brought 60. The window begins after 2025-10-31.
    #expect(
      table.shown() == [
        "1 B newer - - - 60.00 0.500000 0.500000 A", "2 a Mill top steel P 60.00 0.500000 1.000000 B",
        "3 c c - - - -20.00 -0.166667 0.833333 B",
      ])
    #expect(table.shownTotals("rank value share") == "- 100.00 -")
  }

  @Test("gross profit where 95 % of the orders have a cost, else collections, else orders")
  func sources() async throws {
    let costed = "order_id,date,amount,cost,customer_id\n1,2026-10-01,95,40,a\n2,2026-10-01,5,,b\n"
    let profit = try SmallBook([
      "orders.csv": costed, "collections.csv": "collection_id,date,amount,customer_id\n1,2026-10-01,3,a\n",
    ])
    #expect(try await profit.table("customer-value").shown("customer_id value") == ["a 55.00"])
    let uncosted = "order_id,date,amount,cost,customer_id\n1,2026-10-01,94,40,a\n2,2026-10-01,6,,b\n"
    let collected = try SmallBook([
      "orders.csv": uncosted, "collections.csv": "collection_id,date,amount,customer_id\n1,2026-10-01,3,a\n",
    ])
    #expect(try await collected.table("customer-value").shown("customer_id value") == ["a 3.00"])
    let ordered = try SmallBook(["orders.csv": uncosted])
    #expect(try await ordered.table("customer-value").shown("customer_id value") == ["a 94.00", "b 6.00"])
    // A sum that is not positive is no base for 95 %.
    let returns = try SmallBook(["orders.csv": "order_id,date,amount,cost,customer_id\n1,2026-10-01,-9,1,a\n"]
    )
    #expect(try await returns.table("customer-value").shown("customer_id value share") == ["a -9.00 -"])
  }
}
