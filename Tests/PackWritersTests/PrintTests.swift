import PackWriters
import ReviewModel
import Testing

@Suite("A workbook on paper")
struct PrintTests {
  /// The parts of a workbook of one table, which is its second sheet.
  private func written(_ table: Table) throws -> Parts {
    let base = Fixture.pack()
    let pack = ReviewPack(
      organisation: "", language: .simplifiedChinese, currency: "CNY", moneyUnit: 1, period: base.period,
      sources: base.sources, tables: [table], inputs: base.inputs, stages: [], repNames: [:])
    return try withTemporaryFolder { folder in
      let path = folder + "/review.xlsx"
      _ = try WorkbookWriter.write(
        pack: pack, catalogue: Catalogue(.simplifiedChinese), to: path, temporaryFolder: folder)
      return try Parts(path)
    }
  }

  /// Three rows of a table with the columns of both metrics.
  private func achievement(unit: String) -> Table {
    let metrics = ["orders", "collections"].flatMap { metric in
      [
        "target", "actual", "gap", "week", "forecast_target", "commit", "weighted", "forecast", "slipped",
      ].map { Column.money("\(metric)_\($0)") }
    }
    let definition = TableDefinition(
      "province-month", .achievement, keyColumns: 2,
      charts: [
        .achievement(
          member: "province", target: "orders_target", actual: "orders_actual", rate: "orders_rate")
      ], columns: [.text("business_unit"), .text("province")] + metrics)
    let rows = ["山东", "江苏", "广东"].map { province -> [Cell] in
      [.text(unit), .text(province)] + metrics.map { _ in Fixture.money(123_456_789) }
    }
    return Table(definition, rows: Rows(rows))
  }

  @Test("columns that belong together have a head, which every page repeats")
  func groups() throws {
    let parts = try written(achievement(unit: "甲"))
    #expect(
      try ["C2", "G2", "L2", "P2"].map { try parts.text($0, ofSheet: 2) } == [
        "签约", "签约 · 预测 2026-11", "回款", "回款 · 预测 2026-11",
      ])
    #expect(try parts.text("A2", ofSheet: 2) == "← 目录")
    // One page wide, as docs/outputs.md has it, and so of A3.
    let sheet = try parts.sheet(2)
    #expect(sheet.contains("fitToPage=\"1\"") && !sheet.contains("fitToWidth="))
    #expect(sheet.contains("paperSize=\"8\""))
    let names = try parts["xl/workbook.xml"]
    #expect(names.contains("!$2:$3</definedName>"))
  }

  @Test("a head in brackets leaves no bracket on a line of its own")
  func brackets() throws {
    let sheet = try written(achievement(unit: "甲")).sheet(2)
    // 签约承诺（待下单） is 18 digits wide, and the eighth column.
    let column = try #require(sheet.firstMatch(of: /<col min="8" max="8" width="([0-9]+)/)?.output.1)
    let width = try #require(Int(column))
    for line in width - 4...width { #expect(line >= 18 || !(1...2).contains(18 % line), "\(width)") }
  }

  @Test("business units that nobody named stand nowhere")
  func unnamed() throws {
    let parts = try written(achievement(unit: "(none)"))
    #expect(try parts.text("B4", ofSheet: 2) == "山东")
    #expect(try parts.text("A4", ofSheet: 2) == nil)
    #expect(try !parts.sheet(2).contains("未填写"))
    #expect(try !parts["xl/charts/chart1.xml"].contains("未填写"))
    #expect(try written(achievement(unit: "甲")).text("A4", ofSheet: 2) == "甲")
  }
}
