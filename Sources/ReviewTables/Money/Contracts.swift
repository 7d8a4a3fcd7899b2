internal import Facts
internal import ReviewModel

/// The contracts in force, and whether what was delivered keeps up with time (docs/metrics.md, section 8).
struct Contracts: ReviewTable {
  let details: FactDetails = .contracts

  let definition = TableDefinition(
    "contracts", .money, [.month], needs: [[.contracts]], keyColumns: 2,
    columns: [
      .text("contract_id"), .text("customer"), .text("rep_id", .rep), .text("business_unit"), .date("starts"),
      .date("ends"), .money("amount"), .money("fulfilled"), .rate("fulfilment", "fulfilled", over: "amount"),
      .rate("time_elapsed"), .flag("behind"),
    ])

  func table(_ review: ReviewContext) -> Table {
    let asOf = review.period.asOf
    let contracts = review.facts.contracts.filter { $0.ends >= asOf && $0.start.isOnOrBefore(asOf) }
      .sorted { review.contract($0, precedes: $1) }
    return TableBuilder(definition).table(count: contracts.count) { row in
      let contract = contracts[row]
      let course = Course(contract, asOf: asOf)
      return [
        .text(review.facts.texts[contract.id]),
        .text(review.customerName(contract.customer, contract.customerName)),
        .text(review.text(contract.rep)), .text(review.text(contract.businessUnit)),
        .date(contract.start.day), .date(contract.ends), .money(contract.amount), .money(contract.fulfilled),
        .rate(course.elapsed), .flag(course.isBehind),
      ]
    }
  }

  /// How far a contract has come in time and in fulfilment.
  private struct Course {
    let elapsed: Figure?
    /// By the exact quotients; a contract without an amount is not behind.
    let isBehind: Bool

    init(_ contract: Contract, asOf: Day) {
      let start = contract.start.day ?? asOf
      let (days, all) = (Int128(asOf - start + 1), Int128(contract.ends - start + 1))
      elapsed = Figure(days, over: all)
      let (fulfilled, amount) = (contract.fulfilled.hundredths, contract.amount.hundredths)
      isBehind = amount > 0 && Int128(fulfilled) * all < days * Int128(amount)
    }
  }
}

extension ReviewContext {
  /// Whether one contract ends before another, or stands before it by its id; contracts of one id, which a key of
  /// other columns allows, stand in reading order.
  func contract(_ left: Contract, precedes right: Contract) -> Bool {
    guard left.ends == right.ends else { return left.ends < right.ends }
    return facts.texts.precedes(left.id, right.id, or: left.version.position < right.version.position)
  }
}
