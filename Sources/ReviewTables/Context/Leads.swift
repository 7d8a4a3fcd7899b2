internal import Facts
internal import ReviewModel

/// A lead that stands at as-of, as tables look at it (docs/metrics.md, section 2).
///
/// It points into the ledger, since a row is too wide to be copied for every look at it, and is good for as long as the
/// review is there: a table that keeps views keeps the review beside them. What most tables choose leads by stands in
/// the view itself, so that a table goes through thirty-two bytes a lead, one after the other, and touches the rows of
/// those alone that it counts.
///
/// @unchecked: nobody changes the ledger.
struct LeadView: @unchecked Sendable {
  fileprivate let place: UnsafePointer<LeadRow>
  private let lead: UInt32
  /// From the highest bit: eight of the kind, whether it is live, whether it is ordered, twenty-two of probability.
  private let packed: UInt32
  let businessUnit: Symbol
  let expectedBidOn: OptionalDay
  let expectedOrderOn: OptionalDay
  let expectedCollectionOn: OptionalDay

  private static let live: UInt32 = 1 << 23
  private static let ordered: UInt32 = 1 << 22

  /// What a lead's stage says of it, packed: for ``LeadViews``.
  fileprivate static func packed(_ kind: StageKind, probability: Int32) -> UInt32 {
    UInt32(kind.number) << 24 | (kind.isLive ? live : 0) | UInt32(probability)
  }

  @inline(__always)
  fileprivate init(_ number: Int, at place: UnsafePointer<LeadRow>, ofStage stage: UInt32) {
    lead = UInt32(number)
    self.place = place
    let own = place.pointee.probability
    let known = own >= 0 ? stage & ~(Self.ordered - 1) | UInt32(own) : stage
    let isOrdered = known >> 24 == UInt32(StageKind.won.number) && !place.pointee.orderedOn.isBlank
    packed = isOrdered ? known | Self.ordered : known
    businessUnit = place.pointee.dimensions.businessUnit
    expectedBidOn = place.pointee.expectedBidOn
    expectedOrderOn = place.pointee.expectedOrderOn
    expectedCollectionOn = place.pointee.expectedCollectionOn
  }

  /// The lead's number in the ledger.
  @inline(__always)
  var number: Int { Int(lead) }

  /// What its stage means to the figures.
  @inline(__always)
  var kind: StageKind { StageKind(number: UInt8(packed >> 24)) }

  /// In millionths: the lead's own, else its stage's.
  @inline(__always)
  var probability: Int32 { Int32(packed & (Self.ordered - 1)) }

  /// The lead's row at as-of.
  @inline(__always)
  var row: LeadRow { place.pointee }

  /// Of kind open, bidding or won.
  @inline(__always)
  var isLive: Bool { packed & Self.live != 0 }

  /// Of kind won with an order on or before as-of: later dates have been wound back.
  @inline(__always)
  var isOrdered: Bool { packed & Self.ordered != 0 }

  /// Live and not ordered.
  var isUnordered: Bool { isLive && !isOrdered }

  /// Of kind won or closed.
  var isWon: Bool { kind == .won || kind == .closed }

  /// Probability × amount, rounded to hundredths.
  func weighted(_ amount: Money) -> Money {
    let (millionths, overflow) = amount.hundredths.multipliedReportingOverflow(by: Int64(probability))
    // A quotient of 64 bits by a constant is a product; one of 128 bits is a call.
    if !overflow {
      let (quotient, rest) = millionths.quotientAndRemainder(dividingBy: 1_000_000)
      return Money(hundredths: quotient + (rest >= 500_000 ? 1 : rest <= -500_000 ? -1 : 0))
    }
    return Money(hundredths: Int64((Int128(amount.hundredths) * Int128(probability)).divided(by: 1_000_000)))
  }
}

extension Array where Element == LeadView {
  /// Has the row fetched of the lead that comes some places behind this one.
  @inline(__always)
  func prefetch(after place: Int) {
    let next = place + 8
    if next < count { LeadRow.prefetch(self[next].place) }
  }
}

/// A lead as it stood at the previous review day.
struct PastLead {
  let state: LeadBefore
  let kind: StageKind

  /// Live, and not yet of kind won with an order.
  var isUnordered: Bool { kind.isLive && !(kind == .won && !state.orderedOn.isBlank) }
}

/// The leads of a review, looked up once: every table goes through them. Good for as long as the ledger.
struct LeadViews: Sendable {
  /// Those that stand at as-of, vanished ones left out.
  let all: [LeadView]
  private let rows: RecordList<LeadRow>.Places
  /// By stage what a view packs of it. In place, since every look at an array counts a reference.
  private let stages: InlineArray<256, UInt32>

  init(_ ledger: LeadLedger) {
    let rows = ledger.now.places
    var stages = InlineArray<256, UInt32>(repeating: 0)
    for (number, stage) in ledger.stages.stages.enumerated() {
      stages[number] = LeadView.packed(stage.kind, probability: stage.probability)
    }
    var all: [LeadView] = []
    let vanished = ledger.vanished
    all.reserveCapacity(ledger.standing.count)
    for number in ledger.standing where vanished.isEmpty || !vanished.contains(number) {
      let place = rows[number]
      all.append(LeadView(number, at: place, ofStage: stages[Int(place.pointee.stage)]))
    }
    self.all = all
    self.rows = rows
    self.stages = stages
  }

  /// A lead by its number.
  @inline(__always)
  subscript(number: Int) -> LeadView {
    let place = rows[number]
    return LeadView(number, at: place, ofStage: stages[Int(place.pointee.stage)])
  }
}

extension ReviewContext {
  /// The leads that stand at as-of, vanished ones left out.
  var leads: [LeadView] { views.all }

  /// The leads of kind open, bidding or won.
  var liveLeads: LazyFilterSequence<[LeadView]> { views.all.lazy.filter(\.isLive) }

  /// A lead by its number.
  func lead(_ number: Int) -> LeadView { views[number] }

  /// A lead's state at the previous review day, with its kind; nil where it did not stand then.
  func before(_ number: Int) -> PastLead? {
    facts.leads.before(number).map { PastLead(state: $0, kind: facts.leads.stages.kind($0.stage)) }
  }

  /// Name, team and grade of a rep; blanks for one that the roster does not know.
  func repCells(_ rep: Symbol) -> [Cell] {
    guard let rep = facts.masters.reps[rep] else { return [.blank, .blank, .blank] }
    return [.text(text(rep.name)), .text(text(rep.team)), .text(text(rep.grade))]
  }
}
