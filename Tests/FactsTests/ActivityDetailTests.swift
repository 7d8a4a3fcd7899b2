import Facts
import ReviewModel
import TestSupport
import Testing

/// What is kept of visits, reports, plans and events only for tables that ask for it.
struct ActivityDetailTests {
  private static let files: KeyValuePairs = [
    "visits.csv": "visit_id,rep_id,date,expense\n1,a,2026-09-27,5\n2,a,2026-09-28,6\n3,a,2026-10-01,7\n",
    "daily-reports.csv": """
    rep_id,date,notes
    a,2026-09-27,0123456789
    a,2026-09-28,0123456789
    a,2026-10-01,012345678
    a,2026-09-30,一二三四五六七八九十
    """,
    "weekly-plans.csv": "rep_id,week,item\na,2026-W40,call\n",
    "events.csv": "event_id,date,kind,summary\ne,2026-10-01,market,news\n",
  ]

  @Test("without tables that ask nothing is kept but who, whom and when")
  func nothing() async throws {
    let facts = try await SmallBook(Self.files).facts(asOf: "2026-10-01", details: [])
    #expect(facts.visits.count == 3 && facts.dailyReports.count == 4)
    #expect(facts.visitDetails.isEmpty && facts.reportDetails.isEmpty)
    #expect(facts.weeklyPlans.map { facts.texts[$0.item] } == [nil])
    #expect(facts.events.map { facts.texts[$0.id] } == [nil])
    #expect(facts.events.map { facts.texts[$0.summary] } == [nil])
  }

  @Test("where tables ask, the days under review are kept, and long texts")
  func everything() async throws {
    // 1 October 2026 is a Thursday: its week began on 28 September.
    let facts = try await SmallBook(Self.files).facts(asOf: "2026-10-01")
    #expect(facts.visits.count == 3 && facts.dailyReports.count == 4)
    let visits = facts.visitDetails.map { "\($0.core.date) \($0.expense)" }
    #expect(visits.sorted() == ["2026-09-28 6.00", "2026-10-01 7.00"])
    let notes = facts.reportDetails.map { "\($0.core.date) \(facts.texts[$0.texts.notes] ?? "-")" }
    #expect(notes.sorted() == ["2026-09-28 0123456789", "2026-09-30 一二三四五六七八九十", "2026-10-01 -"])
    #expect(facts.weeklyPlans.map { facts.texts[$0.item] } == ["call"])
    #expect(facts.events.map { facts.texts[$0.summary] } == ["news"])
  }

  @Test("reports without the tables that compare them keep no words")
  func withoutTexts() async throws {
    let facts = try await SmallBook(Self.files).facts(asOf: "2026-10-01", details: .reports)
    #expect(facts.reportDetails.count == 3 && facts.visitDetails.isEmpty)
    #expect(facts.reportDetails.allSatisfy { $0.texts.all.allSatisfy(\.isBlank) })
  }
}
