import PackWriters
import ReviewModel
import ReviewTables
import Testing

@Suite("What slides show")
struct SlideTests {
  private let catalogue = Catalogue(.simplifiedChinese)

  /// The slides by the names in their addresses.
  private func slides(_ pack: ReviewPack) throws -> [String: String] {
    let html = try DeckWriter.html(pack: pack, catalogue: catalogue, templates: DeckTemplates())
    let sections = html.split(separator: "<section ").dropFirst().map { section in
      (section.firstMatch(of: /id="([^"]*)"/).map { String($0.output.1) } ?? "", String(section))
    }
    return Dictionary(sections, uniquingKeysWith: { first, _ in first })
  }

  private func slides(_ table: String, _ rows: [[Cell]], more: [Table] = []) throws -> [String: String] {
    try slides(EveryTable.pack(tables: [Table(definition(table), rows: Rows(rows))] + more))
  }

  private func definition(_ id: String) throws -> TableDefinition {
    try #require(TableCatalogue.definitions.first { $0.id == id })
  }

  /// The texts of a slide's list, row by row.
  private func rows(_ slide: String?) throws -> [[String]] {
    let body = try #require(slide?.firstMatch(of: /<tbody>((?s:.*?))<\/tbody>/)?.output.1)
    return body.split(separator: "<tr>").dropFirst().map { row in
      row.matches(of: /<t[hd][^>]*>(?:<span[^>]*>)?([^<]*)/).map { String($0.output.1) }
    }
  }

  @Test(
    "every table of a review is on a slide, or its sheet is named on one", arguments: ["2026-10", "2026-W43"])
  func reachable(span: String) throws {
    let pack = try EveryTable.pack(span: span)
    let footers = try slides(pack).values.compactMap { slide in
      slide.firstMatch(of: /<p class="sheet">((?s:.*?))<\/p>/).map { String($0.output.1) }
    }
    let named = Set(
      footers.flatMap { footer in
        footer.replacing(/<[^>]*>/, with: "·").replacing(/(另见)?工作表：/, with: "·").split(separator: "·")
          .map { name in String(name.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()) }
      })
    for table in pack.tables {
      let sheet = catalogue.title(of: table.id).replacing("/", with: "-")
      #expect(named.contains(sheet), "\(table.id): \(sheet)")
    }
  }

  @Test("a week's deck is short, whatever the number of business units")
  func short() throws {
    for units in [["甲"], ["甲", "乙"]] {
      let count = try slides(EveryTable.pack(span: "2026-W43", units: units)).count
      #expect((20...26).contains(count), "\(count)")
    }
  }

  @Test("a list that cannot show all shows some of every kind, the largest of each")
  func picks() throws {
    let kinds = ["overdue-task", "overdue-invoice", "renewal"]
    // 30, 30 and 2 rows; amounts 1 to 30 in the wrong order.
    let todo = try (1...30).flatMap { row in
      try kinds.filter { $0 != "renewal" || row < 3 }.map { kind -> [Cell] in
        try cells(
          "todo", ["rep_id": .text("R1"), "kind": .text(kind), "amount": money(Double(row) * 10_000)])
      }
    }
    let shown = try rows(slides("todo", todo)["todo"])
    #expect(shown.count == 20)
    let few = [String](repeating: "逾期任务", count: 9) + [String](repeating: "催收逾期发票", count: 9)
    #expect(shown.map { $0[0] } == few + ["续签合同", "续签合同"])
    #expect(shown.prefix(3).compactMap { $0.last } == ["30.0", "29.0", "28.0"])
  }

  @Test("the tables of a week that stand together show the rows of every business unit")
  func unitsTogether() throws {
    let pack = try EveryTable.pack(span: "2026-W43", units: ["甲", "乙"])
    let slide = try slides(pack)["s5-ordered"]
    let units = try rows(slide).map { $0[0] }
    #expect(units == [String](repeating: "甲", count: 10) + [String](repeating: "乙", count: 10))
  }

