import Book
import FlatFiles
import Foundation
import ReviewKit
import ReviewModel
import Testing

@Suite("Forms")
struct FormTests {
  private static let kinds: [InputKind] = [
    .leads, .visitPlans, .dailyReports, .weeklyPlans, .events, .targets,
  ]

  /// A file's kind, as a book without a review.yaml finds it.
  private static func kind(of path: String) throws -> InputKind {
    let files = try BookFiles(
      paths: [URL(filePath: path).lastPathComponent], configuration: Configuration(organisation: "b"))
    return try #require(files.files.first).kind
  }

  private static func header(_ path: String) throws -> [String] {
    guard case .row(let names, line: 1) = try XLSXFile(path: path, name: "form.xlsx").header else {
      Issue.record("no header in row 1")
      return []
    }
    return names
  }

  /// What a person enters in a column.
  private static func entry(_ column: ColumnSchema, _ language: Language) -> String {
    switch column.type {
    case .text: column.id == "rep_id" ? "R1" : "甲"
    case .list: "价格；关系"
    case .money: "12.5"
    // 5 October 2026: 46023 is 1 January 2026, and October begins on day 274.
    case .date: "46300"
    case .datetime: "46300.75"
    case .integer: "2"
    case .number: "1.5"
    case .rate: "0.85"
    case .flag: language == .english ? "yes" : "否"
    case .enumeration(let words): language == .english ? words.words[0].canonical : words.words[0].aliases[0]
    case .stage: "S4"
    case .period(.week): "2026-W41"
    case .period: "2026-10"
    }
  }

  @Test(
    "every form is found, every header of it is known, and filled in it is read", arguments: Language.allCases
  )
  func roundTrip(language: Language) async throws {
    let folder = try Folder()
    let paths = try await Forms(language: language).write(to: folder.path + "/book")
    #expect(try paths.map(Self.kind) == Self.kinds)
    for path in paths {
      let kind = try Self.kind(of: path)
      let schema = KindSchema.of(kind)
      let names = try Self.header(path)
      let plan = try HeaderPlan(
        headers: names, schema: schema, options: Configuration.InputOptions(), file: "form.xlsx", line: 1)
      #expect(plan.findings.isEmpty && plan.unread.isEmpty)
      let columns = try names.map { name in
        try #require(schema.columns.first { $0.id == name || $0.aliases.contains(name) }, "\(kind): \(name)")
      }
      #expect(Set(columns.map(\.id)).isSuperset(of: schema.columns.filter(\.isRequired).map(\.id)))
      let row = columns.map { Self.entry($0, language) }
      try WrittenWorkbook(path: path).fill([row])
    }
    var options = Run.Options(book: folder.path + "/book")
    options.period = "2026-10"
    options.language = language
    let report = try await Check(options)()
    #expect(report.rejected == 0)
    #expect(report.unread.isEmpty)
    let quality = try #require(report.tables.first { $0.id == "data-quality" })
    let accepted = try #require(quality.definition.columns.firstIndex { $0.id == "accepted" })
    #expect(quality.rows.map { $0[accepted] } == [Cell](repeating: .count(1), count: 6))
  }

  @Test("the words of yes and no are read as such", arguments: Language.allCases)
  func flags(language: Language) {
    let catalogue = Catalogue(language)
    for (key, value) in [("form.yes", Int64(1)), ("form.no", 0)] {
      let word = Array(catalogue.text(key).utf8)
      #expect(word.withUnsafeBytes { Scalar.flag($0) } == Scalar(value))
    }
  }

