internal import Facts
internal import ReviewModel

/// A list of leads with the columns that all such lists share around its own, and their amounts added up.
///
/// Rows are put when they are asked for: a list may be as long as the book.
struct LeadList: Sendable {
  private let leads: [LeadView]
  private let daysIdle: [Int?]
  private let amount: MoneySum

  /// Leads in the order of the list, each with its days_idle.
  init(_ leads: [LeadView], daysIdle: [Int?]) {
    self.leads = leads
    self.daysIdle = daysIdle
    amount = leads.reduce(into: .zero) { $0 += $1.row.amount }
  }

  /// The table of a definition; `own` puts the cells of its own columns, for a lead and its place in the list.
  func table(
    _ definition: TableDefinition, _ review: ReviewContext,
    own: @escaping @Sendable (LeadView, Int, inout RowCells) -> Void
  ) -> Table {
    let rows = Rows(count: leads.count) { [leads, daysIdle] place, cells in
      leads.prefetch(after: place)
      cells.put(headOf: leads[place], review)
      own(leads[place], place, &cells)
      cells.put(tailOf: leads[place], daysIdle: daysIdle[place], review)
    }
    let totals = definition.columns.map { $0.id == "amount" ? Cell.money(amount) : .blank }
    return Table(definition, rows: rows, totals: leads.isEmpty ? nil : totals)
  }
}