  @Test("what a word beside decides: reps, leads and counts in the words of people")
  func following() throws {
    func claim(_ kind: String, _ subject: String, _ detail: String?) throws -> [Cell] {
      try cells(
        "claims",
        ["kind": .text(kind), "rep_id": .text("R1"), "subject": .text(subject), "detail": .text(detail)])
    }
    let ledger = try definition("ledger")
    let leads = Table(
      ledger, rows: Rows([try cells("ledger", ["lead_id": .text("L7"), "name": .text("扩容项目")])]))
    let claims = try rows(
      slides(
        "claims",
        [
          claim("order-not-booked", "360", nil), claim("advanced-without-visit", "L7", nil),
          claim("advanced-without-visit", "L8", nil), claim("backfilled", "5", nil),
          claim("copied-text", "12", "9"),
        ], more: [leads])["claims"])
    #expect(claims.map { $0[2] } == ["360", "扩容项目 (L7)", "L8", "5 份日报", "12"])
    #expect(claims.map { $0[3] } == ["–", "–", "–", "–", "9 天相同"])

    func anomaly(_ kind: String, _ subject: String, _ detail: String) throws -> [Cell] {
      try cells(
        "anomalies",
        [
          "kind": .text(kind), "severity": .count(3), "subject": .text(subject), "owner": .text("R1"),
          "detail": .text(detail),
        ])
    }
    let anomalies = try rows(
      slides(
        "anomalies",
        [
          anomaly("vanished-lead", "R1", "7"), anomaly("unreviewed-report", "R1", "7"),
          anomaly("unplanned", "R1", "x"),
        ]
      )["anomalies"])
    #expect(anomalies.map { $0[2] } == ["R1", "王芳 (R1)", "王芳 (R1)"])
    #expect(anomalies.map { $0[4] } == ["7", "7 份日报未批阅", "x"])
    #expect(anomalies.map { $0[1] } == ["严重", "严重", "严重"])
  }

