internal import Facts
internal import ReviewModel

/// How far the year's wins have come: ordered, contracted, invoiced, collected (docs/metrics.md, section 8).
struct OrderToCash: ReviewTable {
  let definition = TableDefinition(
    "order-to-cash", .money, [.month], needs: [[.orders, .leads, .dailyReports]], keyColumns: 1,
    columns: [
      .text("business_unit"), .money("won"), .money("ordered"), .money("contracted"), .money("fulfilled"),
      .money("invoiced"), .money("collected"), .rate("ordered_rate", "ordered", over: "won"),
      .rate("contracted_rate", "contracted", over: "ordered"),
      .rate("invoiced_rate", "invoiced", over: "ordered"),
      .rate("collected_rate", "collected", over: "ordered"),
    ])

  /// The steps from a win to the cash, as columns.
  private enum Step: Int, CaseIterable { case won, ordered, contracted, fulfilled, invoiced, collected }

  func table(_ review: ReviewContext) -> Table {
    let (facts, actuals, days) = (review.facts, review.actuals, review.period.yearToDate)
    var groups = Groups(InlineArray<6, MoneySum>(repeating: .zero))
    func add(_ amount: Money, _ step: Step, _ unit: Symbol) {
      groups[GroupKey(unit)][step.rawValue] += amount
    }
    for lead in review.leads(wonIn: days) { add(lead.row.amount, .won, lead.row.dimensions.businessUnit) }
    for order in actuals.rows.orders where days.contains(order.date) {
      add(order.amount, .ordered, order.dimensions.businessUnit)
    }
    for contract in facts.contracts where contract.signed.isIn(days) {
      add(contract.amount, .contracted, contract.businessUnit)
      add(contract.fulfilled, .fulfilled, contract.businessUnit)
    }
    for invoice in facts.receivables where invoice.invoiced.isIn(days) {
      add(invoice.amount, .invoiced, invoice.dimensions.businessUnit)
    }
    for collection in actuals.rows.collections where days.contains(collection.date) {
      add(collection.amount, .collected, collection.dimensions.businessUnit)
    }
    // A column whose input is missing is blank.
    let isKnown = Step.allCases.map { step in
      switch step {
      case .won: facts.inputs.contains(.leads)
      case .ordered: actuals.sources.orders != .none
      case .contracted, .fulfilled: facts.inputs.contains(.contracts)
      case .invoiced: facts.inputs.contains(.receivables)
      case .collected: actuals.sources.collections != .none
      }
    }
    let rows = review.members(of: groups, by: Grouping(.businessUnit)) { _, steps in
      steps.indices.map { isKnown[$0] ? .money(steps[$0]) : .blank }
    }
    return TableBuilder(definition).table(rows)
  }
}
