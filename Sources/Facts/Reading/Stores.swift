internal import Book
internal import ReviewModel

/// Where the records of a book gather while it is read: a store a kind.
struct Stores: Sendable {
  let reps: SharedStore<Rep>
  let customers: SharedStore<Customer>
  let products: SharedStore<Product>
  let leads: SharedLeads
  let orders: SharedStore<Actual>
  let collections: SharedStore<Actual>
  let receivables: SharedStore<Receivable>
  let visits: ActivityStore<VisitDetail>
  let nestedVisits = NestedActivities<VisitDetail>()
  let dailyReports: ActivityStore<ReportDetail>
  let targets: SharedStore<Target>
  let commitments: SharedStore<Target>
  let contracts: SharedStore<Contract>
  let calendar: SharedStore<CalendarDay>
  let visitPlans: SharedStore<VisitPlan>
  let weeklyPlans: SharedStore<WeeklyPlan>
  let events: SharedStore<Event>
  let period: ReviewPeriod
  let configuration: Configuration
  let inputs: Set<InputKind>

  init(
    files: Int, _ period: ReviewPeriod, _ configuration: Configuration, details: FactDetails,
    inputs: Set<InputKind>
  ) {
    reps = SharedStore(files: files)
    customers = SharedStore(files: files)
    products = SharedStore(files: files)
    orders = SharedStore(files: files)
    collections = SharedStore(files: files)
    receivables = SharedStore(files: files)
    visits = ActivityStore(files: files, keepsDetails: details.contains(.visits))
    dailyReports = ActivityStore(files: files, keepsDetails: details.contains(.reports))
    targets = SharedStore(files: files)
    commitments = SharedStore(files: files)
    contracts = SharedStore(files: files)
    calendar = SharedStore(files: files)
    visitPlans = SharedStore(files: files)
    weeklyPlans = SharedStore(files: files)
    events = SharedStore(files: files)
    leads = SharedLeads(
      LeadStore(
        period: period, files: files,
        keepsHistory: details.contains(.history) || !inputs.contains(.collections),
        keepsPresence: configuration.options(of: .leads).hasFullSnapshots))
    self.period = period
    self.configuration = configuration
    self.inputs = inputs
  }

  /// Lets a worker read what is left of a file.
  func read(_ file: OpenFile, by worker: inout Worker) throws(FileError) -> FileTally {
    switch file.input.kind {
    case .reps: try worker.read(file, RepMaker.self, into: reps)
    case .customers: try worker.read(file, CustomerMaker.self, into: customers)
    case .products: try worker.read(file, ProductMaker.self, into: products)
    case .leads: try worker.readLeads(file, into: leads)
    case .orders: try worker.read(file, ActualMaker.self, into: orders)
    case .collections: try worker.read(file, ActualMaker.self, into: collections)
    case .receivables: try worker.read(file, ReceivableMaker.self, into: receivables)
    case .visits where visits.keepsDetails:
      try worker.read(file, VisitDetailMaker.self, into: visits.details)
    case .visits: try worker.read(file, VisitMaker.self, into: visits.cores)
    case .dailyReports where dailyReports.keepsDetails:
      try worker.read(
        file, ReportDetailMaker.self, into: dailyReports.details, visitReader(of: file, worker.making))
    case .dailyReports:
      try worker.read(
        file, DailyReportMaker.self, into: dailyReports.cores, visitReader(of: file, worker.making))
    case .targets: try worker.read(file, TargetMaker.self, into: targets)
    case .commitments: try worker.read(file, TargetMaker.self, into: commitments)
    case .contracts: try worker.read(file, ContractMaker.self, into: contracts)
    case .calendar: try worker.read(file, CalendarMaker.self, into: calendar)
    case .visitPlans: try worker.read(file, VisitPlanMaker.self, into: visitPlans)
    case .weeklyPlans: try worker.read(file, WeeklyPlanMaker.self, into: weeklyPlans)
    case .events: try worker.read(file, EventMaker.self, into: events)
    }
  }

  /// A reader of the visits in a file of daily reports, where it may hold any.
  private func visitReader(of file: OpenFile, _ making: Making) -> (any NestedReader)? {
    guard let nested = file.nested else { return nil }
    if visits.keepsDetails {
      return NestedRowReader<VisitDetailMaker>(nested, of: file, making, into: nestedVisits.details)
    }
    return NestedRowReader<VisitMaker>(nested, of: file, making, into: nestedVisits.cores)
  }

  /// Says that all files of a kind have been read: what only more rows would need is let go, for other kinds to use.
  func seal(_ kind: InputKind) {
    switch kind {
    case .reps: reps.seal()
    case .customers: customers.seal()
    case .products: products.seal()
    case .leads: break
    case .orders: orders.seal()
    case .collections: collections.seal()
    case .receivables: receivables.seal()
    // Those within reports are still to come.
    case .visits: break
    case .dailyReports: dailyReports.seal()
    case .targets: targets.seal()
    case .commitments: commitments.seal()
    case .contracts: contracts.seal()
    case .calendar: calendar.seal()
    case .visitPlans: visitPlans.seal()
    case .weeklyPlans: weeklyPlans.seal()
    case .events: events.seal()
    }
  }
}
