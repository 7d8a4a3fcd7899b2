import Foundation
import Testing

/// A pack that is wrong because something was overlooked must not be believed: what `run` and `check` say though no row
/// is wrong.
@Suite("Remarks")
struct RemarkTests {
  let scratch: Scratch
  let program: Program

  init() throws {
    scratch = try Scratch()
    program = Program(folder: scratch.folder)
  }

  /// What a run says on standard error but its verdict.
  func remarks(_ more: String...) throws -> [String] {
    let outcome = try program.run(
      ["run", "book", "--period", "2026-10", "--formats", "csv", "--tables", "rejects"] + more)
    #expect(outcome.code == 0)
    #expect(outcome.errorLines.allSatisfy { $0.hasPrefix("reviewpack: ") })
    return outcome.errorLines.map { String($0.dropFirst("reviewpack: ".count)) }.filter {
      !$0.contains("with a forecast for")
    }
  }

  func check(_ language: String = "en", _ more: String...) throws -> [String] {
    let outcome = try program.run(["check", "book", "--period", "2026-10", "--language", language] + more)
    #expect(outcome.code == 0)
    #expect(!outcome.output.contains("remark."))
    return outcome.outputLines
  }

  private func writeLedgers(updated: [String: String] = [:]) throws {
    for (day, stage) in [("20260930", "S1"), ("20261031", "S2"), ("20261130", "S5")] {
      let own = updated[day]
      try scratch.write(
        "lead_id,stage\(own == nil ? "" : ",updated")\nL1,\(stage)\(own.map { "," + $0 } ?? "")\n",
        to: "book/leads_\(day).csv")
    }
  }

  @Test("lead ledgers without days: only the last counts, whatever the period")
  func undated() throws {
    try writeLedgers()
    let expected = """
      leads_20260930.csv, leads_20261031.csv, leads_20261130.csv: rows without `updated`: of a lead in several of \
      these files only the row in the last, leads_20261130.csv, counts, and its stage may be of a day after 2026-10-31 \
      (give every file a column `updated` (更新日期) with the day of its export; or let inputs.leads.files in \
      review.yaml name only the exports up to 2026-10-31)
      """
    #expect(try remarks() == [expected])
    #expect(try check().last == "  " + expected)
    for language in ["zh-Hans", "zh-Hant"] {
      #expect(try check(language).last?.contains("leads_20261130.csv") == true)
    }
    #expect(try program("run", "book", "--period", "2026-10", "--quiet").errors.isEmpty)
  }

  @Test("lead ledgers with days, of different leads, or alone: nothing to remark")
  func dated() throws {
    try writeLedgers(updated: ["20260930": "2026-09-30", "20261031": "2026-10-31", "20261130": "2026-11-30"])
    #expect(try remarks().isEmpty)
    let parts = try Scratch()
    try parts.write("lead_id,stage\nL1,S1\n", to: "book/leads-east.csv")
    try parts.write("lead_id,stage\nL2,S1\n", to: "book/leads-west.csv")
    #expect(try Program(folder: parts.folder)("run", "book", "--period", "2026-10").errorLines.count == 1)
  }

