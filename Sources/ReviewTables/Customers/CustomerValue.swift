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
      .text("industry"), .text("province"), .money("value"), .rate("share"), .rate("cumulative_share"),
      .text("band"),
    ])

  func table(_ review: ReviewContext) -> Table {
    let values = review.value
    let rows = sequence(state: (index: 0, cumulated: MoneySum.zero)) { state -> [Cell]? in
      guard state.index < values.entries.count else { return nil }
      let entry = values.entries[state.index]
      state.index += 1
      state.cumulated += entry.value
      let master = review.facts.masters.customers[entry.customer]
      return [
        .count(state.index), .text(review.text(entry.customer)),
        .text(review.customerName(entry.customer, entry.name)),
        .text(review.text(master?.customerClass ?? .blank)), .text(review.text(master?.industry ?? .blank)),
        .text(review.text(master?.province ?? .blank)), .money(entry.value),
        .rate(Figure(entry.value, over: values.positive)),
        .rate(Figure(state.cumulated, over: values.positive)),
        .text(values.band(ofRank: state.index)),
      ]
    }
    return TableBuilder(definition).table(rows)
  }
}
