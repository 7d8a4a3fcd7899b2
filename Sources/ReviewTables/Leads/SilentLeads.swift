internal import Facts
internal import ReviewModel

/// Leads with a chance that nobody has followed for too long (docs/metrics.md, section 5).
struct SilentLeads: ReviewTable {
  let definition = TableDefinition(
    "silent-leads", .leads, needs: [[.leads]], keyColumns: 3, dataBars: ["amount"],
    columns: LeadColumns.around([.money("amount"), .ordinal("follows"), .date("last_followed")]))

  func table(_ review: ReviewContext) -> Table {
    let silent = review.silentLeads.sorted { left, right in
      left.daysIdle == right.daysIdle
        ? review.largerLead(left.lead, precedes: right.lead) : left.daysIdle > right.daysIdle
    }
    return LeadList(silent.map(\.lead), daysIdle: silent.map(\.daysIdle)).table(definition, review) {
      lead, _ in
      [.money(lead.row.amount), .count(lead.row.followCount), .date(lead.row.lastFollowed.day)]
    }
  }
}

extension ReviewContext {
  /// The silent leads with their days_idle, in no order.
  var silentLeads: [(lead: LeadView, daysIdle: Int)] {
    let leads = leads.filter(canBeSilent)
    return zip(leads, daysIdle(leads)).compactMap { lead, days in
      days.flatMap { isSilent(lead, $0) ? (lead, $0) : nil }
    }
  }

  /// Open or bidding, left alone for silent-days or more, and not without a chance.
  func isSilent(_ lead: LeadView, _ daysIdle: Int?) -> Bool {
    canBeSilent(lead) && daysIdle.map { $0 >= facts.silentDays } ?? false
  }

  private func canBeSilent(_ lead: LeadView) -> Bool { lead.isUndecided && chance(lead) != "none" }
}

extension LeadView {
  /// Of kind open or bidding.
  var isUndecided: Bool { kind == .open || kind == .bidding }
}
