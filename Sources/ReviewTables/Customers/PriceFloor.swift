internal import Facts
internal import ReviewModel

/// The year's orders sold below the floor price, and what that cost (docs/metrics.md, section 7).
struct PriceFloor: ReviewTable {
  let details: FactDetails = .prices

  let definition = TableDefinition(
    "price-floor", .customers, [.month], needs: [[.orders], [.products]], keyColumns: 2,
    dataBars: ["shortfall"],
    columns: [
      .text("order_id"), .text("line"), .date("date"), .text("customer"), .text("rep_id", .rep),
      .text("product"), .price("unit_price"), .price("floor_price"),
      .money("shortfall"),
    ])

  func table(_ review: ReviewContext) -> Table {
    let (facts, texts) = (review.facts, review.facts.texts)
    let breaches = facts.orders.lazy.filter { $0.price > 0 }.map { order in
      (order: order, price: facts.prices[Int(order.price) - 1])
    }.sorted { left, right in
      let (leftSum, rightSum) = (left.price.shortfall, right.price.shortfall)
      if leftSum != rightSum { return leftSum > rightSum }
      return texts.precedes(
        left.price.order, right.price.order,
        or: texts.precedes(
          left.price.line, right.price.line,
          or: left.order.version.position < right.order.version.position))
    }
    return TableBuilder(definition).table(count: breaches.count) { row in
      let (order, price) = breaches[row]
      let fact = order.dimensions
      return [
        .text(texts[price.order]), .text(texts[price.line]), .date(order.date),
        .text(review.customerName(fact.customer, order.customerName)), .text(review.text(fact.rep)),
        .text(review.text(fact.product)), .money(price.unitPrice), .money(price.floorPrice),
        .money(price.shortfall),
      ]
    }
  }
}

extension OrderPrice {
  /// What the floor price would have brought more, rounded to hundredths.
  fileprivate var shortfall: MoneySum {
    let difference = Int128(floorPrice.hundredths) - Int128(unitPrice.hundredths)
    return MoneySum(hundredths: (difference * Int128(quantity)).divided(by: 1_000_000))
  }
}
