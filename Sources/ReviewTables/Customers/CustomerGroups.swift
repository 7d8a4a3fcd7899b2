internal import Facts
internal import ReviewModel

/// The groups of customers that the master makes: how many, how active, what they are worth (docs/metrics.md,
/// section 7).
struct CustomerGroups: ReviewTable {
  let definition = TableDefinition(
    "customer-groups", .customers, [.month], needs: [[.customers]], keyColumns: 1, hasTotals: false,
    columns: [
      .text("group"), .count("customers"), .count("active"), .money("value"), .rate("share"),
      .count("revisits_overdue"),
    ])

  private struct Group {
    var customers = 0
    var active = 0
    var value = MoneySum.zero
    var overdue = 0
  }

  func table(_ review: ReviewContext) -> Table {
    let customers = review.facts.masters.customers
    let values = review.value.byCustomer
    let isActive = Self.active(review)
    let overdue = Set(review.revisits.lazy.filter { $0.overdueDays != nil }.map(\.place))
    // By bytes: two groups that Swift's strings hold for equal are two groups.
    var groups: [[UInt8]: Group] = [:]
    for (place, customer) in customers.records.enumerated() where !customer.groups.isBlank {
      for name in Set(review.facts.symbols.items(customer.groups).map { Array($0.utf8) }) {
        groups[name, default: Group()].customers += 1
        if isActive[place] { groups[name, default: Group()].active += 1 }
        if overdue.contains(place) { groups[name, default: Group()].overdue += 1 }
        if let value = values[customer.id] { groups[name, default: Group()].value += value }
      }
    }
    let rows = groups.sorted { left, right in
      left.value.value == right.value.value
        ? left.key.lexicographicallyPrecedes(right.key) : left.value.value > right.value.value
    }.map { name, group -> [Cell] in
      [
        .text(String(decoding: name, as: UTF8.self)), .count(group.customers), .count(group.active),
        .money(group.value), .rate(Figure(group.value, over: review.value.positive)), .count(group.overdue),
      ]
    }
    return TableBuilder(definition).table(rows)
  }

  /// By customer of the master whether it has ordered in the twelve months to as-of.
  private static func active(_ review: ReviewContext) -> [Bool] {
    let customers = review.facts.masters.customers
    var active = [Bool](repeating: false, count: customers.records.count)
    let days = review.period.twelveMonths
    for order in review.actuals.rows.orders where days.contains(order.date) {
      if let place = customers.index(of: order.dimensions.customer) { active[place] = true }
    }
    return active
  }
}
