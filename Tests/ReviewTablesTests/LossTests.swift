import ReviewModel
import TestSupport
import Testing

/// Leads lost, silent and dead (docs/metrics.md, section 5). As-of is 2026-10-31.
struct LossTests {
  @Test("lost-reasons: by reason and competitor; most leads, then most amount, then names")
  func reasons() async throws {
    let book = try SmallBook([
      "leads.csv": """
      lead_id,stage,amount,closed_on,lost_reason,competitor
      a,lost,1,2026-01-01,price,A
      b,lost,1,2026-10-31,price,A
      c,lost,9,2026-05-01,price,B
      d,lost,9,2026-05-01,,
      e,lost,9,2026-05-01,delay,B
      f,lost,-2,2026-05-01,delay,A
      g,lost,99,2025-12-31,price,A
      h,lost,99,2026-11-01,price,A
      i,lost,99,,price,A
      j,S6,99,2026-05-01,price,A
      """
    ])
    let table = try await book.table("lost-reasons")
    #expect(
      table.shown() == [
        "price A 2 2.00 0.333333", "(none) (none) 1 9.00 0.166667", "delay B 1 9.00 0.166667",
        "price B 1 9.00 0.166667", "delay A 1 -2.00 0.166667",
      ])
    #expect(table.shownTotals() == "- - 6 27.00 1.000000")
    let none = try await SmallBook(["leads.csv": "lead_id,stage\na,S1\n"]).table("lost-reasons")
    #expect(none.shown() == [] && none.totals == nil)
  }

  @Test("silent-leads: open or bidding with a chance, idle for silent-days; the longest first")
  func silent() async throws {
    let book = try SmallBook(
      [
        "leads.csv": """
        lead_id,stage,amount,created,last_followed,chance,rep_id,customer_id,follows
        a,S1,5,2026-01-01,2026-10-21,,R,c,7
        b,S4,5,,2026-10-21,low,R,d,
        c,S3,6,2026-10-21,,,,,
        d,S1,1,2026-10-01,2026-11-05,high,,,
        e,S1,5,2026-10-22,,,,,
        f,S1,5,2026-10-01,,none,,,
        g,S5,5,2026-10-01,,,,,
        h,S1,5,,,,,,
        i,S1,5,2026-10-01,,,R,v,
        j,S1,5,2026-10-01,,,S,v,
        """,
        "visits.csv": "rep_id,date,customer_id\nR,2026-10-25,v\nR,2026-11-01,c\n",
      ], settings: "thresholds: {silent-days: 10}")
    let table = try await book.table("silent-leads")
    // c is silent since it was created; R has seen v, S has not; days to come say nothing.
    #expect(
      table.shown("lead_id amount follows last_followed days_idle") == [
        "j 5.00 - - 30", "d 1.00 - 2026-11-05 30", "c 6.00 - - 10", "a 5.00 7 2026-10-21 10",
        "b 5.00 - 2026-10-21 10",
      ])
    #expect(table.shownTotals("amount follows days_idle") == "22.00 - -")
    // As the ledger says of each.
    #expect(
      try await book.table("ledger").shown("lead_id silent").filter { $0.hasSuffix("yes") }.count == 5)
    #expect(try await book.tables("2026-W44").map(\.id).contains("silent-leads"))
  }

  @Test("dead-leads: without a chance, or lost within 365 days and worth something; largest first")
  func dead() async throws {
    let book = try SmallBook([
      "leads.csv": """
      lead_id,stage,amount,created,closed_on,chance,lost_reason
      a,lost,10,2025-01-01,2025-11-01,,price
      b,lost,10,2025-01-01,2025-10-31,,price
      c,lost,0,2025-01-01,2026-10-01,,price
      d,lost,10,2025-01-01,,,price
      e,S1,0,2026-10-01,,none,
      f,S4,10,2026-10-30,,无,
      g,S3,10,,,none,
      h,S5,10,2026-10-01,,none,
      i,S1,10,2026-10-01,,low,
      j,lost,20,2026-10-01,2026-11-01,none,price
      """
    ])
    let table = try await book.table("dead-leads")
    // 2025-11-01 is 364 days ago. j was open on the day, and its reason is not known yet.
    #expect(
      table.shown("lead_id stage amount lost_reason days_dead suggested_rep days_idle") == [
        "j S3 20.00 - 30 - 30", "a lost 10.00 price 364 - 668", "f S4 10.00 - 1 - 1",
        "g S3 10.00 - - - -", "e S1 0.00 - 30 - 30",
      ])
    #expect(table.shownTotals("amount days_dead") == "50.00 -")
  }
}
