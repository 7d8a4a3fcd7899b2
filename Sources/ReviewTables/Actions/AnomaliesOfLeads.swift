internal import Facts
internal import ReviewModel

extension ReviewContext {
  /// Leads that vanished, that nobody follows though they matter, that are past their day, or that are nobody's.
  var anomaliesOfLeads: [Anomaly] {
    var anomalies = facts.leads.vanished.map {
      Anomaly(kind: .vanishedLead, subject: .lead($0), owner: lead($0).row.dimensions.rep)
    }
    // Room for all at once: to grow is to copy, and pages that nobody writes cost nothing.
    anomalies.reserveCapacity(leads.count)
    let key = keyLeads
    for (lead, days) in zip(key, daysIdle(key)) {
      guard let days, days >= facts.keyLeadDays else { continue }
      anomalies.append(anomaly(.keyLeadStale, lead, days: days))
    }
    for lead in pastDueLeads {
      let days = lead.expectedOrderOn.day.map { period.asOf - $0 }
      anomalies.append(anomaly(.pastDueDate, lead, days: days))
    }
    for lead in liveLeads where lead.row.dimensions.rep.isBlank {
      anomalies.append(anomaly(.unassignedLead, lead))
    }
    return anomalies
  }

  private func anomaly(_ kind: Anomaly.Kind, _ lead: LeadView, days: Int? = nil) -> Anomaly {
    Anomaly(kind: kind, subject: .lead(lead.number), owner: lead.row.dimensions.rep, days: days)
  }

  /// The unordered leads whose order was expected by as-of.
  var pastDueLeads: LazyFilterSequence<[LeadView]> {
    let asOf = period.asOf
    return leads.lazy.filter { $0.isUnordered && $0.expectedOrderOn.isOnOrBefore(asOf) }
  }

  /// The live leads that are marked TOP or among the `top` largest of their business unit.
  private var keyLeads: [LeadView] {
    var largest = UnitTops<LeadByAmount>(top: facts.top) { MoneySum($0.lead.row.amount) }
    for lead in liveLeads {
      largest.add(
        LeadByAmount(lead: lead, ledger: facts.leads), of: MoneySum(lead.row.amount),
        to: lead.row.dimensions.businessUnit)
    }
    let large = largest.ranked(in: self).map(\.entry.lead)
    let numbers = Set(large.map(\.number))
    return large + liveLeads.filter { $0.row.isTop == true && !numbers.contains($0.number) }
  }
}

/// A lead by its amount: of equal amounts that with the later lead_id is the smaller.
private struct LeadByAmount: Comparable {
  let lead: LeadView
  let ledger: LeadLedger

  static func == (left: LeadByAmount, right: LeadByAmount) -> Bool { left.lead.number == right.lead.number }
  static func < (left: LeadByAmount, right: LeadByAmount) -> Bool {
    left.lead.row.amount == right.lead.row.amount
      ? left.ledger.precedes(right.lead.number, left.lead.number)
      : left.lead.row.amount < right.lead.row.amount
  }
}
