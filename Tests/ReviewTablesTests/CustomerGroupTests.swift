import ReviewModel
import TestSupport
import Testing

/// Groups of customers, and how the best differ from the others (docs/metrics.md, section 7). As-of is
/// 2026-10-31.
struct CustomerGroupTests {
  @Test("customer-groups: a customer may be in several; shares are of all positive values")
  func groups() async throws {
    let book = try SmallBook([
      "customers.csv": """
      customer_id,groups,since,customer_class
      a,"old;big;old",2020-01-01,
      b,big,2026-10-30,
      c,new、big,,
      d,,2020-01-01,
      e,none,2026-10-30,
      """,
      "orders.csv": """
      order_id,date,amount,customer_id
      1,2026-10-01,30,a
      2,2026-10-31,0,b
      3,2025-10-31,99,c
      4,2026-10-01,50,d
      5,2026-10-01,-10,e
      6,2026-10-01,20,x
      """,
    ])
    let table = try await book.table("customer-groups")
    // Of c the last order is 365 days ago: overdue, and not active. 30 of 100 positive.
    #expect(
      table.shown() == [
        "big 3 2 30.00 0.300000 1", "old 1 1 30.00 0.300000 0", "new 1 0 0.00 0.000000 1",
        "none 1 1 -10.00 -0.100000 0",
      ])
    #expect(table.totals == nil)
    let bare = try SmallBook([
      "customers.csv": "customer_id,groups\na,g\n", "orders.csv": "order_id,date,amount\n",
    ])
    #expect(try await bare.table("customer-groups").shown() == ["g 1 0 0.00 - 0"])
  }

  /// Orders of customers c1, c2, … by value, with their classes and industries.
  private func book(_ customers: [(value: Int, customerClass: String, industry: String)]) throws -> SmallBook
  {
    var master = "customer_id,customer_class,industry\n"
    var orders = "order_id,date,amount,customer_id\n"
    for (number, customer) in customers.enumerated() {
      master += "c\(number + 1),\(customer.customerClass),\(customer.industry)\n"
      orders += "\(number),2026-10-01,\(customer.value),c\(number + 1)\n"
    }
    return try SmallBook(["customers.csv": master, "orders.csv": orders])
  }

  @Test("top-profile: shares of band A and of the others; members without a customer in A are left out")
  func profile() async throws {
    // Six customers: A are the first two.
    let table = try await book([
      (60, "top", "steel"), (50, "", "glass"), (40, "top", "steel"), (30, "named", "steel"), (20, "", "wood"),
      (10, "top", "wood"),
    ]).table("top-profile")
    // Class: top 1/2 against 2/4, blank 1/2 against 1/4. Industry: glass 1/2 against 0/4, steel 1/2 against 2/4.
    // Nobody has a province.
    #expect(
      table.shown() == [
        "customer_class (none) 1 0.500000 0.250000 2.000000",
        "customer_class top 1 0.500000 0.500000 1.000000",
        "industry steel 1 0.500000 0.500000 1.000000", "industry glass 1 0.500000 0.000000 -",
        "province (none) 2 1.000000 1.000000 1.000000",
      ])
    #expect(table.totals == nil)
  }

  @Test("one customer is all of band A, and there are no others to compare with")
  func alone() async throws {
    let table = try await book([(5, "top", "")]).table("top-profile")
    #expect(
      table.shown() == [
        "customer_class top 1 1.000000 - -", "industry (none) 1 1.000000 - -",
        "province (none) 1 1.000000 - -",
      ])
    #expect(try await book([]).table("top-profile").shown() == [])
  }

  @Test("equal lifts stand by name")
  func ties() async throws {
    let table = try await book([
      (60, "", "b"), (50, "", "a"), (40, "", "a"), (30, "", "b"), (20, "", "a"), (10, "", "b"),
    ]).table("top-profile")
    #expect(
      table.shown("dimension member lift").filter { $0.hasPrefix("industry") } == [
        "industry a 1.000000", "industry b 1.000000",
      ])
  }
}
