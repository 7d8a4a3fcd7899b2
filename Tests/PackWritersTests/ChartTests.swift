import PackWriters
import ReviewModel
import Testing

/// Charts as the deck draws them: one of 660 pixels beside its rows, labels of 13 pixels a wide scalar.
@Suite("Charts")
struct ChartTests {
  /// The drawing on the only slide of a table; nil where there is none.
  private func drawn(_ table: Table) throws -> String? {
    let period = try #require(ReviewPeriod(.month(Month(year: 2026, month: 10))))
    let pack = ReviewPack(
      organisation: "", language: .english, currency: "CNY", moneyUnit: 1, period: period,
      sources: .init(orders: "orders", collections: "orders", value: "orders"), tables: [table],
      inputs: Set(InputKind.allCases), stages: [], repNames: [:])
    let html = try DeckWriter.html(pack: pack, catalogue: Catalogue(.english), templates: DeckTemplates())
    return html.firstMatch(of: /<svg(?s:.*?)<\/svg>/).map { String($0.output) }
  }

  private func money(_ amount: Int128?) -> Cell { .money(amount.map { MoneySum(hundredths: $0 * 100) }) }

  /// Bars against targets, one a province.
  private func bars(_ values: [(actual: Int128?, target: Int128?)], label: String = "member") throws
    -> String?
  {
    let definition = TableDefinition(
      "weekly-control", .actions, keyColumns: 1,
      columns: [.text("province"), .money("orders_target"), .money("orders"), .count("visits")])
    return try drawn(
      Table(
        definition,
        rows: Rows(
          values.enumerated().map { index, value in
            [.text(index == 0 ? label : "\(index)"), money(value.target), money(value.actual), .count(1)]
          })))
  }

  @Test("all blank draws nothing; one member, zero and negative values draw")
  func edges() throws {
    #expect(try bars([(nil, nil), (nil, nil)]) == nil)
    #expect(try bars([]) == nil)
    #expect(try bars([(0, 0)]) != nil)
    let drawn = try #require(try bars([(-50, nil), (100, nil)]))
    let rectangles = Self.rectangles(drawn, style: "bar").dropFirst()  // The first is the legend's.
    #expect(rectangles.count == 2)
    let (left, right) = (rectangles[1], rectangles[2])
    #expect(abs(left.x + left.width - right.x) < 0.11, "both begin at zero")
    #expect(abs(right.width - 2 * left.width) < 0.3)
  }

