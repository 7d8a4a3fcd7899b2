/// What is kept of rows for the tables that ask for it, beyond what every run keeps: memory is spent on nothing that
/// nobody reads.
package struct FactDetails: OptionSet, Hashable, Sendable {
  package let rawValue: UInt32

  package init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Every version of a lead.
  package static let history = FactDetails(rawValue: 1 << 0)
  /// What decided the leads that were won.
  package static let keyFactors = FactDetails(rawValue: 1 << 1)
  /// Ids and lines of orders below the floor price, with their prices.
  package static let prices = FactDetails(rawValue: 1 << 2)
  /// Ids of overdue invoices.
  package static let invoices = FactDetails(rawValue: 1 << 3)
  /// Ids of contracts.
  package static let contracts = FactDetails(rawValue: 1 << 4)

  /// What visits of the days under review tell beyond who saw whom.
  package static let visits = FactDetails(rawValue: 1 << 5)
  /// What daily reports of the days under review tell beyond their amounts.
  package static let reports = FactDetails(rawValue: 1 << 6)
  /// What daily reports of the days under review say in words.
  package static let reportTexts = FactDetails(rawValue: 1 << 7)
  /// What weekly plans say is to be done.
  package static let weeklyPlans = FactDetails(rawValue: 1 << 8)
  /// Ids and summaries of events.
  package static let events = FactDetails(rawValue: 1 << 9)

  /// Everything.
  package static let all = FactDetails(rawValue: .max)
}
