import ReviewModel
import TestSupport
import Testing

/// Leads won (docs/metrics.md, section 5). As-of is 2026-10-31.
struct WinTests {
  private static let header =
    "lead_id,stage,business_unit,product,amount,created,won_on,closed_on,key_factors"

  private func book(_ rows: [String], _ settings: String = "") throws -> SmallBook {
    try SmallBook(
      ["leads.csv": ([Self.header] + rows).joined(separator: "\n")], settings: settings)
  }

  @Test("won-summary: the year's wins by unit and product; the median of an even number lies between two")
  func summary() async throws {
    let book = try book(
      [
        // Cycles of pump 10, 20, 40, 71: average 35.25, median 30.
        "a,S5,U,pump,100,2026-01-01,2026-01-11,,price; service",
        "b,S6,U,pump,50,2026-01-01,2026-01-21,,service",
        "c,S5,U,pump,0,2026-01-01,2026-02-10,,service；price|brand",
        "d,S5,U,pump,-10.01,2026-01-01,2026-03-13,,brand",
        // Of saw one has no created: cycles −1 and 4.
        "e,S5,U,saw,10,,2026-10-31,,", "f,S5,U,saw,10,2026-10-02,2026-10-01,,",
        "g,S5,U,saw,10,2026-10-01,2026-10-05,,",
        "h,S5,,,7,,2026-05-05,,", "i,S5,T,saw,5,2026-05-05,2026-05-05,,",
        // Not this year's, not yet, not won.
        "j,S5,U,pump,999,2025-12-01,2025-12-31,,late", "k,S5,U,pump,999,2026-01-01,2026-11-01,,late",
        "l,S4,U,pump,999,2026-01-01,2026-02-01,,late",
        "m,lost,U,pump,999,2026-01-01,2026-02-01,2026-03-01,late",
      ], "business-units: [T]")
    let table = try await book.table("won-summary")
    #expect(
      table.shown() == [
        "T saw 1 5.00 5.00 0.0 0.0 -", "(none) (none) 1 7.00 7.00 - - -",
        // 139.99 / 4 = 34.9975. brand and price have two deals each.
        "U pump 4 139.99 35.00 35.3 30.0 service (3); brand (2); price (2)",
        "U saw 3 30.00 10.00 1.5 1.5 -",
      ])
    #expect(table.shownTotals() == "- - 9 181.99 - - - -")
  }

  @Test("key factors: the three commonest, each once a lead, told apart by their bytes")
  func keyFactors() async throws {
    let book = try book([
      "a,S5,U,p,1,,2026-01-11,,x;x;x;d", "b,S5,U,p,1,,2026-01-11,,c、b、a", "c,S5,U,p,1,,2026-01-11,,a ; b",
      "d,S5,U,p,1,,2026-01-11,, ; ",
    ])
    #expect(try await book.table("won-summary").shown("key_factors") == ["a (2); b (2); c (1)"])
  }

  @Test("a lead lost after as-of is won again, with what decided it")
  func rewound() async throws {
    let book = try book(["a,lost,U,p,1,2026-10-01,2026-10-11,2026-11-05,x;y"])
    #expect(try await book.table("won-summary").shown("deals key_factors") == ["1 x (1); y (1)"])
    #expect(try await book.table("won-deals").shown("stage won_on key_factors") == ["S5 2026-10-11 x; y"])
  }

  @Test("won-deals: the period's, by unit, then amount, then lead_id; factors in their own order")
  func deals() async throws {
    let book = try SmallBook(
      [
        "leads.csv": """
        lead_id,name,stage,business_unit,product,customer,province,rep_id,amount,created,won_on,follows,\
        key_factors,chance,competitor,last_followed
        b,Dam,S5,U,p,Mill,north,R,20,2026-09-30,2026-10-01,3,z;a;z,low,Rival,2026-10-30
        a,,S6,U,,,,,20,2026-10-31,2026-10-31,,,,,
        c,,S5,U,,,,,20.01,,2026-10-15,0,,,,
        d,,S5,T,,,,,-1,2026-10-20,2026-10-15,,,,,
        e,,S5,U,,,,,99,,2026-09-30,,,,,
        f,,S3,U,,,,,99,,2026-10-15,,,,,
        """
      ], settings: "business-units: [U, T]")
    let table = try await book.table("won-deals")
    #expect(
      table.shown() == [
        "U c - - - - - - - S5 20.01 2026-10-15 - 0 - - - -",
        "U a - - - - - - - S6 20.00 2026-10-31 0 - - - - 0",
        "U b Dam Mill - north - R p S5 20.00 2026-10-01 1 3 z; a; z low Rival 1",
        "T d - - - - - - - S5 -1.00 2026-10-15 -5 - - - - 11",
      ])
    #expect(table.shownTotals("amount follows cycle days_idle") == "59.01 - - -")
    let week = try await book.tables("2026-W44").map(\.id)
    #expect(!week.contains("won-deals") && !week.contains("won-summary"))
    #expect(try await self.book(["a,S1,U,p,1,,,,"]).table("won-deals").totals == nil)
  }
}
