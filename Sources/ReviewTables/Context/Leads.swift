internal import Facts
internal import ReviewModel

/// A lead that stands at as-of, as tables look at it (docs/metrics.md, section 2).
struct LeadView {
  /// The lead's number in the ledger.
  let number: Int
  let row: LeadRow
  let kind: StageKind
  /// In millionths: the lead's own, else its stage's.
  let probability: Int32

  /// Of kind won with an order on or before as-of: later dates have been wound back.
  var isOrdered: Bool { kind == .won && !row.orderedOn.isBlank }

  /// Of kind won or closed.
  var isWon: Bool { kind == .won || kind == .closed }

  /// Probability × amount, rounded to hundredths.
  func weighted(_ amount: Money) -> Money {
    Money(hundredths: Int64((Int128(amount.hundredths) * Int128(probability)).divided(by: 1_000_000)))
  }
}

extension ReviewContext {
  /// The leads that stand at as-of, vanished ones left out.
  var leads: some Sequence<LeadView> {
    let (ledger, vanished) = (facts.leads, facts.leads.vanished)
    return ledger.standing.lazy.filter { vanished.isEmpty || !vanished.contains($0) }.map { lead(ledger, $0) }
  }

  /// The leads of kind open, bidding or won.
  var liveLeads: some Sequence<LeadView> { leads.lazy.filter(\.kind.isLive) }

  /// A lead by its number.
  func lead(_ number: Int) -> LeadView { lead(facts.leads, number) }

  private func lead(_ ledger: LeadLedger, _ number: Int) -> LeadView {
    let row = ledger.now[number]
    return LeadView(
      number: number, row: row, kind: ledger.stages.kind(row.stage),
      probability: ledger.stages.probability(row))
  }

  /// A lead's state at the previous review day, with its kind; nil where it did not stand then.
  func before(_ number: Int) -> (state: LeadBefore, kind: StageKind)? {
    facts.leads.before(number).map { ($0, facts.leads.stages.kind($0.stage)) }
  }

  /// Name, team and grade of a rep; blanks for one that the roster does not know.
  func repCells(_ rep: Symbol) -> [Cell] {
    guard let rep = facts.masters.reps[rep] else { return [.blank, .blank, .blank] }
    return [.text(text(rep.name)), .text(text(rep.team)), .text(text(rep.grade))]
  }
}
