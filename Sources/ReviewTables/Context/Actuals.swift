internal import Facts
internal import ReviewModel

/// What was booked and what was collected (docs/metrics.md, section 2), from the orders and collections, else from
/// the leads, else from the daily reports.
struct Actuals: Sendable {
  /// Where actuals come from.
  enum Source: String, Sendable {
    case orders, collections, leads
    case dailyReports = "daily-reports"
    case none
  }

  let sources: ByMetric<Source>
  let rows: ByMetric<RecordList<Actual>>

  init(_ facts: BookFacts) {
    let hasLeads = facts.inputs.contains(.leads)
    let hasReports = facts.inputs.contains(.dailyReports)
    let fallback: Source = hasLeads ? .leads : hasReports ? .dailyReports : .none
    sources = ByMetric(
      orders: facts.inputs.contains(.orders) ? .orders : fallback,
      collections: facts.inputs.contains(.collections) ? .collections : fallback)
    rows = ByMetric(
      orders: sources[.orders] == .orders
        ? facts.orders : hasLeads ? Self.orders(of: facts) : Self.reported(facts, \.orderAmount),
      collections: sources[.collections] == .collections
        ? facts.collections
        : hasLeads ? Self.collections(of: facts) : Self.reported(facts, \.collectionAmount))
  }

  /// The actuals of some days: chosen once for the tables that look at no others.
  func rows(in days: ClosedRange<Day>) -> ByMetric<[Actual]> {
    ByMetric(
      orders: rows.orders.filter { days.contains($0.date) },
      collections: rows.collections.filter { days.contains($0.date) })
  }

  /// Leads won and ordered, and leads closed, as one order each.
  private static func orders(of facts: BookFacts) -> RecordList<Actual> {
    RecordList(
      facts.leads.standing.lazy.compactMap { lead in
        guard !facts.leads.vanished.contains(lead) else { return nil }
        let row = facts.leads.now[lead]
        let day: Day?
        switch facts.leads.stages.kind(row.stage) {
        case .won: day = row.orderedOn.day
        case .closed: day = row.orderedOn.day ?? row.closedOn.day ?? row.wonOn.day
        default: day = nil
        }
        guard let day, day <= facts.period.asOf else { return nil }
        var order = Actual(version: row.version, date: day, amount: row.amount)
        order.dimensions = row.dimensions
        order.customerName = row.customerName
        return order
      })
  }

  /// Every change of what leads had collected, on the day of the row that shows it.
  private static func collections(of facts: BookFacts) -> RecordList<Actual> {
    var collections = RecordList<Actual>()
    for lead in facts.leads.standing where !facts.leads.vanished.contains(lead) {
      var before = Money.zero
      for (index, row) in facts.leads.history(lead).enumerated() {
        let change = Money(hundredths: row.collected.hundredths - before.hundredths)
        before = row.collected
        let day = index > 0 ? row.effective.day : row.closedOn.day ?? row.orderedOn.day ?? row.effective.day
        guard change != .zero, let day, day <= facts.period.asOf else { continue }
        var collection = Actual(version: row.version, date: day, amount: change)
        collection.dimensions = row.dimensions
        collection.customerName = facts.leads.now[lead].customerName
        collections.append(collection)
      }
    }
    return collections
  }

  private static func reported(
    _ facts: BookFacts, _ amount: KeyPath<DailyReport, OptionalMoney>
  ) -> RecordList<Actual> {
    RecordList(
      facts.dailyReports.lazy.compactMap { report in
        guard let amount = report[keyPath: amount].money else { return nil }
        var actual = Actual(version: report.version, date: report.date, amount: amount)
        actual.dimensions = facts.masters.dimensions(ofRep: report.rep)
        return actual
      })
  }
}

/// One of something for orders and one for collections.
struct ByMetric<Value> {
  var orders: Value
  var collections: Value

  subscript(metric: Metric) -> Value {
    get { metric == .orders ? orders : collections }
    _modify {
      if metric == .orders { yield &orders } else { yield &collections }
    }
  }
}

extension ByMetric: Sendable where Value: Sendable {}

extension ReviewPeriod {
  /// The days of the month and of the week up to as-of.
  var current: ClosedRange<Day> { min(monthToDate.lowerBound, weekToDate.lowerBound)...asOf }
}
