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

  struct Debt: Sendable {
    var name: (version: Version, symbol: Symbol)?
    var outstanding = MoneySum.zero
    var buckets = InlineArray<5, MoneySum>(repeating: .zero)
    var disputed = MoneySum.zero
    var oldest: Int?

    var overdue: MoneySum { outstanding - buckets[0] }

    mutating func add(_ invoice: Receivable, asOf: Day) {
      let owed = invoice.outstanding
      let days = asOf - invoice.due
      outstanding += owed
      let bucket = days <= 0 ? 0 : days <= 30 ? 1 : days <= 60 ? 2 : days <= 90 ? 3 : 4
      buckets[bucket] += owed
      if invoice.isDisputed { disputed += owed }
      if days > 0 { oldest = max(oldest ?? days, days) }
      if !invoice.customerName.isBlank, name.map({ $0.version < invoice.version }) ?? true {
        name = (invoice.version, invoice.customerName)
      }
    }

    /// The cells of the columns from outstanding on that are not derived.
    func addCells(to cells: inout [Cell]) {
      cells.append(.money(outstanding))
      for index in buckets.indices { cells.append(.money(buckets[index])) }
      cells.append(.money(disputed))
      cells.append(.count(oldest))
    }
  }

  func table(_ review: ReviewContext) -> Table {
    var groups = Groups(Debt())
    for invoice in review.facts.receivables where invoice.outstanding > .zero {
      let fact = invoice.dimensions
      groups[GroupKey(fact.businessUnit, review.orNone(fact.customer))].add(invoice, asOf: review.period.asOf)
    }
    let order = groups.keys.indices.sorted { left, right in
      let (leftKey, rightKey) = (groups.keys[left], groups.keys[right])
      if leftKey[0] != rightKey[0] { return review.unit(leftKey[0], precedes: rightKey[0]) }
      let (leftOverdue, rightOverdue) = (groups[place: left].overdue, groups[place: right].overdue)
      if leftOverdue != rightOverdue { return leftOverdue > rightOverdue }
      let (leftSum, rightSum) = (groups[place: left].outstanding, groups[place: right].outstanding)
      if leftSum != rightSum { return leftSum > rightSum }
      return review.text(leftKey[1], precedes: rightKey[1])
    }
    return TableBuilder(definition).table(count: order.count) { [groups] row in
      let (key, debt) = (groups.keys[order[row]], groups[place: order[row]])
      var cells: [Cell] = []
      cells.reserveCapacity(11)
      cells.append(.text(review.text(key[0])))
      cells.append(.text(review.text(key[1])))
      cells.append(.text(review.customerName(key[1], debt.name?.symbol ?? .blank)))
      debt.addCells(to: &cells)
      return cells
    }
  }
}
