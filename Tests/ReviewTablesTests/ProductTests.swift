import ReviewModel
import TestSupport
import Testing

/// Which products are bought together, and which too cheaply (docs/metrics.md, section 7).
/// As-of is 2026-10-31.
struct ProductTests {
  @Test("product-pairs: support, confidence and lift by hand; a pair needs two customers")
  func pairs() async throws {
    let book = try SmallBook([
      "orders.csv": """
      order_id,date,amount,customer_id,product
      1,2026-10-01,1,a,pump
      2,2026-10-01,1,a,Saw
      3,2026-10-01,1,a,pump
      4,2025-11-01,0,b,Saw
      5,2026-10-31,-1,b,pump
      6,2026-10-01,1,c,pump
      7,2026-10-01,1,d,
      8,2026-10-01,1,e,vice
      9,2026-10-01,1,e,pump
      10,2025-10-31,1,e,Saw
      11,2026-10-01,1,,Saw
      12,2026-10-01,1,,vice
      """
    ])
    let table = try await book.table("product-pairs")
    // Five customers; pump a b c e, Saw a b, vice e. Both: a and b. Saw stands before pump by its byte.
    #expect(table.shown() == ["Saw pump 2 0.400000 1.000000 0.500000 1.250000"])
    #expect(table.totals == nil)
  }

  @Test("by lift, then customers, then names; no more than fifty")
  func order() async throws {
    var text = "order_id,date,amount,customer_id,product\n"
    var number = 0
    func order(_ customer: String, _ products: [String]) {
      for product in products {
        number += 1
        text += "\(number),2026-10-01,1,\(customer),\(product)\n"
      }
    }
    // Eight customers. a+b: 2 of 2 and 2, lift 4; c+d: 2·8/(2·3) = 2.666667; e+f and e+g: 2·8/(2·2) = 4 each.
    for customer in ["1", "2"] { order(customer, ["a", "b"]) }
    for customer in ["3", "4"] { order(customer, ["c", "d"]) }
    order("5", ["d"])
    for customer in ["6", "7"] { order(customer, ["g", "f", "e"]) }
    order("8", ["z"])
    #expect(
      try await SmallBook(["orders.csv": text]).table("product-pairs").shown(
        "product_a product_b customers lift") == [
          "a b 2 4.000000", "e f 2 4.000000", "e g 2 4.000000", "f g 2 4.000000", "c d 2 2.666667",
        ])
    // Eleven products of two customers make 55 pairs.
    text = "order_id,date,amount,customer_id,product\n"
    let products = (10...20).map { "p\($0)" }
    order("1", products)
    order("2", products)
    let table = try await SmallBook(["orders.csv": text]).table("product-pairs")
    #expect(table.rows.count == 50)
    #expect(table.shown("product_a product_b").last == "p17 p18")
  }

  @Test("what one customer alone buys is in no pair, and in none in its place")
  func pairsOfMany() async throws {
    var text = "order_id,date,amount,customer_id,product\n"
    for number in 0..<300 { text += "\(number),2026-10-01,1,a,own\(number)\n" }
    text += "x,2026-10-01,1,a,pump\nx,2026-10-01,1,a,saw\n"
    text += "y,2026-10-01,1,b,pump\ny,2026-10-01,1,c,saw\ny,2026-10-01,1,c,pump\n"
    let book = try SmallBook(
      ["orders.csv": text], settings: "inputs: {orders: {key: [order_id, customer_id, product]}}")
    // Three customers: pump a b c, saw a c.
    #expect(
      try await book.table("product-pairs").shown() == ["pump saw 2 0.666667 0.666667 1.000000 1.000000"])
  }

  @Test("price-floor: the year's orders below the floor; the quantity is one where it is blank")
  func priceFloor() async throws {
    let book = try SmallBook([
      "products.csv": "product,floor_price\npump,100\nsaw,0.05\nvice,\n",
      "customers.csv": "customer_id,name\nm,Mill\n",
      "orders.csv": """
      order_id,line,date,amount,quantity,unit_price,product,customer_id,rep_id
      1,2,2026-01-01,1,2,90,pump,m,R
      1,1,2026-10-31,1,2,90.00,pump,,
      1,,2026-10-31,1,2,90.00,pump,,
      2,,2026-10-01,1,,99.99,pump,,
      3,,2026-10-01,1,0.125,0.01,saw,,
      4,,2026-10-01,1,-1,50,pump,,
      5,,2026-10-01,1,0,50,pump,,
      6,,2026-10-01,1,9,100,pump,,
      7,,2026-10-01,1,9,,pump,,
      8,,2026-10-01,1,9,1,vice,,
      9,,2026-10-01,1,9,1,lathe,,
      10,,2025-12-31,1,9,1,pump,,
      11,,2026-10-01,1,9,1,pump,,
      11,,2026-10-02,1,9,200,pump,,
      """,
    ])
    let table = try await book.table("price-floor")
    // 0.04 × 0.125 = 0.005, away from zero. A blank line stands last. Order 11 was mended.
    #expect(
      table.shown() == [
        "1 1 2026-10-31 - - pump 90.00 100.00 20.00", "1 2 2026-01-01 Mill R pump 90.00 100.00 20.00",
        "1 - 2026-10-31 - - pump 90.00 100.00 20.00", "2 - 2026-10-01 - - pump 99.99 100.00 0.01",
        "3 - 2026-10-01 - - saw 0.01 0.05 0.01", "5 - 2026-10-01 - - pump 50.00 100.00 0.00",
        "4 - 2026-10-01 - - pump 50.00 100.00 -50.00",
      ])
    #expect(table.shownTotals("unit_price floor_price shortfall") == "- - 10.02")
  }

  @Test("where every row counts, rows of one order and line stand in reading order")
  func repeated() async throws {
    let book = try SmallBook(
      [
        "products.csv": "product,floor_price\npump,100\n",
        "orders.csv":
          """
        order_id,date,amount,unit_price,product,rep_id
        1,2026-10-01,1,90,pump,R
        1,2026-10-01,1,90,pump,Q
        """,
      ], settings: "inputs: {orders: {key: []}}")
    #expect(try await book.table("price-floor").shown("order_id rep_id") == ["1 R", "1 Q"])
  }
}
