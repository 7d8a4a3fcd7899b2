internal import Facts
internal import ReviewModel

/// Which products the same customers buy (docs/metrics.md, section 7).
struct ProductPairs: ReviewTable {
  private static let most = 50

  let definition = TableDefinition(
    "product-pairs", .customers, [.month], needs: [[.orders]], keyColumns: 2, hasTotals: false,
    columns: [
      .text("product_a"), .text("product_b"), .count("customers"), .rate("support"), .rate("confidence_ab"),
      .rate("confidence_ba"), .rate("lift"),
    ])

  private struct Pair {
    let first: Symbol
    let second: Symbol
    let customers: Int
    let lift: Figure?
  }

  func table(_ review: ReviewContext) -> Table {
    let products = Self.products(review)
    var buyers: [Symbol: Int] = [:]
    var both = Groups(0)
    for list in products.values {
      let list = list.sorted { review.text($0, precedes: $1) }
      for (place, product) in list.enumerated() {
        buyers[product, default: 0] += 1
        for second in list[(place + 1)...] { both[GroupKey(product, second)] += 1 }
      }
    }
    let pairs = zip(both.keys, both.sums).lazy.filter { $0.1 >= 2 }.map { key, customers in
      let product = Int128(buyers[key[0]] ?? 0) * Int128(buyers[key[1]] ?? 0)
      let lift = Figure(Int128(customers) * Int128(products.count), over: product)
      return Pair(first: key[0], second: key[1], customers: customers, lift: lift)
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
        .rate(Figure(pair.customers, over: products.count)),
        .rate(Figure(pair.customers, over: buyers[pair.first] ?? 0)),
        .rate(Figure(pair.customers, over: buyers[pair.second] ?? 0)), .rate(pair.lift),
      ]
    }
    return TableBuilder(definition).table(rows)
  }

  /// By customer with an order in the twelve months to as-of the products ordered, each once. An order may name none.
  private static func products(_ review: ReviewContext) -> [Symbol: [Symbol]] {
    let days = review.period.twelveMonths
    var met = Groups(false)
    var products: [Symbol: [Symbol]] = [:]
    for order in review.facts.orders where days.contains(order.date) {
      let (customer, product) = (order.dimensions.customer, order.dimensions.product)
      guard !customer.isBlank else { continue }
      let key = GroupKey(customer, product)
      guard !met[key] else { continue }
      met[key] = true
      if product.isBlank {
        products[customer, default: []] += []
      } else {
        products[customer, default: []].append(product)
      }
    }
    return products
  }
}
