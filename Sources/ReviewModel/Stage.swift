/// What a stage of the sales process means to the figures, whatever a company calls it.
public enum StageKind: String, CaseIterable, Hashable, Sendable {
  case open
  case bidding
  /// Won; ordered once its order has a day.
  case won
  /// Done with: ordered, delivered, paid, or as the company sees it.
  case closed
  case lost

  /// The kind as a number, in the order of the cases.
  @inlinable
  public var number: UInt8 {
    switch self {
    case .open: 0
    case .bidding: 1
    case .won: 2
    case .closed: 3
    case .lost: 4
    }
  }

  /// The kind of a ``number``; any other number is `lost`.
  @inlinable
  public init(number: UInt8) {
    switch number {
    case 0: self = .open
    case 1: self = .bidding
    case 2: self = .won
    case 3: self = .closed
    default: self = .lost
    }
  }

  /// Whether a lead in such a stage is live: open, bidding or won.
  public var isLive: Bool { self == .open || self == .bidding || self == .won }
}

/// One stage of the sales process (docs/inputs.md, section 7).
public struct Stage: Hashable, Sendable {
  /// The id shown in every table.
  public let id: String
  /// What the stage means to the figures.
  public let kind: StageKind
  /// The chance of winning, in millionths.
  public let probability: Int32
  /// Other words for the stage.
  public let aliases: [String]
  /// The name shown in workbook and deck; the id where blank.
  public let name: String?

  /// A stage; `probability` in millionths, 0 … 1,000,000.
  public init(id: String, kind: StageKind, probability: Int32, aliases: [String] = [], name: String? = nil) {
    self.id = id
    self.kind = kind
    self.probability = probability
    self.aliases = aliases
    self.name = name
  }

  /// The default list: S1 … S6 and lost.
  public static let standard: [Stage] = [
    Stage(id: "S1", kind: .open, probability: 100_000),
    Stage(id: "S2", kind: .open, probability: 250_000),
    Stage(id: "S3", kind: .open, probability: 400_000),
    Stage(id: "S4", kind: .bidding, probability: 600_000),
    Stage(id: "S5", kind: .won, probability: 900_000),
    Stage(id: "S6", kind: .closed, probability: 1_000_000),
    Stage(id: "lost", kind: .lost, probability: 0),
  ]
}
