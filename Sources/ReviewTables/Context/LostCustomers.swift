internal import Facts
internal import ReviewModel

/// A customer who ordered within two years and has not for churn-days (docs/metrics.md, section 7).
struct LostCustomer: Sendable {
  let customer: Symbol
  /// What its newest order that says so calls it.
  var name: Symbol { newestName.symbol }
  fileprivate var newestName = NewestName()
  /// Whose the last order was.
  fileprivate(set) var rep = Symbol.blank
  fileprivate(set) var lastOrder: Day
  /// Where the last order stands; of one day the later row is the last.
  fileprivate var position: Position
  /// What it ordered in the 365 days to its last order.
  fileprivate(set) var valueBefore = MoneySum.zero

  /// The month in which it had not ordered for so many days.
  func lostMonth(after days: Int) -> Month { (lastOrder + days).month }

  fileprivate mutating func note(_ order: Actual) {
    if (lastOrder, position) <= (order.date, order.version.position) {
      (lastOrder, position) = (order.date, order.version.position)
      rep = order.dimensions.rep
    }
    newestName.note(order.customerName, order.version)
  }
}

extension ReviewContext {
  /// The customers lost, in no order; those without an id are left out.
  var lostCustomers: [LostCustomer] { shared.lostCustomers { seekLostCustomers() } }

  private func seekLostCustomers() -> [LostCustomer] {
    let orders = actuals.rows.orders
    let asOf = period.asOf
    // By symbol the customer's place + 1; 0 for none.
    var places = [Int](repeating: 0, count: facts.symbols.count)
    var customers: [LostCustomer] = []
    for order in orders where order.date <= asOf && !order.dimensions.customer.isBlank {
      let customer = order.dimensions.customer
      if places[Int(customer.number)] == 0 {
        customers.append(
          LostCustomer(customer: customer, lastOrder: order.date, position: order.version.position))
        places[Int(customer.number)] = customers.count
      }
      customers[places[Int(customer.number)] - 1].note(order)
    }
    let isLost = customers.map { customer in
      let days = asOf - customer.lastOrder
      return days < 730 && days >= facts.churnDays
    }
    for order in orders where places[Int(order.dimensions.customer.number)] > 0 {
      let place = places[Int(order.dimensions.customer.number)] - 1
      guard isLost[place] else { continue }
      let last = customers[place].lastOrder
      if ((last - 364)...last).contains(order.date) { customers[place].valueBefore += order.amount }
    }
    return zip(customers, isLost).compactMap { $1 ? $0 : nil }
  }
}
