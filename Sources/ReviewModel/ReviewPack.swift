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

  /// A pack of tables, which stand in pack order.
  public init(
    organisation: String, language: Language, currency: String, moneyUnit: Int, period: ReviewPeriod,
    sources: Sources, tables: [Table], inputs: Set<InputKind>, stages: [Stage], repNames: [String: String]
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
