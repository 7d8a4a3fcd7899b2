internal import Facts
internal import ReviewModel

/// Customers who have stopped ordering (docs/metrics.md, section 7).
struct Churn: ReviewTable {
  let definition = TableDefinition(
    "churn", .customers, [.month], needs: [[.orders, .leads, .dailyReports]], keyColumns: 2,
    dataBars: ["value_before"],
    columns: [
      .text("customer_id"), .text("customer"), .text("customer_class", .word("customer_class")),
      .text("industry"), .text("rep_id", .rep), .date("last_order"), .text("lost_month"),
      .money("value_before"), .count("open_complaints"),
    ])

  func table(_ review: ReviewContext) -> Table {
    let lost = review.lostCustomers.sorted { left, right in
      left.valueBefore == right.valueBefore
        ? review.text(left.customer, precedes: right.customer) : left.valueBefore > right.valueBefore
    }
    let complaints = review.openComplaints
    return TableBuilder(definition).table(count: lost.count) { row in
      let customer = lost[row]
      let master = review.facts.masters.customers[customer.customer]
      return [
        .text(review.text(customer.customer)),
        .text(review.customerName(customer.customer, customer.name)),
        .text(review.text(master?.customerClass ?? .blank)), .text(review.text(master?.industry ?? .blank)),
        .text(review.text(customer.rep)), .date(customer.lastOrder),
        .text(customer.lostMonth(after: review.facts.churnDays).description), .money(customer.valueBefore),
        .count(complaints[customer.customer] ?? 0),
      ]
    }
  }
}

extension ReviewContext {
  /// By customer how many complaints are open at as-of.
  fileprivate var openComplaints: [Symbol: Int] {
    var complaints: [Symbol: Int] = [:]
    for event in facts.events where event.isOpenComplaint(on: period.asOf) {
      complaints[event.customer, default: 0] += 1
    }
    return complaints
  }
}

/// Customers lost, month by month (docs/metrics.md, section 7).
struct ChurnSummary: ReviewTable {
  let definition = TableDefinition(
    "churn-summary", .customers, [.month], needs: [[.orders, .leads, .dailyReports]], keyColumns: 2,
    columns: [
      .text("customer_class", .word("customer_class")), .text("lost_month"), .count("customers"),
      .money("value_before"),
    ])

  private struct Key: Hashable {
    let customerClass: Symbol
    let month: Month
  }

  func table(_ review: ReviewContext) -> Table {
    var groups: [Key: (customers: Int, value: MoneySum)] = [:]
    for customer in review.lostCustomers {
      let key = Key(
        customerClass: review.orNone(review.facts.masters.customerClass(customer.customer)),
        month: customer.lostMonth(after: review.facts.churnDays))
      groups[key, default: (0, .zero)].customers += 1
      groups[key, default: (0, .zero)].value += customer.valueBefore
    }
    let rows = groups.sorted { left, right in
      left.key.customerClass == right.key.customerClass
        ? left.key.month < right.key.month
        : review.text(left.key.customerClass, precedes: right.key.customerClass)
    }.map { key, sum -> [Cell] in
      [
        .text(review.text(key.customerClass)), .text(key.month.description), .count(sum.customers),
        .money(sum.value),
      ]
    }
    return TableBuilder(definition).table(rows)
  }
}
