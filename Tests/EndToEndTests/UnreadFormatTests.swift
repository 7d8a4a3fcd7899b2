import Foundation
import Testing

/// Tables in formats that are not read: nobody is to believe that they count.
@Suite("Formats that are not read")
struct UnreadFormatTests {
  private static let workbook = "open it in Excel or WPS and save it as .xlsx"
  private static let archive = "unpack it into the book's folder"

  @Test(
    "show says what to do",
    arguments: [
      ("leads.xls", workbook), ("Leads.XLS", workbook), ("leads.xlsm", workbook), ("leads.ods", workbook),
      ("leads.et", workbook), ("leads.numbers", "export it from Numbers to Excel or CSV"),
      ("a b.pdf", "ask for the data behind it as Excel or CSV"), ("leads.zip", archive),
      ("leads.rar", archive),
      ("leads.tar", archive), ("leads.xlsx.gz", archive),
    ])
  func show(name: String, remedy: String) throws {
    let scratch = try Scratch()
    try scratch.write("a,b\n1,2\n", to: name)
    let outcome = try Program(folder: scratch.folder)("show", name)
    #expect(outcome.code == 65)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errorLines == ["reviewpack: \(name): files of this format are not read (\(remedy))"])
  }

  @Test("show says what Excel's lock file is")
  func lockFile() throws {
    let scratch = try Scratch()
    try scratch.write("x", to: "~$leads.xlsx")
    let outcome = try Program(folder: scratch.folder)("show", "~$leads.xlsx")
    #expect(outcome.code == 65)
    #expect(
      outcome.errorLines == [
        "reviewpack: ~$leads.xlsx: is the mark of a workbook that is open in Excel "
          + "(close Excel; the rows are in leads.xlsx)"
      ])
  }

  @Test("texts may be called anything")
  func texts() throws {
    let scratch = try Scratch()
    for name in ["export.txt", "export", "export.dat"] {
      try scratch.write("a,b\n1,2\n", to: name)
      #expect(try Program(folder: scratch.folder)("show", name).outputLines.count == 2)
    }
  }

  @Test("run says which files it takes for input that it cannot read; others are listed only")
  func run() throws {
    let scratch = try Scratch()
    try scratch.writeBook(to: "book")
    for name in [
      "leads.xls", "客户/2026.pdf", "targets_2026.numbers", "visits.txt", "reps.docx", "~$leads.xlsx",
      "notes.pdf",
      "客户/readme.md",
    ] {
      try scratch.write("x", to: "book/" + name)
    }
    let program = Program(folder: scratch.folder)
    let outcome = try program("run", "book", "--period", "2026-10", "--formats", "csv")
    #expect(outcome.code == 0)
    let problem = "is not read, though its name says what it is"
    #expect(
      outcome.errorLines.dropLast() == [
        "reviewpack: leads.xls: \(problem) (\(Self.workbook))",
        "reviewpack: reps.docx: \(problem) (export it as .xlsx, .csv or .json)",
        "reviewpack: targets_2026.numbers: \(problem) (export it from Numbers to Excel or CSV)",
        "reviewpack: visits.txt: \(problem) (let its name end in .csv (.tsv where tabs stand between the fields))",
        "reviewpack: 客户/2026.pdf: \(problem) (ask for the data behind it as Excel or CSV)",
        "reviewpack: notes.pdf: is of no kind of input and is not read (ask for the data behind it as Excel or CSV)",
      ])
    let quality = try scratch.text("output/2026-10/tables/data-quality.csv")
    for name in ["leads.xls", "notes.pdf", "客户/readme.md"] { #expect(quality.contains(name)) }
    #expect(!quality.contains("~$"))
    #expect(try program("run", "book", "--period", "2026-10", "--quiet").errors.isEmpty)
  }

  @Test(
    "check says how each becomes input, in the book's language",
    arguments: [
      ("en", workbook, "ask for the data behind it as Excel or CSV"),
      ("zh-Hans", "用 Excel 或 WPS 打开后另存为 .xlsx", "请提供方给出 Excel 或 CSV 格式的数据"),
      ("zh-Hant", "用 Excel 或 WPS 開啟後另存為 .xlsx", "請提供方給出 Excel 或 CSV 格式的資料"),
    ])
  func check(language: String, workbook: String, pdf: String) throws {
    let scratch = try Scratch()
    try scratch.writeBook(to: "book")
    try scratch.write("x", to: "book/leads.xls")
    try scratch.write("x", to: "book/notes.pdf")
    let outcome = try Program(folder: scratch.folder)(
      "check", "book", "--period", "2026-10", "--language", language)
    #expect(try #require(outcome.outputLines.first { $0.hasPrefix("leads.xls") }).hasSuffix(workbook))
    #expect(try #require(outcome.outputLines.first { $0.hasPrefix("notes.pdf") }).hasSuffix(pdf))
  }

  @Test("a book of nothing else")
  func onlyThem() throws {
    let scratch = try Scratch()
    try scratch.write("x", to: "book/订单.xls")
    let outcome = try Program(folder: scratch.folder)("run", "book", "--period", "2026-10")
    #expect(outcome.code == 66)
    #expect(
      outcome.errorLines == [
        "reviewpack: book: no leads, orders or daily-reports are in this folder; 订单.xls is not read (\(Self.workbook))"
      ])
  }
}
