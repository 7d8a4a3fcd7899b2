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
    let leads = review.largestFirst(
      review.leads.filter { lead in
        lead.kind == .lost
          ? lead.row.closedOn.isIn(lastYear) && lead.row.amount > .zero
          : lead.isUndecided && review.isWithoutChance(lead)
      })
    var matching = RepMatching(review, idle: review.idleReps)
    let reps = leads.map { matching.suggest(for: $0)?.rep ?? .blank }
    let daysIdle = review.daysIdle(leads)
    return LeadList(leads, daysIdle: daysIdle).table(definition, review) { lead, place, cells in
      cells.put(lead.row.amount)
      cells.put(lead.row.lostReason, review)
      cells.put(count: lead.kind == .lost ? lead.row.closedOn.day.map { asOf - $0 } : daysIdle[place])
      cells.put(reps[place], review)
    }
  }
}
