import Facts
import ReviewModel
import TestSupport
import Testing

/// Daily reports in JSON are a visits input when they hold a visit, and only then (docs/inputs.md, section 1).
struct ReportsWithoutVisitsTests {
  /// A lead that advanced in October, which a book with visits would have to bear out.
  private func book(_ reports: KeyValuePairs<String, String>) throws -> SmallBook {
    let book = try SmallBook([
      "leads.csv": """
      lead_id,stage,rep_id,customer_id,amount,updated
      L1,S1,R1,C1,5,2026-09-30
      L1,S2,R1,C1,5,2026-10-30
      """
    ])
    for (name, text) in reports { try book.write(name, Array(text.utf8)) }
    return book
  }

  private static let report = #"{"rep_id":"R1","date":"2026-10-02"}"#

  @Test(
    "reports without a visit are those of a CSV file",
    arguments: [
      ["daily-reports.csv": "rep_id,date\nR1,2026-10-02\n"], ["daily-reports.json": "[\(report)]"],
      ["daily-reports.json": "[]"], ["daily-reports.json": "{}"], ["daily-reports.json": report],
      ["daily-reports.jsonl": report],
      ["daily-reports.json": #"[{"rep_id":"R1","date":"2026-10-02","visits":[]}]"#],
      ["daily-reports.json": #"[{"rep_id":"R1","date":"2026-10-02","visits":null}]"#],
      ["a/orders.csv": "order_id,date,amount\n1,2026-10-01,1\n", "b/daily-reports.json": "[\(report)]"],
      ["a/daily-reports.json": "[\(report)]", "b/daily-reports.jsonl": report, "z/reps.csv": "rep_id\nR1\n"],
    ] as [KeyValuePairs<String, String>])
  func without(files: KeyValuePairs<String, String>) async throws {
    let book = try book(files)
    let facts = try await book.facts()
    #expect(!facts.inputs.contains(.visits))
    #expect(facts.quality.map(\.kind).contains(.visits) == false)
    #expect(facts.quality.count == files.count + 1)
    #expect(try await book.table("claims").shown() == [])
  }

  @Test("one file with a visit is enough, wherever it stands", arguments: ["a", "y"])
  func with(folder: String) async throws {
    let book = try book([
      "b/daily-reports.json": "[\(Self.report)]", "c/daily-reports.json": "[]",
      "\(folder)/daily-reports.json":
        #"[{"rep_id":"R2","date":"2026-10-02","visits":[{"customer_id":"C9"}]}]"#,
      "z/reps.csv": "rep_id\nR1\nR2\n",
    ])
    let facts = try await book.facts()
    #expect(facts.inputs.contains(.visits))
    #expect(
      facts.quality.filter { $0.kind == .visits }.map(\.file) == ["\(folder)/daily-reports.json"])
    #expect(try await book.table("claims").shown("kind subject amount") == ["advanced-without-visit L1 5.00"])
  }
}
