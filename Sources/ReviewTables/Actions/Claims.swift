internal import Facts
internal import ReviewModel

/// What reports claim and the ledgers do not bear out (docs/metrics.md, section 6).
struct Claims: ReviewTable {
  let details: FactDetails = [.visits, .reports, .reportTexts]

  let definition = TableDefinition(
    "claims", .actions, needs: [[.dailyReports, .visits]], keyColumns: 2,
    columns: [
      .text("kind", .word("claim_kind")), .text("rep_id", .rep), .date("date"),
      .text(
        "subject",
        .following(
          "kind", ["advanced-without-visit": .lead, "backfilled": .sentence("claim.backfilled")])),
      .text("detail", .following("kind", ["copied-text": .sentence("claim.copied-text")])), .money("amount"),
    ])

  func table(_ review: ReviewContext) -> Table {
    let claims =
      review.ordersNotBooked + review.advancesWithoutVisit + review.backfilledReports + review.copiedTexts
    let rows = claims.sorted { Claim.precedes($0, $1, in: review) }.map { claim -> [Cell] in
      [
        .text(claim.kind.word), .text(review.text(claim.rep)), .date(claim.date),
        .text(claim.subject), .text(claim.detail), .money(claim.amount.map { MoneySum($0) }),
      ]
    }
    return TableBuilder(definition).table(rows)
  }
}

/// Something that a rep's reports say and nothing else does.
struct Claim {
  enum Kind: Int {
    case orderNotBooked, advancedWithoutVisit, backfilled, copiedText

    var word: String {
      switch self {
      case .orderNotBooked: "order-not-booked"
      case .advancedWithoutVisit: "advanced-without-visit"
      case .backfilled: "backfilled"
      case .copiedText: "copied-text"
      }
    }
  }

  let kind: Kind
  let rep: Symbol
  var date: Day?
  let subject: String?
  var detail: String?
  var amount: Money?
  /// Where the row stands, or the first of the rows, that says so.
  let position: Position

  /// Kind, rep_id, date, subject; what is alike in these in reading order.
  static func precedes(_ left: Claim, _ right: Claim, in review: ReviewContext) -> Bool {
    if left.kind != right.kind { return left.kind.rawValue < right.kind.rawValue }
    if left.rep != right.rep { return review.text(left.rep, precedes: right.rep) }
    switch (left.date, right.date) {
    case (let first?, let second?) where first != second: return first < second
    case (_?, nil): return true
    case (nil, _?): return false
    default: break
    }
    switch (left.subject, right.subject) {
    case (let first?, let second?) where !first.utf8.elementsEqual(second.utf8):
      return first.utf8.lexicographicallyPrecedes(second.utf8)
    case (_?, nil): return true
    case (nil, _?): return false
    default: return left.position < right.position
    }
  }
}
