import TestSupport
import Testing

/// Events, and the plans for next week (docs/metrics.md, section 6).
struct EventTests {
  @Test("events of the period and those still open, the worst first")
  func events() async throws {
    let book = try SmallBook([
      "orders.csv": "order_id,date,amount\n1,2026-10-01,1\n",
      "reps.csv": "rep_id,province\nR1,浙江\n",
      "customers.csv": "customer_id,name,province\nC1,One,山东\n",
      "events.csv": """
      event_id,date,kind,severity,customer_id,rep_id,province,summary,status,closed_on,updated
      b,2026-10-05,market,,,,,News,,,
      a,2026-10-05,market,1,,R1,,,,,
      c,2026-09-01,客诉,3,C1,,,Late,,,
      d,2026-09-01,complaint,3,C1,R1,福建,,closed,2026-11-01,
      e,2026-09-01,complaint,3,C1,,,,closed,2026-10-31,
      f,2026-10-30,complaint,2,C1,,,,已处理,2026-10-31,
      g,2026-08-01,competitor,3,,,,,处理中,,
      h,2026-08-01,competitor,3,,,,,,,
      i,2026-11-01,complaint,3,,,,,,,
      j,2026-11-01,complaint,3,,,,,,,2026-10-01
      k,2026-10-01,complaint,3,,,,,open,2026-10-02,
      """,
    ])
    // As-of is the 31st: d was still open then; i and j are of days to come, though j was written before.
    #expect(
      try await book.table("events").shown() == [
        "g 2026-08-01 competitor 3 - - - - open 91",
        "c 2026-09-01 complaint 3 山东 One - Late open 60",
        "d 2026-09-01 complaint 3 福建 One R1 - open 60",
        "k 2026-10-01 complaint 3 - - - - open 30",
        "f 2026-10-30 complaint 2 山东 One - - closed 1",
        "a 2026-10-05 market 1 浙江 - R1 - closed -", "b 2026-10-05 market 1 - - - News closed -",
      ])
  }

  @Test("the week after week 53 is week 1; what earlier weeks left undone comes first")
  func nextWeek() async throws {
    // As of 31 December 2020, in week 53.
    let book = try SmallBook([
      "orders.csv": "order_id,date,amount\n1,2020-10-01,1\n",
      "weekly-plans.csv": """
      rep_id,week,item,target_amount,due,done
      R2,2021-W01,call,10,2021-01-05,
      R1,2021-W01,done already,20,,是
      R1,2021-W01,buy,,,
      R1,2020-W53,late,1,2020-12-30,否
      R1,2020-W53,finished,2,2020-12-30,是
      R1,2019-W01,very late,4,,
      R1,2020-12-31,a date,8,,
      R1,2021-W02,later,16,,
      """,
    ])
    let table = try await book.table("next-week", "2020-12")
    #expect(
      table.shown() == [
        "yes 2019-W01 R1 very late 4.00 -", "yes 2020-W53 R1 a date 8.00 -",
        "yes 2020-W53 R1 late 1.00 2020-12-30", "no 2021-W01 R1 buy - -",
        "no 2021-W01 R1 done already 20.00 -", "no 2021-W01 R2 call 10.00 2021-01-05",
      ])
    #expect(table.shownTotals() == "- - - - 43.00 -")
  }
}
