internal import Facts
internal import ReviewModel

/// Which products the same customers buy (docs/metrics.md, section 7).
struct ProductPairs: ReviewTable {
  private static let most = 50

  let definition = TableDefinition(
    "product-pairs", .customers, [.month], needs: [[.orders]], keyColumns: 2, hasTotals: false,
    columns: [
      .text("product_a"), .text("product_b"), .count("customers"), .rate("support"), .rate("confidence_ab"),
      .rate("confidence_ba"), .multiple("lift"),
    ])

  private struct Pair {
    let first: Symbol
    let second: Symbol
    let customers: Int
    let lift: Figure?
  }

  func table(_ review: ReviewContext) -> Table {
    let orders = Self.orders(review)
    var customers = 0
    // An order may name no product, which makes its customer one of all, and no more.
    var buyers: [Symbol: Int] = [:]
    for order in orders where !order.product.isBlank { buyers[order.product, default: 0] += 1 }
    var both = Groups(0)
    var start = orders.startIndex
    while start < orders.endIndex {
      let end = orders[start...].firstIndex { $0.customer != orders[start].customer } ?? orders.endIndex
      customers += 1
      // A pair of two customers is one of products with two buyers each: what one customer alone buys, by the thousand
      // perhaps, would make pairs by the million that are none.
      let products = orders[start..<end].map(\.product).filter { buyers[$0, default: 0] >= 2 }
      for (place, product) in products.enumerated() {
        for second in products[(place + 1)...] { both[GroupKey(product, second)] += 1 }
      }
      start = end
    }
    let pairs = zip(both.keys, both.sums).lazy.filter { $0.1 >= 2 }.map { key, count in
      let product = Int128(buyers[key[0]] ?? 0) * Int128(buyers[key[1]] ?? 0)
      let lift = Figure(Int128(count) * Int128(customers), over: product)
      return Pair(first: key[0], second: key[1], customers: count, lift: lift)
    }.sorted { left, right in
      if let leftLift = left.lift, let rightLift = right.lift, leftLift != rightLift {
        return leftLift > rightLift
      }
      if left.customers != right.customers { return left.customers > right.customers }
      return left.first == right.first
        ? review.text(left.second, precedes: right.second) : review.text(left.first, precedes: right.first)
    }
    let rows = pairs.prefix(Self.most).map { pair -> [Cell] in
      [
        .text(review.text(pair.first)), .text(review.text(pair.second)), .count(pair.customers),
        .rate(Figure(pair.customers, over: customers)),
        .rate(Figure(pair.customers, over: buyers[pair.first] ?? 0)),
        .rate(Figure(pair.customers, over: buyers[pair.second] ?? 0)), .rate(pair.lift),
      ]
    }
    return TableBuilder(definition).table(rows)
  }

  /// A customer and a product ordered.
  private struct Order: Equatable {
    let customer: Symbol
    let product: Symbol
  }

  /// What was ordered in the twelve months to as-of, each product of a customer once: the customers one after another,
  /// the products of each by name.
  private static func orders(_ review: ReviewContext) -> [Order] {
    let (days, symbols) = (review.period.twelveMonths, review.facts.symbols)
    // As numbers, which are sorted quickly: the customer above the product's place in the order of names.
    var numbers: [(key: UInt64, product: Symbol)] = []
    for order in review.facts.orders where days.contains(order.date) && !order.dimensions.customer.isBlank {
      let product = order.dimensions.product
      let key = UInt64(order.dimensions.customer.number) << 32 | UInt64(symbols.rank(product))
      numbers.append((key, product))
    }
    numbers.sort { $0.key < $1.key }
    var orders: [Order] = []
    for (key, product) in numbers {
      let order = Order(customer: Symbol(number: UInt32(key >> 32)), product: product)
      if orders.last != order { orders.append(order) }
    }
    return orders
  }
}
