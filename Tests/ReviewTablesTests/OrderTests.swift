import ReviewModel
import TestSupport
import Testing

/// The order of long lists, of which most comparisons look at numbers beside the leads and only ties at the leads.
struct OrderTests {
  @Test("leads of one amount stand by the bytes of their ids, however alike these begin")
  func ids() async throws {
    // Alike in their first eight bytes; shorter than eight; a beginning of another; bytes above 127.
    let ids = [
      "PROJECT-2", "PROJECT-10", "PROJECT-1", "PROJECT-", "PROJECT", "A", "AB", "A B", "客户一", "客户", "é", "z",
      "Z", "a", "aa",
    ]
    let inOrder = ids.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    for turn in 0..<5 {
      let leads = (0..<ids.count).map { ids[($0 * 7 + turn) % ids.count] }
      let book = try SmallBook([
        "leads.csv": "lead_id,stage,amount,created,business_unit,chance\n"
          + leads.map { "\($0),S1,100,2026-01-01,hw,\n" }.joined()
      ])
      for table in ["ledger", "silent-leads"] {
        #expect(try await book.table(table).shown("lead_id") == inOrder, "\(table) \(turn)")
      }
    }
  }

  @Test("leads that are numbered since a key allows one id twice stand by their numbered ids")
  func numbered() async throws {
    let book = try SmallBook(
      [
        "leads.csv": """
        lead_id,stage,amount,business_unit
        A,S1,1,hw
        A,S1,1,hw
        A!,S1,1,hw
        A,S1,1,hw
        """
      ], settings: "inputs: {leads: {key: []}}")
    // 41, 41 21, 41 23 32, 41 23 33.
    #expect(try await book.table("ledger").shown("lead_id") == ["A", "A!", "A#2", "A#3"])
  }

  @Test("tasks: rep, kind, amount highest first and a blank last, then what they are about")
  func tasks() async throws {
    let book = try SmallBook([
      "leads.csv": """
      lead_id,stage,amount,rep_id,expected_order_on,created
      L3,S3,5,R2,2026-10-01,2026-10-30
      L2,S3,5,R2,2026-10-01,2026-10-30
      L1,S3,0,R2,2026-10-01,2026-10-30
      L4,S3,7,,2026-10-01,2026-10-30
      L5,S3,1,R10,2026-10-01,2026-10-30
      """
    ])
    #expect(
      try await book.table("todo").shown("rep_id kind subject amount") == [
        "R10 past-due-order L5 1.00", "R2 past-due-order L2 5.00", "R2 past-due-order L3 5.00",
        "R2 past-due-order L1 0.00", "(none) past-due-order L4 7.00",
      ])
  }
}