  @Test("what no member has, a target or a rate, has no legend either")
  func legends() throws {
    let without = try #require(try bars([(1, nil), (2, nil)]))
    #expect(
      !without.contains("target") && !without.contains("attainment") && !without.contains("class=\"rate"))
    #expect(try bars([(1, nil), (2, 3)])?.contains(">Order target this week</text>") == true)
  }

  @Test("bars are as long as their values")
  func proportions() throws {
    let drawn = try #require(try bars([(25, nil), (100, nil), (50, nil)]))
    let widths = Self.rectangles(drawn, style: "bar").dropFirst().map(\.width)
    #expect(widths.count == 3)
    #expect(abs(widths[0] * 4 - widths[1]) < 0.4 && abs(widths[2] * 2 - widths[1]) < 0.2)
  }

  @Test("a waterfall stands on what came before and ends where it closes")
  func waterfall() throws {
    let ids = ["opening", "new", "increased", "decreased", "ordered", "lost", "vanished", "closing"]
    let definition = TableDefinition(
      "movement", .leads, keyColumns: 1, columns: [.text("business_unit")] + ids.map { .money($0) })
    func chart(_ amounts: [Int128?]) throws -> String? {
      let cells = amounts.map(money)
      return try drawn(Table(definition, rows: Rows([[.text("a")] + cells]), totals: [.blank] + cells))
    }
    let waterfall = try #require(try chart([100, 50, 0, 0, -30, 0, 0, 120]))
    let ends = Self.rectangles(waterfall, style: "column p1")
    let rise = try #require(Self.rectangles(waterfall, style: "column rise").first)
    let fall = try #require(Self.rectangles(waterfall, style: "column fall").first)
    try #require(ends.count == 2)
    let (opening, closing) = (ends[0], ends[1])
    #expect(abs(rise.height * 2 - opening.height) < 0.3 && abs(fall.height * 5 - rise.height * 3) < 0.6)
    #expect(abs(rise.y + rise.height - opening.y) < 0.11, "the rise stands on the opening")
    #expect(abs(fall.y - rise.y) < 0.11, "the fall hangs from the rise")
    #expect(abs(fall.y + fall.height - closing.y) < 0.11, "the closing is as high as the fall ends")
    #expect(abs(opening.y + opening.height - closing.y - closing.height) < 0.11)
    #expect(try chart([nil, nil, nil, nil, nil, nil, nil, 0]) == nil)
  }

  @Test("stacked parts adjoin; negative ones stand left of zero")
  func stacked() throws {
    let definition = TableDefinition(
      "reservoir", .projects, keyColumns: 1,
      columns: [.text("product"), .money("won_pending"), .money("bidding"), .money("open")])
    let row: [Cell] = [.text("m"), money(30), money(-20), money(50)]
    let drawn = try #require(try drawn(Table(definition, rows: Rows([row]))))
    let first = try #require(Self.rectangles(drawn, style: "part p1").last)
    let second = try #require(Self.rectangles(drawn, style: "part p2").last)
    let third = try #require(Self.rectangles(drawn, style: "part p3").last)
    #expect(abs(first.x + first.width - third.x) < 0.11)
    #expect(abs(second.x + second.width - first.x) < 0.11)
  }

  // 0.34 × 660 = 224.4 pixels: 17 scalars of 13 pixels, or 28 of 7.8; a cut text has 211.4 and an ellipsis.
  @Test(
    "text is cut to its room, wide scalars counting one em",
    arguments: [
      (String(repeating: "山", count: 17), nil), (String(repeating: "山", count: 18), 16),
      (String(repeating: "a", count: 28), nil), (String(repeating: "a", count: 29), 27),
    ] as [(String, Int?)])
  func fitted(text: String, left: Int?) throws {
    let drawn = try #require(try bars([(1, 1)], label: text))
    let labels = drawn.matches(of: /<text class="label"[^>]*>(?:<title>[^<]*<\/title>)?([^<]*)</)
    #expect(labels.first.map { String($0.1) } == left.map { text.prefix($0) + "…" } ?? text)
  }

  @Test("a cut label keeps its whole text as tool tip, escaped")
  func tips() throws {
    let name = "一家名字非常非常长的<股份>有限公司华东区域第一分公司及其附属单位"
    let drawn = try #require(try bars([(7, 1)], label: name))
    let escaped = "一家名字非常非常长的&lt;股份&gt;有限公司华东区域第一分公司及其附属单位"
    #expect(drawn.contains("<title>\(escaped)</title>"))
    #expect(drawn.contains("role=\"img\" aria-labelledby=\"chart-weekly-control-t chart-weekly-control-d\""))
    #expect(drawn.contains(">\(escaped): Orders 7, Order target this week 1</desc>"))
  }

  @Test("values of any size leave coordinates inside the drawing")
  func finite() throws {
    let drawn = try #require(try bars([(Int128.max / 1000, 1), (1, nil)]))
    #expect(!drawn.contains("nan") && !drawn.contains("inf"))
    #expect(Self.rectangles(drawn, style: "bar").allSatisfy { $0.x >= 0 && $0.x + $0.width <= 660 })
  }

  private static func rectangles(
    _ svg: String, style: String
  ) -> [(x: Double, y: Double, width: Double, height: Double)] {
    svg.matches(of: /<rect class="([^"]*)" x="([^"]*)" y="([^"]*)" width="([^"]*)" height="([^"]*)"/)
      .compactMap {
        match in
        guard match.output.1 == style, let x = Double(match.output.2), let y = Double(match.output.3),
          let width = Double(match.output.4), let height = Double(match.output.5)
        else { return nil }
        return (x, y, width, height)
      }
  }
}
