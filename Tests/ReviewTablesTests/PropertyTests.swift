import Facts
import ReviewModel
import SampleBook
import TestSupport
import Testing

/// What holds for every table, on a book that has some of everything.
@Suite("Properties of all tables")
struct PropertyTests {
  private func sample(leads: Int) throws -> SmallBook {
    let book = try SmallBook([:], settings: "business-units: [hardware, software]")
    _ = try SampleBook(leads: leads, months: 14).write(to: book.folder)
    return book
  }

  @Test("totals follow from the rows, and rates in them from the totals", arguments: ["2026-10", "2026-W43"])
  func totals(period: String) async throws {
    let tables = try await sample(leads: 80).tables(period)
    var sums = 0
    var rates = 0
    for table in tables {
      guard let totals = table.totals else { continue }
      for (place, column) in table.definition.columns.enumerated() {
        switch column.total {
        case .sum:
          sums += 1
          #expect(totals[place] == sum(of: table.rows.map { $0[place] }), "\(table.id) \(column.id)")
        case .derived:
          guard case .ratio(let over, let under)? = column.derivation, column.kind == .rate,
            let one = table.definition.index(of: over), let other = table.definition.index(of: under)
          else { continue }
          rates += 1
          let rate = quotient(totals[one], totals[other])
          #expect(totals[place] == .rate(rate), "\(table.id) \(column.id)")
        case .blank: continue
        }
      }
    }
    // A comparison of nothing would always hold.
    #expect(sums > 50 && rates > 10)
  }

  private func sum(of cells: [Cell]) -> Cell {
    var money: MoneySum?
    var count: Int?
    for cell in cells {
      switch cell {
      case .money(let amount): money = (money ?? .zero) + amount
      case .count(let number): count = (count ?? 0) + number
      default: continue
      }
    }
    return money.map { .money($0) } ?? .count(count)
  }

  private func quotient(_ numerator: Cell, _ denominator: Cell) -> Figure? {
    switch (numerator, denominator) {
    case (.money(let over), .money(let under)): Figure(over, over: under)
    case (.count(let over), .count(let under)): Figure(over, over: under)
    default: nil
    }
  }

  @Test("a rate is its quotient in every row of every table", arguments: ["2026-10", "2026-W43"])
  func rates(period: String) async throws {
    let tables = try await sample(leads: 80).tables(period)
    var compared = 0
    for table in tables {
      for (place, column) in table.definition.columns.enumerated() {
        guard case .ratio(let over, let under)? = column.derivation, column.kind == .rate,
          let one = table.definition.index(of: over), let other = table.definition.index(of: under)
        else { continue }
        for row in table.rows {
          compared += 1
          #expect(row[place] == .rate(quotient(row[one], row[other])), "\(table.id) \(column.id)")
        }
      }
    }
    #expect(compared > 100)
  }

  @Test(
    "the months of a year, and those of a quarter, add up to its target to the hundredth", arguments: 1...8)
  func spread(seed: Int) async throws {
    var dice = Dice(seed: UInt64(seed))
    let year = dice.below(100_000_000) - 1_000_000
    let quarter = dice.below(1_000_000)
    let targets = """
      period,metric,amount,business_unit,province
      2026,orders,\(Money(hundredths: Int64(year))),u,山东
      2026-Q2,orders,\(Money(hundredths: Int64(quarter))),u,江苏
      """
    let book = try SmallBook([
      "orders.csv": "order_id,date,amount,business_unit,province\n1,2026-01-01,1,u,山东\n2,2026-01-01,1,u,江苏\n",
      "targets.csv": targets,
    ])
    var sums = (year: MoneySum.zero, quarter: MoneySum.zero)
    for month in 1...12 {
      let table = try await book.table("province-month", month < 10 ? "2026-0\(month)" : "2026-\(month)")
      for (province, target) in zip(table.cells("province"), table.cells("orders_target")) {
        guard case .money(let amount) = target else { continue }
        if province.shown == "山东" { sums.year += amount } else { sums.quarter += amount }
      }
    }
    #expect(sums.year == MoneySum(hundredths: Int128(year)))
    #expect(sums.quarter == MoneySum(hundredths: Int128(quarter)))
  }
}
