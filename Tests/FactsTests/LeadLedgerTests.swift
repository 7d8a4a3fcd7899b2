import Facts
import ReviewModel
import TestSupport
import Testing

/// Leads of small books at as-of and at the previous review day (docs/inputs.md, section 6).
struct LeadLedgerTests {
  @Test("the state at a day is the newest row that is due; ties of updated by reading order")
  func newest() async throws {
    let book = try SmallBook([
      "leads-1.csv": """
      lead_id,stage,amount,updated,created
      A,S1,1,2026-09-30,
      A,S1,2,2026-10-31,
      A,S1,3,2026-11-01,
      B,S1,4,2026-10-02,
      B,S1,5,,2026-10-05
      C,S1,6,,
      C,S1,7,,
      """,
      "leads-2.csv": """
      lead_id,stage,amount,updated,created
      A,S1,8,2026-10-31,
      A,S1,9,2026-10-30,
      """,
    ])
    let facts = try await book.facts()
    // Of B the row without updated is the older version, though its created is later.
    #expect(shown(facts) == ["A 8.00 before 1.00", "B 4.00 before -", "C 7.00 before 7.00"])
    #expect(facts.quality.map(\.counts.accepted) == [2, 1])
    #expect(facts.quality.map(\.counts.superseded) == [4, 1])
    #expect(facts.quality.map(\.counts.future) == [1, 0])
  }

