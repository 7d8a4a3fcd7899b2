internal import Book
internal import ReviewModel

extension Stores {
  /// A master, when its rows have been read.
  func master<Record: MasterRecord>(
    _ store: SharedStore<Record>, exists: Bool
  ) -> (master: Master<Record>, superseded: [Int]) {
    let (records, superseded, _) = store.take()
    return (Master(exists: exists, records: records), superseded)
  }
}

extension Stores {
  /// The facts of the book, when all of it has been read.
  func facts(
    masters: Masters, superseded: MastersSuperseded, report: QualityReport, files: BookFiles,
    unread: [UnreadHeader],
    table: SymbolTable, texts: RecordTexts, making: Making
  ) async throws -> BookFacts {
    // The leads are wound back while the rows of the other kinds are counted.
    async let wound = leads.finish(
      stages: StageList(configuration.stages), numbersRepeats: configuration.options(of: .leads).key == [],
      isWhole: configuration.options(of: .leads).hasFullSnapshots)
    let symbols = table.frozen()
    var report = report
    var doubts = DoubtFinder(report.files, symbols, rowsNamedTotal: report.rowsNamedTotal)
    report.count(masters.reps.records, superseded: superseded.reps, nil, symbols) { _ in Dimensions() }
    report.count(masters.customers.records, superseded: superseded.customers, nil, symbols) { _ in
      Dimensions()
    }
    report.count(masters.products.records, superseded: superseded.products, nil, symbols) { _ in Dimensions()
    }
    // Closures, since a key path that the compiler does not see through costs more than all the rest of a count.
    func taken<Record: VersionedRecord>(
      _ store: SharedStore<Record>, _ dimensions: (Record) -> Dimensions
    ) -> RecordList<Record> {
      let (records, superseded, repeated) = store.take()
      doubts.note(repeated)
      report.count(records, superseded: superseded, masters, symbols, dimensions: dimensions)
      return records
    }
    let orders = taken(orders) { $0.dimensions }
    let collections = taken(collections) { $0.dimensions }
    let receivables = taken(receivables) { $0.dimensions }
    func taken<Detail>(
      _ store: ActivityStore<Detail>
    ) -> (records: RecordList<Detail.Core>, details: RecordList<Detail>) {
      let (records, superseded, details) = store.take(detailsOf: period.daysUnderReview)
      report.count(records, superseded: superseded, masters, symbols) { $0.dimensions }
      return (records, details)
    }
    let dailyReports = taken(dailyReports)
    report.count(
      superseded: nestedVisits.settle(
        outer: dailyReports.records, files: report.fileCount, into: visits))
    let visits = taken(visits)
    let targets = taken(targets) { $0.dimensions }
    let commitments = taken(commitments) { $0.dimensions }
    let contracts = taken(contracts) { $0.dimensions }
    let calendar = taken(calendar) { _ in Dimensions() }
    let visitPlans = taken(visitPlans) { $0.dimensions }
    let weeklyPlans = taken(weeklyPlans) { $0.dimensions }
    let events = taken(events) { $0.dimensions }
    let ledger = await wound
    report.count(ledger, masters, symbols)
    doubts.note(ledger.repeated)
    doubts.look(at: ledger)
    doubts.look(at: orders) { $0.dimensions.named }
    doubts.look(at: collections) { $0.dimensions.named }
    doubts.look(at: receivables) { $0.dimensions.named }
    doubts.look(at: contracts) { $0.dimensions.named }
    doubts.look(at: dailyReports.records) { [$0.rep] }
    doubts.look(at: targets) { $0.scope }
    doubts.look(at: commitments) { $0.scope }
    let isGrossProfit = GrossProfit.isKnown(orders, period.twelveMonths)
    if isGrossProfit { report.warnOfMissingCosts(orders, period.twelveMonths) }
    try report.close()
    return BookFacts(
      configuration: configuration, period: period, symbols: symbols, texts: texts,
      masters: masters, leads: ledger,
      orders: orders, collections: collections, receivables: receivables, visits: visits.records,
      visitDetails: visits.details, dailyReports: dailyReports.records, reportDetails: dailyReports.details,
      calendar: calendar, visitPlans: visitPlans, weeklyPlans: weeklyPlans, events: events, targets: targets,
      commitments: commitments, contracts: contracts,
      prices: making.prices.all,
      inputs: report.holdsNestedVisits ? inputs.union([.visits]) : inputs, quality: report.quality,
      unrecognised: files.unrecognised, unread: unread,
      rejects: report.rejects,
      warnings: report.warnings, doubts: doubts.doubts(ledger, targets, report.quality, period),
      channelClass: making.classes.channel, hasGrossProfit: isGrossProfit)
  }
}

/// By file: rows of masters that a newer one replaced.
struct MastersSuperseded {
  var reps: [Int] = []
  var customers: [Int] = []
  var products: [Int] = []
}

/// Whether customers can be valued by what they earn (docs/metrics.md, section 7).
enum GrossProfit {
  /// The window has orders with a positive sum, of which rows with a cost make up at least 95 %.
  static func isKnown(_ orders: RecordList<Actual>, _ days: ClosedRange<Day>) -> Bool {
    var (sum, costed) = (MoneySum.zero, MoneySum.zero)
    for order in orders where days.contains(order.date) {
      sum += order.amount
      if order.cost.money != nil { costed += order.amount }
    }
    return sum > .zero && costed.hundredths * 100 >= sum.hundredths * 95
  }
}
