import ReviewModel
import TestSupport
import Testing

/// What customers owe, by age (docs/metrics.md, section 8). As-of is 2026-10-31.
struct ReceivableTests {
  private static let columns =
    "not_due d1_30 d31_60 d61_90 over_90 overdue overdue_rate disputed oldest_days"

  @Test("each day falls into one bucket; what is settled is left out")
  func buckets() async throws {
    // Days overdue: −1, 0, 1, 30, 31, 60, 61, 90, 91. Amounts are powers of two, so each shows where it went.
    let dues = [-1, 0, 1, 30, 31, 60, 61, 90, 91]
    let asOf = try #require(Day("2026-10-31"))
    var text = "invoice_id,due_date,amount,paid,disputed,customer_id,business_unit\n"
    for (number, days) in dues.enumerated() {
      text += "\(number),\(asOf - days),\(1 << number),,\(number == 3 ? "是" : ""),a,U\n"
    }
    text += "s,2026-01-01,100,100,y,a,U\nt,2026-01-01,100,101,y,a,U\n"
    let table = try await SmallBook(["receivables.csv": text]).table("receivables")
    // 508/511.
    #expect(
      table.shown("business_unit customer_id customer outstanding " + Self.columns)
        == ["U a a 511.00 3.00 12.00 48.00 192.00 256.00 508.00 0.994129 8.00 91"])
    #expect(
      table.shownTotals("outstanding " + Self.columns)
        == "511.00 3.00 12.00 48.00 192.00 256.00 508.00 0.994129 8.00 -")
  }

  @Test("units, then most overdue, then most outstanding, then customer_id; the newest name is shown")
  func order() async throws {
    let book = try SmallBook([
      "customers.csv": "customer_id,name\nm,Master\n",
      "receivables.csv": """
      invoice_id,due_date,amount,paid,customer_id,customer,business_unit
      1,2026-10-30,10,,b,,U
      2,2026-10-30,10,,a,,U
      3,2026-10-30,10,,c,old,U
      4,2026-11-30,5,,c,new,U
      5,2026-11-30,99,,d,,U
      6,2026-10-30,30,9,m,Fact,U
      7,2026-10-30,1,,,,T
      """,
    ])
    #expect(
      try await book.table("receivables").shown(
        "business_unit customer_id customer outstanding overdue oldest_days")
        == [
          "T (none) (none) 1.00 1.00 1", "U m Master 21.00 21.00 1", "U c new 15.00 10.00 1",
          "U a a 10.00 10.00 1", "U b b 10.00 10.00 1", "U d d 99.00 0.00 -",
        ])
  }

  @Test("on random books buckets add up to what is outstanding", arguments: 1...5)
  func sums(seed: Int) async throws {
    var dice = Dice(seed: UInt64(seed))
    let asOf = try #require(Day("2026-10-31"))
    var text = "invoice_id,due_date,amount,paid,customer_id,disputed\n"
    var owed = 0
    for number in 0..<150 {
      let (amount, paid) = (dice.below(100_000) - 500, dice.below(50_000))
      owed += max(0, amount - paid)
      let due = asOf + 30 - dice.below(150)
      text += "\(number),\(due),\(decimal(amount)),\(decimal(paid)),c\(dice.below(9)),\(dice.below(2))\n"
    }
    let table = try await SmallBook(["receivables.csv": text]).table("receivables")
    let overdue = ["d1_30", "d31_60", "d61_90", "over_90"].map(table.sum).reduce(.zero, +)
    #expect(table.sum("outstanding") == MoneySum(hundredths: Int128(owed)))
    #expect(table.sum("overdue") == overdue)
    #expect(table.sum("not_due") + overdue == table.sum("outstanding"))
  }

  private func decimal(_ hundredths: Int) -> String { Money(hundredths: Int64(hundredths)).description }
}
