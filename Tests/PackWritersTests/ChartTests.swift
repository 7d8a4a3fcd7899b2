import Testing

@testable import PackWriters

@Suite("Charts")
struct ChartTests {
  private func quantity(_ amount: Double?) -> Quantity {
    Quantity(amount: amount, text: amount.map { "\(Int(min($0, 1e9)))" } ?? "–")
  }

  private func bars(_ values: [(actual: Double?, target: Double?)]) -> TargetBars {
    TargetBars(
      title: "T", panels: [.init(actual: "actual", target: "target", rate: nil)],
      members: values.enumerated().map { index, value in
        .init(
          label: "member \(index)",
          bars: [.init(actual: quantity(value.actual), target: quantity(value.target))])
      }, width: 600)
  }

  @Test("all blank draws nothing; one member, zero and negative values draw")
  func edges() throws {
    #expect(bars([(nil, nil), (nil, nil)]).drawn(id: "a", height: 400) == nil)
    #expect(bars([]).drawn(id: "a", height: 400) == nil)
    #expect(bars([(0, 0)]).drawn(id: "a", height: 400) != nil)
    let drawn = try #require(bars([(-50, nil), (100, nil)]).drawn(id: "a", height: 400))
    let rectangles = Self.rectangles(drawn, style: "bar").dropFirst()  // The first is the legend's.
    #expect(rectangles.count == 2)
    let (left, right) = (rectangles[1], rectangles[2])
    #expect(left.x + left.width == right.x, "both begin at zero")
    #expect(abs(right.width - 2 * left.width) < 0.2)
  }

  @Test("bars are as long as their values")
  func proportions() throws {
    let drawn = try #require(bars([(25, nil), (100, nil), (50, nil)]).drawn(id: "a", height: 400))
    let widths = Self.rectangles(drawn, style: "bar").dropFirst().map(\.width)
    #expect(widths.count == 3)
    #expect(abs(widths[0] * 4 - widths[1]) < 0.4 && abs(widths[2] * 2 - widths[1]) < 0.2)
  }

  @Test("a waterfall stands on what came before and ends where it closes")
  func waterfall() throws {
    let chart = ColumnChart.waterfall(
      "T", opening: ("o", quantity(100)), changes: [("n", quantity(50)), ("l", quantity(-30))],
      closing: ("c", quantity(120)), width: 400)
    #expect(chart.columns.map(\.from) == [0, 100, 150, 0])
    #expect(chart.columns.map(\.to) == [100, 150, 120, 120])
    #expect(chart.columns.map(\.style) == ["p1", "rise", "fall", "p1"])
    let empty = ColumnChart.waterfall(
      "T", opening: ("o", .blank), changes: [], closing: ("c", quantity(0)), width: 400)
    #expect(empty.drawn(id: "a", height: 300) == nil)
  }

  @Test("stacked parts adjoin; negative ones stand left of zero")
  func stacked() throws {
    let chart = StackedBars(
      title: "T", parts: ["a", "b", "c"],
      members: [.init(label: "m", parts: [quantity(30), quantity(-20), quantity(50)])], width: 500)
    let drawn = try #require(chart.drawn(id: "a", height: 300))
    let first = try #require(Self.rectangles(drawn, style: "part p1").last)
    let second = try #require(Self.rectangles(drawn, style: "part p2").last)
    let third = try #require(Self.rectangles(drawn, style: "part p3").last)
    #expect(abs(first.x + first.width - third.x) < 0.11)
    #expect(abs(second.x + second.width - first.x) < 0.11)
  }

  @Test(
    "text is cut to its room, wide scalars counting one em",
    arguments: [
      ("山东", 26.0, "山东"), ("内蒙古自治区", 52, "内蒙古…"), ("abcdef", 100, "abcdef"), ("中国", 12, "…"),
    ])
  func fitted(text: String, room: Double, expected: String) {
    #expect(TextMeasure.fitted(text, to: room, size: 13) == expected)
  }

  @Test("a cut label keeps its whole text as tool tip, escaped")
  func tips() throws {
    var chart = bars([(1, 1)])
    chart.members[0].label = "一家名字非常非常长的<股份>有限公司华东区域第一分公司及其附属单位"
    let drawn = try #require(chart.drawn(id: "a", height: 300))
    #expect(drawn.contains("<title>一家名字非常非常长的&lt;股份&gt;有限公司华东区域第一分公司及其附属单位</title>"))
    #expect(drawn.contains("role=\"img\" aria-labelledby=\"a-t a-d\""))
    #expect(drawn.contains("target 1"))
  }

  @Test("values that are not numbers leave coordinates that are")
  func finite() throws {
    let drawn = try #require(bars([(.infinity, 1), (1e300, nil)]).drawn(id: "a", height: 300))
    #expect(!drawn.contains("nan") && !drawn.contains("inf"))
  }

  private static func rectangles(_ svg: String, style: String) -> [(x: Double, width: Double)] {
    svg.matches(of: /<rect class="([^"]*)" x="([^"]*)" y="[^"]*" width="([^"]*)"/).compactMap { match in
      guard match.output.1 == style, let x = Double(match.output.2), let width = Double(match.output.3) else {
        return nil
      }
      return (x, width)
    }
  }
}
