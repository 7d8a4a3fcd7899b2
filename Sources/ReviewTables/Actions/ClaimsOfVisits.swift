internal import Facts
internal import ReviewModel

extension ReviewContext {
  /// How many days may lie between a visit that brought an order and the order in the books.
  private static var daysToBook: Int { 3 }

  /// Visits that brought an order which is not in the books; none without orders of its own in the book.
  var ordersNotBooked: [Claim] {
    guard facts.inputs.contains(.orders) else { return [] }
    let last = period.asOf - Self.daysToBook
    guard period.range.lowerBound <= last else { return [] }
    let visits = visits(in: period.range.lowerBound...last).filter(\.isDeal)
    var booked = Groups<[Day]>([])
    for visit in visits where !visit.core.customer.isBlank { booked.insert(GroupKey(visit.core.customer)) }
    let since = period.range.lowerBound - Self.daysToBook
    for order in facts.orders where order.date >= since {
      if let place = booked.find(GroupKey(order.dimensions.customer)) {
        booked[place: place].append(order.date)
      }
    }
    return visits.filter { visit in
      !booked[GroupKey(visit.core.customer)].contains { abs($0 - visit.core.date) <= Self.daysToBook }
    }.map { visit in
      Claim(
        kind: .orderNotBooked, rep: visit.core.rep, date: visit.core.date,
        subject: customerName(visit.core.customer, visit.customerName), amount: visit.orderAmount,
        position: visit.version.position)
    }
  }

  /// Live leads in a later stage than before, whose customers their reps have not visited in the period; none without
  /// visits in the book.
  var advancesWithoutVisit: [Claim] {
    guard facts.inputs.contains(.visits) else { return [] }
    let advanced = leads.filter { lead in
      guard lead.isLive, let before = self.before(lead.number), before.kind.isLive else { return false }
      return before.state.stage < lead.row.stage
    }
    var isVisited = Groups(false)
    for lead in advanced where !lead.row.dimensions.customer.isBlank {
      isVisited.insert(GroupKey(lead.row.dimensions.rep, lead.row.dimensions.customer))
    }
    for visit in visits(in: period.range) {
      if let place = isVisited.find(GroupKey(visit.core.rep, visit.core.customer)) {
        isVisited[place: place] = true
      }
    }
    return advanced.compactMap { lead in
      let fact = lead.row.dimensions
      if isVisited[GroupKey(fact.rep, fact.customer)] { return nil }
      return Claim(
        kind: .advancedWithoutVisit, rep: fact.rep, subject: facts.leads.id(lead.number),
        amount: lead.row.amount, position: lead.row.version.position)
    }
  }
}
