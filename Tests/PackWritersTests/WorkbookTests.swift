import Glibc
import PackWriters
import ReviewModel
import Testing

@Suite("review.xlsx")
struct WorkbookTests {
  /// Writes a pack and gives its parts and warnings.
  private func written(
    _ pack: ReviewPack, rowsPerSheet: Int = WorkbookWriter.rowsPerSheet
  ) throws -> (parts: Parts, warnings: [String], bytes: [UInt8]) {
    try withTemporaryFolder { folder in
      let path = folder + "/review.xlsx"
      let warnings = try WorkbookWriter.write(
        pack: pack, catalogue: Catalogue(pack.language), to: path, temporaryFolder: folder,
        rowsPerSheet: rowsPerSheet)
      return (try Parts(path), warnings, try bytes(of: path))
    }
  }

  /// A table of text columns.
  private func texts(_ id: String, _ rows: [[String]]) -> Table {
    let columns = rows[0].indices.map { Column.text("c\($0)") }
    return Table(
      TableDefinition(id, .pack, keyColumns: 1, columns: columns),
      rows: Rows(rows.map { $0.map { .text($0) } }))
  }

  @Test("the same pack gives the same bytes")
  func repeats() throws {
    #expect(try written(Fixture.pack()).bytes == written(Fixture.pack()).bytes)
  }

  @Test("the clock is the as-of day")
  func created() throws {
    let parts = try written(Fixture.pack()).parts
    #expect(try parts["docProps/core.xml"].contains(">2026-10-31T00:00:00Z</dcterms:created>"))
  }

  @Test("a cover, then a sheet for each table that has rows, in pack order")
  func sheets() throws {
    let pack = Fixture.pack()
    let catalogue = Catalogue(pack.language)
    let titles = ["province-month", "s5-ordered", "reservoir", "funnel", "customer-value", "receivables"]
    // The slash of a title cannot stand in a sheet's name.
    let names = titles.map { catalogue.title(of: $0).replacing("/", with: "-") }
    #expect(try written(pack).parts.sheetNames == [catalogue.text("workbook.contents")] + names)
  }

  @Test("rates, gaps and totals are formulas that carry their value")
  func formulas() throws {
    let parts = try written(Fixture.pack()).parts
    let rate = try #require(try parts.cell("E5", ofSheet: 2))
    #expect(rate.contains("<f>IF(AND(ISNUMBER(D5),N(C5)&gt;0),ROUND(D5/C5,6),\"\")</f><v>1.15</v>"))
    let gap = try #require(try parts.cell("F5", ofSheet: 2))
    #expect(gap.contains("<f>IF(COUNT(D5,C5)=2,D5-C5,\"\")</f><v>150000</v>"))
    // 12 provinces of hardware and 5 of software stand in rows 4 … 20; the last has a target of nothing.
    let blank = try #require(try parts.cell("E20", ofSheet: 2))
    #expect(blank.contains(" t=\"str\"") && blank.contains("<f>IF(AND(ISNUMBER(D20),N(C20)&gt;0)"))
    #expect(!blank.contains("<v>0"))
    let sum = try #require(try parts.cell("C21", ofSheet: 2))
    #expect(sum.contains("<f>SUM(C4:C20)</f><v>16000000</v>"))
    let total = try #require(try parts.cell("E21", ofSheet: 2))
    // 13,650,000 of 16,000,000.
    #expect(total.contains("<f>IF(AND(ISNUMBER(D21),N(C21)&gt;0),ROUND(D21/C21,6),\"\")</f><v>0.853125</v>"))
    let overdue = try #require(try parts.cell("J5", ofSheet: 7))
    #expect(overdue.contains("<f>IF(COUNT(F5,G5,H5,I5)=0,\"\",SUM(F5,G5,H5,I5))</f><v>60000</v>"))
  }

