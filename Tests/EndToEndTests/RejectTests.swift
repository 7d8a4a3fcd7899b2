import Foundation
import Testing

/// What is said of rows and files that do not count, and what would be right.
@Suite("Rejected rows")
struct RejectTests {
  @Test("rejected rows are counted, listed and explained; only --strict ends with 1")
  func rejects() throws {
    let scratch = try Scratch()
    try scratch.writeBookWithRejects(to: "book")
    let program = Program(folder: scratch.folder)
    let run = try program("run", "book", "--period", "2026-10", "--formats", "csv", "--tables", "rejects")
    #expect(run.code == 0)
    #expect(
      run.errorLines.dropFirst() == [
        "reviewpack: 2 rows were rejected and do not count (`reviewpack check book` says why)"
      ])
    #expect(run.outputLines == ["output/2026-10/tables/rejects.csv", "output/2026-10/rejects.csv"])
    let expected = """
      \u{FEFF}file,line,column,code,text\r
      orders.csv,3,date,bad-date,31/02/2026\r
      orders.csv,4,amount,bad-money,"12,34x"\r

      """
    #expect(try scratch.text("output/2026-10/rejects.csv") == expected)

    let strict = try program("run", "book", "--period", "2026-10", "--strict", "--quiet")
    #expect(strict.code == 1)
    #expect(strict.errors == "")
    #expect(scratch.names(in: "output/2026-10").contains("review.xlsx"))

    let check = try program("check", "book", "--period", "2026-10", "--language", "en")
    #expect(check.code == 0)
    #expect(check.errors == "")
    let lines = check.outputLines
    let date = try #require(lines.first { $0.contains("bad-date") })
    #expect(
      fields(of: date) == [
        "orders.csv", "3", "date", "bad-date", "31/02/2026",
        "a day that exists, such as 2026-10-31; other orders through date-format in review.yaml",
      ])
    let money = try #require(lines.first { $0.contains("bad-money") })
    #expect(
      fields(of: money) == [
        "orders.csv", "4", "amount", "bad-money", "12,34x",
        "an amount such as 1200.50, 1,200.50, (300) or 86万",
      ])
    #expect(try program("check", "book", "--strict").code == 1)
    #expect(scratch.names(in: ".") == ["book", "output"])
  }

  @Test("a file of no kind is listed, and how to make it of one is told")
  func unrecognised() throws {
    let scratch = try Scratch()
    try scratch.writeBook(to: "book")
    try scratch.write("a,b\n", to: "book/pipeline.csv")
    let outcome = try Program(folder: scratch.folder)(
      "check", "book", "--period", "2026-10", "--language", "en")
    #expect(outcome.code == 0)
    let line = try #require(outcome.outputLines.first { $0.hasPrefix("pipeline.csv") })
    #expect(
      fields(of: line) == [
        "pipeline.csv",
        "a name that begins with a kind (leads-2026-10.csv), or inputs: KIND: files: in review.yaml",
      ])
    // The line of the file that is read has no remedy, nor have the totals.
    #expect(outcome.outputLines.filter { $0.contains("in review.yaml") }.count == 1)
  }

  @Test("what would be right is told for each kind of mistake", arguments: ["en", "zh-Hans", "zh-Hant"])
  func remedies(language: String) throws {
    let scratch = try Scratch()
    let long = String(repeating: "x", count: 32_768)
    try scratch.write(
      """
      lead_id,stage,amount,chance,probability,top,follows,created,name
      L1,S9,,,,,,,
      L2,,,,,,,,
      L3,S1,x,,,,,,
      L4,S1,,vast,,,,,
      L5,S1,,,1.5,,,,
      L6,S1,,,maybe,,,,
      L7,S1,,,,perhaps,,,
      L8,S1,,,,,1.5,,
      L9,S1,,,,,,soon,
      L10,S1,,,,,,,a\u{0}b
      L11,S1,,,,,,,\(long)
      L12,S1,,,,,,,name,more
      L13
      L14,S1,200000000000000,,,,,,

      """, to: "book/leads.csv")
    try scratch.write(
      "event_id,date,kind,severity\nE1,2026-10-01,market,4\n", to: "book/events.csv")
    try scratch.write(
      "period,metric,amount\n2026-13,orders,1\n", to: "book/targets.csv")
    try scratch.write(
      "rep_id,week,item\nR1,2026-10,x\nR1,later,x\n", to: "book/weekly-plans.csv")
    try scratch.write(
      "rep_id,date,submitted_at\nR1,2026-10-01,late\n", to: "book/daily-reports.csv")
    let outcome = try Program(folder: scratch.folder)(
      "check", "book", "--period", "2026-10", "--language", language)
    #expect(outcome.code == 0)
    let rows = outcome.outputLines.map(fields).filter { $0.count > 3 && $0[0].hasSuffix(".csv") }
    var remedies: [String: Set<String>] = [:]
    for row in rows {
      if let code = row.first(where: Self.codes.contains) {
        remedies[code, default: []].insert(row[row.count - 1])
      }
    }
    #expect(Set(remedies.keys) == Self.codes)
    #expect(remedies.values.joined().allSatisfy { !$0.hasPrefix("remedy") && !$0.contains("{") })
    #expect(remedies["bad-enum"]?.contains { $0.contains("high, medium, low, none") } == true)
    #expect(remedies["bad-enum"]?.contains { $0.contains("S1, S2, S3, S4, S5, S6, lost") } == true)
    #expect(remedies["bad-period"]?.contains { $0.contains("2026-Q4") } == true)
    #expect(remedies["bad-period"]?.contains { $0.hasSuffix("2026-W43") && !$0.contains("2026-Q4") } == true)
    #expect(remedies["out-of-range"]?.count == 3)
  }

  private static let codes: Set = [
    "missing-required", "bad-money", "bad-date", "bad-datetime", "bad-number", "bad-flag", "bad-enum",
    "bad-period",
    "too-many-fields", "too-few-fields", "nul", "too-long", "out-of-range",
  ]

  /// The fields of a line of a table for people: at least two spaces stand between them.
  private func fields(of line: String) -> [String] {
    line.components(separatedBy: "  ").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
  }
}
