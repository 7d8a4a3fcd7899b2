import ReviewModel
import TestSupport
import Testing

/// How targets are spread over months, and which level a table takes (docs/metrics.md, section 2).
struct TargetTests {
  /// An order that no figure of these tests sees: achievement needs an actual.
  private static let orders = "order_id,date,amount\nx,2020-01-01,0\n"

  /// The orders target of a rep in every month of a calendar year.
  private func months(_ targets: String, of rep: String = "R", year: Int = 2026, _ settings: String = "")
    async throws -> [String]
  {
    let book = try SmallBook(
      ["orders.csv": Self.orders, "targets.csv": "period,metric,rep_id,amount\n" + targets],
      settings: settings)
    var months: [String] = []
    for month in 1...12 {
      let table = try await book.table("rep-month", "\(year)-\(month < 10 ? "0" : "")\(month)")
      let row = table.shown("rep_id orders_target").first { $0.hasPrefix(rep + " ") }
      months.append(row.map { String($0.dropFirst(rep.count + 1)) } ?? "no row")
    }
    return months
  }

  @Test("a quarter is spread over three months, rounded down from the left, also below zero")
  func quarter() async throws {
    let months = try await months("2026-Q1,orders,R,1.00\n2026-Q4,orders,R,-1.00\n")
    // ⌊100·i/3⌋: 33, 66, 100; ⌊−100·i/3⌋: −34, −67, −100. A member without a figure has no row.
    #expect(months[0...2] == ["0.33", "0.33", "0.34"])
    #expect(months[9...11] == ["-0.34", "-0.33", "-0.33"])
  }

