/// How large the rows of a list stand: as large as their number and the width of their columns allow.
enum ListSize: String {
  case dense, plain, roomy, large, largest

  /// The size of a list of so many lines, totals included, and whether long texts take two lines each: rather smaller
  /// than broken, rather broken than small.
  ///
  /// - Parameters:
  ///   - widths: of the widest text of each column, in ems
  ///   - room: for the list to be large, in pixels of a 1280-pixel slide
  ///   - most: lines that fit in plain rows
  static func fitting(lines: Int, widths: [Double], room: Double, most: Int)
    -> (size: ListSize, wraps: Bool)
  {
    let sizes = [ListSize.largest, .large, .roomy].filter { Double(lines) <= Double(most) * $0.share }
    func fitting(_ widest: Double) -> ListSize? {
      sizes.first { size in widths.reduce(0) { $0 + min($1, widest) * size.pixels + size.gap } <= room }
    }
    let isFew = lines <= few
    if !isFew || widths.allSatisfy({ $0 <= uncut }), let size = fitting(uncut) { return (size, false) }
    if isFew, let size = fitting(wrapped) { return (size, true) }
    return (lines > most ? .dense : .plain, isFew)
  }

  /// So few rows may take two lines each.
  private static let few = 6
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
