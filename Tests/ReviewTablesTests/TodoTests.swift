import TestSupport
import Testing

/// What each rep should do next (docs/metrics.md, section 6). As-of is 2026-10-31.
struct TodoTests {
  @Test("each kind has its subject, day, amount and days")
  func kinds() async throws {
    let book = try SmallBook([
      "customers.csv": "customer_id,name,revisit_days,since\nC1,One,30,2026-09-01\nC9,Nine,30,2026-10-01\n",
      "weekly-plans.csv": """
      rep_id,week,item,target_amount,due,done
      R1,2026-W44,call,5,2026-10-31,
      R1,2026-W44,done,5,2026-10-31,yes
      R1,2026-W44,soon,5,2026-11-01,
      """,
      "receivables.csv": """
      invoice_id,rep_id,customer_id,customer,due_date,amount,paid
      I1,R1,C1,,2026-10-30,10,4
      I2,R1,C2,Two,2026-10-31,10,
      I3,R1,C2,Two,2026-10-01,10,10
      """,
      "contracts.csv": """
      contract_id,rep_id,customer_id,customer,signed,ends,amount,renewed_by
      H1,R1,C2,Two,2026-01-01,2027-01-29,7,
      H2,R1,C2,Two,2026-01-01,2027-01-30,7,
      H3,R1,C2,Two,2026-01-01,2026-12-01,7,H4
      """,
      "leads.csv": """
      lead_id,stage,rep_id,customer_id,amount,chance,created,expected_bid_on,expected_order_on,ordered_on,\
      expected_collection_on,expected_collection
      a,S1,R1,C1,100,,2026-10-30,,2026-10-29,,,
      b,S1,R1,C2,50,,2026-10-17,,,,,
      c,S1,R1,C2,50,none,2026-10-17,,,,,
      d,S4,R1,C2,30,,2026-10-30,2026-11-07,2026-11-07,,2026-11-07,20
      e,S1,R1,C2,30,,2026-10-30,2026-11-01,2026-11-08,,2026-11-08,
      f,S5,R1,C2,40,,2026-10-30,,2026-11-02,2026-10-30,2026-11-01,
      g,S6,R1,C2,60,,2026-10-30,,2026-11-01,,2026-11-01,
      """,
    ])
    #expect(
      try await book.table("todo").shown() == [
        "R1 overdue-task call - 2026-10-31 5.00 0", "R1 overdue-invoice I1 One 2026-10-30 6.00 1",
        "R1 past-due-order a One 2026-10-29 100.00 2", "R1 silent-lead b C2 - 50.00 14",
        "R1 renewal H1 Two 2027-01-29 7.00 90", "R1 due-bid d C2 2026-11-07 30.00 7",
        "R1 due-order d C2 2026-11-07 30.00 7", "R1 due-collection f C2 2026-11-01 40.00 1",
        "R1 due-collection d C2 2026-11-07 20.00 7", "(none) revisit C1 One - - 30",
      ])
  }

  @Test(
    "a customer is revisited by the rep of its latest visit or order: of one day the order, then the later row"
  )
  func revisits() async throws {
    let book = try SmallBook(
      [
        "customers.csv": "customer_id\na\nb\nc\nd\ne\n",
        "visits.csv": """
        visit_id,rep_id,date,customer_id
        1,V1,2026-02-02,a
        2,V2,2026-02-02,b
        3,V3,2026-02-02,b
        4,V4,2026-02-02,c
        """,
        "orders.csv": """
        order_id,date,amount,rep_id,customer_id
        1,2026-02-02,1,O1,a
        2,2026-02-02,1,O2,a
        3,2026-02-01,1,O3,b
        4,2026-02-03,1,,c
        5,2026-02-03,1,O5,d
        6,2026-02-02,1,O6,d
        """,
      ], settings: "revisit-days: {default: 90}")
    // From 2 February to 31 October there are 271 days, from the 3rd 270. e was never called on, so it is due, and yet
    // not overdue.
    #expect(
      try await book.table("todo").shown("rep_id kind subject days") == [
        "O2 revisit a 181", "O5 revisit d 180", "V3 revisit b 181", "(none) revisit c 180",
      ])
  }

  @Test("reps by their ids, nobody last; kinds; the largest amount first; subjects")
  func order() async throws {
    let book = try SmallBook([
      "weekly-plans.csv": """
      rep_id,week,item,target_amount,due
      R2,2026-W44,x,,2026-10-31
      R2,2026-W44,b,5,2026-10-31
      R2,2026-W44,a,5,2026-10-31
      R10,2026-W44,a,1,2026-10-31
      R2,2026-W43,a,5,2026-10-30
      """,
      "leads.csv": """
      lead_id,stage,rep_id,amount,created,expected_order_on
      1,S1,,9,2026-10-30,2026-10-30
      2,S1,~,9,2026-10-30,2026-10-30
      3,S1,R2,9,2026-10-30,2026-10-30
      """,
    ])
    #expect(
      try await book.table("todo").shown("rep_id kind subject amount days") == [
        "R10 overdue-task a 1.00 0", "R2 overdue-task a 5.00 0", "R2 overdue-task a 5.00 1",
        "R2 overdue-task b 5.00 0", "R2 overdue-task x - 0", "R2 past-due-order 3 9.00 1",
        "~ past-due-order 2 9.00 1", "(none) past-due-order 1 9.00 1",
      ])
  }
}
