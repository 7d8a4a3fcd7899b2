internal import Facts
internal import ReviewModel

/// Leads without a chance and leads lost, worth another try by another rep (docs/metrics.md, section 5).
struct DeadLeads: ReviewTable {
  let definition = TableDefinition(
    "dead-leads", .leads, [.month], needs: [[.leads]], keyColumns: 3, dataBars: ["amount"],
    columns: LeadColumns.around([
      .money("amount"), .text("lost_reason"), .ordinal("days_dead"), .text("suggested_rep", .rep),
    ]))

  func table(_ review: ReviewContext) -> Table {
    let asOf = review.period.asOf
    let lastYear = (asOf - 364)...asOf
    let leads = review.leads.filter { lead in
      lead.kind == .lost
        ? lead.row.closedOn.isIn(lastYear) && lead.row.amount > .zero
        : lead.isUndecided && review.chance(lead) == "none"
    }.sorted { review.largerLead($0, precedes: $1) }
    var matching = RepMatching(review, idle: review.idleReps)
    let reps = leads.map { matching.suggest(for: $0)?.rep ?? .blank }
    let daysIdle = review.daysIdle(leads)
    return LeadList(leads, daysIdle: daysIdle).table(definition, review) { lead, place in
      let daysDead = lead.kind == .lost ? lead.row.closedOn.day.map { asOf - $0 } : daysIdle[place]
      return [
        .money(lead.row.amount), .text(review.text(lead.row.lostReason)), .count(daysDead),
        .text(review.text(reps[place])),
      ]
    }
  }
}
