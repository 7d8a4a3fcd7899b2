import Facts
import ReviewModel
import TestSupport
import Testing

/// A mapping of review.yaml names a member that no object of a JSON file has: a file error, as it is of the headers of
/// a CSV file (docs/inputs.md, section 5).
struct MappedMemberTests {
  /// The messages of reading a book of one file.
  private func problems(
    _ name: String, _ text: String, settings: String, jobs: Int = 1
  ) async throws -> [String] {
    let book = try SmallBook(
      ["targets.csv": "period,metric,amount\n2026-10,orders,1\n"], settings: "inputs: {\(settings)}")
    try book.write(name, Array(text.utf8))
    do {
      _ = try await book.facts(jobs: jobs)
      return []
    } catch let error as FileErrors {
      return error.errors.map(\.description)
    }
  }

  private static let orders = #"{"order_id":"1","date":"2026-10-01","amount":5,"owner":"R1"}"#

  @Test(
    "of every kind and form", arguments: [("orders.json", "[\(orders),\(orders)]"), ("orders.jsonl", orders)])
  func missing(file: String, text: String) async throws {
    for jobs in [1, 4] {
      #expect(
        try await problems(file, text, settings: "orders: {columns: {amount: amuont}}", jobs: jobs) == [
          """
          \(file): amount: review.yaml reads it from the member "amuont", which no object of this file has \
          (members here that nothing reads: amount; rename the one that is meant, or name it in review.yaml)
          """
        ])
    }
    #expect(
      try await problems(file, text, settings: "orders: {columns: {rep_id: seller, amount: Amount}}") == [
        """
        \(file): rep_id: review.yaml reads it from the member "seller", which no object of this file has \
        (members here that nothing reads: owner; rename the one that is meant, or name it in review.yaml)
        """
      ])
  }

  @Test("a member of one object is enough, and a file without rows lacks none")
  func present() async throws {
    let settings = "leads: {columns: {amount: value}}"
    let lead = #"{"lead_id":"L1","stage":"S1"}"#
    let other = #"{"lead_id":"L2","stage":"S1","Value":null}"#
    #expect(try await problems("leads.json", "[\(lead),\(other)]", settings: settings) == [])
    #expect(try await problems("leads.jsonl", "\(lead)\n\(other)\n", settings: settings) == [])
    #expect(try await problems("leads.json", "[]", settings: settings) == [])
    #expect(try await problems("leads.json", "[{}]", settings: settings) == [])
    #expect(try await problems("leads.jsonl", "\n", settings: settings) == [])
    #expect(try await problems("leads.json", "[\(lead)]", settings: settings).count == 1)
    // What is no row is told as that.
    #expect(try await problems("leads.jsonl", "{\n", settings: settings) == [])
  }

  @Test("of reports, and of the visits within them")
  func nested() async throws {
    let report = #"[{"rep_id":"R1","date":"2026-10-02","visits":[{"who":"C1"},{"who":"C2"}]}]"#
    #expect(
      try await problems(
        "daily-reports.json", report,
        settings: "daily-reports: {columns: {notes: remark}}, visits: {columns: {customer_id: hwo}}") == [
          """
          daily-reports.json: notes: review.yaml reads it from the member "remark", which no object of this file has \
          (the members here are: rep_id, date, visits)
          """,
          """
          daily-reports.json: customer_id: review.yaml reads it from the member "hwo", which no visit of this file has \
          (members here that nothing reads: who; rename the one that is meant, or name it in review.yaml)
          """,
        ])
    let without = #"[{"rep_id":"R1","date":"2026-10-02","visits":[]}]"#
    #expect(
      try await problems(
        "daily-reports.json", without, settings: "visits: {columns: {customer_id: hwo}}") == [])
  }

  @Test("a file that breaks off is told as that alone")
  func broken() async throws {
    let told = try await problems(
      "orders.json", "[\(Self.orders),", settings: "orders: {columns: {amount: amuont}}")
    #expect(told.count == 1 && !told[0].contains("amuont"))
  }
}
