import Foundation
import Testing

/// Advice that is followed must mend what it was given for, and misread nothing else.
@Suite("Advice")
struct AdviceTests {
  private let scratch: Scratch
  private let program: Program

  init() throws {
    scratch = try Scratch()
    program = Program(folder: scratch.folder)
  }

  private func check(_ language: String = "en") throws -> String {
    let outcome = try program.run(["check", "book", "--period", "2026-10", "--language", language])
    #expect(outcome.code == 0)
    return outcome.output
  }

  private func writeOrders(_ dates: [String], format: String? = nil) throws {
    let rows = dates.enumerated().map { "A\($0),\($1),5\n" }.joined()
    try scratch.write("order_id,date,amount\n" + rows, to: "book/orders.csv")
    if let format {
      try scratch.write("inputs: {orders: {date-format: \(format)}}\n", to: "book/review.yaml")
    }
  }

  @Test("a date format that is the wrong one is replaced, not joined by another that swaps day and month")
  func wrongFormat() throws {
    try writeOrders(["10/3/2026", "10/13/2026", "10/14/2026"], format: "D/M/YYYY")
    let advice = "inputs: {orders: {date-format: M/D/YYYY}}, in place of date-format: D/M/YYYY"
    let output = try check()
    #expect(output.contains("a day such as 2026-10-31; or write in review.yaml " + advice))
    #expect(!output.contains("[D/M/YYYY"))
    for language in ["zh-Hans", "zh-Hant"] {
      #expect(try check(language).contains("inputs: {orders: {date-format: M/D/YYYY}}"))
    }
    // Another file of the kind needs the format that is set.
    try scratch.write("order_id,date,amount\nB1,31/10/2026,5\n", to: "book/orders-west.csv")
    let mixed = try check()
    #expect(!mixed.contains("M/D/YYYY"))
    #expect(mixed.contains("days written alike, such as 2026-10-31: here no date-format reads all of them"))
  }

  @Test("a format of one column is advised for that column; one that contradicts none joins the others")
  func otherFormats() throws {
    try writeOrders(["10/13/2026"], format: "{date: D/M/YYYY}")
    #expect(
      try check().contains("{date-format: {date: M/D/YYYY}}}, in place of date-format: {date: D/M/YYYY}"))
    try writeOrders(["10/13/2026", "\"5 Oct, 2026\""], format: "\"D MMM, YYYY\"")
    #expect(
      try check().contains(
        "{date-format: [\"D MMM, YYYY\", M/D/YYYY]}}, in place of date-format: \"D MMM, YYYY\""))
  }

  @Test("of a date that may be two days both formats are named")
  func ambiguous() throws {
    try writeOrders(["3/4/2026"])
    #expect(
      try check().contains(
        "write in review.yaml inputs: {orders: {date-format: M/D/YYYY}}, or D/M/YYYY, whichever is meant"))
    try writeOrders(["31/02/2026"])
    #expect(try check().contains("a day that exists, such as 2026-10-31"))
  }
}