  @Test("a year is spread over twelve months")
  func year() async throws {
    // ⌊100·i/12⌋: 8, 16, 25, 33, 41, 50, 58, 66, 75, 83, 91, 100.
    #expect(
      try await months("2026,orders,R,1.00\n") == [
        "0.08", "0.08", "0.09", "0.08", "0.08", "0.09", "0.08", "0.08", "0.09", "0.08", "0.08", "0.09",
      ])
    // ⌊−100·i/12⌋: −9, −17, −25, −34, −42, −50, −59, −67, −75, −84, −92, −100.
    #expect(
      try await months("2026,orders,R,-1.00\n") == [
        "-0.09", "-0.08", "-0.08", "-0.09", "-0.08", "-0.08", "-0.09", "-0.08", "-0.08", "-0.09", "-0.08",
        "-0.08",
      ])
  }

  @Test("month rows beat their quarter's row, either beats the year's, key by key")
  func mixed() async throws {
    let targets = """
      2026,orders,R,1200
      2026-02,orders,R,10
      2026-Q1,orders,R,300
      2026-Q2,orders,R,300
      2026-W20,orders,R,7
      2026,orders,Q,1200
      2025-Q3,orders,Q,5
      2026-01,collections,Q,5
      """
    let nothing = "0.00"
    // A target of collections keeps the rep in the table in the months without one of orders.
    let months = try await months(targets + "\n2026,collections,R,12\n")
    #expect(
      months == [nothing, "10.00", nothing, "100.00", "100.00", "100.00"]
        + Array(repeating: nothing, count: 6))
    let others = try await self.months(targets, of: "Q")
    #expect(others == Array(repeating: "100.00", count: 12))
  }

  @Test("with fiscal-year-start 4 a year begins in April, and its quarters with it")
  func fiscal() async throws {
    let targets = """
      2025,orders,R,1200
      2026-Q1,orders,R,600
      2026-Q4,orders,R,900
      2026,collections,R,12
      """
    let months = try await months(targets, "fiscal-year-start: 4")
    #expect(months[0...2] == ["100.00", "100.00", "100.00"])
    #expect(months[3...5] == ["200.00", "200.00", "200.00"])
    #expect(months[6...11] == ["0.00", "0.00", "0.00", "0.00", "0.00", "0.00"])
    let next = try await self.months(targets, year: 2027, "fiscal-year-start: 4")
    #expect(next[0...2] == ["300.00", "300.00", "300.00"])

    // At the end of March the forecast month lies in the next fiscal year.
    let book = try SmallBook(
      ["orders.csv": Self.orders, "targets.csv": "period,metric,rep_id,amount\n" + targets],
      settings: "fiscal-year-start: 4")
    let table = try await book.table("rep-month", "2026-03")
    #expect(
      table.shown(
        "rep_id orders_target orders_forecast_target collections_target collections_forecast_target")
        == ["R 100.00 200.00 - 1.00"])
    let toDate = try await book.table("rep-to-date", "2026-05")
    #expect(toDate.shown("orders_year_target orders_target collections_target") == ["1500.00 400.00 2.00"])
    // 61 of the 365 days from April 2026 to March 2027.
    #expect(toDate.shown("time_progress") == ["0.167123"])
    #expect(toDate.shownTotals("time_progress") == "0.167123")
  }

  // MARK: - Levels

  @Test("of the levels that hold the grouping the one with the fewest columns, then the first name")
  func levels() async throws {
    let header = "period,metric,amount,business_unit,province,team,product,industry\n"
    var text = header
    text += "2026-10,orders,1,hardware,P,,pump,\n"
    text += "2026-10,orders,2,hardware,,,pump,steel\n2026-10,orders,3,hardware,,,pump,paper\n"
    text += "2026-10,orders,5,hardware,,T,pump,\n"
    text += "2026-10,orders,7,hardware,P,T,pump,steel\n"
    text += "2026-10,orders,11,hardware,,,,\n"
    let book = try SmallBook(["orders.csv": Self.orders, "targets.csv": text])
    // business_unit+product+industry sorts before business_unit+province+product and business_unit+team+product.
    let products = try await book.table("product-month")
    #expect(products.shown("business_unit product orders_target") == ["hardware pump 5.00"])
    // A level of its own, though others would add up to more.
    let provinces = try await book.table("province-month")
    #expect(provinces.shown("business_unit province orders_target") == ["hardware P 1.00"])
    let teams = try await book.table("team-month")
    #expect(teams.shown("business_unit team orders_target") == ["hardware T 5.00"])
    let industries = try await book.table("industry-month")
    #expect(
      industries.shown("business_unit industry orders_target") == [
        "hardware paper 3.00", "hardware steel 2.00",
      ])
  }

  @Test("a level counts only with a row of the metric in the fiscal year; without one targets are blank")
  func otherYear() async throws {
    let book = try SmallBook([
      "orders.csv": "order_id,date,amount,rep_id\na,2026-10-01,5,R1\nb,2026-10-02,3,R2\n",
      "targets.csv": """
      period,metric,amount,rep_id,product
      2025,orders,12,R1,
      2026-10,orders,10,R1,pump
      2026-10,orders,2,R1,valve
      """,
    ])
    let table = try await book.table("rep-month")
    let columns =
      "rep_id orders_target orders_actual orders_rate orders_gap collections_target collections_gap"
    #expect(
      table.shown(columns) == ["R1 12.00 5.00 0.416667 -7.00 - -", "R2 0.00 3.00 - 3.00 - -"])
    #expect(table.shownTotals(columns) == "- 12.00 8.00 0.666667 -4.00 - -")
  }

  @Test("targets without units belong to the only unit of the book, or to (none) where it has several")
  func units() async throws {
    let targets =
      "period,metric,amount,province,business_unit\n2026-10,orders,10,P,\n2025-10,orders,99,P,hardware\n"
    let orders = "order_id,date,amount,business_unit,province\na,2026-10-01,4,hardware,P\nb,2026-10-01,1,,P\n"
    let one = try SmallBook(["orders.csv": orders, "targets.csv": targets])
    let columns = "business_unit province orders_target orders_actual"
    #expect(
      try await one.table("province-month").shown(columns) == ["(none) P 0.00 1.00", "hardware P 10.00 4.00"])
    // A unit that only a contract names makes two.
    let two = try SmallBook([
      "orders.csv": orders, "targets.csv": targets,
      "contracts.csv": "contract_id,ends,amount,business_unit\nK,2026-12-31,1,software\n",
    ])
    #expect(
      try await two.table("province-month").shown(columns) == ["(none) P 10.00 1.00", "hardware P 0.00 4.00"])
    // With one row of a unit in the year, a row without unit is of another level.
    let mixed = try SmallBook([
      "orders.csv": orders,
      "targets.csv": targets + "2026-09,orders,3,P,hardware\n",
    ])
    #expect(
      try await mixed.table("province-month").shown(columns) == [
        "(none) P 0.00 1.00", "hardware P 0.00 4.00",
      ])
  }

  @Test("target-breakdown: each level against the largest level within it")
  func breakdown() async throws {
    let text = """
      period,metric,amount,business_unit,province,team
      2026,orders,1200,,,
      2026-Q1,orders,1000,hardware,,
      2026-05,orders,200,software,,
      2026,orders,1100,hardware,P,
      2026,orders,1300,,,T
      2026,orders,1100,hardware,P,T
      2026,collections,5,,P,
      2025,collections,5,,,
      2026-W01,collections,5,hardware,,
      """
    let book = try SmallBook(["orders.csv": Self.orders, "targets.csv": text])
    let table = try await book.table("target-breakdown")
    #expect(
      table.shown() == [
        "orders company 1200.00 - - - -",
        "orders business_unit 1200.00 company 1200.00 0.00 ok",
        "orders team 1300.00 company 1200.00 100.00 over",
        "orders business_unit+province 1100.00 business_unit 1200.00 -100.00 short",
        "orders business_unit+province+team 1100.00 business_unit+province 1100.00 0.00 ok",
        "collections province 5.00 - - - -",
      ])
    #expect(table.totals == nil)
  }
}
