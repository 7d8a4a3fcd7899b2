import PackWriters
import ReviewModel
import Testing

@Suite("review.json")
struct JSONWriterTests {
  private static let definition = TableDefinition(
    "x-table", .pack, [.week, .month], keyColumns: 1,
    columns: [
      .text("name"), .money("amount"), .rate("share"), .number("score"), .count("leads"), .date("due"),
      .flag("overdue"),
    ])

  private func written(_ tables: [Table], jobs: Int = 1) async throws -> String {
    try await inTemporaryFolder { folder in
      let path = folder + "/review.json"
      try await JSONWriter.write(
        pack: Fixture.pack(tables: tables, language: .english), catalogue: Catalogue(.english), to: path,
        jobs: jobs)
      return try text(of: path)
    }
  }

  private static let head = """
    {"schema": "reviewpack/1", "organisation": "示例集团 \\"Example\\" & Co", "language": "en", "currency": "CNY",
    "period": "2026-10", "cadence": "month", "as_of": "2026-10-31",
    "sources": {"orders": "orders", "collections": "leads", "value": "orders"},
    "tables": [
    """

  @Test("a pack of no tables")
  func noTables() async throws {
    #expect(try await written([]) == Self.head + "]}\n")
  }

  @Test("every kind of cell, totals and truncation, to the byte")
  func everyKind() async throws {
    let rows: [[Cell]] = [
      [
        .text("甲/</script>"), .money(MoneySum(hundredths: 120_000_000)), Fixture.rate(812_345),
        .number(Figure(units: -5, decimals: 1)), .count(-12), Fixture.day("0987-02-03"), .flag(true),
      ],
      [
        .blank, .money(MoneySum(hundredths: -5)), Fixture.rate(-1_000_000), .blank, .blank, .blank,
        .flag(false),
      ],
    ]
    let huge = MoneySum(hundredths: Int128("123456789012345678901234567890") ?? 0)
    let table = Table(
      Self.definition, rows: Rows(rows),
      totals: [.blank, .money(huge), .blank, .blank, .count(0), .blank, .blank],
      truncations: [
        Truncation(businessUnit: "a\"b", shown: 2, total: 57, totalAmount: MoneySum(hundredths: 123_400))
      ])
    let expected = """
      \(Self.head)
      {"id": "x-table", "title": "x-table", "cadence": ["month", "week"],
      "columns": [
      {"id": "name", "label": "\(label("name"))", "kind": "text"},
      {"id": "amount", "label": "\(label("amount"))", "kind": "money"},
      {"id": "share", "label": "\(label("share"))", "kind": "rate"},
      {"id": "score", "label": "\(label("score"))", "kind": "number"},
      {"id": "leads", "label": "\(label("leads"))", "kind": "count"},
      {"id": "due", "label": "\(label("due"))", "kind": "date"},
      {"id": "overdue", "label": "\(label("overdue"))", "kind": "flag"}
      ],
      "rows": [
      ["甲/</script>", "1200000.00", "0.812345", "-0.5", -12, "0987-02-03", true],
      [null, "-0.05", "-1.000000", null, null, null, false]
      ],
      "totals": [null, "1234567890123456789012345678.90", null, null, 0, null, null],
      "truncated": {
      "a\\"b": {"shown": 2, "total": 57, "total_amount": "1234.00"}
      }}
      ]}

      """
    #expect(try await written([table]) == expected)
  }

  /// The labels are the catalogue's affair.
  private func label(_ column: String) -> String { Catalogue(.english).label(of: column, in: "x-table") }

  @Test("an empty table has no rows, null totals and nothing truncated")
  func emptyTable() async throws {
    let definition = TableDefinition("x", .pack, [.month], keyColumns: 1, columns: [.text("x")])
    let table = Table(definition, rows: Rows([]))
    let expected = """
      \(Self.head)
      {"id": "x", "title": "x", "cadence": ["month"],
      "columns": [
      {"id": "x", "label": "x", "kind": "text"}
      ],
      "rows": [],
      "totals": null},
      {"id": "x", "title": "x", "cadence": ["month"],
      "columns": [
      {"id": "x", "label": "x", "kind": "text"}
      ],
      "rows": [],
      "totals": null}
      ]}

      """
    #expect(try await written([table, table]) == expected)
  }

