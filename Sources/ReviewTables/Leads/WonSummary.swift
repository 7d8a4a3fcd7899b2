internal import Facts
internal import ReviewModel

/// The year's wins by product: how many, how much, how long, and what decided them (docs/metrics.md, section 5).
struct WonSummary: ReviewTable {
  let details: FactDetails = .keyFactors

  let definition = TableDefinition(
    "won-summary", .leads, [.month], needs: [[.leads]], keyColumns: 2,
    columns: [
      .text("business_unit"), .text("product"), .count("deals"), .money("amount"),
      .average("average_amount", "amount", per: "deals", total: .blank), .number("average_cycle"),
      .number("median_cycle"), .text("key_factors"),
    ])

  private struct Wins {
    var deals = 0
    var amount = MoneySum.zero
    var cycles: [Int] = []
    /// How many deals have each list of key factors.
    var factors: [Symbol: Int] = [:]
  }

  func table(_ review: ReviewContext) -> Table {
    let grouping = Grouping(.businessUnit, .product)
    var groups = Groups(Wins())
    for lead in review.leads(wonIn: review.period.yearToDate) {
      guard let key = grouping.key(of: lead.row.dimensions, in: review) else { continue }
      groups[key].deals += 1
      groups[key].amount += lead.row.amount
      if let cycle = lead.cycle { groups[key].cycles.append(cycle) }
      if !lead.row.keyFactors.isBlank { groups[key].factors[lead.row.keyFactors, default: 0] += 1 }
    }
    let rows = review.members(of: groups, by: grouping) { _, wins in
      [
        .count(wins.deals), .money(wins.amount), .number(Self.average(wins.cycles)),
        .number(Self.median(wins.cycles)), .text(Self.commonest(wins.factors, review)),
      ]
    }
    return TableBuilder(definition).table(rows)
  }

  private static func average(_ cycles: [Int]) -> Figure? {
    Figure(cycles.reduce(0, +), over: cycles.count, decimals: 1)
  }

  /// The middle one; of an even number the average of the two in the middle.
  private static func median(_ cycles: [Int]) -> Figure? {
    guard !cycles.isEmpty else { return nil }
    let sorted = cycles.sorted()
    return Figure(sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2], over: 2, decimals: 1)
  }

  /// The three commonest factors with the number of deals that have them, ties by name; nil for none.
  private static func commonest(_ lists: [Symbol: Int], _ review: ReviewContext) -> String? {
    // By bytes: two factors that Swift's strings hold for equal are two factors.
    var deals: [[UInt8]: Int] = [:]
    for (list, count) in lists {
      for factor in Set(review.facts.symbols.items(list).map { Array($0.utf8) }) {
        deals[factor, default: 0] += count
      }
    }
    let commonest = deals.sorted { left, right in
      left.value == right.value ? left.key.lexicographicallyPrecedes(right.key) : left.value > right.value
    }
    guard !commonest.isEmpty else { return nil }
    return commonest.prefix(3).map { "\(String(decoding: $0.key, as: UTF8.self)) (\($0.value))" }
      .joined(separator: "; ")
  }
}
