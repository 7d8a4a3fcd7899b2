internal import Facts
internal import ReviewModel

/// The customers by what they bring: the 80/20 rule (docs/metrics.md, section 7).
struct CustomerValue: ReviewTable {
  let definition = TableDefinition(
    "customer-value", .customers, [.month], needs: [[.orders, .leads, .dailyReports]], keyColumns: 3,
    charts: [.pareto(member: "customer", value: "value", cumulated: "cumulative_share")],
    dataBars: ["value"],
    columns: [
      .ordinal("rank"), .text("customer_id"), .text("customer"),
      .text("customer_class", .word("customer_class")),
      .text("industry"), .text("province"), .money("value"), .rate("share").traced(.share(of: "value")),
      .rate("cumulative_share"),
      .text("band"),
    ])

  func table(_ review: ReviewContext) -> Table {
    let values = review.value
    var cumulated: [MoneySum] = []
    cumulated.reserveCapacity(values.entries.count)
    for entry in values.entries { cumulated.append((cumulated.last ?? .zero) + entry.value) }
    return TableBuilder(definition).table(count: values.entries.count) { [cumulated] row in
      let entry = values.entries[row]
      let master = review.facts.masters.customers[entry.customer]
      return [
        .count(row + 1), .text(review.text(entry.customer)),
        .text(review.customerName(entry.customer, entry.name)),
        .text(review.text(master?.customerClass ?? .blank)), .text(review.text(master?.industry ?? .blank)),
        .text(review.text(master?.province ?? .blank)), .money(entry.value),
        .rate(Figure(entry.value, over: values.positive)),
        .rate(Figure(cumulated[row], over: values.positive)), .text(values.band(ofRank: row + 1)),
      ]
    }
  }
}
