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
      lead.kind.isLive
        || ((lead.kind == .closed || lead.kind == .lost) && lead.row.closedOn.isIn(review.period.range))
    }.sorted { review.lead($0, precedes: $1) }
    let daysIdle = review.daysIdle(leads)
    // Rows are made when they are asked for: a ledger may be as long as the book.
    let numbers = leads.map { UInt32($0.number) }
    let rows = Rows(count: numbers.count) { index in
      Self.cells(review.lead(Int(numbers[index])), daysIdle[index], review)
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

  private static func cells(_ lead: LeadView, _ daysIdle: Int?, _ review: ReviewContext) -> [Cell] {
    let (row, fact) = (lead.row, lead.row.dimensions)
    return [
      .text(review.text(fact.businessUnit)), .text(review.facts.leads.id(lead.number)),
      .text(review.facts.leads.name(lead.number)), .text(review.text(fact.customer)),
      .text(review.customerName(fact.customer, row.customerName)),
      .text(review.text(review.facts.masters.customerClass(fact.customer))),
      .text(review.text(fact.industry)),
      .text(review.text(fact.province)), .text(review.text(fact.city)), .text(review.text(fact.team)),
      .text(review.text(fact.rep)), .text(review.text(row.source)), .text(review.text(fact.product)),
      .text(review.stageID(lead)), .money(row.amount),
      .rate(Figure(units: Int128(lead.probability), decimals: 6)), .money(lead.weighted(row.amount)),
      .text(review.chance(lead)), .date(row.created.day), .date(row.expectedBidOn.day), .date(row.wonOn.day),
      .date(row.expectedOrderOn.day), .date(row.orderedOn.day), .date(row.expectedCollectionOn.day),
      .money(row.expectedCollection), .money(row.collected), .date(row.closedOn.day),
      .date(row.lastFollowed.day), .count(row.followCount), .count(daysIdle),
      .flag(review.isSilent(lead, daysIdle)), .text(review.text(row.competitor)),
      .money(row.bidPrice.money.map { MoneySum($0) }), .text(review.text(row.lostReason)), .flag(row.isTop),
      .date(row.version.updated.day),
    ]
  }
}
