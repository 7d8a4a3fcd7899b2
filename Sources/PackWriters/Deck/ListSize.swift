/// How large the rows of a list stand: as large as their number and the width of their columns allow.
enum ListSize: String {
  case dense, plain, roomy, large, largest

  /// The size of a list of so many lines, totals included.
  ///
  /// - Parameters:
  ///   - widths: of the widest text of each column, in ems
  ///   - room: for the list to be large, in pixels of a 1280-pixel slide
  ///   - most: lines that fit in plain rows
  static func fitting(lines: Int, widths: [Double], room: Double, most: Int) -> ListSize {
    let fitting = [ListSize.largest, .large, .roomy].first { size in
      Double(lines) <= Double(most) * size.share
        && widths.reduce(0) { $0 + min($1, lines <= few ? wrapped : uncut) * size.pixels + size.gap } <= room
    }
    return fitting ?? (lines > most ? .dense : .plain)
  }

  /// So few rows may take two lines each.
  static let few = 6
  /// The widest that a column is before it is cut, or takes a second line; `deck.css` has the same.
  private static let uncut = 18.0
  private static let wrapped = 10.0

  /// The font size.
  private var pixels: Double {
    switch self {
    case .dense, .plain: 13.1
    case .roomy: 14.7
    case .large: 16.8
    case .largest: 19.2
    }
  }

  /// What a column takes beside its text.
  private var gap: Double { self == .plain || self == .dense ? 13 : 20 }

  /// How many rows there may be, of those that would fit in plain ones.
  private var share: Double {
    switch self {
    case .dense, .plain: 1
    case .roomy: 0.75
    case .large: 0.6
    case .largest: 0.45
    }
  }
}
