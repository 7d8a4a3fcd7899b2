internal import ReviewModel

/// A finding with the place of its record in reading order, which tells apart those of one line: a daily report and its
/// visits.
struct PlacedFinding: Sendable {
  let position: Position
  let finding: Finding

  /// By file, line, column; a blank column last. What is equal in all three stands in reading order; of one record by
  /// code and text.
  static func precedes(_ left: PlacedFinding, _ right: PlacedFinding) -> Bool {
    let (first, second) = (left.finding, right.finding)
    if first.location.file != second.location.file {
      return first.location.file.utf8.lexicographicallyPrecedes(second.location.file.utf8)
    }
    if first.location.line != second.location.line { return first.location.line < second.location.line }
    switch (first.location.column, second.location.column) {
    case (let one?, let other?) where one != other: return one < other
    case (_?, nil): return true
    case (nil, _?): return false
    default: break
    }
    if left.position != right.position { return left.position < right.position }
    if first.code != second.code { return first.code.rawValue < second.code.rawValue }
    return (first.text ?? "").utf8.lexicographicallyPrecedes((second.text ?? "").utf8)
  }
}
