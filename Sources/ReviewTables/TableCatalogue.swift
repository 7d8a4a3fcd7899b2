package import Facts
package import ReviewModel

/// Every table that can be made, in pack order: the order of docs/metrics.md.
package enum TableCatalogue {
  private static let before: [any ReviewTable] =
    MonthlyAchievement.family + AchievementToDate.family
    + [TargetBreakdown(), PlanAccuracy(), CollectionForecast(), WinForecast()] + TopList.family
    + [Promises(), PromiseSummary(), Reservoir()] + leads + actions + customers + money
  private static let leads: [any ReviewTable] = [
    Ledger(), Funnel(), Movement(), Conversion(), WonSummary(), WonDeals(), LostReasons(), SilentLeads(),
    DeadLeads(), LeadMatching(),
  ]
  private static let actions: [any ReviewTable] = [
    WeeklyControl(), ReportDiscipline(), VisitEfficiency(), VisitPurpose(), ReportedVsBooked(), Claims(),
    Events(), Anomalies(), Todo(), NextWeek(),
  ]
  private static let customers: [any ReviewTable] = [
    CustomerValue(), ValueBands(), CustomerGroups(), TopProfile(), Churn(), ChurnSummary(), Revisits(),
    ProductPairs(), PriceFloor(),
  ]
  private static let money: [any ReviewTable] =
    Receivables.family
    + [OverdueInvoices(), Contracts(), Renewals(), OrderToCash(), RenewalRate()]
  private static let after: [any ReviewTable] = [DataQuality(), FindingTable.rejects, FindingTable.warnings]

  /// What every table is, in pack order.
  package static let definitions: [TableDefinition] =
    before.map(\.definition) + [Checklist.definition] + after.map(\.definition)

  /// The tables of a review, in pack order, computed side by side.
  ///
  /// - Parameters:
  ///   - ids: the tables wanted; nil for all of the review's cadence.
  ///   - jobs: how many are computed at once.
  package static func tables(
    of review: ReviewContext, ids: Set<String>?, jobs: Int, _ catalogue: Catalogue
  ) async throws -> [Table] {
    func wanted(_ table: any ReviewTable) -> Bool {
      table.definition.cadences.contains(review.period.cadence) && ids?.contains(table.definition.id) ?? true
    }
    let tables = before.filter(wanted) + after.filter(wanted)
    let made = try await withThrowingTaskGroup(of: (Int, Table).self) { group in
      var made = [Table?](repeating: nil, count: tables.count)
      // From both ends: neighbours share views, and who asks for one that is being made waits.
      var (left, fromEnd) = (tables.indices, false)
      func begin() {
        guard let index = fromEnd ? left.popLast() : left.popFirst() else { return }
        fromEnd.toggle()
        let table = tables[index]
        group.addTask {
          // A table that needs a missing kind of input is in the pack, empty.
          let isMet = table.definition.isMet(by: review.facts.inputs)
          return (index, isMet ? try table.table(review) : Table(table.definition, rows: Rows([])))
        }
      }
      for _ in 0..<max(1, jobs) { begin() }
      while let (index, table) = try await group.next() {
        made[index] = table
        begin()
      }
      return made.compactMap { $0 }
    }
    guard ids?.contains(Checklist.definition.id) ?? true else { return made }
    let checklist = Checklist.table(made, inputs: review.facts.inputs, catalogue)
    let place = made.firstIndex { $0.definition.section == .pack } ?? made.endIndex
    return made[..<place] + [checklist] + made[place...]
  }

  /// What the tables wanted ask of the facts beyond what every run keeps.
  package static func details(of ids: Set<String>?, in cadence: ReviewPeriod.Cadence) -> FactDetails {
    before.reduce(into: []) { details, table in
      let definition = table.definition
      guard definition.cadences.contains(cadence), ids?.contains(definition.id) ?? true else { return }
      details.formUnion(table.details)
    }
  }
}