  @Test("last modified: the oldest row stands in where the lead had been created by the day")
  func lastModified() async throws {
    let book = try SmallBook([
      "leads.csv": """
      lead_id,stage,amount,updated,created
      A,S1,1,2026-11-20,2026-09-30
      B,S1,2,2026-11-20,2026-10-31
      C,S1,3,2026-11-20,2026-11-01
      D,S1,4,2026-11-20,
      E,S1,5,2026-11-20,2026-10-01
      E,S1,6,2026-11-10,2026-10-02
      F,S1,7,2026-11-20,2026-10-01
      F,S1,8,2026-11-10,2026-11-02
      G,S1,9,2026-11-20,2026-01-01
      G,S1,10,2026-10-20,2026-01-01
      """
    ])
    let facts = try await book.facts()
    // F's oldest row was not created by then, so F does not stand. G has a row that is due now, not before: the
    // oldest of all, which is that row, stands in before.
    #expect(
      shown(facts) == [
        "A 1.00 before 1.00", "B 2.00 before -", "E 6.00 before -", "G 10.00 before 10.00",
      ])
    let counts = try #require(facts.quality.first?.counts)
    #expect(counts.accepted == 4)
    #expect(counts.future == 6)
    #expect(counts.superseded == 0)
    #expect(facts.leads.standing.map { facts.leads.history($0).count } == [1, 1, 1, 1])
  }

  @Test("history holds every row that is due, in version order")
  func history() async throws {
    let book = try SmallBook([
      "leads-1.csv": """
      lead_id,stage,collected,updated
      A,S1,3,2026-10-03
      A,S1,1,
      A,S1,9,2026-11-09
      A,wrong,8,2026-10-08
      """,
      "leads-2.csv": """
      lead_id,stage,collected,updated
      A,S1,4,2026-10-03
      A,S1,2,2026-01-02
      """,
    ])
    let facts = try await book.facts()
    let lead = try #require(facts.leads.standing.first)
    #expect(facts.leads.history(lead).map(\.collected.description) == ["1.00", "2.00", "3.00", "4.00"])
  }

  @Test("key []: every row is a lead, the second of an id is ID#2 in reading order")
  func everyRowALead() async throws {
    let book = try SmallBook(
      [
        "leads-1.csv": """
        lead_id,stage,amount,updated
        A,S1,1,2026-10-09
        B,S1,2,
        A,S1,3,2026-10-01
        """,
        "leads-2.csv": """
        lead_id,stage,amount,updated
        A,S1,4,
        B,S1,5,
        """,
      ], settings: "inputs: {leads: {key: []}}")
    for jobs in [1, 3] {
      let facts = try await book.facts(jobs: jobs)
      #expect(
        shown(facts) == [
          "A 1.00 before -", "A#2 3.00 before -", "A#3 4.00 before 4.00", "B 2.00 before 2.00",
          "B#2 5.00 before 5.00",
        ])
      #expect(facts.quality.map(\.counts.accepted) == [3, 2])
    }
  }

  @Test("key []: ids that are canonically equal but other bytes are two ids")
  func everyRowALeadByBytes() async throws {
    let book = try SmallBook(
      ["leads.csv": "lead_id,stage\n\u{E9},S1\ne\u{301},S1\n\u{E9},S1\n"],
      settings: "inputs: {leads: {key: []}}")
    let facts = try await book.facts()
    let ids = facts.leads.standing.map { Array(facts.leads.id($0).utf8) }
    #expect(Set(ids) == Set(["\u{E9}", "e\u{301}", "\u{E9}#2"].map { Array($0.utf8) }))
  }

  @Test("a key of other columns: rows of one id are several leads, each with its id and name")
  func otherKey() async throws {
    let book = try SmallBook(
      [
        "leads.csv": """
        lead_id,name,stage,amount,product,updated
        A,first,S1,1,pump,2026-10-01
        A,second,S1,2,valve,2026-10-01
        A,third,S1,3,pump,2026-10-02
        """
      ], settings: "inputs: {leads: {key: [lead_id, product]}}")
    let facts = try await book.facts()
    #expect(shown(facts) == ["A 2.00 before -", "A 3.00 before -"])
    #expect(Set(facts.leads.standing.map { facts.leads.name($0) }) == ["second", "third"])
    #expect(facts.quality.first?.counts.superseded == 1)
  }

  @Test("leads of one id stand in reading order")
  func order() async throws {
    let text = """
      lead_id,name,stage,product
      A,first,S1,pump
      A,second,S1,valve
      A,third,S1,motor
      """
    let book = try SmallBook(["leads.csv": text], settings: "inputs: {leads: {key: [lead_id, product]}}")
    let ledger = try await book.facts().leads
    var names: [String?] = []
    for lead in ledger.standing.reversed().sorted(by: { ledger.precedes($0, $1) }) {
      names.append(ledger.name(lead))
    }
    #expect(names == ["first", "second", "third"])
  }

  // MARK: - Vanished

  private static let september = """
    lead_id,stage,created,updated
    both,S1,2026-01-01,2026-09-30
    gone,S1,2026-01-01,2026-09-30
    gone-won,S5,2026-01-01,2026-09-30
    gone-lost,lost,2026-01-01,2026-09-30
    gone-closed,S6,2026-01-01,2026-09-30
    broken,S1,2026-01-01,2026-09-30
    undated,S1,2026-01-01,2026-09-30
    ahead,S1,2026-01-01,2026-09-30

    """
  private static let october = """
    lead_id,stage,created,updated
    both,S1,2026-01-01,2026-10-31
    broken,S77,2026-01-01,2026-10-31
    undated,S1,2026-01-01,
    ahead,S1,2026-01-01,2026-11-01

    """

  @Test("snapshots full: live leads without a row in the newest whole ledger are vanished")
  func vanished() async throws {
    let book = try SmallBook(
      [
        "leads-09.csv": Self.september, "leads-10.csv": Self.october,
        // Newer than as-of: its leads stand by the last-modified rule, and it is not the newest ledger.
        "leads-11.csv": "lead_id,stage,created,updated\nlate,S1,2026-08-01,2026-11-30\n",
      ], settings: "inputs: {leads: {snapshots: full}}")
    for jobs in [1, 4] {
      let facts = try await book.facts(jobs: jobs)
      #expect(vanished(facts) == ["broken", "gone", "gone-won"])
      #expect(facts.leads.standing.count == 9)
    }
  }

  @Test("incremental snapshots know no vanished leads")
  func incremental() async throws {
    let book = try SmallBook(["leads-09.csv": Self.september, "leads-10.csv": Self.october])
    #expect(vanished(try await book.facts()) == [])
  }

  @Test("of two ledgers of the newest day the last in reading order holds")
  func tie() async throws {
    let book = try SmallBook(
      [
        "a/leads.csv": "lead_id,stage,updated\nA,S1,2026-10-31\nB,S1,2026-10-31\n",
        "b/leads.csv": "lead_id,stage,updated\nB,S1,2026-10-31\nC,S1,2026-10-30\n",
        "c/leads.csv": "lead_id,stage,updated\nD,S1,2026-10-30\n",
      ], settings: "inputs: {leads: {snapshots: full}}")
    #expect(vanished(try await book.facts()) == ["A", "D"])
  }

  private func vanished(_ facts: BookFacts) -> [String] {
    facts.leads.vanished.map { facts.leads.id($0) }.sorted()
  }

  /// Id, amount now and amount before of the leads that stand, by id and amount.
  private func shown(_ facts: BookFacts) -> [String] {
    facts.leads.standing.map { lead in
      "\(facts.leads.id(lead)) \(facts.leads.now[lead].amount) before "
        + (facts.leads.before(lead).map { "\($0.amount)" } ?? "-")
    }.sorted()
  }
}

extension LeadLedger {
  /// A lead's name; nil where it has none.
  func name(_ lead: Int) -> String? {
    let name = words.name(lead)
    return name.isEmpty ? nil : String(decoding: name, as: UTF8.self)
  }
}
