import TestSupport
import Testing

/// What needs a question asked (docs/metrics.md, section 6). As-of is 2026-10-31.
struct AnomalyTests {
  private static let columns = "kind severity subject owner days"

  private func anomalies(
    _ files: KeyValuePairs<String, String>, settings: String = "", _ period: String = "2026-10"
  ) async throws -> [String] {
    try await SmallBook(files, settings: settings).table("anomalies", period).shown(Self.columns)
  }

  @Test("key leads are the largest of each unit and those marked TOP; they are stale from key-lead-days on")
  func keyLeads() async throws {
    let found = try await anomalies(
      [
        "leads.csv": """
        lead_id,stage,amount,business_unit,rep_id,customer_id,created,last_followed,top
        a,S1,10,U,R1,C1,2026-10-01,2026-10-24,
        b,S5,10,U,R1,C1,2026-10-01,2026-10-25,
        c,S1,10,U,R1,C1,2026-10-01,,
        d,S1,9,U,R1,C2,2026-10-02,,是
        e,S1,9,V,R1,C1,2026-10-01,,no
        f,S1,99,V,R2,C1,2026-10-03,,
        g,S6,999,V,R2,C1,2026-10-01,,
        h,S1,8,V,R2,C1,,,是
        i,lost,99,V,R2,C1,2026-10-01,,是
        """,
        "visits.csv": "visit_id,rep_id,date,customer_id\n1,R1,2026-10-30,C2\n2,R2,2026-10-23,C1\n",
      ], settings: "top: 2")
    // a and b are the two largest of U, by lead_id; b was followed six days ago. Of V f and e are the largest; f's
    // customer was visited on the 23rd. d is marked TOP, and was visited yesterday; of h no day is known but the visit.
    #expect(
      found == [
        "key-lead-stale 3 e R1 30", "key-lead-stale 3 f R2 8", "key-lead-stale 3 h R2 8",
        "key-lead-stale 3 a R1 7",
      ])
  }

  @Test("a rep is idle when every sign is more than rep-idle-days old, and the rep has not joined since")
  func idle() async throws {
    let found = try await anomalies([
      "reps.csv": """
      rep_id,joined,left
      a,,
      b,,
      c,2026-10-24,
      d,2026-10-23,
      e,,
      f,,2026-10-31
      g,,2026-11-01
      h,,
      i,2026-11-01,
      """,
      "visits.csv":
        "visit_id,rep_id,date,updated\n1,a,2026-10-24,\n2,b,2026-10-23,\n3,h,2026-11-01,2026-10-01\n",
      "daily-reports.csv": "rep_id,date,reviewed_by\nb,2026-10-22,Boss\n",
      "leads.csv": """
      lead_id,stage,rep_id,last_followed,created
      1,S6,e,2026-10-24,2026-10-01
      2,S1,g,2026-10-20,2026-10-30
      3,S1,h,2026-11-01,2026-10-30
      """,
    ])
    // Seven days are not too many: a's visit, c's joining, e's lead. d joined eight days ago and was never heard of. f
    // has left. What lies in days to come is no sign: h.
    #expect(
      found == ["rep-idle 2 g g 11", "rep-idle 2 b b 8", "rep-idle 2 d d -", "rep-idle 2 h h -"])
  }

  @Test("without visits, reports or leads nobody is idle")
  func idleUnknown() async throws {
    let found = try await anomalies([
      "reps.csv": "rep_id\na\n", "orders.csv": "order_id,date,amount\n1,2026-10-01,1\n",
    ])
    #expect(found == [])
  }

  @Test("leads past their day, without a rep, or vanished")
  func leads() async throws {
    let found = try await anomalies(
      [
        "leads-1.csv": """
        lead_id,stage,rep_id,amount,expected_order_on,ordered_on,created,updated
        v,S1,R1,5,2026-10-01,,2026-10-30,2026-10-15
        w,lost,R1,5,,,2026-10-30,2026-10-15
        """,
        "leads-2.csv": """
        lead_id,stage,rep_id,amount,expected_order_on,ordered_on,created,updated
        a,S1,R1,1,2026-10-31,,2026-10-30,2026-10-31
        b,S5,,2,2026-10-29,,2026-10-30,2026-10-31
        c,S5,R1,3,2026-10-01,2026-10-30,2026-10-30,2026-10-31
        d,S4,R1,4,2026-11-01,,2026-10-30,2026-10-31
        e,S6,,4,2026-10-01,,2026-10-30,2026-10-31
        f,S1,R1,1,2026-10-31,,2026-10-30,2026-10-31
        """,
      ], settings: "inputs: {leads: {snapshots: full}}")
    #expect(
      found == [
        "vanished-lead 3 v R1 -", "past-due-date 2 b - 2", "past-due-date 2 a R1 0", "past-due-date 2 f R1 0",
        "unassigned-lead 2 b - -",
      ])
  }

  @Test("who has leads or orders and no target, where targets are set by rep")
  func noTarget() async throws {
    func files(_ targets: String) -> KeyValuePairs<String, String> {
      [
        "leads.csv": """
        lead_id,stage,rep_id,created
        1,S1,a,2026-10-30
        2,S1,b,2026-10-30
        3,S6,c,2026-10-30
        4,S1,,2026-10-30
        """,
        "orders.csv": "order_id,date,amount,rep_id\n1,2026-01-01,0,d\n2,2025-12-31,5,e\n3,2026-10-01,1,\n",
        "targets.csv": "period,metric,amount,rep_id,product\n" + targets,
      ]
    }
    // A target of zero is a target; one of last year, of collections or of a week is none.
    let found = try await anomalies(
      files("2026-01,orders,0,b,P\n2025,orders,5,a,\n2026,collections,5,a,\n2026-W40,orders,5,a,\n"))
    #expect(found == ["unassigned-lead 2 4 - -", "no-target 1 a a -", "no-target 1 d d -"])
    let company = try await anomalies(files("2026,orders,9,,\n2026-W40,orders,5,a,\n"))
    #expect(company == ["unassigned-lead 2 4 - -"])
  }

  @Test("tasks past due, weeks without a plan, reports that nobody reviewed")
  func reps() async throws {
    let book = try SmallBook(
      [
        // On Friday the 30th nobody works; of the week 26 … 31 October f was there on the 26th only.
        "reps.csv": "rep_id,joined,left\na,,\nb,,\nd,2026-10-30,\nf,,2026-10-27\ng,2026-10-28,\n",
        "calendar.csv": "date,workday\n2026-10-30,no\n",
        "visit-plans.csv": "rep_id,date,customer_id\na,2026-10-26,C\nb,2026-10-25,C\n",
        "weekly-plans.csv": """
        rep_id,week,item,due,done
        b,2026-W44,ship,2026-10-31,
        a,2026-W44,ship,2026-10-31,否
        a,2026-W40,call,2026-10-30,
        a,2026-W44,done,2026-10-30,是
        a,2026-W44,later,2026-11-01,
        a,2026-W44,some day,,
        """,
        "daily-reports.csv": """
        rep_id,date,reviewed_by
        z,2026-10-20,
        z,2026-10-18,
        z,2026-10-16,Boss
        a,2026-10-30,
        a,2026-09-30,
        b,2026-10-30,Boss
        d,2026-10-31,Boss
        g,2026-10-31,Boss
        """,
      ], settings: "language: en")
    let table = try await book.table("anomalies")
    #expect(
      table.shown("kind severity subject owner days detail") == [
        "overdue-task 1 call a 1 planned for 2026-W40, due on 2026-10-30",
        "overdue-task 1 ship a 0 planned for 2026-W44, due on 2026-10-31",
        "overdue-task 1 ship b 0 planned for 2026-W44, due on 2026-10-31",
        "unplanned 1 b b - workdays this week without a visit plan: 4",
        "unplanned 1 g g - workdays this week without a visit plan: 2",
        "unreviewed-report 1 z z 13 2", "unreviewed-report 1 a a 1 1",
      ])
  }

  @Test("details are in the book's language, amounts in its unit")
  func language() async throws {
    let leads =
      "lead_id,stage,rep_id,name,amount,expected_order_on,created\na,S1,r,某项目,15000,2026-10-30,2026-10-30\n"
    for (language, unit, detail) in [
      ("en", 1, "某项目, amount 15,000 CNY: order expected on 2026-10-30"),
      ("zh-Hans", 10_000, "某项目，金额 1.5 万元：预计 2026-10-30 下单"),
      ("zh-Hant", 1000, "某项目，金額 15.0 千元：預計 2026-10-30 下單"),
    ] {
      let book = try SmallBook(["leads.csv": leads], settings: "language: \(language)\nmoney-unit: \(unit)")
      #expect(try await book.table("anomalies").shown("kind detail") == ["past-due-date \(detail)"])
    }
  }
}
