internal import Facts
internal import ReviewModel

/// Contracts that end soon and have not been renewed (docs/metrics.md, section 8).
struct Renewals: ReviewTable {
  let details: FactDetails = .contracts

  let definition = TableDefinition(
    "renewals", .money, needs: [[.contracts]], keyColumns: 2,
    columns: [
      .text("contract_id"), .text("customer"), .text("rep_id", .rep), .date("ends"), .ordinal("days_left"),
      .money("amount"), .rate("fulfilment"), .money("customer_value", total: .blank),
    ])

  func table(_ review: ReviewContext) -> Table {
    let renewals = review.renewals
    let values = review.value.byCustomer
    let rows = renewals.map { contract -> [Cell] in
      [
        .text(review.facts.texts[contract.id]),
        .text(review.customerName(contract.customer, contract.customerName)),
        .text(review.text(contract.rep)), .date(contract.ends), .count(contract.ends - review.period.asOf),
        .money(contract.amount),
        .rate(Figure(MoneySum(contract.fulfilled), over: MoneySum(contract.amount))),
        .money(values[contract.customer] ?? .zero),
      ]
    }
    return TableBuilder(definition).table(rows)
  }
}

extension ReviewContext {
  /// The contracts that have not been renewed and end within renewal-days of as-of, the next first, then by id. Their
  /// ids are kept as `FactDetails.contracts`.
  var renewals: [Contract] {
    let days = period.asOf...(period.asOf + facts.renewalDays)
    return facts.contracts.filter { !$0.isRenewed && days.contains($0.ends) }
      .sorted { contract($0, precedes: $1) }
  }
}
