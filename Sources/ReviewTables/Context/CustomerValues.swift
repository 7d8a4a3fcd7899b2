internal import Facts
internal import ReviewModel

/// What each customer brought in the twelve months to as-of (docs/metrics.md, section 7).
struct CustomerValues: Sendable {
  /// What a customer is valued by.
  enum Source: String, Sendable {
    case grossProfit = "gross-profit"
    case collections
    case orders
  }

  struct Entry: Sendable {
    let customer: Symbol
    /// What the last fact calls the customer.
    let name: Symbol
    let value: MoneySum
  }

  let source: Source
  /// Customers with a value that is not zero: highest first, then by id.
  let entries: [Entry]
  /// The sum of the positive values.
  let positive: MoneySum

  init(_ facts: BookFacts, _ actuals: Actuals) {
    source =
      facts.hasGrossProfit ? .grossProfit : facts.inputs.contains(.collections) ? .collections : .orders
    let days = facts.period.twelveMonths
    var places: [Symbol: Int] = [:]
    var sums: [(customer: Symbol, value: MoneySum, name: NewestName)] = []
    for actual in source == .collections ? actuals.rows.collections : actuals.rows.orders
    where days.contains(actual.date) && !actual.dimensions.customer.isBlank {
      let customer = actual.dimensions.customer
      let place = places[customer] ?? sums.count
      if place == sums.count {
        places[customer] = place
        sums.append((customer, .zero, NewestName()))
      }
      if source != .grossProfit {
        sums[place].value += actual.amount
      } else if let cost = actual.cost.money {
        sums[place].value += actual.amount
        sums[place].value -= cost
      }
      sums[place].name.note(actual.customerName, actual.version)
    }
    entries = sums.filter { $0.value != .zero }.sorted { left, right in
      left.value == right.value
        ? facts.symbols.rank(left.customer) < facts.symbols.rank(right.customer) : left.value > right.value
    }.map { Entry(customer: $0.customer, name: $0.name.symbol, value: $0.value) }
    positive = entries.reduce(.zero) { $1.value > .zero ? $0 + $1.value : $0 }
  }

  /// The values by customer; customers without one are worth nothing.
  var byCustomer: [Symbol: MoneySum] {
    Dictionary(entries.map { ($0.customer, $0.value) }) { first, _ in first }
  }

  /// The band of a rank from 1: A the first fifth, rounded up, C the last fifth, rounded down, B the rest.
  func band(ofRank rank: Int) -> String {
    let count = entries.count
    return rank <= (count + 4) / 5 ? "A" : rank > count - count / 5 ? "C" : "B"
  }
}
