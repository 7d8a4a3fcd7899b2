internal import Facts
internal import ReviewModel

/// A lead that stands at as-of, as tables look at it (docs/metrics.md, section 2).
///
/// It points into the ledger, since a row is too wide to be copied for every look at it, and is good for as long as the
/// review is there: a table keeps none. What most tables choose leads by stands in the view itself, so that a table
/// goes through thirty-two bytes a lead, one after the other, and touches the rows of those alone that it counts.
struct LeadView {
  private let place: UnsafePointer<LeadRow>
  private let lead: UInt32
  /// From the highest bit: eight of the kind, whether it is live, whether it is ordered, twenty-two of probability.
  private let packed: UInt32
  let businessUnit: Symbol
  let expectedBidOn: OptionalDay
  let expectedOrderOn: OptionalDay
  let expectedCollectionOn: OptionalDay

  private static let live: UInt32 = 1 << 23
  private static let ordered: UInt32 = 1 << 22

  @inline(__always)
  fileprivate init(_ number: Int, of rows: RecordList<LeadRow>, _ stages: StageList) {
    lead = UInt32(number)
    place = rows.pointer(to: number)
    let probability = stages.probability(own: place.pointee.probability, stage: place.pointee.stage)
    let kind = stages.kind(place.pointee.stage)
    let isOrdered = kind == .won && !place.pointee.orderedOn.isBlank
    packed =
      UInt32(kind.number) << 24 | (kind.isLive ? Self.live : 0) | (isOrdered ? Self.ordered : 0)
      | UInt32(probability)
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

/// A lead as it stood at the previous review day.
struct PastLead {
  let state: LeadBefore
  let kind: StageKind

  /// Live, and not yet of kind won with an order.
  var isUnordered: Bool { kind.isLive && !(kind == .won && !state.orderedOn.isBlank) }
}

/// The leads of a review, looked up once: every table goes through them.
///
/// @unchecked: the views point into a ledger that nobody changes and that the facts, kept beside them, hold.
struct LeadViews: @unchecked Sendable {
  /// Those that stand at as-of, vanished ones left out.
  let all: [LeadView]

  init(_ ledger: LeadLedger) {
    var all: [LeadView] = []
    // In locals, since each look at a class counts a reference.
    let (rows, stages, vanished) = (ledger.now, ledger.stages, ledger.vanished)
    all.reserveCapacity(ledger.standing.count)
    for number in ledger.standing where vanished.isEmpty || !vanished.contains(number) {
      all.append(LeadView(number, of: rows, stages))
    }
    self.all = all
  }
}

extension ReviewContext {
  /// The leads that stand at as-of, vanished ones left out.
  var leads: [LeadView] { views.all }

  /// The leads of kind open, bidding or won.
  var liveLeads: LazyFilterSequence<[LeadView]> { views.all.lazy.filter(\.isLive) }

  /// A lead by its number.
  func lead(_ number: Int) -> LeadView { LeadView(number, of: facts.leads.now, facts.leads.stages) }

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
