import PackWriters
import ReviewModel
import ReviewTables
import Testing

@Suite("What slides show")
struct SlideTests {
  private let catalogue = Catalogue(.simplifiedChinese)

  /// The slides by the names in their addresses.
  func slides(_ pack: ReviewPack) throws -> [String: String] {
    let html = try DeckWriter.html(pack: pack, catalogue: catalogue, templates: DeckTemplates())
    let sections = html.split(separator: "<section ").dropFirst().map { section in
      (section.firstMatch(of: /id="([^"]*)"/).map { String($0.output.1) } ?? "", String(section))
    }
    return Dictionary(sections, uniquingKeysWith: { first, _ in first })
  }

  func slides(_ table: String, _ rows: [[Cell]], more: [Table] = []) throws -> [String: String] {
    try slides(EveryTable.pack(tables: [Table(definition(table), rows: Rows(rows))] + more))
  }

  func definition(_ id: String) throws -> TableDefinition {
    try #require(TableCatalogue.definitions.first { $0.id == id })
  }

  /// The texts of a slide's list, row by row.
  func rows(_ slide: String?) throws -> [[String]] {
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

  @Test("an attainment that is short of its goal does not look as if it were not")
  func attainment() throws {
    let rows = try [999_706, 999_999, 1_000_000, 799_960, 800_000, 994_999, 500_000].map { millionths in
      try cells(
        "province-month",
        [
          "province": .text("\(millionths)"), "orders_actual": money(1), "orders_target": money(1),
          "orders_rate": .rate(Figure(units: Int128(millionths), decimals: 6)),
        ])
    }
    let slide = try #require(slides("province-month", rows)["province-month"])
    let drawing = try #require(slide.firstMatch(of: /<svg .*?<\/svg>/.dotMatchesNewlines())?.output)
    let said = drawing.matches(of: /class="rate ([a-z]*)"[^>]*>([^<]*)</).map {
      "\($0.output.2) \($0.output.1)"
    }
    #expect(
      said == [
        "99.97% fair", "99.9999% fair", "100.0% good", "79.996% poor", "80.0% fair", "99.5% fair",
        "50.0% poor",
      ])
  }

  @Test("of members that are equally far behind, the one that lacks most is named")
  func furthestBehind() throws {
    func row(_ province: String, target: Double, forecast: Double) throws -> [Cell] {
      try cells(
        "province-month",
        [
          "province": .text(province), "orders_forecast": money(forecast),
          "orders_forecast_target": money(target),
          "orders_forecast_rate": .rate(
            Figure(MoneySum(hundredths: Int128(forecast)), over: MoneySum(hundredths: Int128(target)))),
        ])
    }
    let shown = try slides(
      "province-month",
      [
        row("河南", target: 10, forecast: 0), row("江苏", target: 90, forecast: 0),
        row("上海", target: 50, forecast: 0),
        row("山东", target: 10, forecast: 10),
      ])
    let message = try #require(
      shown["province-forecast"]?.firstMatch(of: /class="message">([^<]*)/)?.output.1)
    #expect(message.hasSuffix("；签约预测率最低：江苏 0.0%"))
  }

  @Test("amounts side by side are drawn on one scale, and columns as bars on a phone")
  func scales() throws {
    let row = try cells(
      "province-month",
      [
        "province": .text("山东"), "orders_actual": money(200_000), "collections_actual": money(100_000),
        "orders_target": money(200_000), "collections_target": money(100_000),
      ])
    let chart = try #require(try slides("province-month", [row, row])["province-month"])
    let wide = try #require(chart.firstMatch(of: /<svg [^>]*viewBox="0 0 (?:660|1176) .*?<\/svg>/)?.output)
    let bars = wide.matches(of: /<rect class="bar" x="[^"]*" y="[^"]*" width="([^"]*)"/)
      .compactMap { Double($0.output.1) }.filter { $0 > 12 }
    #expect(bars.count == 4, "\(wide)")
    #expect(abs(bars[0] - 2 * bars[2]) < 0.2)
    let owed = try cells(
      "receivables", ["not_due": money(10_000), "d1_30": money(20_000), "over_90": money(5_000)])
    let ages = Table(try definition("receivables"), rows: Rows([owed]), totals: owed)
    let narrow = try #require(try slides(EveryTable.pack(tables: [ages]))["receivables"])
    #expect(narrow.contains("viewBox=\"0 0 360 "))
  }

  @Test("what the deck is outlined to show are columns of the tables it names")
  func outlines() throws {
    var named: [(table: String, column: String)] = []
    for outline in DeckOutline.slides {
      let listings = [outline.listing, outline.summary].compactMap(\.self)
      for listing in listings {
        named += ((listing.columns ?? []) + listing.spare).map { (listing.table, $0) }
      }
      named += listings.compactMap { listing in listing.sentences.map { (listing.table, $0) } }
      if let exhibit = outline.exhibit { named += columns(of: exhibit.chart).map { (exhibit.table, $0) } }
      if let listing = outline.listing {
        named += (outline.pick.largest + outline.pick.each).map { (listing.table, $0) }
      }
      named += ([outline.only?.column].compactMap(\.self) + (outline.message?.columns ?? [])).map {
        (outline.tables[0], $0)
      }
    }
    for outline in DeckOutline.figures {
      var columns = [outline.figure, outline.rate, outline.begun].compactMap(\.self) + outline.details
      if case .row(let column, _) = outline.source { columns.append(column) }
      if let shortfall = outline.shortfall { columns += [shortfall.forecast, shortfall.target] }
      named += columns.map { (outline.table, $0) }
    }
    for outline in DeckOutline.names {
      named += (outline.subject + [outline.detail]).map { (outline.table, $0) }
      if let only = outline.only { named.append((outline.table, only.column)) }
    }
    #expect(named.count > 400)
    for (table, column) in named {
      #expect(try definition(table).index(of: column) != nil, "\(table) has no column \(column)")
    }
    let ids = Set(DeckOutline.slides.map(\.id))
    #expect(DeckOutline.figures.map(\.slide).filter { !ids.contains($0) } == [])
    #expect(DeckOutline.names.map(\.slide).filter { !ids.contains($0) } == [])
  }

  private func columns(of chart: SlideOutline.Chart) -> [String] {
    switch chart {
    case .targets(let member, let panels):
      member + panels.flatMap { [$0.actual, $0.target, $0.rate].compactMap(\.self) }
    case .stacked(let member, let parts, let total, let target, let rate):
      member + parts + [total, target, rate].compactMap(\.self)
    case .waterfall(let columns), .ages(let columns), .totals(let columns): columns
    case .matrix(let member, let part, let value): [member, part, value]
    case .funnel(let stage, let count, let amount): [stage, count, amount]
    case .pareto(let member, let value, let cumulated): member + [value, cumulated]
    }
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
  func cells(_ table: String, _ values: [String: Cell]) throws -> [Cell] {
    try definition(table).columns.map { values[$0.id] ?? .blank }
  }

  func money(_ amount: Double) -> Cell {
    .money(MoneySum(hundredths: Int128((amount * 100).rounded())))
  }
}
