/// A review pack before it is written: every table of the cadence, and what its writers need to say.
public struct ReviewPack: Sendable {
  /// Where the actuals and the value of a customer came from (docs/metrics.md, sections 2 and 7).
  public struct Sources: Hashable, Sendable {
    /// `orders`, `leads`, `daily-reports` or `none`.
    public let orders: String
    /// `collections`, `leads`, `daily-reports` or `none`.
    public let collections: String
    /// `gross-profit`, `collections` or `orders`.
    public let value: String

    /// The sources by their words in the contract.
    public init(orders: String, collections: String, value: String) {
      self.orders = orders
      self.collections = collections
      self.value = value
    }
  }

  /// What was booked and collected in the period before, of a period that is not over in as many of its days: what
  /// the deck says the change since is (docs/outputs.md, section 2, the deck).
  public struct Previous: Hashable, Sendable {
    /// `2026-09` or `2026-W42`; of a period that is not over its days: `2026-09-01–15`.
    public let name: String
    /// In the book's currency.
    public let orders: MoneySum
    /// In the book's currency.
    public let collections: MoneySum

    /// The sums of a period by its name.
    public init(name: String, orders: MoneySum, collections: MoneySum) {
      self.name = name
      self.orders = orders
      self.collections = collections
    }

    /// One of the sums.
    public func sum(of metric: Metric) -> MoneySum { metric == .orders ? orders : collections }
  }

  /// Whose review it is, as cover and deck say.
  public let organisation: String
  /// The language of titles, labels and sentences.
  public let language: Language
  /// The code of the currency of all amounts: `CNY`.
  public let currency: String
  /// What amounts are divided by for display: 1, 1,000 or 10,000.
  public let moneyUnit: Int
  /// The period reviewed, and the day from which it is seen.
  public let period: ReviewPeriod
  /// Where the figures came from.
  public let sources: Sources
  /// In pack order.
  public let tables: [Table]
  /// What of the inputs is there: a table whose needs are not met is empty for that reason.
  public let inputs: Set<InputKind>
  /// The stages of the sales process, in the order of the book.
  public let stages: [Stage]
  /// Names of reps by id, where the roster has one.
  public let repNames: [String: String]
  /// What the period before brought.
  public let previous: Previous?

  /// A pack of tables, which stand in pack order.
  public init(
    organisation: String, language: Language, currency: String, moneyUnit: Int, period: ReviewPeriod,
    sources: Sources, tables: [Table], inputs: Set<InputKind>, stages: [Stage], repNames: [String: String],
    previous: Previous? = nil
  ) {
    self.organisation = organisation
    self.language = language
    self.currency = currency
    self.moneyUnit = moneyUnit
    self.period = period
    self.sources = sources
    self.tables = tables
    self.inputs = inputs
    self.stages = stages
    self.repNames = repNames
    self.previous = previous
  }

  /// A table by id.
  public func table(_ id: String) -> Table? { tables.first { $0.id == id } }

  /// Why a table looks as it does: `ok`, `empty`, or `no-input` when a need is not met.
  public static func status(of table: Table, inputs: Set<InputKind>) -> Status {
    guard table.definition.isMet(by: inputs) else { return .noInput }
    return table.rows.isEmpty ? .empty : .ok
  }

  /// What the checklist says of a table.
  public enum Status: String, Hashable, Sendable {
    case ok
    case empty
    case noInput = "no-input"
  }
}
