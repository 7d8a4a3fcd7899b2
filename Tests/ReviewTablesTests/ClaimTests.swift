import TestSupport
import Testing

/// What reports claim and the ledgers do not bear out (docs/metrics.md, section 6). As-of is 2026-10-31.
struct ClaimTests {
  @Test("an order that a visit brought is to be booked within three days, and has three days for it")
  func orders() async throws {
    let visits = """
      visit_id,rep_id,date,customer_id,customer,order_amount
      1,R2,2026-10-10,C1,,10
      2,R2,2026-10-10,C2,,20
      3,R2,2026-10-28,C3,,30
      4,R2,2026-10-29,C3,,40
      5,R2,2026-10-10,,Nobody's,50
      6,R1,2026-10-10,C5,Shown,60
      7,R2,2026-10-10,C6,,0
      8,R2,2026-10-10,,,70
      9,R2,2026-09-30,C7,,80
      10,R2,2026-10-10,C5,Shown,55
      11,R2,2026-10-10,C5,Shown,65
      """
    let orders = """
      order_id,date,amount,customer_id
      1,2026-10-13,1,C1
      2,2026-10-14,1,C2
      3,2026-10-06,1,C2
      4,2026-10-10,1,
      """
    let book = try SmallBook([
      "visits.csv": visits, "orders.csv": orders, "customers.csv": "customer_id,name\nC2,Two\n",
    ])
    let table = try await book.table("claims")
    #expect(
      table.shown() == [
        "order-not-booked R1 2026-10-10 Shown - 60.00",
        "order-not-booked R2 2026-10-10 Nobody's - 50.00",
        // Alike but for the amount: in reading order.
        "order-not-booked R2 2026-10-10 Shown - 55.00", "order-not-booked R2 2026-10-10 Shown - 65.00",
        "order-not-booked R2 2026-10-10 Two - 20.00", "order-not-booked R2 2026-10-10 - - 70.00",
        "order-not-booked R2 2026-10-28 C3 - 30.00",
      ])
    #expect(table.shownTotals() == "- - - - - 350.00")
    let without = try SmallBook(["visits.csv": visits, "leads.csv": "lead_id,stage\nL1,S1\n"])
    #expect(try await without.table("claims").shown() == [])
  }

  @Test("ten minutes are ten minutes, to the fraction of a second")
  func burstToTheFraction() async throws {
    func subjects(_ last: String) async throws -> [String] {
      let book = try SmallBook([
        "daily-reports.csv": """
        rep_id,date,submitted_at
        R1,2026-10-05,2026-10-08 20:00:00.5
        R1,2026-10-06,2026-10-08 20:05
        R1,2026-10-07,\(last)
        """
      ])
      return try await book.table("claims").shown("kind date subject")
    }
    #expect(try await subjects("2026-10-08 20:10:00.500") == ["backfilled 2026-10-08 3"])
    #expect(try await subjects("2026-10-08 20:10:00.501") == [])
  }

  @Test("a lead that advanced was visited by its rep, or not")
  func advances() async throws {
    let leads: KeyValuePairs = [
      "leads-09.csv": """
      lead_id,stage,rep_id,customer_id,amount,updated
      L1,S1,R1,C1,1,2026-09-30
      L2,S1,R1,C2,2,2026-09-30
      L3,S2,R1,C3,4,2026-09-30
      L4,S4,R1,C3,8,2026-09-30
      L6,S1,R1,C6,16,2026-09-30
      L7,lost,R1,C7,32,2026-09-30
      L8,S1,,C8,64,2026-09-30
      L9,S1,R1,,128,2026-09-30
      """,
      "leads-10.csv": """
      lead_id,stage,rep_id,customer_id,amount,updated
      L1,S2,R1,C1,100,2026-10-31
      L2,S5,R1,C2,2,2026-10-31
      L3,S1,R1,C3,4,2026-10-31
      L4,S6,R1,C3,8,2026-10-31
      L5,S3,R1,C3,8,2026-10-31
      L6,S2,R1,C6,16,2026-10-31
      L7,S1,R1,C7,32,2026-10-31
      L8,S2,,C8,64,2026-10-31
      L9,S2,R1,,128,2026-10-31
      """,
    ]
    let book = try SmallBook(leads)
    #expect(try await book.table("claims").shown() == [])
    // R1 was at C2 in the period, at C1 before it; at C6 someone else was.
    try book.write(
      "visits.csv",
      Array(
        """
        visit_id,rep_id,date,customer_id
        1,R1,2026-10-01,C2
        2,R1,2026-09-30,C1
        3,R2,2026-10-01,C6
        4,R1,2026-10-01,
        """.utf8))
    #expect(
      try await book.table("claims").shown() == [
        "advanced-without-visit R1 - L1 - 100.00", "advanced-without-visit R1 - L6 - 16.00",
        "advanced-without-visit R1 - L9 - 128.00", "advanced-without-visit - - L8 - 64.00",
      ])
  }

  @Test("bursts of reports are taken greedily from the earliest, ten minutes long at most")
  func backfilled() async throws {
    let book = try SmallBook(
      [
        "daily-reports.csv": """
        rep_id,date,submitted_at
        R1,2026-10-01,2026-10-09 08:00
        R1,2026-10-02,2026-10-09 08:10
        R1,2026-10-03,2026-10-09 08:09
        R1,2026-10-04,2026-10-09 08:11
        R1,2026-10-05,2026-10-09 08:18
        R1,2026-10-06,2026-10-09 08:21
        R1,2026-10-07,2026-10-09 08:21:01
        R2,2026-10-01,2026-10-09 23:59
        R2,2026-10-02,2026-10-10 00:08
        R2,2026-10-03,2026-10-10 00:12
        R2,2026-10-04,2026-10-10 00:13
        R3,2026-10-01,2026-10-09 08:00
        R3,2026-10-01,2026-10-09 08:01
        R3,2026-10-02,2026-10-09 08:02
        R4,2026-10-01,2026-10-09 08:00
        R4,2026-10-02,2026-10-09 08:00
        R5,2026-10-02,2026-10-09 08:00
        R4,2026-09-30,2026-10-09 08:00
        R6,2026-10-01,2026-10-09T17:00Z
        R6,2026-10-02,2026-10-09T17:00Z
        R6,2026-10-03,2026-10-10 01:00
        """
      ], settings: "inputs: {daily-reports: {key: []}}")
    // R1: 08:00 … 08:10, then 08:11 … 08:21. R2: 23:59 has one more within ten minutes, 00:08 has two. R3 reports of
    // two days; R4 of two in the period. 17:00Z is 01:00 of the next day in Shanghai.
    #expect(
      try await book.table("claims").shown() == [
        "backfilled R1 2026-10-09 3 - -", "backfilled R1 2026-10-09 3 - -", "backfilled R2 2026-10-10 3 - -",
        "backfilled R6 2026-10-10 3 - -",
      ])
  }

  @Test("a text of ten scalars or more that stands in reports of three days is a copy, in whichever field")
  func copied() async throws {
    let long = String(repeating: "抄", count: 41)
    let book = try SmallBook([
      "daily-reports.csv": """
      rep_id,date,feedback,customer_news,notes
      R1,2026-10-03,0123456789,,
      R1,2026-10-01,,0123456789,
      R1,2026-10-02,,, 0123456789
      R2,2026-10-01,012345678,\(long),0123456789
      R2,2026-10-02,012345678,\(long),0123456789
      R2,2026-10-03,012345678,,\(long)
      R3,2026-10-01,0123456789,0123456789,0123456789
      R3,2026-10-02,0123456789,,
      R4,2026-10-01,cafe\u{301}0123456789,,
      R4,2026-10-02,caf\u{E9}0123456789,,
      R4,2026-10-03,cafe\u{301}0123456789,,
      R4,2026-09-30,cafe\u{301}0123456789,,
      """
    ])
    #expect(
      try await book.table("claims").shown() == [
        "copied-text R1 2026-10-01 0123456789 3 -",
        "copied-text R2 2026-10-01 \(long.dropLast()) 3 -",
      ])
  }

  @Test("kinds stand in their order")
  func order() async throws {
    let book = try SmallBook([
      "visits.csv": "visit_id,rep_id,date,customer_id,order_amount\n1,R9,2026-10-01,C1,5\n",
      "orders.csv": "order_id,date,amount\n1,2026-10-01,1\n",
      "leads-1.csv": "lead_id,stage,rep_id,updated\nL1,S1,R9,2026-09-30\n",
      "leads-2.csv": "lead_id,stage,rep_id,updated\nL1,S2,R9,2026-10-01\n",
      "daily-reports.csv": """
      rep_id,date,submitted_at,notes
      R1,2026-10-03,2026-10-05 08:00,0123456789
      R1,2026-10-01,2026-10-05 08:00,0123456789
      R1,2026-10-02,2026-10-05 08:00,0123456789
      """,
    ])
    #expect(
      try await book.table("claims").shown("kind rep_id") == [
        "order-not-booked R9", "advanced-without-visit R9", "backfilled R1", "copied-text R1",
      ])
  }
}