  @Test("a formula that would give another value than the pack gives way to the value")
  func noFalseFormula() throws {
    let definition = TableDefinition(
      "x", .pack, keyColumns: 1,
      columns: [
        .text("name"), .money("a_target"), .money("a_actual"), .rate("a_rate", "a_actual", over: "a_target"),
      ])
    let rows: [[Cell]] = [
      [.text("x"), Fixture.money(3), Fixture.money(1), Fixture.rate(333_333)],
      [.text("y"), Fixture.money(3), Fixture.money(1), Fixture.rate(500_000)],
    ]
    let totals: [Cell] = [.blank, Fixture.money(6), Fixture.money(99), .blank]
    let parts = try written(Fixture.pack(tables: [Table(definition, rows: Rows(rows), totals: totals)])).parts
    #expect(try parts.cell("D4", ofSheet: 2)?.contains("<f>") == true)
    #expect(try parts.cell("D5", ofSheet: 2)?.hasSuffix("><v>0.5</v></c>") == true)
    #expect(try parts.cell("B6", ofSheet: 2)?.contains("<f>SUM(B4:B5)</f><v>6</v>") == true)
    #expect(try parts.cell("C6", ofSheet: 2)?.hasSuffix("><v>99</v></c>") == true)
  }

  @Test("amounts are divided by the display unit, and averages of them still add up")
  func moneyUnit() throws {
    let definition = TableDefinition(
      "x", .pack, keyColumns: 1,
      columns: [
        .text("name"), .money("amount"), .count("deals"), .average("average", "amount", per: "deals"),
        .rate("odd", "deals", over: "amount"),
      ])
    let rows: [[Cell]] = [
      [.text("x"), Fixture.money(1_000_000), .count(3), Fixture.money(333_333, 33), Fixture.rate(3)]
    ]
    let pack = Fixture.pack(tables: [Table(definition, rows: Rows(rows))], moneyUnit: 10_000)
    let parts = try written(pack).parts
    #expect(try parts.cell("B4", ofSheet: 2)?.contains("<v>100</v>") == true)
    let average = try #require(try parts.cell("D4", ofSheet: 2))
    #expect(average.contains("<f>IF(AND(ISNUMBER(B4),N(C4)&gt;0),ROUND(B4/C4,6),\"\")</f><v>33.333333</v>"))
    // Deals an amount: the formula would be out by the unit.
    #expect(try parts.cell("E4", ofSheet: 2)?.contains("<f>") == false)
    let note = try #require(try parts.text("B2", ofSheet: 2))
    #expect(note == "金额单位：万元")
  }

  @Test("the head is frozen with the key columns, filtered without the totals, and repeated in print")
  func frame() throws {
    let parts = try written(Fixture.pack()).parts
    let sheet = try parts.sheet(2)
    #expect(sheet.contains("<pane xSplit=\"2\" ySplit=\"3\" topLeftCell=\"C4\""))
    #expect(sheet.contains("<autoFilter ref=\"A3:G20\"/>"))
    #expect(sheet.contains("orientation=\"landscape\"") && sheet.contains("<pageSetUpPr fitToPage=\"1\"/>"))
    #expect(sheet.contains("<tabColor rgb=\"FF1F4E79\"/>"))
    #expect(try parts["xl/workbook.xml"].contains("!$3:$3</definedName>"))
  }

  @Test("an organisation that begins with digits does not set the size of the footer")
  func footer() throws {
    let base = Fixture.pack()
    let pack = ReviewPack(
      organisation: "360 & 3M", language: base.language, currency: base.currency, moneyUnit: base.moneyUnit,
      period: base.period, sources: base.sources, tables: base.tables, inputs: base.inputs,
      stages: base.stages,
      repNames: [:])
    let sheet = try written(pack).parts.sheet(2)
    #expect(sheet.contains("<oddFooter>&amp;L&amp;9 360 &amp;&amp; 3M"))
    #expect(sheet.contains("&amp;R&amp;9 &amp;P / &amp;N</oddFooter>"))
  }