  @Test("headers and words are those of the language, notes stand on all, and headers are locked")
  func looks() async throws {
    let folder = try Folder()
    let paths = try await Forms(language: .simplifiedChinese).write(to: folder.path)
    #expect(
      try folder.names() == [
        "周工作计划.xlsx", "市场状况反映表.xlsx", "每日拜访计划表.xlsx", "每日销售报告表.xlsx", "线索台账.xlsx", "销售目标.xlsx",
      ])
    let path = try #require(paths.first { $0.hasSuffix("市场状况反映表.xlsx") })
    let names = try Self.header(path)
    #expect(names == ["编号", "日期", "类别", "严重程度", "客户编号", "工号", "省区", "内容", "状态"])
    let book = WrittenWorkbook(path: path)
    let workbook = try #require(try book.part("xl/workbook.xml"))
    let sheets = workbook.matches(of: /<sheet name="([^"]*)"[^>]*?(state="hidden")?[^>]*>/)
    #expect(sheets.map { String($0.1) } == ["市场状况与客诉反映表", "填写说明", "选项"])
    #expect(try XLSXFile(path: path, name: "f").sheetNames.first == "市场状况与客诉反映表")
    #expect(workbook.matches(of: /state="hidden"/).count == 1)
    let sheet = try #require(try book.part("xl/worksheets/sheet1.xml"))
    #expect(sheet.contains("<sheetProtection sheet=\"1\""))
    // A day, two lists of words, and a whole number; the other columns take any text.
    #expect(sheet.matches(of: #/<dataValidation /#).count == 4)
    #expect(sheet.matches(of: /type="list"/).count == 2)
    // 46023 is 1 January 2026; 174 years with 42 leap days later is 1 January 2200, 109575, which is not read.
    #expect(sheet.contains("<formula1>1</formula1><formula2>109574</formula2>"))
    let notes = try #require(try book.part("xl/comments1.xml"))
    #expect(notes.matches(of: #/<comment /#).count == names.count)
    #expect(notes.contains("必填。\n日期，如 2026-10-31") && notes.contains("1 到 3，3 最严重；不填为 1"))
    let lists = try #require(try book.part("xl/worksheets/sheet3.xml"))
    for word in ["市场", "竞争", "客诉", "渠道", "人事", "未处理", "已处理"] { #expect(lists.contains(">\(word)<")) }
  }

  @Test("headers of Traditional Chinese where the columns have such")
  func traditional() async throws {
    let folder = try Folder()
    let paths = try await Forms(language: .traditionalChinese).write(to: folder.path)
    let path = try #require(paths.first { $0.contains("leads-") })
    let names = try Self.header(path)
    for name in ["業務員編號", "客戶編號", "客戶名稱", "產品", "省區", "團隊", "行業", "阶段"] { #expect(names.contains(name)) }
  }

  @Test("the lists of a book: reps and customers by the name that means one, stages, units, teams")
  func words() async throws {
    let folder = try Folder()
    try folder.write(
      """
      language: en
      business-units: [hardware]
      stages:
        - {id: A, kind: open, probability: 0.2, name: Contact}
        - {id: W, kind: won, probability: 1}
      """, to: "book/review.yaml")
    try folder.write(
      """
      rep_id,name,team,left
      R1,Ann,East,
      R2,Bo,West,
      R3,Bo,West,
      R4,,North,
      R5,Gone,South,2020-01-31

      """, to: "book/reps.csv")
    try folder.write("customer_id,name,province\nC1,Acme & Co,山东\nC2,C1,四川\n", to: "book/customers.csv")
    try folder.write("product,business_unit\nP1,software\nP2,hardware\n", to: "book/products.csv")
    // Nothing but masters is read for them.
    try folder.write("no header that anybody knows\n", to: "book/leads.csv")
    let paths = try await Forms(configuration: folder.path + "/book/review.yaml").write(
      to: folder.path + "/forms")
    let book = WrittenWorkbook(path: try #require(paths.first { $0.hasSuffix("/leads.xlsx") }))
    let lists = try #require(try book.part("xl/worksheets/sheet3.xml"))
    for word in [
      "Ann", "R2", "R3", "R4", "Acme &amp; Co", "C2", "P1", "P2", "A-Contact", "W", "East", "North",
    ] {
      #expect(lists.contains(">\(word)<"), "\(word)")
    }
    for word in ["Gone", "Bo", "C1", "R1", "South"] { #expect(!lists.contains(">\(word)<"), "\(word)") }
    let units = try #require(lists.firstRange(of: ">hardware<"))
    #expect(lists[units.upperBound...].contains(">software<"))
  }

  @Test("a name is offered only where it is read as the one who is meant")
  func ambiguousNames() async throws {
    let folder = try Folder()
    try folder.write("language: en\n", to: "book/review.yaml")
    try folder.write(
      """
      rep_id,name,alias,left
      R1,张三,,
      R2,李四,张三,
      R3,王五,,
      R4,王五,,2021-06-30
      R5,ガン,,
      R6,ｶﾞﾝ,,
      R7,赵六,赵六,

      """, to: "book/reps.csv")
    try folder.write(
      "customer_id,name,alias\nC1,Great Mill,\nC2,Small Mill,Great Mill\n", to: "book/customers.csv")
    let paths = try await Forms(configuration: folder.path + "/book/review.yaml").write(
      to: folder.path + "/forms")
    let book = WrittenWorkbook(path: try #require(paths.first { $0.hasSuffix("/leads.xlsx") }))
    let lists = try #require(try book.part("xl/worksheets/sheet3.xml"))
    // 张三 is read as R2, whose alias it is, and 王五 as nobody, for one of the two has left; R5 and R6 have one name.
    for word in ["R1", "李四", "R3", "R5", "R6", "赵六", "C1", "Small Mill"] {
      #expect(lists.contains(">\(word)<"), "\(word)")
    }
    for word in ["张三", "王五", "ガン", "ｶﾞﾝ", "R2", "R4", "R7", "Great Mill", "C2"] {
      #expect(!lists.contains(">\(word)<"), "\(word)")
    }
  }

  @Test("what is there already stays, and nothing else is written")
  func existing() async throws {
    let folder = try Folder()
    try folder.write("mine", to: "leads.xlsx")
    let error = await #expect(throws: RunError.self) {
      try await Forms(language: .english).write(to: folder.path)
    }
    #expect(error?.reason == .noOutput)
    #expect(try folder.names() == ["leads.xlsx"])
    let other = try Folder()
    try other.write("mine", to: "review.yaml")
    let refused = #expect(throws: RunError.self) { try StarterBook(language: .english).write(to: other.path) }
    #expect(refused?.reason == .noOutput)
    #expect(try other.names() == ["review.yaml"])
  }

  @Test("where one file cannot take its place, those before it are taken back")
  func together() throws {
    let folder = try Folder()
    let error = #expect(throws: RunError.self) {
      let names = ["a", "b", "c", "d"]
      return try NewFiles.write(names, to: folder.path) { staging in
        for name in names { try Data("ours".utf8).write(to: URL(filePath: "\(staging)/\(name)")) }
        // Another program is faster.
        try folder.write("theirs", to: "c")
      }
    }
    #expect(error?.reason == .noOutput)
    #expect(error?.messages.first?.hasPrefix("\(folder.path)/c: the file cannot be written (") == true)
    #expect(try folder.names() == ["c"])
    #expect(try String(contentsOfFile: folder.path + "/c", encoding: .utf8) == "theirs")
  }

  @Test("a configuration that is not there, or wrong")
  func configuration() async throws {
    let folder = try Folder()
    let forms = Forms(configuration: folder.path + "/none.yaml")
    let missing = await #expect(throws: RunError.self) { try await forms.write(to: folder.path + "/f") }
    #expect(missing?.reason == .badInput)
    try folder.write("topp: 3\n", to: "review.yaml")
    let wrong = await #expect(throws: RunError.self) {
      try await Forms(configuration: folder.path + "/review.yaml").write(to: folder.path + "/f")
    }
    #expect(wrong?.messages.first?.contains("topp") == true)
    #expect(try folder.names() == ["review.yaml"])
  }
}

