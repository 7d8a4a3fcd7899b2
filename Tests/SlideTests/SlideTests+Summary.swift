import ReviewModel
import ReviewTables
import Testing

/// The slides that a review begins with, and the ways from them to the others.
extension SlideTests {
  @Test("the summary goes through the meeting, each figure with what explains it and the way to its slide")
  func summary() throws {
    func table(
      _ id: String, _ rows: [[String: Cell]], totals: [String: Cell]? = nil, truncations: [Truncation] = []
    ) throws -> Table {
      try Table(
        definition(id), rows: Rows(rows.map { try cells(id, $0) }), totals: totals.map { try cells(id, $0) },
        truncations: truncations)
    }
    let forecast: [String: Cell] = [
      "orders_forecast": money(320_000), "orders_forecast_target": money(500_000),
      "orders_weighted": money(220_000), "orders_commit": money(90_000), "orders_actual": money(100_000),
    ]
    func idle(_ rep: String, _ days: Int?) -> [String: Cell] {
      ["kind": .text("rep-idle"), "subject": .text(rep), "owner": .text(rep), "days": .count(days)]
    }
    let tables = try [
      table("province-month", [["province": .text("山东")].merging(forecast) { $1 }], totals: forecast),
      table(
        "promise-summary", [["kind": .text("order"), "missed": .count(2)]],
        totals: ["kept_rate": .rate(Figure(units: 25, decimals: 2)), "missed": .count(2)]),
      table(
        "s5-pending",
        [
          ["name": .text("甲"), "customer": .text("乙公司"), "amount": money(20_000)],
          ["name": .text("丙"), "amount": money(30_000)],
        ], truncations: [Truncation(businessUnit: "", shown: 2, total: 3, totalAmount: .zero)]),
      table(
        "promises",
        [
          ["outcome": .text("kept"), "name": .text("丁"), "promised": money(90_000)],
          ["outcome": .text("slipped"), "customer": .text("乙公司"), "promised": money(50_000)],
        ]),
      table(
        "silent-leads",
        [
          ["lead_id": .text("L1"), "amount": money(10_000)],
          ["lead_id": .text("L2"), "amount": money(60_000)],
        ], totals: ["amount": money(70_000)]),
      table(
        "anomalies", [idle("R1", 9), idle("R2", nil), ["kind": .text("unplanned"), "subject": .text("R3")]]),
      table(
        "value-bands",
        [["band": .text("B")], ["band": .text("A"), "share": .rate(Figure(units: 6, decimals: 1))]]),
      table(
        "movement", [["business_unit": .text("甲")]],
        totals: ["opening": money(10_000), "closing": money(30_000)]),
    ]
    func cards(_ span: String, _ id: String = "figures") throws -> [[String]] {
      let slide = try #require(slides(EveryTable.pack(span: span, tables: tables))[id])
      return slide.split(separator: "<article>").dropFirst().map { card in
        let card = card.split(separator: "</article>")[0]
        return card.matches(of: />([^<>]*[^<>\s][^<>]*)</).map { String($0.output.1) }
          + card.matches(of: /href="([^"]*)"/).map { String($0.output.1) }
      }
    }
    let month = try cards("2026-10")
    #expect(
      month.map { $0[0] } == [
        "2026-10 签约", "上次承诺兑现", "2026-11 签约预测", "在手管道", "前 20% 客户占比",
      ])
    #expect(month[1].dropFirst() == ["25.0%", "未兑现", "2", "#promises"])
    // The forecast month has not begun, so nothing of it is booked.
    #expect(
      month[2].dropFirst() == [
        "32.0", "万元", "加权签约", "22.0", "签约承诺（待下单）", "9.0", "预测月签约目标", "50.0", "距目标", "-18.0",
        "#province-forecast",
      ])
    #expect(month[3].dropFirst() == ["3.0", "万元", "期初", "1.0", "#movement"])
    #expect(month[4].dropFirst() == ["60.0%", "#customer-value"])
    let names = try cards("2026-10", "names")
    #expect(
      names == [
        ["中标待下单", "3", "个项目", "丙", "3.0", "甲", "2.0", "#s5-pending"],
        ["未兑现与推迟的承诺", "1", "笔", "乙公司", "5.0", "#promises"],
        ["沉默线索", "2", "条", "L2", "6.0", "L1", "1.0", "#silent-leads"],
        ["无行动人员", "2", "人", "王芳 (R1)", "9 天", "R2", "–", "#anomalies"],
      ])
    // In the week it has: what is booked of it stands first.
    let begun = try #require(try cards("2026-W43").first { $0[0] == "2026-10 签约预测" })
    #expect(begun.dropFirst(3).prefix(4) == ["本月签约", "10.0", "加权签约", "22.0"])
  }

  @Test(
    "a figure says what the period before brought, and how much more or less this one did",
    arguments: [
      ("2026-10", 80_000, "上期 2026-09", "8.0（+25.0%）"), ("2026-10", 125_000, "上期 2026-09", "12.5（-20.0%）"),
      // Of what fell below zero nothing is a share.
      ("2026-10", -80_000, "上期 2026-09", "-8.0"), ("2026-W43", 80_000, "上期 2026-W42", "8.0（+25.0%）"),
    ])
  func previous(span: String, before: Int, label: String, said: String) throws {
    let month = span == "2026-10"
    let (id, column) = month ? ("province-month", "orders_actual") : ("weekly-control", "orders")
    let row = try cells(id, ["province": .text("山东"), column: money(100_000)])
    let tables = try [Table(definition(id), rows: Rows([row]), totals: row)]
    let previous = ReviewPack.Previous(
      name: month ? "2026-09" : "2026-W42", orders: MoneySum(hundredths: Int128(before) * 100),
      collections: .zero)
    let slide = try #require(
      slides(EveryTable.pack(span: span, tables: tables, previous: previous))["figures"])
    let texts = slide.matches(of: />([^<>]*[^<>\s][^<>]*)</).map { String($0.output.1) }
    let place = try #require(texts.firstIndex(of: label))
    #expect(texts[place + 1] == said)
    #expect(texts.count { $0.hasPrefix("上期") } == 1)
    let without = try #require(slides(EveryTable.pack(span: span, tables: tables))["figures"])
    #expect(!without.contains("上期"))
  }

  @Test("every link of a deck leads to a slide", arguments: ["2026-10", "2026-W43"])
  func links(span: String) throws {
    let shown = try slides(EveryTable.pack(span: span))
    let links = shown.values.flatMap { $0.matches(of: /href="#([^"]*)"/).map { String($0.output.1) } }
    #expect(links.count > 20)
    #expect(Set(links).subtracting(shown.keys) == [])
  }
}
