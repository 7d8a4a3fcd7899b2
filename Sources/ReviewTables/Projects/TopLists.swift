internal import Facts
internal import ReviewModel

/// The five TOP lists (docs/metrics.md, section 4): of each business unit the leads with the largest amounts.
struct TopList: ReviewTable {
  let definition: TableDefinition
  /// The leads that belong in the list.
  private let holds: @Sendable (LeadView, ReviewContext) -> Bool
  /// The amount by which they are ordered.
  private let amount: @Sendable (LeadView) -> Money
  /// Puts the cells of the list's own columns.
  private let own: @Sendable (LeadView, ReviewContext, inout RowCells) -> Void

  private init(
    _ id: String, bars: String, columns: [Column],
    amount: @escaping @Sendable (LeadView) -> Money = { $0.row.amount },
    holds: @escaping @Sendable (LeadView, ReviewContext) -> Bool,
    own: @escaping @Sendable (LeadView, ReviewContext, inout RowCells) -> Void
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
    own: { lead, review, cells in
      cells.put(lead.row.amount)
      cells.put(lead.row.orderedOn)
      cells.put(lead.row.collected)
      cells.put(lead.row.expectedCollection)
      cells.put(lead.expectedCollectionOn)
      cells.put(count: lead.row.orderedOn.day.map { review.period.asOf - $0 })
    })

  private static let pending = TopList(
    "s5-pending", bars: "amount",
    columns: [
      .money("amount"), .date("won_on"), .date("expected_order_on"), .ordinal("days_since_won"),
      .flag("slipped"),
    ],
    holds: { lead, _ in lead.kind == .won && !lead.isOrdered },
    own: { lead, review, cells in
      cells.put(lead.row.amount)
      cells.put(lead.row.wonOn)
      cells.put(lead.expectedOrderOn)
      cells.put(count: lead.row.wonOn.day.map { review.period.asOf - $0 })
      cells.put(lead.expectedOrderOn.isOnOrBefore(review.period.asOf))
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
    own: { lead, _, cells in
      cells.put(lead.row.amount)
      cells.put(lead.expectedBidOn)
      cells.put(lead.row.expectedCollection)
      cells.put(lead.expectedCollectionOn)
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
    own: { lead, review, cells in
      cells.put(lead.row.amount)
      cells.put(lead.row.expectedCollection)
      cells.put(lead.expectedCollectionOn)
      cells.put(review.before(lead.number)?.state.expectedCollectionOn.day)
    })

  private static let bidding = TopList(
    "s4-bidding", bars: "amount",
    columns: [.money("amount"), .date("expected_bid_on"), .money("bid_price")],
    holds: { lead, review in
      lead.kind == .bidding && lead.expectedBidOn.isIn(review.forecastDays)
    },
    own: { lead, _, cells in
      cells.put(lead.row.amount)
      cells.put(lead.expectedBidOn)
      cells.put(lead.row.bidPrice)
    })

  /// A lead by its place in a list.
  private struct Entry: Comparable {
    let lead: LeadView
    let amount: Money
    let ledger: LeadLedger

    static func == (left: Entry, right: Entry) -> Bool { left.lead.number == right.lead.number }
    static func < (left: Entry, right: Entry) -> Bool {
      left.amount == right.amount
        ? left.ledger.precedes(right.lead.number, left.lead.number) : left.amount < right.amount
    }
  }

  func table(_ review: ReviewContext) -> Table {
    var lists = UnitTops<Entry>(top: review.facts.top) { MoneySum($0.amount) }
    for lead in review.liveLeads where holds(lead, review) {
      let amount = amount(lead)
      lists.add(
        Entry(lead: lead, amount: amount, ledger: review.facts.leads), of: MoneySum(amount),
        to: lead.row.dimensions.businessUnit)
    }
    let ranked = lists.ranked(in: review)
    let daysIdle = review.daysIdle(ranked.map(\.entry.lead))
    let listed = zip(ranked, daysIdle).map { (lead: $0.entry.lead, rank: $0.rank, daysIdle: $1) }
    let rows = Rows(count: listed.count) { [own] place, cells in
      let (lead, rank, daysIdle) = listed[place]
      cells.put(headOf: lead, rank: rank, review)
      own(lead, review, &cells)
      cells.put(tailOf: lead, daysIdle: daysIdle, review)
    }
    return Table(definition, rows: rows, truncations: lists.truncations(in: review))
  }
}
