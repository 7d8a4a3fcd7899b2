import Facts
import ReviewModel
import TestSupport
import Testing

/// What a lead was at a review day, from an export that shows it as it is today: every sentence of "Rewinding" in
/// docs/inputs.md, section 6.
struct RewindingTests {
  /// As-of is 2026-10-31, the previous review day 2026-09-30. Every lead is of 100.00 with 60.00 collected, a reason
  /// and a probability of 0.5 of its own; `expected` is stage, the three dates, collected, reason, probability.
  struct Case: Sendable, CustomTestStringConvertible {
    let stage: String
    let won: String
    let ordered: String
    let closed: String
    let now: String
    let before: String
    var testDescription: String { "\(stage) \(won) \(ordered) \(closed)" }
  }

  static let cases = [
    // Nothing lies after either day.
    Case(
      stage: "S6", won: "2026-08-01", ordered: "2026-08-02", closed: "2026-08-03",
      now: "S6 2026-08-01 2026-08-02 2026-08-03 60.00 reason 500000",
      before: "S6 2026-08-01 2026-08-02 2026-08-03 60.00"),
    // All three dates blanked: the last open stage. A closing blanked: reason blank, nothing collected.
    Case(
      stage: "S6", won: "2026-11-01", ordered: "2026-11-02", closed: "2026-11-03",
      now: "S3 - - - 0.00 - 400000", before: "S3 - - - 0.00"),
    // Won on as-of itself remains; by the previous review it had not been.
    Case(
      stage: "S6", won: "2026-10-31", ordered: "2026-11-01", closed: "2026-11-03",
      now: "S5 2026-10-31 - - 0.00 - 900000", before: "S3 - - - 0.00"),
    // Only ordered_on remains.
    Case(
      stage: "S6", won: "-", ordered: "2026-09-30", closed: "2026-11-03",
      now: "S5 - 2026-09-30 - 0.00 - 900000", before: "S5 - 2026-09-30 - 0.00"),
    // A closed row whose closed_on remains keeps its stage, whatever else is blanked.
    Case(
      stage: "S6", won: "2026-08-01", ordered: "2026-11-02", closed: "2026-09-03",
      now: "S6 2026-08-01 - 2026-09-03 60.00 reason 1000000", before: "S6 2026-08-01 - 2026-09-03 60.00"),
    // A closed row without closed_on: nothing of it remains.
    Case(
      stage: "S6", won: "2026-08-01", ordered: "2026-11-02", closed: "-",
      now: "S5 2026-08-01 - - 60.00 reason 900000", before: "S5 2026-08-01 - - 60.00"),
    // A lost row whose closed_on remains keeps stage, reason and what was collected.
    Case(
      stage: "lost", won: "2026-11-01", ordered: "-", closed: "2026-10-03",
      now: "lost - - 2026-10-03 60.00 reason 0", before: "S3 - - - 0.00"),
    // Lost later, but won by then.
    Case(
      stage: "lost", won: "2026-09-01", ordered: "-", closed: "2026-11-03",
      now: "S5 2026-09-01 - - 0.00 - 900000", before: "S5 2026-09-01 - - 0.00"),
    // Lost later, never won.
    Case(
      stage: "lost", won: "-", ordered: "-", closed: "2026-11-03",
      now: "S3 - - - 0.00 - 400000", before: "S3 - - - 0.00"),
    // Ordered later: still won, no longer ordered. Without a closing blanked, what was collected stays.
    Case(
      stage: "S5", won: "2026-09-01", ordered: "2026-11-01", closed: "-",
      now: "S5 2026-09-01 - - 60.00 reason 900000", before: "S5 2026-09-01 - - 60.00"),
    // Won later.
    Case(
      stage: "S5", won: "2026-11-01", ordered: "-", closed: "-",
      now: "S3 - - - 60.00 reason 400000", before: "S3 - - - 60.00"),
    // An open or bidding row keeps its stage and its own probability.
    Case(
      stage: "S2", won: "2026-11-01", ordered: "-", closed: "-",
      now: "S2 - - - 60.00 reason 500000", before: "S2 - - - 60.00"),
    Case(
      stage: "S4", won: "-", ordered: "-", closed: "2026-10-31",
      now: "S4 - - 2026-10-31 60.00 reason 500000", before: "S4 - - - 0.00"),
    Case(
      stage: "S4", won: "-", ordered: "-", closed: "2026-11-01",
      now: "S4 - - - 0.00 - 500000", before: "S4 - - - 0.00"),
  ]

