import PackWriters
import ReviewModel
import Testing

@Suite("tables/ID.csv")
struct CSVWriterTests {
  private func written(_ table: Table) throws -> String {
    try withTemporaryFolder { folder in
      let path = folder + "/table.csv"
      try CSVWriter.write(table: table, to: path)
      return try text(of: path)
    }
  }

  @Test("every kind of cell, to the byte; totals are left out")
  func everyKind() throws {
    let definition = TableDefinition(
      "x", .pack, keyColumns: 1,
      columns: [
        .text("name"), .money("amount"), .rate("share"), .number("score"), .count("leads"), .date("due"),
        .flag("overdue"),
      ])
    let table = Table(
      definition,
      rows: Rows([
        [
          .text("甲,乙"), .money(MoneySum(hundredths: -120_050)), Fixture.rate(812_345),
          .number(Figure(units: -5, decimals: 1)), .count(-12), Fixture.day("2026-10-31"), .flag(true),
        ],
        [.blank, .blank, .blank, .blank, .blank, .blank, .flag(false)],
      ]),
      totals: [.blank, .money(MoneySum(hundredths: -120_050)), .blank, .blank, .count(-12), .blank, .blank])
    #expect(
      try Array(written(table).utf8)
        == Array(
          ("\u{FEFF}name,amount,share,score,leads,due,overdue\r\n"
            + "\"甲,乙\",-1200.50,0.812345,-0.5,-12,2026-10-31,true\r\n" + ",,,,,,false\r\n").utf8))
  }

  @Test(
    "texts that a spreadsheet would compute are neutralised, and quoted where RFC 4180 asks for it",
    arguments: [
      ("=1+1", "'=1+1"), ("+86", "'+86"), ("-5", "'-5"), ("@x", "'@x"), ("\tx", "'\tx"), ("\rx", "\"'\rx\""),
      ("=\"a\",b", "\"'=\"\"a\"\",b\""), ("客户 \"甲\"", "\"客户 \"\"甲\"\"\""), ("two\nlines", "\"two\nlines\""),
      ("a=1", "a=1"), (" =1", " =1"), ("", ""), ("<script>", "<script>"),
    ])
  func texts(text: String, field: String) throws {
    let definition = TableDefinition("x", .pack, keyColumns: 1, columns: [.text("a"), .text("b")])
    let csv = try written(Table(definition, rows: Rows([[.text(text), .text("end")]])))
    #expect(Array(csv.utf8) == Array("\u{FEFF}a,b\r\n\(field),end\r\n".utf8))
  }
}
