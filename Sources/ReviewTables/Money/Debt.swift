internal import Facts
internal import ReviewModel

/// What is owed, by age: the columns of `receivables` and `receivables-by-rep` behind those that name who owes.
struct Debt: Sendable {
  static let buckets = ["not_due", "d1_30", "d31_60", "d61_90", "over_90"]

  static let columns: [Column] =
    [.money("outstanding")] + buckets.map { .money($0) }
    + [
      .sum("overdue", of: Array(buckets.dropFirst())), .rate("overdue_rate", "overdue", over: "outstanding"),
      .money("disputed"), .ordinal("oldest_days"),
    ]

  /// What the newest invoice that says so calls the customer.
  var name: Symbol { newestName.symbol }
  private var newestName = NewestName()
  private(set) var outstanding = MoneySum.zero
  private var buckets = InlineArray<5, MoneySum>(repeating: .zero)
  private var disputed = MoneySum.zero
  private var oldest: Int?

  var overdue: MoneySum { outstanding - buckets[0] }

  mutating func add(_ invoice: Receivable, asOf: Day) {
    let owed = invoice.outstanding
    let days = asOf - invoice.due
    outstanding += owed
    let bucket = days <= 0 ? 0 : days <= 30 ? 1 : days <= 60 ? 2 : days <= 90 ? 3 : 4
    buckets[bucket] += owed
    if invoice.isDisputed == true { disputed += owed }
    if days > 0 { oldest = max(oldest ?? days, days) }
    newestName.note(invoice.customerName, invoice.version)
  }

  /// The cells of ``columns`` that are not derived.
  var cells: [Cell] {
    [
      .money(outstanding), .money(buckets[0]), .money(buckets[1]), .money(buckets[2]), .money(buckets[3]),
      .money(buckets[4]), .money(disputed), .count(oldest),
    ]
  }
}
