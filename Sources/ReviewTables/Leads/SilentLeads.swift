internal import Facts
internal import ReviewModel

/// Leads with a chance that nobody has followed for too long (docs/metrics.md, section 5).
struct SilentLeads: ReviewTable {
  let definition = TableDefinition(
    "silent-leads", .leads, needs: [[.leads]], keyColumns: 3, dataBars: ["amount"],
    columns: LeadColumns.around([.money("amount"), .ordinal("follows"), .date("last_followed")]))

  func table(_ review: ReviewContext) -> Table {
    let silent = review.silentLeads.sorted(
      key: { lead, daysIdle in
        SortKey(
          SortKey.highestFirst(Int64(daysIdle)), SortKey.highestFirst(lead.row.amount),
          text: review.leadWords.sortable(lead.number))
      }, or: { review.facts.leads.precedes($0.lead.number, $1.lead.number) })
    return LeadList(silent.map(\.lead), daysIdle: silent.map(\.daysIdle)).table(definition, review) {
      lead, _, cells in
      cells.put(lead.row.amount)
      cells.put(count: lead.row.followCount)
      cells.put(lead.row.lastFollowed)
    }
  }
}

extension ReviewContext {
  /// The silent leads with their days_idle, in no order.
  var silentLeads: [(lead: LeadView, daysIdle: Int)] {
    shared.silentLeads {
      let leads = leads.filter(canBeSilent)
      return zip(leads, daysIdle(leads)).compactMap { lead, days in
        days.flatMap { isSilent(lead, $0) ? (lead, $0) : nil }
      }
    }
  }

  /// Open or bidding, left alone for silent-days or more, and not without a chance.
  func isSilent(_ lead: LeadView, _ daysIdle: Int?) -> Bool {
    canBeSilent(lead) && daysIdle.map { $0 >= facts.silentDays } ?? false
  }

  private func canBeSilent(_ lead: LeadView) -> Bool { lead.isUndecided && !isWithoutChance(lead) }

  /// Whether somebody wrote that the lead has no chance.
  func isWithoutChance(_ lead: LeadView) -> Bool { lead.row.chance == ReviewContext.noChance }

  private static let noChance = Vocabulary.chance.code(of: "none").map { UInt8($0) }
}

extension LeadView {
  /// Of kind open or bidding.
  var isUndecided: Bool { kind == .open || kind == .bidding }
}
