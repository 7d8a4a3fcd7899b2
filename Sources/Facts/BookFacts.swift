package import Book
package import ReviewModel

/// Everything that the tables of a pack are computed from: the rows of a book that count, seen from a review period.
package struct BookFacts: Sendable {
  package let configuration: Configuration
  package let period: ReviewPeriod
  package let symbols: Symbols
  /// The texts of single records, where tables ask for them.
  package let texts: RecordTexts
  package let masters: Masters
  package let leads: LeadLedger
  package let orders: RecordList<Actual>
  package let collections: RecordList<Actual>
  package let receivables: RecordList<Receivable>
  package let visits: RecordList<Visit>
  /// Those of the days under review with all that they tell; empty unless tables ask for it.
  package let visitDetails: RecordList<VisitDetail>
  package let dailyReports: RecordList<DailyReport>
  /// Those of the days under review with all that they tell; empty unless tables ask for it.
  package let reportDetails: RecordList<ReportDetail>
  package let calendar: RecordList<CalendarDay>
  package let visitPlans: RecordList<VisitPlan>
  package let weeklyPlans: RecordList<WeeklyPlan>
  package let events: RecordList<Event>
  package let targets: RecordList<Target>
  package let commitments: RecordList<Target>
  package let contracts: RecordList<Contract>
  /// The prices of orders below the floor, by ``Actual/price``.
  package let prices: RecordList<OrderPrice>
  /// What of the inputs the book has; nested visits of daily reports are a visits input.
  package let inputs: Set<InputKind>
  /// A line an input file and kind, in the order of files, then kinds.
  package let quality: [FileQuality]
  /// Files that match no kind.
  package let unrecognised: [String]
  /// Headers that no column is read from, in the order of files.
  package let unread: [UnreadHeader]
  /// Rejected rows, in the order of file, line, column.
  package let rejects: [Finding]
  /// Warnings, in the order of file, line, column.
  package let warnings: [Finding]
  /// What the figures may be wrong by though no row is.
  package let doubts: [Doubt]
  /// The canonical word `channel` of customer classes.
  package let channelClass: Symbol
  /// Whether customers can be valued by gross profit.
  package let hasGrossProfit: Bool
}

/// What the tables ask of review.yaml.
extension BookFacts {
  /// Business units in the order of display; others follow by name.
  package var unitsInOrder: [String] { configuration.businessUnits }
  /// The length of TOP lists.
  package var top: Int { configuration.top }
  /// After how many idle days a lead is silent.
  package var silentDays: Int { configuration.thresholds.silentDays }
  /// After how many days without a sign a rep is idle.
  package var repIdleDays: Int { configuration.thresholds.repIdleDays }
  /// After how many idle days a key lead is stale.
  package var keyLeadDays: Int { configuration.thresholds.keyLeadDays }
  /// How many fields a daily report must fill in.
  package var requiredReportFields: Int { configuration.requiredReportFields.count }
  /// The language of what tables say to people.
  package var language: Language { configuration.language }
  /// In what people read amounts.
  package var moneyUnit: MoneyUnit {
    MoneyUnit(configuration.moneyUnit, currency: configuration.currency, Catalogue(configuration.language))
  }
  /// After how many days without an order a customer is lost.
  package var churnDays: Int { configuration.thresholds.churnDays }
  /// How many days before its end a contract is to be renewed.
  package var renewalDays: Int { configuration.thresholds.renewalDays }
  /// How many live leads a rep may have and still be given one more.
  package var maxOpenLeads: Int { configuration.thresholds.maxOpenLeads }

  /// Days between two contacts with a customer: its own, else its class's, else those of customers without a class.
  package func revisitDays(of customer: Customer) -> Int {
    let days = configuration.revisitDays
    return customer.revisitDays
      ?? Vocabulary.customerClass.code(of: symbols.text(customer.customerClass)).map { days.byClass[$0] }
      ?? days.otherwise
  }
}
