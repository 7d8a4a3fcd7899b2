internal import Facts
internal import ReviewModel

extension ReviewContext {
  /// The days that leads have been left alone: as-of less the latest of last_followed, created, and the latest visit
  /// to the lead's customer by its rep, all up to as-of; nil where there is none (docs/metrics.md, section 2).
  ///
  /// The visits are gone through for a short list by itself, for long ones once for all tables: a table asks once.
  func daysIdle(_ leads: [LeadView]) -> [Int?] {
    guard leads.count * 16 > facts.leads.standing.count else { return seekDaysIdle(leads) }
    let byNumber = shared.daysIdle {
      let all = facts.leads.standing.map(lead)
      var byNumber = [Int32?](repeating: nil, count: facts.leads.now.count)
      for (lead, days) in zip(all, seekDaysIdle(all)) { byNumber[lead.number] = days.map { Int32($0) } }
      return byNumber
    }
    return leads.map { lead in byNumber[lead.number].map { Int($0) } }
  }

  private func seekDaysIdle(_ leads: [LeadView]) -> [Int?] {
    let asOf = period.asOf
    return zip(leads, seekVisits(of: leads)).map { lead, visited in
      var latest = visited
      if latest < lead.row.lastFollowed, lead.row.lastFollowed.isOnOrBefore(asOf) {
        latest = lead.row.lastFollowed
      }
      if latest < lead.row.created, lead.row.created.isOnOrBefore(asOf) { latest = lead.row.created }
      return latest.day.map { asOf - $0 }
    }
  }

  /// Of each lead the latest visit to its customer by its rep, up to as-of.
  private func seekVisits(of leads: [LeadView]) -> [OptionalDay] {
    let asOf = period.asOf
    func pair(_ fact: Dimensions) -> GroupKey { GroupKey(fact.rep, fact.customer) }
    var latest = Groups(OptionalDay.blank)
    for lead in leads where !lead.row.dimensions.rep.isBlank && !lead.row.dimensions.customer.isBlank {
      latest.insert(pair(lead.row.dimensions))
    }
    if !latest.keys.isEmpty {
      // Most visits are of reps who follow none of these leads.
      var follows = [Bool](repeating: false, count: facts.symbols.count)
      for key in latest.keys { follows[Int(key[0].number)] = true }
      for visit in facts.visits where follows[Int(visit.rep.number)] && visit.date <= asOf {
        guard let place = latest.find(GroupKey(visit.rep, visit.customer)) else { continue }
        let day = OptionalDay(visit.date)
        if latest[place: place] < day { latest[place: place] = day }
      }
    }
    return leads.map { latest[pair($0.row.dimensions)] }
  }
}
