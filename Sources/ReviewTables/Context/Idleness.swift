internal import Facts
internal import ReviewModel

extension ReviewContext {
  /// The days that leads have been left alone: as-of less the latest of last_followed, created, and the latest visit
  /// to the lead's customer by its rep, all up to as-of; nil where there is none (docs/metrics.md, section 2).
  ///
  /// One pass over the visits serves all leads asked for, so a table asks once.
  func daysIdle(_ leads: [LeadView]) -> [Int?] {
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
    return leads.map { lead in
      let visited = latest[pair(lead.row.dimensions)].day
      let signs = [lead.row.lastFollowed.day, lead.row.created.day, visited]
      return signs.compactMap { $0 }.filter { $0 <= asOf }.max().map { asOf - $0 }
    }
  }
}
