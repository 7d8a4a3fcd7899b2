public import ReviewModel

/// The configured stages, with what rewinding asks of them.
public struct StageList: Sendable {
  /// The stages, in the order of review.yaml; a row has the number of its own.
  public let stages: [Stage]
  // An array of its own: it is asked for every row.
  @usableFromInline let kinds: [StageKind]
  /// The stage of a lead that had been won, or ordered, by the day: the first of kind won, else the last open one.
  let onceWon: UInt8?
  /// The stage of a lead that had not: the last open one.
  let notYetWon: UInt8?

  /// The stages of a book.
  package init(_ stages: [Stage]) {
    self.stages = stages
    kinds = stages.map(\.kind)
    notYetWon = stages.lastIndex { $0.kind == .open }.map { UInt8($0) }
    onceWon = stages.firstIndex { $0.kind == .won }.map { UInt8($0) } ?? notYetWon
  }

  /// The stage of a number that a row has.
  package subscript(stage: UInt8) -> Stage { stages[Int(stage)] }
  /// The kind of the stage of a number that a row has.
  @inlinable
  public func kind(_ stage: UInt8) -> StageKind { kinds[Int(stage)] }

  /// The stage of a row some of whose dates were blanked.
  fileprivate func rewound(_ row: some Rewindable) -> UInt8 {
    switch kind(row.stage) {
    case .open, .bidding: row.stage
    case .closed where !row.closedOn.isBlank: row.stage
    case .lost where !row.closedOn.isBlank: row.stage
    case .won where !row.wonOn.isBlank || !row.orderedOn.isBlank: row.stage
    case _ where !row.wonOn.isBlank || !row.orderedOn.isBlank: onceWon ?? row.stage
    default: notYetWon ?? row.stage
    }
  }
}

/// A row of a lead that can be taken back to what it was on an earlier day.
protocol Rewindable {
  var stage: UInt8 { get set }
  var collected: Money { get set }
  var wonOn: OptionalDay { get set }
  var orderedOn: OptionalDay { get set }
  var closedOn: OptionalDay { get set }
  /// Called where a closing was taken back.
  mutating func forgetClosing()
  /// Called where a date was taken back; `decided` when the row is of kind won, closed or lost.
  mutating func noteRewinding(decided: Bool)
}

extension Rewindable {
  /// Exports often show a lead only as it is today. Blanks what lies after `day` and sets the stage that the lead
  /// then had (docs/inputs.md, section 6, Rewinding).
  mutating func rewind(to day: Day, _ stages: StageList) {
    guard wonOn.isAfter(day) || orderedOn.isAfter(day) || closedOn.isAfter(day) else { return }
    if closedOn.isAfter(day) {
      collected = .zero
      forgetClosing()
    }
    if wonOn.isAfter(day) { wonOn = .blank }
    if orderedOn.isAfter(day) { orderedOn = .blank }
    if closedOn.isAfter(day) { closedOn = .blank }
    let kind = stages.kind(stage)
    noteRewinding(decided: kind == .won || kind == .closed || kind == .lost)
    stage = stages.rewound(self)
  }
}

extension LeadRow: Rewindable {
  mutating func forgetClosing() { lostReason = .blank }

  mutating func noteRewinding(decided: Bool) {
    isRewound = true
    if decided { probability = -1 }
  }
}

extension LeadBefore: Rewindable {
  // A lost reason and a probability of the past stand in no table.
  mutating func forgetClosing() {}
  mutating func noteRewinding(decided: Bool) {}
}
