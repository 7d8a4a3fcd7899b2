internal import Facts
internal import ReviewModel

extension ReviewContext {
  /// The leads of kind won or closed with a won_on in these days.
  func leads(wonIn days: ClosedRange<Day>) -> LazyFilterSequence<[LeadView]> {
    leads.lazy.filter { $0.row.wonOn.isIn(days) && $0.isWon }
  }
}

extension LeadView {
  /// Days from created to won; nil where either is blank.
  var cycle: Int? {
    guard let won = row.wonOn.day, let created = row.created.day else { return nil }
    return won - created
  }
}
