import ReviewModel
import ReviewTables
import Testing

/// A pack with rows in every table of its cadence, made from their definitions.
enum EveryTable {
  static func pack(span: String = "2026-10", units: [String] = ["甲"]) throws -> ReviewPack {
    let period = try period(span)
    let tables = TableCatalogue.definitions.filter { $0.cadences.contains(period.cadence) }
    return try pack(span: span, tables: tables.map { table($0, units: units) })
  }

  static func pack(
    span: String = "2026-10", tables: [Table], previous: ReviewPack.Previous? = nil
  ) throws -> ReviewPack {
    try ReviewPack(
      organisation: "", language: .simplifiedChinese, currency: "CNY", moneyUnit: 10_000,
      period: period(span),
      sources: .init(orders: "orders", collections: "orders", value: "orders"), tables: tables,
      inputs: Set(InputKind.allCases), stages: [], repNames: ["R1": "王芳"], previous: previous)
  }

  private static func period(_ span: String) throws -> ReviewPeriod {
    try #require(ReviewPeriod.span(span).flatMap { ReviewPeriod($0) })
  }

  /// Fifteen rows a business unit.
  private static func table(_ definition: TableDefinition, units: [String]) -> Table {
    let rows = units.flatMap { unit in (1...15).map { row in definition.columns.map { cell($0, unit, row) } }
    }
    return Table(definition, rows: Rows(rows), totals: definition.hasTotals ? rows[0] : nil)
  }

  private static func cell(_ column: Column, _ unit: String, _ row: Int) -> Cell {
    switch column.kind {
    case .text, .datetime:
      switch column.id {
      case "business_unit": .text(unit)
      case "dimension": .text("all")
      default: .text("\(column.id) \(row)")
      }
    case .money: .money(MoneySum(hundredths: Int128(row) * 1_000_000))
    case .rate: .rate(Figure(units: Int128(row), decimals: 1))
    case .number: .number(Figure(units: Int128(row), decimals: 1))
    case .count: .count(row)
    case .date: .date(Day(number: 20_700 + Int32(row)))
    case .flag: .flag(row % 2 == 0)
    }
  }
}
