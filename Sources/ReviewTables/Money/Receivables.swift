internal import Facts
internal import ReviewModel

/// What customers owe, by age (docs/metrics.md, section 8).
struct Receivables: ReviewTable {
  private static let buckets = ["not_due", "d1_30", "d31_60", "d61_90", "over_90"]

  let definition = TableDefinition(
    "receivables", .money, needs: [[.receivables]], keyColumns: 3, charts: [.ageing(buckets: buckets)],
    columns: [.text("business_unit"), .text("customer_id"), .text("customer"), .money("outstanding")]
      + buckets.map { .money($0) }
      + [
        .sum("overdue", of: Array(buckets.dropFirst())),
        .rate("overdue_rate", "overdue", over: "outstanding"), .money("disputed"), .ordinal("oldest_days"),
      ])

  struct Debt {
    var name: (version: Version, symbol: Symbol)?
    var outstanding = MoneySum.zero
    var buckets = [MoneySum](repeating: .zero, count: 5)
    var disputed = MoneySum.zero
    var oldest: Int?

    var overdue: MoneySum { buckets.dropFirst().reduce(.zero, +) }

    mutating func add(_ invoice: Receivable, asOf: Day) {
      let owed = invoice.outstanding
      let days = asOf - invoice.due
      outstanding = outstanding + owed
      let bucket = days <= 0 ? 0 : days <= 30 ? 1 : days <= 60 ? 2 : days <= 90 ? 3 : 4
      buckets[bucket] = buckets[bucket] + owed
      if invoice.isDisputed { disputed = disputed + owed }
      if days > 0 { oldest = max(oldest ?? days, days) }
      if !invoice.customerName.isBlank, name.map({ $0.version < invoice.version }) ?? true {
        name = (invoice.version, invoice.customerName)
      }
    }

    /// The cells of the columns from outstanding on that are not derived.
    var cells: [Cell] {
      [.money(outstanding)] + buckets.map { .money($0) } + [.money(disputed), .count(oldest)]
    }
  }

  func table(_ review: ReviewContext) -> Table {
    var groups = Groups(Debt())
    for invoice in review.facts.receivables where invoice.outstanding > .zero {
      let fact = invoice.dimensions
      groups[GroupKey(fact.businessUnit, review.orNone(fact.customer))].add(invoice, asOf: review.period.asOf)
    }
    let debts = zip(groups.keys, groups.sums).sorted { left, right in
      if left.0[0] != right.0[0] { return review.unit(left.0[0], precedes: right.0[0]) }
      if left.1.overdue != right.1.overdue { return left.1.overdue > right.1.overdue }
      if left.1.outstanding != right.1.outstanding { return left.1.outstanding > right.1.outstanding }
      return review.text(left.0[1], precedes: right.0[1])
    }
    let rows = debts.map { key, debt -> [Cell] in
      [
        .text(review.text(key[0])), .text(review.text(key[1])),
        .text(review.customerName(key[1], debt.name?.symbol ?? .blank)),
      ] + debt.cells
    }
    return TableBuilder(definition).table(rows)
  }
}
