internal import Facts
internal import ReviewModel

/// What is owed, by age: by each customer, and on each rep's account (docs/metrics.md, section 8).
struct Receivables: ReviewTable {
  let definition: TableDefinition
  /// The business unit, blank where debts do not stand by it, and who owes.
  private let key: @Sendable (Receivable, ReviewContext) -> GroupKey
  private let names: @Sendable (GroupKey, Debt, ReviewContext) -> [Cell]

  private init(
    _ id: String, columns: [Column], charts: [ChartHint] = [],
    key: @escaping @Sendable (Receivable, ReviewContext) -> GroupKey,
    names: @escaping @Sendable (GroupKey, Debt, ReviewContext) -> [Cell]
  ) {
    definition = TableDefinition(
      id, .money, needs: [[.receivables]], keyColumns: columns.count,
      charts: charts, columns: columns + Debt.columns)
    self.key = key
    self.names = names
  }

  static let family = [byCustomer, byRep]

  private static let byCustomer = Receivables(
    "receivables", columns: [.text("business_unit"), .text("customer_id"), .text("customer")],
    charts: [.ageing(buckets: Debt.buckets)],
    key: { invoice, review in
      GroupKey(invoice.dimensions.businessUnit, review.orNone(invoice.dimensions.customer))
    },
    names: { key, debt, review in
      [
        .text(review.text(key[0])), .text(review.text(key[1])),
        .text(review.customerName(key[1], debt.name)),
      ]
    })

  private static let byRep = Receivables(
    "receivables-by-rep", columns: [.text("rep_id", .rep)],
    key: { invoice, review in GroupKey(.blank, review.orNone(invoice.dimensions.rep)) },
    names: { key, _, review in [.text(review.text(key[1]))] })

  func table(_ review: ReviewContext) -> Table {
    var groups = Groups(Debt())
    for invoice in review.facts.receivables where invoice.outstanding > .zero {
      groups[key(invoice, review)].add(invoice, asOf: review.period.asOf)
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
    return TableBuilder(definition).table(count: order.count) { [groups, names] row in
      let (key, debt) = (groups.keys[order[row]], groups[place: order[row]])
      return names(key, debt, review) + debt.cells
    }
  }
}
