internal import Facts
internal import ReviewModel

/// The deals won in the period, one by one (docs/metrics.md, section 5).
struct WonDeals: ReviewTable {
  let definition = TableDefinition(
    "won-deals", .leads, [.month], needs: [[.leads]], keyColumns: 3, dataBars: ["amount"],
    columns: LeadColumns.around([
      .money("amount"), .date("won_on"), .ordinal("cycle"), .ordinal("follows"), .text("key_factors"),
    ]))

  let details: FactDetails = .keyFactors

  func table(_ review: ReviewContext) -> Table {
    let leads = review.leads(wonIn: review.period.range).sorted { left, right in
      let (leftUnit, rightUnit) = (left.row.dimensions.businessUnit, right.row.dimensions.businessUnit)
      return leftUnit == rightUnit
        ? review.largerLead(left, precedes: right) : review.unit(leftUnit, precedes: rightUnit)
    }
    return LeadList(leads, daysIdle: review.daysIdle(leads)).table(definition, review) { lead, _ in
      let factors = review.facts.symbols.items(lead.row.keyFactors)
      return [
        .money(lead.row.amount), .date(lead.row.wonOn.day), .count(lead.cycle),
        .count(lead.row.followCount), factors.isEmpty ? .blank : .text(factors.joined(separator: "; ")),
      ]
    }
  }
}