  @Test("rates of an achievement are coloured, other rates are not; amounts of lists have bars")
  func conditionalFormats() throws {
    let parts = try written(Fixture.pack()).parts
    let province = try parts.sheet(2)
    #expect(province.contains("<conditionalFormatting sqref=\"E4:E21\">"))
    for rule in ["$E4&lt;0.8)", "$E4&gt;=0.8,$E4&lt;1)", "$E4&gt;=1)"] {
      #expect(province.contains("<formula>AND(ISNUMBER($E4),\(rule)</formula>"))
    }
    #expect(try parts.sheet(3).contains("<conditionalFormatting sqref=\"I4:I13\"><cfRule type=\"dataBar\""))
    #expect(try !parts.sheet(7).contains("<conditionalFormatting"))
  }

  @Test("rates beside those of last year stand on a scale of per cent that begins at zero")
  func comparedRates() throws {
    let definition = TableDefinition(
      "plan-accuracy", .achievement, keyColumns: 2,
      charts: [.compared(member: "metric", before: "accuracy_last_year", now: "accuracy")],
      columns: [
        .text("business_unit"), .text("metric", .word("metric")), .rate("accuracy"),
        .rate("accuracy_last_year"),
      ])
    let rows: [[Cell]] = [
      [.text("hardware"), .text("orders"), Fixture.rate(950_000), Fixture.rate(910_000)],
      [.text("hardware"), .text("collections"), Fixture.rate(880_000), .blank],
      [.text("software"), .text("orders"), .blank, .blank],
    ]
    let parts = try written(Fixture.pack(tables: [Table(definition, rows: Rows(rows))])).parts
    // Nothing is to be seen of software.
    #expect(parts.names.filter { $0.hasPrefix("xl/charts/chart") }.count == 1)
    let chart = try parts["xl/charts/chart1.xml"]
    #expect(chart.contains("<c:min val=\"0\"/>") && chart.contains("<c:numFmt formatCode=\"0%\""))
    #expect(!chart.contains("<c:lineChart>"))
    let sheet = try #require(try parts.sheetNames.last)
    let series = chart.matches(of: /<c:val><c:numRef><c:f>([^<]*)</).map { String($0.1) }
    #expect(series == ["'\(sheet)'!$D$4:$D$5", "'\(sheet)'!$C$4:$C$5"])
  }

  @Test("an amount after a blank one is read back in its own column")
  func blankBeforeAmount() throws {
    // A blank amount is a cell that is only formatted, a tag that ends itself.
    let definition = TableDefinition(
      "x", .pack, keyColumns: 1, columns: [.text("name"), .money("a"), .money("b"), .count("c")])
    let rows: [[Cell]] = [
      [.text("x"), .blank, Fixture.money(5), .count(1)], [.text("y"), Fixture.money(3), .blank, .count(2)],
      [.text("z"), .blank, .blank, .blank],
    ]
    let parts = try written(Fixture.pack(tables: [Table(definition, rows: Rows(rows))])).parts
    #expect(try parts.cell("B4", ofSheet: 2)?.hasSuffix("/>") == true)
    #expect(try parts.cell("C4", ofSheet: 2)?.contains("<v>5</v>") == true)
    #expect(try parts.cell("B5", ofSheet: 2)?.contains("<v>3</v>") == true)
  }

  @Test("levels of targets, members and what is not filled in are worded, not shown as ids")
  func worded() throws {
    let definition = TableDefinition(
      "target-breakdown", .achievement, keyColumns: 2,
      columns: [
        .text("level", .level), .text("parent", .level), .text("member", .member), .text("column", .column),
        .text("stage", .stage), .text("reasons", .parts("match_reason")),
      ])
    let rows: [[Cell]] = [
      [
        .text("business_unit+province"), .text("company"), .text("E002"), .text("lead_id"), .text("lost"),
        .text("province+3; grade+2"),
      ],
      [.text("company"), .blank, .text("strategic"), .text("备注2"), .text("S1"), .text("conversion+4")],
      [.text("rep_id"), .text("company"), .text("(none)"), .blank, .text("(none)"), .blank],
    ]
    let parts = try written(Fixture.pack(tables: [Table(definition, rows: Rows(rows))])).parts
    let shown = try (4...6).map { row in
      try ["A", "B", "C", "D", "E", "F"].map { try parts.text("\($0)\(row)", ofSheet: 2) }
    }
    #expect(shown[0] == ["事业部 + 省区", "全公司", "李娜 (E002)", "线索编号", "丢单", "省区+3; 等级+2"])
    #expect(shown[1] == ["全公司", nil, "战略", "备注2", "S1", "转化率+4"])
    #expect(shown[2] == ["业务员", "全公司", "未填写", nil, "未填写", nil])
  }

