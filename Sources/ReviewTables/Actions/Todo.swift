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
    var all = review.tasksOfLeads
    all += review.tasksOfReps
    let tasks = all.sorted(
      key: { $0.sortKey(in: review) }, or: { RepTask.precedes($0, $1, in: review) })
    // Rows are put when they are asked for: there may be as many as leads.
    let rows = Rows(count: tasks.count) { place, cells in
      let task = tasks[place]
      cells.put(review.orNone(task.rep), review)
      cells.put(text: task.kind.word)
      cells.put(subjectOf: task, review)
      cells.put(task.due)
      cells.put(task.amount)
      cells.put(count: task.days)
    }
    return Table(definition, rows: rows)
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
  var amount = OptionalMoney.blank
  let days: Int
  /// Where the row stands that gives rise to it.
  let position: Position

  /// The rep, who may be nobody and is then the last; kind; amount highest first, a blank last; subject.
  func sortKey(in review: ReviewContext) -> SortKey {
    let name: UnsafeRawBufferPointer =
      switch subject {
      case .lead(let number): review.leadWords.sortable(number)
      case .customer(let id): review.facts.symbols.bytes(id)
      case .row(let id, _, _): review.facts.texts.bytes(id)
      }
    return SortKey(
      UInt64(review.order(rep)) << 8 | UInt64(kind.rawValue),
      amount.money.map { SortKey.highestFirst($0) } ?? .max, text: name)
  }

  /// Of tasks whose keys are alike by the whole subject; what is alike in that, too, in reading order.
  static func precedes(_ left: RepTask, _ right: RepTask, in review: ReviewContext) -> Bool {
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
}

extension RowCells {
  /// What a task is about, and the customer behind it.
  fileprivate mutating func put(subjectOf task: RepTask, _ review: ReviewContext) {
    switch task.subject {
    case .lead(let number):
      let lead = review.lead(number)
      putID(of: number, review)
      putCustomer(lead.row.dimensions.customer, named: lead.row.customerName, review)
    case .customer(let id):
      put(id, review)
      putCustomer(id, named: .blank, review)
    case .row(let id, let customer, let name):
      put(id, review)
      putCustomer(customer, named: name, review)
    }
  }
}
