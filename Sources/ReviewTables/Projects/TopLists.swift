internal import Facts
internal import HeapModule
internal import ReviewModel

/// The five TOP lists (docs/metrics.md, section 4): of each business unit the leads with the largest amounts.
struct TopList: ReviewTable {
  let definition: TableDefinition
  /// The leads that belong in the list.
  private let holds: @Sendable (LeadView, ReviewContext) -> Bool
  /// The amount by which they are ordered.
  private let amount: @Sendable (LeadView) -> Money
  /// The cells of the list's own columns.
  private let own: @Sendable (LeadView, ReviewContext) -> [Cell]

  private init(
    _ id: String, bars: String, columns: [Column],
    amount: @escaping @Sendable (LeadView) -> Money = { $0.row.amount },
    holds: @escaping @Sendable (LeadView, ReviewContext) -> Bool,
    own: @escaping @Sendable (LeadView, ReviewContext) -> [Cell]
  ) {
    definition = TableDefinition(
      id, .projects, needs: [[.leads]], keyColumns: 4, hasTotals: false, dataBars: [bars],
      columns: LeadColumns.around(columns, ranked: true))
    self.holds = holds
    self.amount = amount
    self.own = own
  }

  static let family = [ordered, pending, collecting, newCollection, bidding]

  private static let ordered = TopList(
    "s5-ordered", bars: "amount",
    columns: [
      .money("amount"), .date("ordered_on"), .money("collected"), .money("expected_collection"),
      .date("expected_collection_on"), .ordinal("days_since_order"),
    ],
    holds: { lead, _ in lead.isOrdered },
    own: { lead, review in
      [
        .money(lead.row.amount), .date(lead.row.orderedOn.day), .money(lead.row.collected),
        .money(lead.row.expectedCollection), .date(lead.row.expectedCollectionOn.day),
        .count(lead.row.orderedOn.day.map { review.period.asOf - $0 }),
      ]
    })

  private static let pending = TopList(
    "s5-pending", bars: "amount",
    columns: [
      .money("amount"), .date("won_on"), .date("expected_order_on"), .ordinal("days_since_won"),
      .flag("slipped"),
    ],
    holds: { lead, _ in lead.kind == .won && !lead.isOrdered },
    own: { lead, review in
      [
        .money(lead.row.amount), .date(lead.row.wonOn.day), .date(lead.row.expectedOrderOn.day),
        .count(lead.row.wonOn.day.map { review.period.asOf - $0 }),
        .flag(lead.row.expectedOrderOn.isOnOrBefore(review.period.asOf)),
      ]
    })

  private static let collecting = TopList(
    "s4-collecting", bars: "expected_collection",
    columns: [
      .money("amount"), .date("expected_bid_on"), .money("expected_collection"),
      .date("expected_collection_on"),
    ],
    amount: { $0.row.expectedCollection },
    holds: { lead, review in
      lead.kind == .bidding && lead.expectedCollectionOn.isIn(review.forecastDays)
    },
    own: { lead, _ in
      [
        .money(lead.row.amount), .date(lead.row.expectedBidOn.day), .money(lead.row.expectedCollection),
        .date(lead.row.expectedCollectionOn.day),
      ]
    })

  private static let newCollection = TopList(
    "new-collection", bars: "expected_collection",
    columns: [
      .money("amount"), .money("expected_collection"), .date("expected_collection_on"),
      .date("previous_expected_on"),
    ],
    amount: { $0.row.expectedCollection },
    holds: { lead, review in
      let month = review.forecastDays
      guard lead.isLive, lead.expectedCollectionOn.isIn(month) else { return false }
      return review.before(lead.number).map { !$0.state.expectedCollectionOn.isIn(month) } ?? true
    },
    own: { lead, review in
      [
        .money(lead.row.amount), .money(lead.row.expectedCollection),
        .date(lead.row.expectedCollectionOn.day),
        .date(review.before(lead.number)?.state.expectedCollectionOn.day),
      ]
    })

  private static let bidding = TopList(
    "s4-bidding", bars: "amount",
    columns: [.money("amount"), .date("expected_bid_on"), .money("bid_price")],
    holds: { lead, review in
      lead.kind == .bidding && lead.expectedBidOn.isIn(review.forecastDays)
    },
    own: { lead, _ in
      [
        .money(lead.row.amount), .date(lead.row.expectedBidOn.day),
        .money(lead.row.bidPrice.money.map { MoneySum($0) }),
      ]
    })

  /// A lead by its place in a list: the smaller, the nearer the end.
  fileprivate struct Entry: Comparable {
    let lead: LeadView
    let amount: Money
    let ledger: LeadLedger

    static func == (left: Entry, right: Entry) -> Bool { left.lead.number == right.lead.number }
    static func < (left: Entry, right: Entry) -> Bool {
      left.amount == right.amount
        ? left.ledger.precedes(right.lead.number, left.lead.number) : left.amount < right.amount
    }
  }

  fileprivate struct Unit {
    var best = Heap<Entry>()
    /// The smallest amount in the list.
    var least = Money.zero
    var total = 0
    var totalAmount = MoneySum.zero
  }

  func table(_ review: ReviewContext) -> Table {
    let top = review.facts.top
    var units = Groups(Unit())
    for lead in review.liveLeads where holds(lead, review) {
      units[GroupKey(lead.businessUnit)].add(lead, amount(lead), top: top, review.facts.leads)
    }
    let order = units.keys.sorted { review.unit($0[0], precedes: $1[0]) }
    let ranked = order.flatMap { unit in
      units[unit].best.unordered.sorted(by: >).enumerated().map { (rank: $0 + 1, lead: $1.lead) }
    }
    let daysIdle = review.daysIdle(ranked.map(\.lead))
    let rows = zip(ranked, daysIdle).map { entry, days in
      review.cells(of: entry.lead, rank: entry.rank, own: own(entry.lead, review), daysIdle: days)
    }
    let truncations = order.compactMap { key -> Truncation? in
      let unit = units[key]
      guard unit.total > top, let name = review.text(key[0]) else { return nil }
      return Truncation(businessUnit: name, shown: top, total: unit.total, totalAmount: unit.totalAmount)
    }
    return TableBuilder(definition).table(rows, truncations: truncations)
  }
}

extension TopList.Unit {
  fileprivate mutating func add(_ lead: LeadView, _ amount: Money, top: Int, _ ledger: LeadLedger) {
    total += 1
    totalAmount += amount
    // Most leads are too small for a list that is full.
    if best.count == top, amount < least { return }
    let entry = TopList.Entry(lead: lead, amount: amount, ledger: ledger)
    if best.count < top {
      best.insert(entry)
    } else if let last = best.min, last < entry {
      best.replaceMin(with: entry)
    }
    least = best.min?.amount ?? .zero
  }
}
