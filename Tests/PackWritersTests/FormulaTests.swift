import PackWriters
import ReviewModel
import Testing

@Suite("Live formulas")
struct FormulaTests {
  /// The cells of the only sheet of a table, in a pack whose amounts are in ten thousands.
  private func sheet(_ table: Table) throws -> (String) throws -> String {
    let base = Fixture.pack()
    let pack = ReviewPack(
      organisation: "", language: .simplifiedChinese, currency: "CNY", moneyUnit: 10_000, period: base.period,
      sources: base.sources, tables: [table], inputs: base.inputs, stages: [], repNames: ["R1": "王芳"])
    let parts = try withTemporaryFolder { folder in
      _ = try WorkbookWriter.write(
        pack: pack, catalogue: Catalogue(.simplifiedChinese), to: folder + "/review.xlsx",
        temporaryFolder: folder)
      return try Parts(folder + "/review.xlsx")
    }
    return { reference in
      if let text = try parts.text(reference, ofSheet: 2) { return text }
      return try #require(try parts.cell(reference, ofSheet: 2))
    }
  }

  @Test("one of several over all of them")
  func portion() throws {
    let definition = TableDefinition(
      "conversion", .leads, keyColumns: 1, hasTotals: false,
      columns: [
        .text("member"), .count("won"), .count("lost"), .portion("win_rate", "won", of: ["won", "lost"]),
      ])
    let cell = try sheet(
      Table(
        definition,
        rows: Rows([
          [.text("a"), .count(1), .count(3), Fixture.rate(250_000)],
          [.text("b"), .count(0), .count(0), .blank],
        ])))
    #expect(
      try cell("D4").contains(
        "<f>IF(AND(ISNUMBER(B4),N(SUM(B4,C4))&gt;0),ROUND(B4/SUM(B4,C4),6),\"\")</f><v>0.25</v>"))
    #expect(try cell("D5").contains("<f>IF(AND(ISNUMBER(B5),N(SUM(B5,C5))&gt;0)"))
  }

  @Test("a share of a column's total, in the totals too; another share gives way to its value")
  func share() throws {
    let definition = TableDefinition(
      "lost-reasons", .leads, keyColumns: 1,
      columns: [.text("lost_reason"), .count("leads"), .rate("share").traced(.share(of: "leads"))])
    let cell = try sheet(
      Table(
        definition,
        rows: Rows([
          [.text("a"), .count(2), Fixture.rate(666_667)], [.text("b"), .count(1), Fixture.rate(333_333)],
          [.text("c"), .count(0), Fixture.rate(1)],
        ]), totals: [.blank, .count(3), Fixture.rate(1_000_000)]))
    #expect(try cell("C4").contains("<f>IF(AND(ISNUMBER(B4),N(B$7)&gt;0),ROUND(B4/B$7,6),\"\")</f>"))
    #expect(try cell("C7").contains("<f>IF(AND(ISNUMBER(B7),N(B$7)&gt;0),ROUND(B7/B$7,6),\"\")</f><v>1</v>"))
    #expect(try !cell("C6").contains("<f>"))
  }

  @Test("what is given is traced where the cells beside it give the same")
  func traced() throws {
    let definition = TableDefinition(
      "overdue-invoices", .money, keyColumns: 1, hasTotals: false,
      columns: [
        .text("invoice_id"), .money("amount"), .money("paid"),
        .money("outstanding").traced(.by(.difference("amount", "paid"))),
      ])
    let cell = try sheet(
      Table(
        definition,
        rows: Rows([
          [.text("a"), Fixture.money(300), Fixture.money(100), Fixture.money(200)],
          [.text("b"), Fixture.money(300), .blank, Fixture.money(300)],
        ])))
    #expect(try cell("D4").contains("<f>IF(COUNT(B4,C4)=2,B4-C4,\"\")</f><v>0.02</v>"))
    #expect(try cell("D5").contains("<v>0.03</v>") && !cell("D5").contains("<f>"))
  }

  @Test("a price is in the currency itself, its formula too")
  func prices() throws {
    let definition = TableDefinition(
      "visit-efficiency", .actions, keyColumns: 1,
      columns: [
        .text("rep_id", .rep), .count("visits"), .money("expense"),
        .average("expense_per_visit", "expense", per: "visits", .price),
      ])
    let cell = try sheet(
      Table(
        definition, rows: Rows([[.text("R1"), .count(3), Fixture.money(1000), Fixture.money(333, 33)]]),
        totals: [.blank, .count(3), Fixture.money(1000), Fixture.money(333, 33)]))
    #expect(try cell("A4") == "王芳 (R1)")
    #expect(
      try cell("D4").contains(
        "<f>IF(AND(ISNUMBER(C4),N(B4)&gt;0),ROUND(C4/B4*10000,2),\"\")</f><v>333.33</v>"))
    #expect(try cell("D5").contains("ROUND(C5/B5*10000,2)"))
  }

  @Test("how many times as much is a number and no percentage")
  func multiple() throws {
    let definition = TableDefinition(
      "top-profile", .customers, keyColumns: 1, hasTotals: false,
      columns: [.text("member"), .rate("a_share"), .multiple("lift")])
    let cell = try sheet(
      Table(definition, rows: Rows([[.text("a"), Fixture.rate(500_000), Fixture.rate(1_640_000)]])))
    func style(_ reference: String) throws -> String? {
      try cell(reference).firstMatch(of: /\ss="([0-9]+)"/).map { String($0.output.1) }
    }
    #expect(try cell("C4").contains("<v>1.64</v>"))
    #expect(try style("B4") != style("C4"))
  }

  @Test("a word that a count stands for is a text")
  func severity() throws {
    let definition = TableDefinition(
      "events", .actions, keyColumns: 1, hasTotals: false,
      columns: [.text("event_id"), .ordinal("severity", .word("severity"))])
    let cell = try sheet(Table(definition, rows: Rows([[.text("E1"), .count(3)]])))
    #expect(try cell("B4") == "严重")
  }
}