  @Test("a ledger without days counts as older than those with one")
  func besideDated() throws {
    try writeLedgers(updated: ["20260930": "2026-09-30", "20261031": "2026-10-31"])
    #expect(
      try remarks() == [
        """
        leads_20261130.csv: rows without `updated` count as older than every row with one, whenever they were exported \
        (give these files a column `updated` (更新日期) with the day of their export too)
        """
      ])
  }

  @Test("files of no kind are said, with the kind that they look like; check lists all")
  func unread() throws {
    try scratch.write("Exported on Friday; ask Li about C7.\n", to: "book/notes.txt")
    try scratch.writeBook(to: "book")
    try scratch.write("回款单号,回款日期,金额\nC1,2026-10-01,5\n", to: "book/CRM导出.csv")
    try scratch.write("[{\"lead_id\": \"L1\", \"stage\": \"S1\"}]", to: "book/pipeline.json")
    try scratch.write("x", to: "book/minutes.docx")
    for number in 1...4 { try scratch.write("a,b\n1,2\n", to: "book/x\(number).csv") }
    let unread = "is of no kind of input and is not read"
    let general = "a name that begins with a kind (leads-2026-10.csv), or inputs: KIND: files: in review.yaml"
    let collections =
      "looks like collections: rename it to collections-CRM导出.csv, or name it in review.yaml under"
      + " inputs.collections.files"
    #expect(
      try remarks() == [
        "CRM导出.csv: \(unread) (\(collections))",
        "pipeline.json: \(unread) (looks like leads: rename it to leads-pipeline.json, or name it in review.yaml"
          + " under inputs.leads.files)",
        "not read, since of no kind of input: x1.csv, x2.csv, x3.csv and 1 more (`reviewpack check book` says of each"
          + " what to do)",
      ])
    let lines = try check()
    #expect(lines.first { $0.hasPrefix("CRM导出.csv") }?.hasSuffix(collections) == true)
    #expect(lines.first { $0.hasPrefix("x4.csv") }?.hasSuffix(general) == true)
    #expect(try check("zh-Hans").first { $0.hasPrefix("CRM导出.csv") }?.contains("像是collections（回款）") == true)
  }

  @Test("settings under another spelling of their name are said", arguments: ["review.yml", "Review.YAML"])
  func settings(name: String) throws {
    try scratch.writeBook(to: "book")
    try scratch.write("organisation: 甲\n", to: "book/\(name)")
    let remedy = "rename it to review.yaml, or nothing that it says holds"
    #expect(try remarks() == ["\(name): is of no kind of input and is not read (\(remedy))"])
    #expect(try check().first { $0.hasPrefix(name) }?.hasSuffix(remedy) == true)
  }

  @Test("of one matter a few are said one by one, and how many more there are")
  func many() throws {
    try scratch.writeBook(to: "book")
    for day in 1...8 {
      try scratch.write("回款单号,回款日期,金额\nC1,2026-10-01,5\n", to: "book/day-\(day).csv")
    }
    let remarks = try remarks()
    #expect(remarks.count == 6)
    #expect(remarks[4].hasPrefix("day-5.csv: "))
    #expect(remarks[5] == "3 more of the same (`reviewpack check book` lists all)")
  }

  @Test("a file that review.yaml leaves out is said, and where to name it; one left out on purpose is not")
  func excluded() throws {
    try scratch.write("lead_id,stage\nL1,S1\n", to: "book/crm/all.csv")
    try scratch.write("lead_id,stage\nL2,S1\n", to: "book/leads-2026-10.csv")
    try scratch.write("event_id,date,kind\n", to: "book/events.csv")
    try scratch.write(
      "inputs:\n  leads: {files: [\"crm/*.csv\"]}\n  events: {files: []}\n", to: "book/review.yaml")
    let remedy = "its name says leads, but inputs.leads.files in review.yaml names other files: add it there"
    #expect(
      try remarks() == ["leads-2026-10.csv: is of no kind of input and is not read (\(remedy))"])
    #expect(try check().first { $0.hasPrefix("leads-2026-10.csv") }?.hasSuffix(remedy) == true)
  }

  @Test("a header that is nearly one is told with the line on which the headers stand")
  func nearHeader() throws {
    try scratch.write("\n,,\n\nlead_id,stage,amuont\nL1,S1,5\n", to: "book/leads.csv")
    #expect(
      try remarks() == ["leads.csv:4: the column amuont is not read (did you mean amount?)"])
  }

  @Test("a blank form that review.yaml leaves out is told by check alone")
  func blankForms() throws {
    #expect(try program("init", "book", "--language", "en").code == 0)
    try scratch.write("lead_id,stage\nL1,S1\n", to: "book/crm/all.csv")
    try scratch.write("language: en\ninputs: {leads: {files: [crm/all.csv]}}\n", to: "book/review.yaml")
    let remarks = try remarks()
    #expect(remarks.count == 1)
    #expect(
      remarks[0].hasPrefix(
        "daily-reports.xlsx, events.xlsx, targets.xlsx … weekly-plans.xlsx: no rows, and yet the book counts as having "
          + "targets, daily-reports, visit-plans, weekly-plans, events:"))
    #expect(
      try check().first { $0.hasPrefix("leads.xlsx") }?.contains("a form for leads, but inputs.leads.files")
        == true)
  }

  @Test("lines of one order that replace one another are counted")
  func repeatedOrders() throws {
    try scratch.write(
      """
      order_id,date,amount
      A0,2026-10-01,5
      A1,2026-10-02,300000
      A1,2026-10-02,200000
      A1,2026-10-02,100000
      A2,2026-10-02,7
      A2,2026-10-02,7

      """, to: "book/orders.csv")
    let expected = """
      orders.csv:3: rows that a later row of this file with the same order_id and line replaces, though the amounts \
      differ: 2; they do not count (lines of one order need a column `line` (行号); or where every row counts, write in \
      review.yaml inputs: {orders: {key: []}})
      """
    #expect(try remarks() == [expected])
    #expect(try remarks("--jobs", "3") == [expected])
    #expect(try check().last == "  " + expected)
    try scratch.write("inputs: {orders: {key: []}}\n", to: "book/review.yaml")
    #expect(try remarks().isEmpty)
  }

  @Test("rows of a later file, of a later day or of one amount replace others without a word")
  func replaced() throws {
    try scratch.write("order_id,date,amount\nA1,2026-10-02,3\n", to: "book/orders-1.csv")
    try scratch.write("order_id,date,amount\nA1,2026-10-02,4\n", to: "book/orders-2.csv")
    try scratch.write(
      "collection_id,date,amount,updated\nC1,2026-10-02,3,2026-10-02\nC1,2026-10-02,4,2026-10-03\n",
      to: "book/collections.csv")
    #expect(try remarks().isEmpty)
  }

  @Test("targets of another year, and rows that sum up others")
  func targets() throws {
    try scratch.writeBook(to: "book")
    try scratch.write(
      """
      period,metric,amount,province
      2025-10,orders,5,山东
      2025-Q4,orders,5,江苏
      2025-10,orders,10,合计：

      """, to: "book/targets.csv")
    let total = """
      targets.csv:4: rows that look like totals (合计：) and count beside what they sum up: 1, on line 4 (delete them, or \
      they count twice)
      """
    let elsewhere = """
      targets.csv: no target is for 2026-10: all are for 2025-10 to 2025-12 (give targets for 2026-10, or for the \
      quarter or year that holds it)
      """
    #expect(try remarks() == [total, elsewhere])
    #expect(try check().suffix(2) == ["  " + total, "  " + elsewhere])
    try scratch.write("period,metric,amount\n2026,orders,5\n", to: "book/targets.csv")
    #expect(try remarks().isEmpty)
  }

  @Test("JSON whose rows stand in a member of a wrapping object")
  func wrapped() throws {
    try scratch.write(
      #"{"code": 0, "data": [{"order_id": "A1", "date": "2026-10-01", "amount": 5}]}"#, to: "book/orders.json"
    )
    let remarks = try remarks()
    #expect(
      remarks.first == """
        orders.json: is one object, and its rows stand in the member "data": as it is, it is one row, and rejected \
        (let the file hold the array alone, or an object with no other member)
        """)
    #expect(remarks.count == 2)
  }

  @Test("check says of when it speaks, and puts many findings of one column into a line; JSON has them all")
  func groups() throws {
    let rows = (1...7).map { "C\($0),1/\($0 + 20)/2025,5\n" }.joined()
    try scratch.writeBook(to: "book")
    try scratch.write("collection_id,date,amount\n" + rows, to: "book/collections.csv")
    let lines = try check()
    #expect(lines.first == "Period 2026-10, seen as of 2026-10-31: rows of a later day are future")
    let found = lines.filter { $0.contains("bad-date") && $0.contains("1/21/2025") }
    #expect(found.count == 1)
    #expect(found[0].contains("2, 3, 4, 5, 6 …"))
    #expect(found[0].contains("7 rows: 1/21/2025, 1/22/2025, 1/23/2025 …"))
    #expect(
      found[0].hasSuffix(
        "a day such as 2026-10-31; or write in review.yaml inputs: {collections: {date-format: M/D/YYYY}}"))
    let json = try JSONValue.read(text: check("en", "--format", "json").joined(separator: "\n")).array
    #expect(json.first { $0["id"] == .text("rejects") }?["rows"].array.count == 7)
    #expect(try check("en", "--as-of", "2026-10-15").first?.contains("as of 2026-10-15") == true)
  }

  @Test("the pack of another organisation is replaced, and that is said; of the same it is not")
  func owner() throws {
    try scratch.writeBook(to: "book")
    let arguments = ["run", "book", "--period", "2026-10", "--formats", "json", "--tables", "rejects"]
    #expect(try program.run(arguments).errorLines.count == 1)
    #expect(try program.run(arguments).errorLines.count == 1)
    try scratch.write("organisation: 乙 \"B\"\n", to: "book/review.yaml")
    #expect(
      try program.run(arguments).errorLines.first == """
        reviewpack: output/2026-10: held the pack of book, which that of 乙 "B" has replaced (give each organisation an \
        --output of its own)
        """)
    #expect(try program.run(arguments).errorLines.count == 1)
  }

  @Test("a period that has not begun")
  func future() throws {
    try scratch.writeBook(to: "book")
    let outcome = try program("run", "book", "--period", "2199-03", "--formats", "csv")
    #expect(outcome.code == 0)
    #expect(
      outcome.errorLines.first?.hasPrefix("reviewpack: 2199-03: the period lies wholly after today, 2")
        == true)
  }

  @Test("a run ends with what became of rows and files")
  func verdict() throws {
    try scratch.writeBookWithRejects(to: "book")
    try scratch.write("x", to: "book/notes.pdf")
    let outcome = try program("run", "book", "--period", "2026-10", "--formats", "csv")
    #expect(
      outcome.errorLines.suffix(2) == [
        "reviewpack: 2026-10 as of 2026-10-31, with a forecast for 2026-11: 3 rows of 1 file read: 1 accepted,"
          + " 0 superseded, 0 future, 2 rejected; 1 file not read",
        "reviewpack: 2 rows were rejected and do not count (`reviewpack check book` says why)",
      ])
    #expect(try program("run", "book", "--period", "2026-10", "--quiet").errors.isEmpty)
  }
}
