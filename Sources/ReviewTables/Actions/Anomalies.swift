internal import Facts
internal import ReviewModel

/// Leads, reps and tasks that need a question asked now (docs/metrics.md, section 6).
struct Anomalies: ReviewTable {
  let details: FactDetails = [.reports, .weeklyPlans]

  /// The kinds whose subject is a rep, and how their detail is shown.
  private static let ofReps: [String: Column.Display] = [
    Anomaly.Kind.repIdle.word: .verbatim, Anomaly.Kind.noTarget.word: .verbatim,
    Anomaly.Kind.unplanned.word: .verbatim,
    Anomaly.Kind.unreviewedReport.word: .sentence("anomaly.unreviewed-report"),
  ]

  let definition = TableDefinition(
    "anomalies", .actions, keyColumns: 3, hasTotals: false,
    columns: [
      .text("kind", .word("anomaly_kind")), .ordinal("severity", .word("severity")),
      .text("subject", .following("kind", Self.ofReps.mapValues { _ in .rep })), .text("owner", .rep),
      .ordinal("days"), .text("detail", .following("kind", Self.ofReps)),
    ])

  func table(_ review: ReviewContext) -> Table {
    var all = review.anomaliesOfLeads
    all += review.anomaliesOfReps
    let anomalies = all.sorted(
      key: { $0.sortKey(in: review) }, or: { Anomaly.precedes($0, $1, in: review) })
    let words = AnomalyWords(
      Catalogue(review.facts.language), review.facts.moneyUnit, review.facts.leads.stages.stages)
    // Rows are put when they are asked for: there may be as many as leads.
    let rows = Rows(count: anomalies.count) { place, cells in
      let anomaly = anomalies[place]
      cells.put(text: anomaly.kind.word)
      cells.put(count: anomaly.kind.severity)
      switch anomaly.subject {
      case .lead(let number): cells.putID(of: number, review)
      case .rep: cells.put(anomaly.owner, review)
      case .task(let place): cells.put(review.facts.weeklyPlans[place].item, review)
      }
      cells.put(anomaly.owner, review)
      cells.put(count: anomaly.days)
      words.put(detailOf: anomaly, into: &cells, review)
    }
    return Table(definition, rows: rows)
  }
}

/// Something that ought not to be so.
struct Anomaly: Sendable {
  enum Kind: Int, CaseIterable {
    case vanishedLead, keyLeadStale, repIdle, pastDueDate, unassignedLead, noTarget, overdueTask, unplanned
    case unreviewedReport

    static let mostSevere = 3

    var severity: Int {
      switch self {
      case .vanishedLead, .keyLeadStale: 3
      case .repIdle, .pastDueDate, .unassignedLead: 2
      case .noTarget, .overdueTask, .unplanned, .unreviewedReport: 1
      }
    }

    var word: String {
      switch self {
      case .vanishedLead: "vanished-lead"
      case .keyLeadStale: "key-lead-stale"
      case .repIdle: "rep-idle"
      case .pastDueDate: "past-due-date"
      case .unassignedLead: "unassigned-lead"
      case .noTarget: "no-target"
      case .overdueTask: "overdue-task"
      case .unplanned: "unplanned"
      case .unreviewedReport: "unreviewed-report"
      }
    }
  }

  /// What is not as it ought to be: a lead by its number, a rep, or a task by its place among the weekly plans. There
  /// may be as many anomalies as leads, so they are small.
  enum Subject {
    case lead(Int)
    case rep
    case task(Int)
  }

  let kind: Kind
  let subject: Subject
  let owner: Symbol
  var days: Int?
  /// How many days, leads or reports the anomaly is made of, as far as its kind counts any.
  var count = 0

  /// Severity highest first, kind, days highest first, subject.
  func sortKey(in review: ReviewContext) -> SortKey {
    let subject: UnsafeRawBufferPointer =
      switch subject {
      case .lead(let number): review.leadWords.sortable(number)
      case .rep: review.facts.symbols.bytes(owner)
      case .task(let place): review.facts.texts.bytes(review.facts.weeklyPlans[place].item)
      }
    return SortKey(
      UInt64(Kind.mostSevere - kind.severity) << 8 | UInt64(kind.rawValue),
      SortKey.highestFirst(Int64(days ?? .min)), text: subject)
  }

  /// Of anomalies whose keys are alike by the whole subject; tasks of one name by their owner, then in reading order.
  static func precedes(_ left: Anomaly, _ right: Anomaly, in review: ReviewContext) -> Bool {
    switch (left.subject, right.subject) {
    case (.lead(let first), .lead(let second)): return review.facts.leads.precedes(first, second)
    case (.task(let left), .task(let right)):
      let (first, second) = (review.facts.weeklyPlans[left], review.facts.weeklyPlans[right])
      return review.facts.texts.precedes(
        first.item, second.item,
        or: first.rep == second.rep
          ? first.version.position < second.version.position
          : review.text(first.rep, precedes: second.rep))
    default: return review.text(left.owner, precedes: right.owner)
    }
  }
}
