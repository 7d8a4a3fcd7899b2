internal import Facts
internal import ReviewModel

/// The leads that are live now, and those closed or lost in the period (docs/metrics.md, section 5).
struct Ledger: ReviewTable {
  let definition = TableDefinition(
    "ledger", .leads, needs: [[.leads]], keyColumns: 3,
    columns: [
      .text("business_unit"), .text("lead_id"), .text("name"), .text("customer_id"), .text("customer"),
      .text("customer_class", .word("customer_class")), .text("industry"), .text("province"), .text("city"),
      .text("team"), .text("rep_id", .rep), .text("source"), .text("product"), .text("stage", .stage),
      .money("amount"), .rate("probability"), .money("weighted"), .text("chance", .word("chance")),
      .date("created"), .date("expected_bid_on"), .date("won_on"), .date("expected_order_on"),
      .date("ordered_on"), .date("expected_collection_on"), .money("expected_collection"),
      .money("collected"),
      .date("closed_on"), .date("last_followed"), .ordinal("follows"), .ordinal("days_idle"), .flag("silent"),
      .text("competitor"), .money("bid_price", total: .blank), .text("lost_reason"), .flag("top"),
      .date("updated"),
    ])

  func table(_ review: ReviewContext) -> Table {
    let leads = review.leads.filter { lead in
      lead.isLive
        || ((lead.kind == .closed || lead.kind == .lost) && lead.row.closedOn.isIn(review.period.range))
    }.sorted(
      key: { SortKey(review.unitOrder($0.businessUnit), text: review.leadWords.sortable($0.number)) },
      or: { review.facts.leads.precedes($0.number, $1.number) })
    let daysIdle = review.daysIdle(leads)
    // Rows are put when they are asked for: a ledger may be as long as the book.
    let rows = Rows(count: leads.count) { place, cells in
      leads.prefetch(after: place)
      cells.put(ledger: leads[place], daysIdle[place], review)
    }
    var totals: [Cell]?
    if !leads.isEmpty {
      var (amount, weighted) = (MoneySum.zero, MoneySum.zero)
      var (expectedCollection, collected) = (MoneySum.zero, MoneySum.zero)
      for lead in leads {
        amount += lead.row.amount
        weighted += lead.weighted(lead.row.amount)
        expectedCollection += lead.row.expectedCollection
        collected += lead.row.collected
      }
      let sums = [
        "amount": amount, "weighted": weighted, "expected_collection": expectedCollection,
        "collected": collected,
      ]
      totals = definition.columns.map { .money(sums[$0.id]) }
    }
    return Table(definition, rows: rows, totals: totals)
  }
}

extension RowCells {
  fileprivate mutating func put(ledger lead: LeadView, _ daysIdle: Int?, _ review: ReviewContext) {
    let fact = lead.row.dimensions
    put(fact.businessUnit, review)
    putID(of: lead.number, review)
    putName(of: lead.number, review)
    put(fact.customer, review)
    putCustomer(fact.customer, named: lead.row.customerName, review)
    put(review.facts.masters.customerClass(fact.customer), review)
    put(fact.industry, review)
    put(fact.province, review)
    put(fact.city, review)
    put(fact.team, review)
    put(fact.rep, review)
    put(lead.row.source, review)
    put(fact.product, review)
    putStage(of: lead, review)
    put(lead.row.amount)
    put(rateInMillionths: Int(lead.probability))
    put(lead.weighted(lead.row.amount))
    putChance(of: lead, review)
    put(lead.row.created)
    put(lead.expectedBidOn)
    put(lead.row.wonOn)
    put(lead.expectedOrderOn)
    put(lead.row.orderedOn)
    put(lead.expectedCollectionOn)
    put(lead.row.expectedCollection)
    put(lead.row.collected)
    put(lead.row.closedOn)
    put(lead.row.lastFollowed)
    put(count: lead.row.followCount)
    put(count: daysIdle)
    put(review.isSilent(lead, daysIdle))
    put(lead.row.competitor, review)
    put(lead.row.bidPrice)
    put(lead.row.lostReason, review)
    put(lead.row.isTop)
    put(lead.row.version.updated)
  }
}