@Suite("The starter book")
struct StarterBookTests {
  private static func text(_ language: Language) -> String {
    String(decoding: StarterBook.text(language), as: UTF8.self)
  }

  @Test("its review.yaml says nothing but the defaults, and has every key", arguments: Language.allCases)
  func defaults(language: Language) throws {
    let text = Self.text(language)
    var expected = Configuration(organisation: "book")
    expected.language = language
    #expect(try Configuration.read(text: text, bookName: "book") == expected)
    // docs/inputs.md, section 7.
    let keys = [
      "organisation", "language", "currency", "money-unit", "timezone", "fiscal-year-start", "top",
      "business-units",
      "stages", "thresholds", "silent-days", "key-lead-days", "rep-idle-days", "churn-days", "renewal-days",
      "report-deadline-hours", "max-open-leads", "revisit-days", "required-report-fields", "inputs", "files",
      "snapshots", "key", "columns", "values", "constants", "date-format", "encoding", "delimiter", "sheet",
    ]
    for key in keys { #expect(text.firstMatch(of: try Regex("(?m)^#?[ -]*\(key):")) != nil, "\(key)") }
  }

  @Test("without their #, the lines that are left out are right too", arguments: Language.allCases)
  func examples(language: Language) throws {
    let lines = Self.text(language).split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.hasPrefix("#") && !line.hasPrefix("# ") || line.hasPrefix("#  ") ? line.dropFirst() : line
    }
    let read = try Configuration.read(text: lines.joined(separator: "\n"), bookName: "book")
    let leads = read.options(of: .leads)
    #expect(leads.files == ["crm/pipeline*.csv"])
    #expect(leads.key == ["lead_id"])
    #expect(leads.columns["amount"] == "close_value")
    #expect(leads.values["stage"]?.count == 3)
    #expect(leads.constants == ["business_unit": "hardware"])
    #expect(leads.dateFormats.map(\.pattern) == ["M/D/YYYY", "D MMM, YYYY"])
    #expect(
      leads.encoding == .gb18030 && leads.delimiter == UInt8(ascii: ";") && leads.sheet?.isEmpty == false)
    #expect(read.organisation != "book")
  }

  @Test("as it is, it makes a pack of nothing")
  func run() async throws {
    let folder = try Folder()
    let written = try StarterBook(language: .simplifiedChinese).write(to: folder.path + "/book")
    #expect(written.count == 7 && written[0].hasSuffix("/review.yaml"))
    var options = Run.Options(book: folder.path + "/book")
    options.period = "2026-10"
    options.output = folder.path + "/output"
    options.formats = [.json]
    let outcome = try await Run(options)()
    #expect(outcome.rejected == 0)
    // Blank forms are input: that nothing happened is not to be believed.
    #expect(outcome.warnings.count == 1 && outcome.warnings[0].contains("no rows"))
  }
}
