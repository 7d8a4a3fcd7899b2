internal import ReviewModel

/// One page of the deck, ready for the templates.
struct Slide {
  var id: String
  /// The outline that it is of; empty for the slides that are none's.
  var outline = ""
  /// Whether the meeting goes through it; the others are an appendix.
  var isCore = false
  var section: Section?
  var name: String
  /// The business unit that it is of; empty for all.
  var unit = ""
  var message: String
  /// A drawing in SVG, and what it leaves out.
  var chart: String?
  /// The same for a phone; nil where there is none.
  var narrowChart: String?
  var chartNote = ""
  var isWide = false
  var lists: [ListView] = []
  /// Whether the lists stand side by side.
  var isInLanes = false
  var figures: [FigureView] = []
  var remarks: [(title: String, reason: String)] = []
  /// The sheets of the tables shown.
  var sheets: [String] = []
  /// Sheets of the same matter that no slide shows.
  var also: [String] = []
  /// Whether it has amounts, whose unit it then names.
  var showsMoney = false

  var title: String { unit.isEmpty ? name : "\(name) · \(unit)" }
}
