internal import Facts
internal import ReviewModel

extension ReviewContext {
  /// The days that leads have been left alone: as-of less the latest of last_followed, created, and the latest visit
  /// to the lead's customer by its rep, all up to as-of; nil where there is none (docs/metrics.md, section 2).
  ///
  /// One pass over the visits serves all leads asked for, so a table asks once.
  func daysIdle(_ leads: [LeadView]) -> [Int?] {
    struct Pair: Hashable {
      let rep: Symbol
      let customer: Symbol
    }
    let asOf = period.asOf
    var latest: [Pair: Day?] = [:]
    latest.reserveCapacity(leads.count)
    for lead in leads where !lead.row.dimensions.rep.isBlank && !lead.row.dimensions.customer.isBlank {
      latest[Pair(rep: lead.row.dimensions.rep, customer: lead.row.dimensions.customer)] = .some(nil)
    }
    if !latest.isEmpty {
      for visit in facts.visits where visit.date <= asOf {
        let pair = Pair(rep: visit.dimensions.rep, customer: visit.dimensions.customer)
        guard let index = latest.index(forKey: pair) else { continue }
        latest.values[index] = max(latest.values[index] ?? visit.date, visit.date)
      }
    }
    return leads.map { lead in
      let visited = latest[Pair(rep: lead.row.dimensions.rep, customer: lead.row.dimensions.customer)] ?? nil
      let signs = [lead.row.lastFollowed.day, lead.row.created.day, visited]
      return signs.compactMap { $0 }.filter { $0 <= asOf }.max().map { asOf - $0 }
    }
  }
}
