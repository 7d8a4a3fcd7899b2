/// What orders and collections are counted by.
public enum Metric: UInt8, CaseIterable, Hashable, Sendable {
  case orders
  case collections

  /// The canonical word.
  public var word: String { self == .orders ? "orders" : "collections" }
}

/// A closed set of words that a column may hold: the canonical word first, then its aliases (docs/inputs.md,
/// section 2).
public struct Vocabulary: Hashable, Sendable {
  /// The id, under which the catalogues name the words.
  public let id: String
  /// A word and its aliases.
  public struct Word: Hashable, Sendable {
    /// The word that tables and `review.json` hold.
    public let canonical: String
    /// Other words that files may hold for it.
    public let aliases: [String]
  }
  /// The words, in the order in which tables show them.
  public let words: [Word]

  init(_ id: String, _ words: [(String, [String])]) {
    self.id = id
    self.words = words.map { Word(canonical: $0.0, aliases: $0.1) }
  }

  /// The position of a canonical word.
  public func code(of word: String) -> Int? { words.firstIndex { $0.canonical == word } }

  /// Classes of customers.
  public static let customerClass = Vocabulary(
    "customer_class",
    [("strategic", ["战略"]), ("top", ["TOP"]), ("named", ["一般", "一般指名"]), ("channel", ["非指名", "渠道"])])
  /// The chance of a lead, as its rep sees it.
  public static let chance = Vocabulary(
    "chance", [("high", ["大"]), ("medium", ["一般"]), ("low", ["小"]), ("none", ["无"])])
  /// What targets are set for: ``Metric`` in words.
  public static let metric = Vocabulary("metric", [("orders", ["订单", "签约"]), ("collections", ["回款"])])
  /// Where a rep was on the day of a report.
  public static let attendance = Vocabulary(
    "attendance", [("present", ["出勤"]), ("travel", ["出差"]), ("leave", ["请假"]), ("absent", ["缺勤"])])
  /// What a visit was for.
  public static let purpose = Vocabulary(
    "purpose",
    [
      ("new", ["开发新客户"]), ("research", ["市场调研"]), ("collection", ["收款"]), ("service", ["服务"]),
      ("complaint", ["客诉处理"]), ("order", ["订货"]), ("other", ["其他"]),
    ])
  /// What a report from the market is about.
  public static let eventKind = Vocabulary(
    "event_kind",
    [
      ("market", ["市场"]), ("competitor", ["竞争"]), ("complaint", ["客诉"]), ("channel", ["渠道"]),
      ("personnel", ["人事"]),
    ])
  /// Whether an event still waits for an answer.
  public static let eventStatus = Vocabulary(
    "event_status", [("open", ["未处理", "处理中"]), ("closed", ["已处理"])])
}
