internal import Facts
internal import ReviewModel

/// The deals won in the period, one by one (docs/metrics.md, section 5).
struct WonDeals: ReviewTable {
  let details: FactDetails = .keyFactors

  let definition = TableDefinition(
    "won-deals", .leads, [.month], needs: [[.leads]], keyColumns: 3, dataBars: ["amount"],
    columns: LeadColumns.around([
      .money("amount"), .date("won_on"), .ordinal("cycle"), .ordinal("follows"), .text("key_factors"),
    ]))

  func table(_ review: ReviewContext) -> Table {
    let leads = Array(review.leads(wonIn: review.period.range)).sorted(
      key: { lead in
        SortKey(
          review.unitOrder(lead.businessUnit), SortKey.highestFirst(lead.row.amount),
          text: review.leadWords.sortable(lead.number))
      }, or: { review.facts.leads.precedes($0.number, $1.number) })
    return LeadList(leads, daysIdle: review.daysIdle(leads)).table(definition, review) { lead, _, cells in
      let factors = review.facts.symbols.items(lead.row.keyFactors)
      cells.put(lead.row.amount)
      cells.put(lead.row.wonOn)
      cells.put(count: lead.cycle)
      cells.put(count: lead.row.followCount)
      cells.put(text: factors.isEmpty ? nil : factors.joined(separator: "; "))
    }
  }
}
