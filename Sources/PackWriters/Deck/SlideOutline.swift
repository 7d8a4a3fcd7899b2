internal import ReviewModel

/// What one slide shows: a chart of a table, rows of a table, or both. The outline knows ids only; a slide
/// whose tables are not in the pack does not appear, and a column that a table lacks is passed over.
package struct SlideOutline {
  /// A chart and the table that it draws.
  package struct Exhibit {
    package var table: String
    package var chart: Chart
  }

  /// The columns that a chart draws; `member` columns, joined, name what the chart compares.
  package enum Chart {
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
  package struct Listing {
    package var table: String
    /// nil for all of them.
    package var columns: [String]?
    /// Columns in place of all that have nothing to show: targets in a book without any.
    package var spare: [String] = []
    /// At most so many rows in each of `lanes` lists side by side.
    package var rows = 20
    package var lanes = 1
    /// A column of sentences, which may take two lines.
    package var sentences: String?
  }

  /// Which rows a slide shows where it cannot show all: the first, unless it says otherwise.
  package struct Pick: Equatable {
    /// Those with most in these columns: of equal ones in the first, with most in the next.
    package var largest: [String] = []
    /// Some of everything that these columns tell apart.
    package var each: [String] = []
    /// Whether they stand so even where all can be shown, and not as in the table.
    package var isOrder = false
  }

  /// Names the slide in its address; `text.deck.slide.ID`, where the catalogues have it, is its title, with the
  /// forecast month for `{0}`.
  package let id: String
  package var exhibit: Exhibit?
  package var listing: Listing?
  /// Rows of another table, above those of the listing: what they come to.
  package var summary: Listing?
  /// Whether the chart takes the whole width, with the rows below it rather than beside it.
  package var isWide = false
  /// Rows with one of these words in the column.
  package var only: (column: String, words: [String])?
  /// Whether the meeting goes through it; the others are an appendix.
  package var isCore = false
  /// Whether each business unit gets a slide of its own.
  package var isPerUnit = false
  package var pick = Pick()
  /// Tables of the same matter: the slide names the sheets of those that no slide shows.
  package var also: [String] = []
  /// A sentence of the catalogues, `text.deck.say.KEY`, over these totals.
  package var message: (key: String, columns: [String])?

  /// The tables shown, the first of which gives the slide its title and section.
  package var tables: [String] {
    var seen: Set<String> = []
    return [exhibit?.table, listing?.table, summary?.table].compactMap(\.self)
      .filter { seen.insert($0).inserted }
  }
}
