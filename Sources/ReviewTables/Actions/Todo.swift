internal import Facts
internal import ReviewModel

/// What each rep should do next (docs/metrics.md, section 6).
struct Todo: ReviewTable {
  let details: FactDetails = [.contracts, .invoices, .weeklyPlans]

  let definition = TableDefinition(
    "todo", .actions, keyColumns: 3, hasTotals: false, dataBars: ["amount"],
    columns: [
      .text("rep_id", .rep), .text("kind", .word("todo_kind")),
      .text("subject", .following("kind", Self.leadKinds)), .text("customer"), .date("due"),
      .money("amount"), .ordinal("days"),
    ])

  /// The kinds whose subject is a lead.
  private static let leadKinds = [RepTask.Kind]([
    .pastDueOrder, .silentLead, .dueBid, .dueOrder, .dueCollection,
  ])
  .reduce(into: [String: Column.Display]()) { $0[$1.word] = .lead }

  func table(_ review: ReviewContext) -> Table {
    let tasks = (review.tasksOfLeads + review.tasksOfReps).sorted { RepTask.precedes($0, $1, in: review) }
    // Rows are made when they are asked for: there may be as many as leads.
    return TableBuilder(definition).table(count: tasks.count) { row in
      let task = tasks[row]
      return [
        .text(review.text(review.orNone(task.rep))), .text(task.kind.word), .text(task.name(in: review)),
        .text(task.customer(in: review)), .date(task.due.day), .money(task.amount), .count(task.days),
      ]
    }
  }
}

/// Something that a rep should do.
struct RepTask: Sendable {
  enum Kind: Int {
    case overdueTask, overdueInvoice, pastDueOrder, silentLead, renewal, dueBid, dueOrder, dueCollection
    case revisit

    var word: String {
      switch self {
      case .overdueTask: "overdue-task"
      case .overdueInvoice: "overdue-invoice"
      case .pastDueOrder: "past-due-order"
      case .silentLead: "silent-lead"
      case .renewal: "renewal"
      case .dueBid: "due-bid"
      case .dueOrder: "due-order"
      case .dueCollection: "due-collection"
      case .revisit: "revisit"
      }
    }
  }

  /// What the task is about: a lead by its number, a customer of the master, or a row with an id of its own.
  enum Subject {
    case lead(Int)
    case customer(Symbol)
    case row(RecordText, customer: Symbol, name: Symbol)
  }

  let kind: Kind
  let rep: Symbol
  let subject: Subject
  var due = OptionalDay.blank
  var amount: MoneySum?
  let days: Int
  /// Where the row stands that gives rise to it.
  let position: Position

  /// The rep, who may be nobody and is then the last; kind; amount highest first; subject; what is alike in all of
  /// these in reading order.
  static func precedes(_ left: RepTask, _ right: RepTask, in review: ReviewContext) -> Bool {
    if left.rep != right.rep { return review.text(left.rep, precedes: right.rep) }
    if left.kind != right.kind { return left.kind.rawValue < right.kind.rawValue }
    switch (left.amount, right.amount) {
    case (let first?, let second?) where first != second: return first > second
    case (_?, nil): return true
    case (nil, _?): return false
    default: break
    }
    switch (left.subject, right.subject) {
    case (.lead(let first), .lead(let second)) where first != second:
      return review.facts.leads.precedes(first, second)
    case (.customer(let first), .customer(let second)) where first != second:
      return review.text(first, precedes: second)
    case (.row(let first, _, _), .row(let second, _, _)):
      return review.facts.texts.precedes(first, second, or: left.position < right.position)
    default: return left.position < right.position
    }
  }

  func name(in review: ReviewContext) -> String? {
    switch subject {
    case .lead(let number): review.facts.leads.id(number)
    case .customer(let id): review.text(id)
    case .row(let id, _, _): review.facts.texts[id]
    }
  }

  func customer(in review: ReviewContext) -> String? {
    switch subject {
    case .lead(let number):
      review.customerName(review.lead(number).row.dimensions.customer, review.lead(number).row.customerName)
    case .customer(let id): review.customerName(id, .blank)
    case .row(_, let customer, let name): review.customerName(customer, name)
    }
  }
}