  @Test("by the default stages", arguments: cases)
  func standard(_ lead: Case) async throws {
    #expect(try await shown(lead.stage, lead.won, lead.ordered, lead.closed) == [lead.now, lead.before])
  }

  @Test("a row of kind won keeps its own stage; another becomes the first configured one of kind won")
  func severalWonStages() async throws {
    let stages =
      "stages: [{id: O, kind: open, probability: 0.1}, {id: W1, kind: won, probability: 0.8}, "
      + "{id: W2, kind: won, probability: 0.9}, {id: C, kind: closed, probability: 1}]"
    let won = try await shown("W2", "2026-09-01", "2026-11-01", "-", stages)
    #expect(won == ["W2 2026-09-01 - - 60.00 reason 900000", "W2 2026-09-01 - - 60.00"])
    let closed = try await shown("C", "2026-09-01", "-", "2026-11-01", stages)
    #expect(closed == ["W1 2026-09-01 - - 0.00 - 800000", "W1 2026-09-01 - - 0.00"])
  }

  @Test("without a stage of kind won the last open one; without an open one the row's own")
  func missingStages() async throws {
    let noWon =
      "stages: [{id: A, kind: open, probability: 0.1}, {id: B, kind: open, probability: 0.2}, "
      + "{id: T, kind: bidding, probability: 0.6}, {id: C, kind: closed, probability: 1}]"
    let closed = try await shown("C", "2026-09-01", "-", "2026-11-01", noWon)
    #expect(closed == ["B 2026-09-01 - - 0.00 - 200000", "B 2026-09-01 - - 0.00"])
    // The contract is silent here: the row stays where it stands, its probability the stage's.
    let noOpen = "stages: [{id: W, kind: won, probability: 0.7}, {id: C, kind: closed, probability: 1}]"
    let won = try await shown("W", "2026-11-01", "-", "-", noOpen)
    #expect(won == ["W - - - 60.00 reason 700000", "W - - - 60.00"])
  }

  @Test("data-quality counts the leads with a date blanked at as-of, and no others")
  func rewound() async throws {
    let book = try SmallBook([
      "leads.csv": """
      lead_id,stage,created,won_on
      A,S5,2026-01-01,2026-11-01
      B,S2,2026-01-01,2026-11-01
      C,S5,2026-01-01,2026-10-15
      D,S5,2026-11-15,2026-11-20
      """
    ])
    let counts = try #require(try await book.facts().quality.first?.counts)
    // C was blanked at the previous review day only; D does not stand at as-of.
    #expect(counts.rewound == 2)
    #expect(counts.accepted == 3)
    #expect(counts.future == 1)
  }

  /// A lead now and before: stage, won_on, ordered_on, closed_on, collected; now also reason and probability.
  private func shown(
    _ stage: String, _ won: String, _ ordered: String, _ closed: String, _ settings: String = ""
  ) async throws -> [String] {
    let book = try SmallBook(
      [
        "leads.csv": """
        lead_id,stage,amount,created,won_on,ordered_on,closed_on,collected,lost_reason,probability
        A,\(stage),100,2026-01-01,\(won),\(ordered),\(closed),60,reason,0.5
        """
      ], settings: settings)
    let facts = try await book.facts()
    let ledger = facts.leads
    let lead = try #require(ledger.standing.first)
    let (now, before) = (ledger.now[lead], try #require(ledger.before(lead)))
    // The lead's own, else its stage's.
    let probability = now.probability >= 0 ? now.probability : ledger.stages[now.stage].probability
    func shown(_ days: OptionalDay...) -> String {
      days.map { $0.day?.description ?? "-" }.joined(separator: " ")
    }
    return [
      "\(ledger.stages[now.stage].id) \(shown(now.wonOn, now.orderedOn, now.closedOn)) \(now.collected)"
        + " \(facts.symbols[now.lostReason] ?? "-") \(probability)",
      "\(ledger.stages[before.stage].id) \(shown(before.wonOn, before.orderedOn, before.closedOn))"
        + " \(before.collected)",
    ]
  }
}
