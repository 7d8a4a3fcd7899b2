import TestSupport
import Testing

/// Daily reports and visit plans, rep by rep (docs/metrics.md, section 6). Week 43 of 2026 is 19 … 25 October.
struct ReportDisciplineTests {
  private static let reports = "due reports on_time submission_rate on_time_rate fill_quality reviewed_rate"
  private static let plans = "review_lag_hours planned_visits executed execution_rate approved_rate score"

  @Test("rates are of what is due, reported, planned; the score takes what there is, and nothing above 1")
  func rates() async throws {
    let book = try SmallBook(
      [
        "reps.csv": """
        rep_id,joined,left
        R1,,
        R2,2026-10-21,
        R3,,2026-10-21
        R4,,2026-10-01
        R5,,2026-10-01
        """,
        "daily-reports.csv": """
        rep_id,date,expense,notes,submitted_at,reviewed_by,reviewed_at
        R1,2026-10-19,5,x,2026-10-20 09:00,B,2026-10-20 21:00
        R1,2026-10-20,-,y,2026-10-21 09:00:01,,2026-10-21 10:30:01
        R1,2026-10-21,,,,B,2026-10-21 12:00
        R1,2026-10-18,5,x,2026-10-18 20:00,B,
        R3,2026-10-19,0,x,2026-10-19 18:00,,
        R3,2026-10-20,0,x,2026-10-20 18:00,,
        R3,2026-10-21,0,x,2026-10-21 18:00,,
        R9,2026-10-21,0,x,2026-10-21 18:00,,
        """,
        "visit-plans.csv": """
        rep_id,date,customer_id,approved_by
        R1,2026-10-19,C1,B
        R1,2026-10-20,C1,
        R5,2026-10-20,C1,
        R1,2026-10-18,C1,B
        """,
        "visits.csv": """
        visit_id,rep_id,date,customer_id
        1,R1,2026-10-19,C1
        2,R1,2026-10-19,C1
        3,R1,2026-10-20,C2
        4,R2,2026-10-20,C1
        """,
      ], settings: "required-report-fields: [expense, notes]")
    let table = try await book.table("report-discipline", "2026-W43")
    #expect(
      table.shown("rep_id " + Self.reports) == [
        // From the 21st on three workdays, and none reported.
        "R2 3 0 0 0.000000 0.000000 - -",
        // Gone, but a visit is planned.
        "R5 0 0 0 - - - -",
        // 09:00 of the day after is the 33rd hour; one second later is late. Three of six fields.
        "R1 5 3 1 0.600000 0.200000 0.500000 0.666667",
        // Two workdays before leaving, three reports.
        "R3 2 3 3 1.500000 1.500000 1.000000 0.000000",
      ])
    #expect(
      table.shown(Self.plans) == [
        "- 0 0 - - 0.0", "- 1 0 0.000000 0.000000 0.0",
        // (12 h + 1.5 h)/2 = 6.75; 100 × (0.4 × 0.2 + 0.3 × 0.5 + 0.3 × 0.5).
        "6.8 2 1 0.500000 0.500000 38.0", "- 0 0 - - 100.0",
      ])
    #expect(
      table.shownTotals("rep_id " + Self.reports)
        == "- 10 6 4 0.600000 0.400000 0.750000 0.333333")
    #expect(table.shownTotals(Self.plans) == "6.8 3 1 0.333333 0.333333 -")
  }

  @Test("a score is rounded once, from the exact rates")
  func score() async throws {
    // On time 1 of 5; 1 of 3 fields; no plans: (0.4/5 + 0.3/3)/0.7 = 0.25714…
    let book = try SmallBook(
      [
        "reps.csv": "rep_id\nR1\n",
        "daily-reports.csv": "rep_id,date,notes,submitted_at\nR1,2026-10-19,x,2026-10-19 20:00\n",
      ], settings: "required-report-fields: [expense, notes, feedback]")
    #expect(try await book.table("report-discipline", "2026-W43").shown("score") == ["25.7"])
  }

  @Test("without daily reports their columns are blank, and without plans theirs")
  func missingInputs() async throws {
    let plans = try SmallBook([
      "reps.csv": "rep_id\nR1\nR2\n",
      "visit-plans.csv": "rep_id,date,customer_id,approved_by\nR1,2026-10-19,C1,B\n",
      "orders.csv": "order_id,date,amount\n1,2026-10-19,1\n",
    ])
    #expect(
      try await plans.table("report-discipline", "2026-W43").shown("rep_id \(Self.reports) \(Self.plans)")
        == ["R1 - - - - - - - - 1 0 0.000000 1.000000 0.0"])
    let reports = try SmallBook([
      "reps.csv": "rep_id\nR1\n", "daily-reports.csv": "rep_id,date\nR1,2026-10-19\n",
    ])
    #expect(
      try await reports.table("report-discipline", "2026-W43").shown("rep_id \(Self.reports) \(Self.plans)")
        == ["R1 5 1 0 0.200000 0.000000 0.000000 0.000000 - - - - - 0.0"])
  }

  @Test("the deadline counts hours that have passed, by the book's clock")
  func clock() async throws {
    // In New York 1 November 2026 has 25 hours: 33 hours after it began it is 08:00.
    let book = try SmallBook(
      [
        "reps.csv": "rep_id\nA\nB\nC\n",
        "daily-reports.csv": """
        rep_id,date,submitted_at
        A,2026-11-01,2026-11-02 08:00
        B,2026-11-01,2026-11-02 08:00:01
        C,2026-11-01,2026-11-02T13:00Z
        """,
      ], settings: "timezone: America/New_York")
    #expect(
      try await book.table("report-discipline", "2026-11").shown("rep_id on_time").sorted()
        == ["A 1", "B 0", "C 1"])
  }

  @Test("a fraction of a second counts, for the deadline and for the lag")
  func fractions() async throws {
    let book = try SmallBook([
      "reps.csv": "rep_id\nA\nB\nC\nD\n",
      "daily-reports.csv": """
      rep_id,date,submitted_at,reviewed_at
      A,2026-10-08,2026-10-09 09:00:00.500,2026-10-09 09:03:00.499
      B,2026-10-08,2026-10-09 09:00:00.000,2026-10-09 09:03:00
      C,2026-10-08,2026-10-09T09:00:00.000001+08:00,
      D,2026-10-08,2026-10-09T00:59:59.999999Z,2026-10-09 08:59:59.5
      """,
    ])
    // 179.999 s are less than a twentieth of an hour, 180 s are one.
    #expect(
      try await book.table("report-discipline").shown("rep_id on_time review_lag_hours").sorted() == [
        "A 0 0.0", "B 1 0.1", "C 0 -", "D 1 0.0",
      ])
  }

  @Test("workdays are Monday to Friday as the calendar corrects them, of equal days the newest row")
  func calendar() async throws {
    let book = try SmallBook(
      [
        "reps.csv": "rep_id\nR1\n", "daily-reports.csv": "rep_id,date\nR1,2026-10-19\n",
        // The 20th is free, the 24th made up; of the 21st the later row says that it is a workday.
        "calendar.csv": """
        date,workday,updated
        2026-10-20,否,
        2026-10-24,是,
        2026-10-21,是,2026-10-02
        2026-10-21,否,2026-10-01
        2026-11-30,否,
        """,
      ], settings: "inputs: {calendar: {key: []}}")
    #expect(try await book.table("report-discipline", "2026-W43").shown("rep_id due") == ["R1 5"])
  }
}
