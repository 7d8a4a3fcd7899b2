/// A column of a table: what its cells are, how they come about and what stands below them.
///
/// A derived column is computed from the columns beside it, in the same way by the program and by the live
/// formula that the workbook shows in its place.
public struct Column: Hashable, Sendable {
  /// How a cell follows from others of its row; a blank or non-positive divisor gives a blank.
  public enum Derivation: Hashable, Sendable {
    /// numerator / denominator.
    case ratio(String, String)
    /// first − second.
    case difference(String, String)
    /// The sum of these.
    case sum([String])
    /// (now − then) / then.
    case growth(String, String)
    /// One of these / all of these.
    case portion(String, of: [String])
  }

  /// How a cell that is given can be traced to cells beside it: the workbook shows that as a live formula
  /// where it gives what the cell holds.
  public enum Trace: Hashable, Sendable {
    case by(Derivation)
    /// The column's cell / its total.
    case share(of: String)
  }

  /// What stands in the totals row.
  public enum Total: Hashable, Sendable {
    /// Nothing.
    case blank
    /// The sum of the column; blank where all of it is blank.
    case sum
    /// The derivation, over the totals of the columns that it names.
    case derived
  }

  /// Words that a person reads in place of what the column holds. `review.json` and the CSV files keep the
  /// words of the contract.
  public indirect enum Display: Hashable, Sendable {
    /// The text as it is.
    case verbatim
    /// A rep_id: shown as name (id) where the roster has a name.
    case rep
    /// A stage: shown by its name.
    case stage
    /// A lead_id: shown with the lead's name where the pack has it.
    case lead
    /// What one piece or one visit costs: in the currency itself, however large the unit of amounts is.
    case price
    /// A rate that says how many times as much: 1.64 rather than 164 %.
    case multiple
    /// A word of a closed set, named by its id in the catalogues; a count may be one, too.
    case word(String)
    /// A bare number, shown within a sentence of the catalogues.
    case sentence(String)
    /// What the word in another column of the row decides; verbatim for words that are not named.
    case following(String, [String: Display])
    /// Words of a closed set joined with `; `, each with what it counts for behind a `+`.
    case parts(String)
    /// A table id, shown by its title.
    case table
    /// An input kind, shown by its name.
    case input
    /// A member of the dimension beside it: a rep_id as name (id), a customer class by its word.
    case member
    /// A column of an input, shown by its label where the catalogues have one.
    case column
    /// Columns joined with `+`, shown by their labels; `company` for none.
    case level
  }

  /// The id, the same in every output.
  public let id: String
  /// What its cells are.
  public let kind: ValueKind
  /// How its cells follow from others of their row; nil where they are given.
  public let derivation: Derivation?
  /// How its cells, where they are given, can be traced all the same.
  public private(set) var trace: Trace?
  /// What stands in the totals row.
  public let total: Total
  /// What people read in place of a text.
  public let display: Display
  /// Whether it says how much of a goal is reached: then more is better, and a ``Grade`` says how good.
  public private(set) var isAttainment = false

  init(
    _ id: String, _ kind: ValueKind, derivation: Derivation? = nil, total: Total = .blank,
    display: Display = .verbatim
  ) {
    self.id = id
    self.kind = kind
    self.derivation = derivation
    self.total = total
    self.display = display
  }
}

/// The columns that tables are put together from.
extension Column {
  /// A text; it has no total.
  public static func text(_ id: String, _ display: Display = .verbatim) -> Column {
    Column(id, .text, display: display)
  }
  /// A day; it has no total.
  public static func date(_ id: String) -> Column { Column(id, .date) }
  /// A flag; it has no total.
  public static func flag(_ id: String) -> Column { Column(id, .flag) }
  /// An amount, added up in the totals.
  public static func money(_ id: String, total: Total = .sum) -> Column { Column(id, .money, total: total) }
  /// What one piece costs; it has no total.
  public static func price(_ id: String) -> Column { Column(id, .money, display: .price) }
  /// A number of things, added up in the totals.
  public static func count(_ id: String, total: Total = .sum) -> Column { Column(id, .count, total: total) }
  /// Whole days, ranks and the like: a count that means nothing added up.
  public static func ordinal(_ id: String, _ display: Display = .verbatim) -> Column {
    Column(id, .count, display: display)
  }
  /// A figure with one decimal, or as the table says.
  public static func number(_ id: String) -> Column { Column(id, .number) }
  /// A rate that is not a quotient of two columns beside it.
  public static func rate(_ id: String) -> Column { Column(id, .rate) }
  /// A rate that says how many times as much.
  public static func multiple(_ id: String) -> Column { Column(id, .rate, display: .multiple) }
  /// `numerator` / `denominator`, recomputed in the totals.
  public static func rate(_ id: String, _ numerator: String, over denominator: String) -> Column {
    Column(id, .rate, derivation: .ratio(numerator, denominator), total: .derived)
  }
  /// How much of a goal is reached, `reached` / `goal`, recomputed in the totals.
  public static func attainment(_ id: String, _ reached: String, of goal: String) -> Column {
    var column = rate(id, reached, over: goal)
    column.isAttainment = true
    return column
  }
  /// `part` / the sum of `whole`, recomputed in the totals.
  public static func portion(_ id: String, _ part: String, of whole: [String]) -> Column {
    Column(id, .rate, derivation: .portion(part, of: whole), total: .derived)
  }
  /// The same column, traced to others.
  public func traced(_ trace: Trace) -> Column {
    var column = self
    column.trace = trace
    return column
  }
  /// (`now` − `then`) / `then`, recomputed in the totals.
  public static func growth(_ id: String, _ now: String, since then: String) -> Column {
    Column(id, .rate, derivation: .growth(now, then), total: .derived)
  }
  /// `first` − `second`, in money.
  public static func difference(_ id: String, _ first: String, less second: String) -> Column {
    Column(id, .money, derivation: .difference(first, second), total: .sum)
  }
  /// The sum of amounts.
  public static func sum(_ id: String, of parts: [String]) -> Column {
    Column(id, .money, derivation: .sum(parts), total: .sum)
  }
  /// An amount per head, visit or deal, rounded to hundredths.
  public static func average(
    _ id: String, _ amount: String, per count: String, total: Total = .derived, _ display: Display = .verbatim
  ) -> Column {
    Column(id, .money, derivation: .ratio(amount, count), total: total, display: display)
  }
}
