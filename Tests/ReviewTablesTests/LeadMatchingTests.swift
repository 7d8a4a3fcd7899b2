import ReviewModel
import TestSupport
import Testing

/// Who should take a lead over (docs/metrics.md, section 5). As-of is 2026-10-31.
struct LeadMatchingTests {
  /// Everybody has joined within a week, so that nobody is idle.
  private static let reps = """
    rep_id,province,grade,tags,joined,left
    A,north,A,,2026-10-30,
    B,south,C,steel;pump,2026-10-30,
    G,,,,2026-10-30,2026-10-31
    N,north,A,steel;pump,2026-11-01,
    """

  @Test("leads without a rep, of one who has left or is idle; each part of the score is named")
  func matching() async throws {
    let book = try SmallBook([
      "reps.csv": Self.reps + "\nI,north,A,,2026-01-01,\n",
      "leads.csv": """
      lead_id,stage,amount,rep_id,province,industry,product,created,closed_on,won_on
      a,S1,10,,north,steel,pump,,,
      b,S4,30,G,south,steel,,,,
      c,S5,20,I,west,,,,,
      d,S1,20,A,north,,,,,
      e,S1,20,X,north,,,,,
      f,S6,99,,north,,,,,
      w1,S6,0,B,,,,2026-01-01,2026-03-01,2026-02-01
      w2,lost,0,B,,,,2026-01-01,2026-03-01,
      w3,S6,0,B,,,,2025-12-31,2026-03-01,2026-02-01
      """,
    ])
    let table = try await book.table("lead-matching")
    // X is no rep of the roster: nobody knows of a leaving. For b: B's 3 + 3 + 1 + ⌊4 · 1/2⌋. For c: A's 3 and B's
    // 1 + 2 are equal, and so are A's lead d and B's new b: A stands first. For a: B's 3 + 2 + 1 + 2 beat A's 3 + 3.
    #expect(
      table.shown("lead_id amount suggested_rep score reasons") == [
        "b 30.00 B 9 province+3; industry+3; grade+1; conversion+2", "c 20.00 A 3 grade+3",
        "a 10.00 B 8 industry+3; product+2; grade+1; conversion+2",
      ])
    #expect(table.shownTotals("amount score") == "60.00 -")
  }

  @Test("of equal scores the rep with fewer live leads, suggestions included; nobody beyond max-open-leads")
  func load() async throws {
    let book = try SmallBook(
      [
        "reps.csv": "rep_id,joined\nP,2026-10-30\nQ,2026-10-30\n",
        "leads.csv": """
        lead_id,stage,amount,rep_id
        1,S1,9,
        2,S1,8,
        3,S1,7,
        4,S1,6,
        5,S1,5,
        p,S1,1,P
        v,S6,1,Q
        """,
      ], settings: "thresholds: {max-open-leads: 3}")
    // P begins with 1, Q with none: Q, P by id at 1 each, Q, P, and then both have three.
    #expect(
      try await book.table("lead-matching").shown("lead_id suggested_rep score reasons")
        == ["1 Q 0 -", "2 P 0 -", "3 Q 0 -", "4 P 0 -", "5 Q 0 -"])
    let full = try SmallBook(
      ["reps.csv": "rep_id,joined\nP,2026-10-30\n", "leads.csv": "lead_id,stage,amount\n1,S1,9\n2,S1,9\n"],
      settings: "thresholds: {max-open-leads: 1}")
    #expect(
      try await full.table("lead-matching").shown("lead_id suggested_rep score reasons")
        == ["1 P 0 -", "2 - - -"])
  }

  @Test("a blank is nobody's province, industry or product")
  func blanks() async throws {
    let book = try SmallBook([
      "reps.csv": "rep_id,province,joined\nP,,2026-10-30\nQ,north,2026-10-30\n",
      "leads.csv": "lead_id,stage,amount,province\n1,S1,9,\n2,S1,8,north\n",
    ])
    #expect(
      try await book.table("lead-matching").shown("lead_id suggested_rep score") == ["1 P 0", "2 Q 3"])
  }

  @Test("dead-leads: by the same rule, without the rep who has the lead; an idle rep gets none")
  func dead() async throws {
    let book = try SmallBook([
      "reps.csv": Self.reps + "\nI,north,A,steel,2026-01-01,\n",
      "leads.csv": """
      lead_id,stage,amount,chance,rep_id,province
      a,S1,30,none,A,north
      b,S1,20,none,A,north
      c,S1,10,none,B,north
      """,
    ])
    #expect(
      try await book.table("dead-leads").shown("lead_id suggested_rep") == ["a B", "b B", "c A"])
    // Without a roster there is nobody to suggest, but the leads are there.
    let alone = try SmallBook(["leads.csv": "lead_id,stage,amount,chance\na,S1,30,none\n"])
    #expect(try await alone.table("dead-leads").shown("lead_id suggested_rep") == ["a -"])
    #expect(try await alone.table("lead-matching").shown() == [])
  }
}
