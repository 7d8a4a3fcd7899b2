internal import Facts
internal import ReviewModel

/// What is owed, by age: by each customer, and on each rep's account (docs/metrics.md, section 8).
struct Receivables: ReviewTable {
  let definition: TableDefinition
  /// Whether debts stand by business unit, which then is the first of a member's symbols; the last is the member.
  private let isByUnit: Bool
  private let key: @Sendable (Receivable, ReviewContext) -> GroupKey
  private let names: @Sendable (GroupKey, Debt, ReviewContext) -> [Cell]

  private init(
    _ id: String, columns: [Column], isByUnit: Bool,
    key: @escaping @Sendable (Receivable, ReviewContext) -> GroupKey,
    names: @escaping @Sendable (GroupKey, Debt, ReviewContext) -> [Cell]
  ) {
    definition = TableDefinition(
      id, .money, needs: [[.receivables]], keyColumns: columns.count,
      charts: [.ageing(buckets: Debt.buckets)], columns: columns + Debt.columns)
    self.isByUnit = isByUnit
    self.key = key
    self.names = names
  }

  static let family = [byCustomer, byRep]

  private static let byCustomer = Receivables(
    "receivables", columns: [.text("business_unit"), .text("customer_id"), .text("customer")],
    isByUnit: true,
    key: { invoice, review in
      GroupKey(invoice.dimensions.businessUnit, review.orNone(invoice.dimensions.customer))
    },
    names: { key, debt, review in
      [
        .text(review.text(key[0])), .text(review.text(key[1])),
        .text(review.customerName(key[1], debt.name?.symbol ?? .blank)),
      ]
    })

  private static let byRep = Receivables(
    "receivables-by-rep", columns: [.text("rep_id", .rep)], isByUnit: false,
    key: { invoice, review in GroupKey(review.orNone(invoice.dimensions.rep)) },
    names: { key, _, review in [.text(review.text(key[0]))] })

  func table(_ review: ReviewContext) -> Table {
    var groups = Groups(Debt())
    for invoice in review.facts.receivables where invoice.outstanding > .zero {
      groups[key(invoice, review)].add(invoice, asOf: review.period.asOf)
    }
    let member = isByUnit ? 1 : 0
    let order = groups.keys.indices.sorted { left, right in
      let (leftKey, rightKey) = (groups.keys[left], groups.keys[right])
      if isByUnit, leftKey[0] != rightKey[0] { return review.unit(leftKey[0], precedes: rightKey[0]) }
      let (leftOverdue, rightOverdue) = (groups[place: left].overdue, groups[place: right].overdue)
      if leftOverdue != rightOverdue { return leftOverdue > rightOverdue }
      let (leftSum, rightSum) = (groups[place: left].outstanding, groups[place: right].outstanding)
      if leftSum != rightSum { return leftSum > rightSum }
      return review.text(leftKey[member], precedes: rightKey[member])
    }
    return TableBuilder(definition).table(count: order.count) { [groups, names] row in
      let (key, debt) = (groups.keys[order[row]], groups[place: order[row]])
      return names(key, debt, review) + debt.cells
    }
  }
}