  @Test("prices stand in the currency itself, blank flags are blank")
  func prices() throws {
    let orders = try cells(
      "price-floor",
      [
        "order_id": .text("SO1"), "unit_price": money(891.8),
        "shortfall": money(46_569.6),
      ])
    #expect(
      try rows(slides("price-floor", [orders])["price-floor"]) == [["SO1", "891.80 元", "4.7"]])
    let plans = [true, nil].map { overdue -> [Cell] in
      [.flag(overdue), .text("2026-W44"), .blank, .blank, .blank, .blank]
    }
    #expect(
      try rows(slides("next-week", plans)["next-week"]) == [
        ["✓", "2026-W44"], ["", "2026-W44"],
      ])
  }

  @Test("customers lost by month: a bar a month, lost or not, a part a class, each with its amount")
  func matrix() throws {
    func lost(_ type: String, _ month: String, _ amount: Int) throws -> [Cell] {
      try cells(
        "churn-summary",
        ["customer_class": .text(type), "lost_month": .text(month), "value_before": money(Double(amount))])
    }
    let slide = try slides(
      "churn-summary",
      [
        lost("channel", "2026-09", 300_000), lost("channel", "2026-06", 400_000),
        lost("named", "2026-09", 100_000),
      ]
    )["churn-summary"]
    let summary = try #require(slide?.firstMatch(of: /<desc[^>]*>([^<]*)/)?.output.1)
    #expect(
      summary.contains(
        "2026-06: 渠道 40.0, 指名 –; 2026-07: 渠道 –, 指名 –; 2026-08: 渠道 –, 指名 –; 2026-09: 渠道 30.0, 指名 10.0"))
    // The first two are the legend's.
    // The second drawing is for phones.
    let wide = try #require(slide?.split(separator: "</svg>").first)
    let widths = wide.matches(of: /class="part p[12]" x="[^"]*" y="[^"]*" width="([0-9.]+)"/)
      .compactMap { Double($0.output.1) }.dropFirst(2)
    #expect(widths.count == 3)
    #expect(abs(widths[2] * 3 - widths[3] * 4) < 1 && abs(widths[3] - widths[4] * 3) < 1)
  }

  @Test("names without figures are no list: other columns stand in, or the chart takes the width")
  func namesAlone() throws {
    func row(_ product: String, _ more: [String: Cell]) throws -> [Cell] {
      try cells(
        "product-month",
        ["business_unit": .text("甲"), "product": .text(product), "orders_actual": money(10_000)]
          .merging(more) { $1 })
    }
    let bare = try slides("product-month", [row("伺服", [:]), row("云", [:])])["product-month"]
    #expect(try #require(bare).contains("<svg") && bare?.contains("<table") == false)
    let weeks = try slides(
      "product-month", [row("伺服", ["orders_week": money(20_000)]), row("云", ["orders_week": money(0)])]
    )["product-month"]
    #expect(try rows(weeks) == [["伺服", "2.0"], ["云", "0.0"]])
  }

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
          ["lead_id": .text("L1"), "amount": money(10_000)], ["lead_id": .text("L2"), "amount": money(60_000)],
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

  @Test("for a phone every cell has its label, and every panel a drawing of its own")
  func phone() throws {
    let shown = try slides(EveryTable.pack())
    let list = try #require(shown["s5-pending"])
    #expect(list.contains(" cards\">"))
    #expect(list.contains("<td class=\"n\" data-label=\"金额\">1.0</td>"))
    #expect(list.contains("<td class=\" telling\" data-label=\"项目名称\">name 1</td>"))
    let charts = try #require(shown["province-month"])
    #expect(charts.matches(of: /<svg [^>]*viewBox="0 0 660 [0-9.]+"/).count == 1)
    #expect(charts.matches(of: /<svg [^>]*viewBox="0 0 360 [0-9.]+"/).count == 2)
  }

  @Test("what nobody filled in names no column, no chart and no slide")
  func unnamed() throws {
    func pack(_ table: String, _ row: [String: Cell]) throws -> [String: String] {
      let row = try cells(table, row)
      return try slides(
        EveryTable.pack(tables: [Table(definition(table), rows: Rows([row]), totals: row)]))
    }
    let none = Cell.text("(none)")
    let money = money(10_000)
    let movement = try pack("movement", ["business_unit": none, "opening": money, "closing": money])
    #expect(try rows(movement["movement"]) == [["1.0", "1.0"]])
    #expect(movement["movement"]?.contains("<tfoot>") == false)
    let owed = try pack(
      "receivables-by-rep", ["rep_id": none, "outstanding": money, "overdue": money])
    #expect(owed["receivables-by-rep"] == nil)
    #expect(owed["remarks"]?.contains("<strong>人员应收账款</strong> 该项均未填写，无从划分") == true)
    let renewed = try pack(
      "renewal-rate", ["business_unit": none, "ended_amount": money, "ended": .count(1)])
    #expect(renewed["renewal-rate"]?.contains(">全公司<") == true)
    for slide in [movement, owed, renewed].flatMap(\.values) { #expect(!slide.contains("未填写<")) }
  }

  @Test("a list that its sheet cuts short, too, says how many there are and what they come to")
  func cutShort() throws {
    func more(_ units: [(name: String, rows: Int)]) throws -> [String: String] {
      let rows = try units.flatMap { unit in
        try (1...unit.rows).map { rank in
          try cells(
            "s5-pending",
            ["business_unit": .text(unit.name), "rank": .count(rank), "lead_id": .text("L\(rank)")])
        }
      }
      let pack = try EveryTable.pack(tables: [
        Table(
          definition("s5-pending"), rows: Rows(rows),
          truncations: units.map {
            Truncation(
              businessUnit: $0.name, shown: $0.rows, total: 57,
              totalAmount: MoneySum(hundredths: 123_450_000))
          })
      ])
      return try slides(pack).compactMapValues {
        $0.firstMatch(of: /<p class="more">([^<]*)/).map { String($0.output.1) }
      }
    }
    #expect(try more([("甲", 5)])["s5-pending"] == "显示 5 行；全部 57 项，合计 123.5 万元")
    #expect(
      try more([("甲", 40)])["s5-pending"]
        == "显示 20 行；全部 57 项，合计 123.5 万元；工作表“S5-待下单”列出 40 行")
    #expect(
      try more([("甲", 2), ("乙", 2)]) == [
        "s5-pending-1": "显示 2 行；全部 57 项，合计 123.5 万元",
        "s5-pending-2": "显示 2 行；全部 57 项，合计 123.5 万元",
      ])
  }

  @Test("slides of the forecast month name it", arguments: [("2026-10", "2026-11"), ("2026-W43", "2026-10")])
  func forecastMonth(span: String, month: String) throws {
    let shown = try slides(EveryTable.pack(span: span))
    func title(_ id: String) throws -> String? {
      try #require(shown[id]).firstMatch(of: /<h2[^>]*>([^<]*)/).map { String($0.output.1) }
    }
    #expect(try title("s4-bidding") == "\(month) S4招标")
    #expect(try title("s4-collecting") == "S4招标并于 \(month) 回款")
    #expect(try title("new-collection") == "新增 \(month) 回款")
    if span == "2026-10" { #expect(try title("province-forecast") == "\(month) 省区预计达成") }
    #expect(try #require(shown["figures"]).contains(">\(month) 签约预测</a></h3>"))
    #expect(try #require(shown["cover"]).contains("<dt>预测月</dt><dd>\(month)</dd>"))
  }

  /// A row of a table: the cells named, the rest blank.
  private func cells(_ table: String, _ values: [String: Cell]) throws -> [Cell] {
    try definition(table).columns.map { values[$0.id] ?? .blank }
  }

  private func money(_ amount: Double) -> Cell {
    .money(MoneySum(hundredths: Int128((amount * 100).rounded())))
  }
}