  @Test("texts stay texts, whatever they begin with", arguments: Fixture.hostile.enumerated().map { $0 })
  func hostileTexts(index: Int, text: String) throws {
    let parts = try written(Fixture.pack()).parts
    let cell = try #require(try parts.cell("D\(index + 4)", ofSheet: 3))
    #expect(cell.contains(" t=\"inlineStr\"") && !cell.contains("<f>"))
    let escaped = text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    #expect(try parts.text("D\(index + 4)", ofSheet: 3)?.replacing("&quot;", with: "\"") == escaped)
  }

  @Test("people read names, words, days and ticks")
  func display() throws {
    let parts = try written(Fixture.pack()).parts
    #expect(try parts.text("G4", ofSheet: 3) == "李娜 (E002)")
    #expect(try parts.text("G5", ofSheet: 3) == "王小明 (E001)")
    #expect(
      try parts.text("F4", ofSheet: 3)
        == Catalogue(.simplifiedChinese).word("strategic", in: "customer_class"))
    #expect(try parts.text("L4", ofSheet: 3) == "✓")
    #expect(try parts.text("L5", ofSheet: 3) == nil)
    // 2026-10-01 is day 46,296 of 1900's calendar: 2026-01-01 is 46,023, and 273 days passed.
    #expect(try parts.cell("J4", ofSheet: 3)?.contains("<v>46296</v>") == true)
  }

  @Test("a list says what it leaves out")
  func truncation() throws {
    let remark = Catalogue(.simplifiedChinese).text(
      "workbook.truncated", "hardware", "10", "57", "1,234,567.89", "元")
    #expect(try written(Fixture.pack()).parts.text("A15", ofSheet: 3) == remark)
    let table = Table(
      TableDefinition("x", .projects, keyColumns: 1, columns: [.text("business_unit")]),
      rows: Rows([[.text("(none)")]]),
      truncations: [
        Truncation(
          businessUnit: "(none)", shown: 1, total: 2, totalAmount: MoneySum(hundredths: 123_456_50))
      ])
    let parts = try written(Fixture.pack(tables: [table], moneyUnit: 10_000)).parts
    #expect(try parts.text("A6", ofSheet: 2) == "未填写：显示 1 条，共 2 条，总金额 12.35 万元")
  }

  @Test("a table with more rows than a sheet goes on, and its totals reach back")
  func secondSheet() throws {
    let pack = Fixture.pack(tables: [Fixture.province])
    let parts = try written(pack, rowsPerSheet: 10).parts
    let names = try parts.sheetNames
    #expect(names.count == 3 && names[2] == names[1] + " (2)")
    #expect(try parts.text("B13", ofSheet: 2) == "北京")
    #expect(try parts.cell("A14", ofSheet: 2) == nil)
    #expect(try parts.text("B4", ofSheet: 3) == "上海")
    #expect(
      try parts.cell("C11", ofSheet: 3)?.contains("<f>SUM('\(names[1])'!$C$4:$C$13,C4:C10)</f>") == true)
    #expect(try parts.sheet(2).contains("<autoFilter ref=\"A3:G13\"/>"))
    #expect(try parts.sheet(3).contains("<autoFilter ref=\"A3:G10\"/>"))
  }

  @Test("a text that is too long is cut, and that is said")
  func longText() throws {
    // Each takes two UTF-16 units: 16,383 fit into 32,767.
    let text = String(repeating: "🙂", count: 16_400)
    let (parts, warnings, _) = try written(
      Fixture.pack(tables: [texts("x", [["a", text], ["b", "short"]])]))
    #expect(try parts.text("B4", ofSheet: 2) == String(repeating: "🙂", count: 16_383))
    #expect(warnings.count == 1)
    #expect(try written(Fixture.pack()).warnings.isEmpty)
  }

  @Test("what XML cannot hold, and what Excel would read as an escape")
  func awkwardTexts() throws {
    let table = texts("x", [["a\u{0}b", "x_x0041_y"], ["a\u{FFFF}b", "a\u{1}b"]])
    let parts = try written(Fixture.pack(tables: [table])).parts
    #expect(try parts.text("A4", ofSheet: 2) == "a\u{FFFD}b")
    #expect(try parts.text("B4", ofSheet: 2) == "x_x005F_x0041_y")
    #expect(try parts.text("A5", ofSheet: 2) == "a\u{FFFD}b")
    #expect(try parts.text("B5", ofSheet: 2) == "a_x0001_b")
  }

  @Test("names of sheets are such as Excel takes")
  func sheetNames() throws {
    let ids = [
      "History", "a/b\\c?d*e[f]g:h", "'quoted'", "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三",
      "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二四", "Same", "same", "'",
      String(repeating: "🙂", count: 20),
    ]
    let parts = try written(Fixture.pack(tables: ids.map { texts($0, [["a", "b"]]) })).parts
    #expect(
      try Array(parts.sheetNames.dropFirst()) == [
        "History (2)", "a-b c d e f g h", "quoted", "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一",
        "一二三四五六七八九十一二三四五六七八九十一二三四五六七 (2)", "Same", "same (2)", "-",
        String(repeating: "🙂", count: 15),
      ])
  }

  @Test("the cover leads to every sheet, and says what has none and why")
  func cover() throws {
    let pack = Fixture.pack()
    let parts = try written(pack).parts
    let cover = try parts.sheet(1)
    let catalogue = Catalogue(pack.language)
    for name in try parts.sheetNames.dropFirst() {
      #expect(cover.contains(" location=\"'\(name)'!A1\""))
    }
    #expect(cover.contains("<t>\(catalogue.title(of: "renewals"))</t>"))
    #expect(cover.contains("<t>\(catalogue.text("workbook.empty"))</t>"))
    let lacking = catalogue.text("workbook.no-input", catalogue.name(of: .weeklyPlans))
    #expect(cover.contains("<t>\(lacking)</t>"))
    // The key figures are the totals of the sheets.
    let name = try #require(try parts.sheetNames.dropFirst().first)
    #expect(cover.contains("<f>'\(name)'!E21</f><v>0.853125</v>"))
  }

  @Test("charts read the cells beside them, and hold their values too")
  func charts() throws {
    let parts = try written(Fixture.pack()).parts
    // Two business units of provinces, one reservoir, one funnel, one Pareto, one ageing.
    #expect(parts.names.filter { $0.hasPrefix("xl/charts/chart") }.count == 6)
    let name = try #require(try parts.sheetNames.dropFirst().first)
    let hardware = try parts["xl/charts/chart1.xml"]
    #expect(hardware.contains("<c:f>'\(name)'!$B$4:$B$15</c:f>"))
    #expect(hardware.contains("<c:lineChart>") && hardware.contains("<c:f>'\(name)'!$E$4:$E$15</c:f>"))
    #expect(hardware.contains("<c:pt idx=\"1\"><c:v>1150000.0</c:v></c:pt>"))
    let software = try parts["xl/charts/chart2.xml"]
    #expect(software.contains("<c:f>'\(name)'!$D$16:$D$20</c:f>"))
    #expect(try parts["xl/charts/chart3.xml"].contains("<c:grouping val=\"stacked\"/>"))
    #expect(try parts["xl/charts/chart4.xml"].contains("<c:barDir val=\"bar\"/>"))
    // The charts stand below the totals in row 21 and a blank row, and row 2 leads there.
    #expect(try parts.sheet(2).contains("location=\"'\(name)'!A24\""))
    // Twenty customers of thirty.
    #expect(try parts["xl/charts/chart5.xml"].contains("!$C$4:$C$23</c:f>"))
    #expect(try parts["xl/charts/chart6.xml"].contains("!$E$8:$I$8</c:f>"))
  }

  @Test("sums for a chart are formulas over the rows")
  func helperRows() throws {
    let parts = try written(Fixture.pack()).parts
    // Six rows, totals in row 10, a blank, the head of the sums in 12.
    #expect(try parts.text("A13", ofSheet: 4) == "网关")
    let sum = try #require(try parts.cell("B13", ofSheet: 4))
    #expect(sum.contains("<f>SUMIF($B$4:$B$9,$A13,E4:E9)</f><v>600000</v>"))
  }

  @Test("a folder that is not there is an error that names the file")
  func unwritable() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/missing/review.xlsx"
      let error = #expect(throws: WriteError.self) {
        try WorkbookWriter.write(
          pack: Fixture.pack(), catalogue: Catalogue(.english), to: path, temporaryFolder: folder)
      }
      #expect(error?.file == path)
    }
  }

  @Test("of a disk that is full the message says so")
  func fullDisk() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/review.xlsx"
      #expect(symlink("/dev/full", path) == 0)
      let error = #expect(throws: WriteError.self) {
        try WorkbookWriter.write(
          pack: Fixture.pack(), catalogue: Catalogue(.english), to: path, temporaryFolder: folder)
      }
      #expect(error?.reason.hasSuffix("(the disk that it is written to may be full)") == true)
    }
  }

  @Test("a folder for temporary files that is not there is an error that names it")
  func noTemporaryFolder() throws {
    try withTemporaryFolder { folder in
      let error = #expect(throws: WriteError.self) {
        try WorkbookWriter.write(
          pack: Fixture.pack(), catalogue: Catalogue(.english), to: folder + "/review.xlsx",
          temporaryFolder: folder + "/missing")
      }
      #expect(error?.file == folder + "/missing")
    }
  }

  @Test(
    "a sheet that lost a row, an amount or its end does not pass",
    arguments: [
      ("", ""), (#"<row r="5".*?</row>"#, ""), ("<v>1150000</v>", "<v>1150001</v>"),
      (#"<c r="D6".*?</c>"#, ""), ("</sheetData>.*", ""),
    ])
  func readBack(lost: String, found: String) throws {
    try withTemporaryFolder { folder in
      let path = folder + "/review.xlsx"
      let pack = Fixture.pack(tables: [Fixture.province])
      _ = try WorkbookWriter.write(
        pack: pack, catalogue: Catalogue(pack.language), to: path, temporaryFolder: folder)
      // Title, note, head, 17 provinces, totals; the actual orders stand in column D.
      var account = SheetAccount()
      account.watch([3])
      for _ in 0..<21 { account.addRow() }
      for row in Array(Fixture.province.rows) + [Fixture.province.totals ?? []] {
        if case .money(let sum) = row[3] { account.add(Double(sum.hundredths) / 100, 3) }
      }
      var cover = SheetAccount()
      let rows = try Parts(path).sheet(1).matches(of: /<row\b/).count
      for _ in 0..<rows { cover.addRow() }
      guard !lost.isEmpty else {
        try WorkbookParts.check(path, accounts: [cover, account])
        return
      }
      let expression = try Regex(lost)
      try Parts.replace("xl/worksheets/sheet2.xml", in: path) { $0.replacing(expression, with: found) }
      let error = #expect(throws: WriteError.self) {
        try WorkbookParts.check(path, accounts: [cover, account])
      }
      // Temporary files stand beside the workbook.
      #expect(error?.reason.contains("the disk that it is written to may be full") == true)
    }
  }
}
