internal import Facts
internal import ReviewModel

/// What visits add up to.
struct VisitTally: Sendable {
  private(set) var visits = 0
  private(set) var effective = 0
  /// Visits that brought an order.
  private(set) var deals = 0

  mutating func add(_ visit: VisitDetail) {
    visits += 1
    if visit.isEffective { effective += 1 }
    if visit.isDeal { deals += 1 }
  }

  mutating func add(_ other: VisitTally) {
    visits += other.visits
    effective += other.effective
    deals += other.deals
  }
}

extension VisitDetail {
  /// Whether the visit brought an order.
  var isDeal: Bool { orderAmount > .zero }
}

extension ReviewContext {
  /// The visits of some days; the table must ask for `FactDetails.visits`.
  func visits(in days: ClosedRange<Day>) -> LazyFilterSequence<RecordList<VisitDetail>> {
    facts.visitDetails.lazy.filter { days.contains($0.core.date) }
  }

  /// The reports of some days; the table must ask for `FactDetails.reports`.
  func reports(in days: ClosedRange<Day>) -> LazyFilterSequence<RecordList<ReportDetail>> {
    facts.reportDetails.lazy.filter { days.contains($0.core.date) }
  }

  /// The province of a fact that has none of its own: the rep's, else the customer's.
  func province(_ rep: Symbol, _ customer: Symbol) -> Symbol {
    let own = facts.masters.reps[rep]?.province ?? .blank
    return own.or(facts.masters.customers[customer]?.province ?? .blank)
  }

  /// The reps of the roster on as-of.
  var presentReps: [Rep] { facts.masters.reps.records.filter { $0.isPresent(on: period.asOf) } }
}