  @Test(
    "only what JSON requires is escaped",
    arguments: [
      ("\"\\/", "\\\"\\\\/"), ("a\u{8}\t\n\u{C}\rb", "a\\b\\t\\n\\f\\rb"),
      ("\u{0}\u{1F}\u{7F}", "\\u0000\\u001f\u{7F}"),
      ("\u{2028}🙂é", "\u{2028}🙂é"),
    ])
  func escapes(text: String, escaped: String) async throws {
    let definition = TableDefinition("x", .pack, keyColumns: 1, columns: [.text("x")])
    let json = try await written([Table(definition, rows: Rows([[.text(text)]]))])
    #expect(json.utf8.split(separator: 10).map { String($0) ?? "" }.contains("[\"\(escaped)\"]"))
  }

  @Test("digits of every size, with the decimals of their kind", arguments: [0, 1, 2, 3, 6])
  func digits(decimals: Int) async throws {
    var units: [Int128] = [0, 1, -1, 9, 10, 99, 100, -100, Int128(Int64.max), Int128(Int64.min), .max, -.max]
    // One, and what is one more or less, at every length.
    var power: Int128 = 1
    for _ in 0..<38 {
      units += [power - 1, power, power + 1, -power, power * 7 / 3]
      power *= 10
    }
    let figures = units.map { Figure(units: $0, decimals: decimals) }
    let definition = TableDefinition("x", .pack, keyColumns: 1, columns: [.number("x")])
    let lines = try await written([Table(definition, rows: Rows(figures.map { [.number($0)] }))])
      .utf8.split(separator: 10).map { String($0) ?? "" }.filter { $0.hasPrefix("[") }
    // By another way: a String of the digits with a point put in.
    let expected = figures.enumerated().map { place, figure in
      "[\"\(figure.description)\"]" + (place < figures.count - 1 ? "," : "")
    }
    #expect(lines == expected)
  }

  @Test("days in ten characters, whatever their century")
  func days() async throws {
    let days = stride(from: Int32(-25_567), through: 84_005, by: 173).map { Day(number: $0) }
    let definition = TableDefinition("x", .pack, keyColumns: 1, columns: [.date("x")])
    let lines = try await written([Table(definition, rows: Rows(days.map { [.date($0)] }))])
      .utf8.split(separator: 10).map { String($0) ?? "" }.filter { $0.hasPrefix("[") }
    #expect(lines == days.enumerated().map { "[\"\($1)\"]" + ($0 < days.count - 1 ? "," : "") })
  }

  @Test("a file that cannot be made is an error that names it")
  func unwritable() async throws {
    try await inTemporaryFolder { folder in
      let path = folder + "/missing/review.json"
      let error = await #expect(throws: WriteError.self) {
        try await JSONWriter.write(pack: Fixture.pack(), catalogue: Catalogue(.english), to: path)
      }
      #expect(error?.file == path)
    }
  }

  @Test("a full disk is an error, never a short file")
  func fullDisk() async {
    await #expect(throws: WriteError.self) {
      try await JSONWriter.write(pack: Fixture.pack(), catalogue: Catalogue(.english), to: "/dev/full")
    }
  }

  @Test("more than one buffer of rows comes out whole and in order, whoever makes them", arguments: [1, 3])
  func manyRows(jobs: Int) async throws {
    let definition = TableDefinition("x", .pack, keyColumns: 1, columns: [.ordinal("x"), .text("y")])
    let rows = Rows(count: 60_000) { [.count($0), .text("0123456789")] }
    let lines = try await written([Table(definition, rows: rows)], jobs: jobs).utf8.split(separator: 10)
    let data = lines.filter { $0.first == UInt8(ascii: "[") }
    #expect(data.count == 60_000)
    let expected = (0..<60_000).map { "[\($0), \"0123456789\"]" + ($0 < 59_999 ? "," : "") }
    #expect(data.map { String($0) ?? "" } == expected)
  }
}
