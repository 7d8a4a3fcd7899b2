internal import ReviewModel

/// What one slide shows: a chart of a table, rows of a table, or both. The outline knows ids only; a slide
/// whose tables are not in the pack does not appear, and a column that a table lacks is passed over.
struct SlideOutline {
  /// A chart and the table that it draws.
  struct Exhibit {
    var table: String
    var chart: Chart
  }

  /// The columns that a chart draws; `member` columns, joined, name what the chart compares.
  enum Chart {
    /// What was reached against what was aimed at, a panel each.
    case targets(member: [String], [(actual: String, target: String?, rate: String?)])
    case stacked(member: [String], parts: [String], total: String?, target: String?, rate: String?)
    /// The totals of these columns: opening, changes, closing.
    case waterfall([String])
    /// The totals of these columns side by side, the older the darker.
    case ages([String])
    /// The totals of these columns side by side.
    case totals([String])
    /// `value` by member, made up of parts: a row says how much one part has in one member. The last members.
    case matrix(member: String, part: String, value: String)
    case funnel(stage: String, count: String, amount: String)
    case pareto(member: [String], value: String, cumulated: String)
  }

  /// Rows of a table.
  struct Listing {
    var table: String
    /// nil for all of them.
    var columns: [String]?
    /// Columns in place of all that have nothing to show: targets in a book without any.
    var spare: [String] = []
    /// At most so many rows in each of `lanes` lists side by side.
    var rows = 20
    var lanes = 1
    /// A column of sentences, which may take two lines.
    var sentences: String?
  }

  /// Which rows a slide shows where it cannot show all: the first, unless it says otherwise.
  struct Pick: Equatable {
    /// Those with most in these columns: of equal ones in the first, with most in the next.
    var largest: [String] = []
    /// Some of everything that these columns tell apart.
    var each: [String] = []
  }

  /// Names the slide in its address; `text.deck.slide.ID`, where the catalogues have it, is its title, with the
  /// forecast month for `{0}`.
  let id: String
  var exhibit: Exhibit?
  var listing: Listing?
  /// Rows of another table, above those of the listing: what they come to.
  var summary: Listing?
  /// Whether the chart takes the whole width, with the rows below it rather than beside it.
  var isWide = false
  /// Rows with one of these words in the column.
  var only: (column: String, words: [String])?
  /// Whether the meeting goes through it; the others are an appendix.
  var isCore = false
  /// Whether each business unit gets a slide of its own.
  var isPerUnit = false
  var pick = Pick()
  /// Tables of the same matter: the slide names the sheets of those that no slide shows.
  var also: [String] = []
  /// A sentence of the catalogues, `text.deck.say.KEY`, over these totals.
  var message: (key: String, columns: [String])?

  /// The tables shown, the first of which gives the slide its title and section.
  var tables: [String] {
    var seen: Set<String> = []
    return [exhibit?.table, listing?.table, summary?.table].compactMap(\.self)
      .filter { seen.insert($0).inserted }
  }
}
