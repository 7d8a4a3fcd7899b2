import ReviewModel

/// A small pack by hand: what a writer meets in practice, and what it must not trip over.
enum Fixture {
  static func money(_ units: Int, _ hundredths: Int = 0) -> Cell {
    .money(MoneySum(hundredths: Int128(units) * 100 + Int128(hundredths)))
  }

  /// A rate in millionths.
  static func rate(_ millionths: Int) -> Cell { .rate(Figure(units: Int128(millionths), decimals: 6)) }

  static func day(_ text: String) -> Cell { .date(Day(text)) }

  static let provinceMonth = TableDefinition(
    "province-month", .achievement, needs: [[.orders, .leads]], keyColumns: 2,
    charts: [
      .achievement(
        member: "province", target: "orders_target", actual: "orders_actual", rate: "orders_rate")
    ],
    columns: [
      .text("business_unit"), .text("province"), .money("orders_target"), .money("orders_actual"),
      .attainment("orders_rate", "orders_actual", of: "orders_target"),
      .difference("orders_gap", "orders_actual", less: "orders_target"), .money("orders_week"),
    ])

  /// Twelve provinces of hardware, five of software, one of them without a target.
  static var province: Table {
    let names = ["山东", "江苏", "广东", "浙江", "内蒙古", "新疆", "四川", "湖北", "河南", "北京", "上海", "黑龙江"]
    var rows: [[Cell]] = []
    var totals = [0, 0, 0]
    for (unit, provinces) in [("hardware", names[...]), ("software", names[..<5])] {
      for (index, name) in provinces.enumerated() {
        let target = unit == "software" && index == 4 ? 0 : 1_000_000
        let actual = 1_250_000 - index * 100_000
        rows.append([
          .text(unit), .text(name), money(target), money(actual), target == 0 ? .blank : rate(actual),
          money(actual - target), money(actual / 4),
        ])
        totals = [totals[0] + target, totals[1] + actual, totals[2] + actual / 4]
      }
    }
    let total: [Cell] = [
      .blank, .blank, money(totals[0]), money(totals[1]),
      .rate(Figure(totals[1], over: totals[0])), money(totals[1] - totals[0]), money(totals[2]),
    ]
    return Table(provinceMonth, rows: Rows(rows), totals: total)
  }

  static let orderedList = TableDefinition(
    "s5-ordered", .projects, needs: [[.leads]], keyColumns: 3, hasTotals: false, dataBars: ["amount"],
    columns: [
      .text("business_unit"), .ordinal("rank"), .text("lead_id"), .text("name"), .text("customer"),
      .text("customer_class", .word("customer_class")), .text("rep_id", .rep), .text("stage", .stage),
      .money("amount"), .date("ordered_on"), .count("days_since_order"), .flag("slipped"),
      .text("competitor"),
    ])

  static let hostile = [
    "=1+1", "<script>alert(1)</script>", "客户 \"甲\"", "-5", "🙂 & 👨‍👩‍👧", "+86 10 1234", "@SUM(A1)",
    "\tindented", "two\nlines", "内蒙古自治区呼和浩特市赛罕区大学东路高新技术产业开发区新材料科技股份有限公司第二销售分公司",
  ]

  static var topList: Table {
    let rows = hostile.enumerated().map { index, text -> [Cell] in
      [
        .text("hardware"), .count(index + 1), .text("L-00\(index)"), .text(text),
        .text(hostile[hostile.count - 1 - index]), .text(index % 2 == 0 ? "strategic" : "named"),
        .text(index % 3 == 0 ? "E002" : "E001"), .text("S5"), money(900_000 - index * 77_000, 50),
        day("2026-10-0\(index % 9 + 1)"), .count(30 - index), .flag(index % 4 == 0),
        index == 0 ? .text("") : .blank,
      ]
    }
    let truncation = Truncation(
      businessUnit: "hardware", shown: 10, total: 57, totalAmount: MoneySum(hundredths: 123_456_789))
    return Table(orderedList, rows: Rows(rows), truncations: [truncation])
  }

  static let funnelDefinition = TableDefinition(
    "funnel", .leads, needs: [[.leads]], keyColumns: 2, charts: [.funnel(stage: "stage", amount: "amount")],
    columns: [
      .text("business_unit"), .text("stage", .stage), .count("leads"), .money("amount"), .money("weighted"),
      .number("average_age"),
    ])

  static var funnel: Table {
    let rows = ["S1", "S2", "S3", "S4", "S5"].enumerated().map { index, stage -> [Cell] in
      [
        .text("hardware"), .text(stage), .count(40 - index * 7), money(5_000_000 - index * 1_100_000),
        money(500_000 + index * 10_000), .number(Figure(units: Int128(155 + index * 12), decimals: 1)),
      ]
    }
    let totals: [Cell] = [.blank, .blank, .count(130), money(14_000_000), money(2_600_000), .blank]
    return Table(funnelDefinition, rows: Rows(rows), totals: totals)
  }

  static let customerValue = TableDefinition(
    "customer-value", .customers, [.month], needs: [[.orders]], keyColumns: 3,
    charts: [.pareto(member: "customer", value: "value", cumulated: "cumulative_share")], dataBars: ["value"],
    columns: [
      .ordinal("rank"), .text("customer_id"), .text("customer"), .money("value"), .rate("share"),
      .rate("cumulative_share"), .text("band"),
    ])

  static var customers: Table {
    let values = (1...30).map { 3_000_000 / $0 }
    let sum = values.reduce(0, +)
    var cumulated = 0
    let rows = values.enumerated().map { index, value -> [Cell] in
      cumulated += value
      return [
        .count(index + 1), .text("C\(100 + index)"), .text("客户\(index + 1)有限公司"), money(value),
        .rate(Figure(value, over: sum)), .rate(Figure(cumulated, over: sum)),
        .text(index < 6 ? "A" : index < 24 ? "B" : "C"),
      ]
    }
    let totals: [Cell] = [.blank, .blank, .blank, money(sum), .blank, .blank, .blank]
    return Table(customerValue, rows: Rows(rows), totals: totals)
  }

  static let receivablesDefinition = TableDefinition(
    "receivables", .money, needs: [[.receivables]], keyColumns: 3,
    charts: [.ageing(buckets: ["not_due", "d1_30", "d31_60", "d61_90", "over_90"])],
    columns: [
      .text("business_unit"), .text("customer_id"), .text("customer"), .money("outstanding"),
      .money("not_due"),
      .money("d1_30"), .money("d31_60"), .money("d61_90"), .money("over_90"),
      .sum("overdue", of: ["d1_30", "d31_60", "d61_90", "over_90"]),
      .rate("overdue_rate", "overdue", over: "outstanding"), .ordinal("oldest_days"),
    ])

  static var receivables: Table {
    let rows = (0..<4).map { index -> [Cell] in
      let buckets = [400_000, 30_000 * index, 20_000 * index, 0, 10_000 * index]
      let overdue = buckets[1...].reduce(0, +)
      return [.text("hardware"), .text("C\(index)"), .text("客户\(index)"), money(400_000 + overdue)]
        + buckets.map { money($0) }
        + [money(overdue), .rate(Figure(overdue, over: 400_000 + overdue)), index == 0 ? .blank : .count(91)]
    }
    let totals: [Cell] =
      [.blank, .blank, .blank, money(1_960_000), money(1_600_000), money(180_000), money(120_000)]
      + [money(0), money(60_000), money(360_000), .rate(Figure(360_000, over: 1_960_000)), .blank]
    return Table(receivablesDefinition, rows: Rows(rows), totals: totals)
  }

  static let reservoirDefinition = TableDefinition(
    "reservoir", .projects, [.month], needs: [[.leads]], keyColumns: 3,
    charts: [.stacked(member: "product", parts: ["open", "bidding", "won_pending"])],
    columns: [
      .text("business_unit"), .text("product"), .text("month"), .money("target"), .money("open"),
      .money("bidding"), .money("won_pending"), .sum("total", of: ["open", "bidding", "won_pending"]),
      .attainment("coverage", "total", of: "target"),
    ])

  static var reservoir: Table {
    var rows: [[Cell]] = []
    for (index, product) in ["网关", "传感器", "平台软件"].enumerated() {
      for month in ["2026-12", "2027-01"] {
        let parts = [300_000 + index * 50_000, 200_000, 100_000 * index]
        let total = parts.reduce(0, +)
        rows.append(
          [.text("hardware"), .text(product), .text(month), money(800_000)] + parts.map { money($0) }
            + [money(total), .rate(Figure(total, over: 800_000))])
      }
    }
    let totals: [Cell] =
      [.blank, .blank, .blank, money(4_800_000), money(2_100_000), money(1_200_000), money(600_000)]
      + [money(3_900_000), .rate(Figure(3_900_000, over: 4_800_000))]
    return Table(reservoirDefinition, rows: Rows(rows), totals: totals)
  }

  /// Empty though its input is there, and empty for want of one.
  static let renewals = Table(
    TableDefinition(
      "renewals", .money, needs: [[.contracts]], keyColumns: 1,
      columns: [.text("contract_id"), .money("amount")]),
    rows: Rows([]))
  static let nextWeek = Table(
    TableDefinition(
      "next-week", .actions, needs: [[.weeklyPlans]], keyColumns: 1,
      columns: [.flag("overdue"), .text("week")]),
    rows: Rows([]))

  static var tables: [Table] {
    [province, topList, reservoir, funnel, nextWeek, customers, receivables, renewals]
  }

  static func pack(
    tables: [Table] = Fixture.tables, language: Language = .simplifiedChinese, moneyUnit: Int = 1
  ) -> ReviewPack {
    // 2026-10-31 lies in the span, so the period exists.
    let period = ReviewPeriod(.month(Month(year: 2026, month: 10)))
    return ReviewPack(
      organisation: "示例集团 \"Example\" & Co", language: language, currency: "CNY", moneyUnit: moneyUnit,
      period: period!, sources: ReviewPack.Sources(orders: "orders", collections: "leads", value: "orders"),
      tables: tables, inputs: [.orders, .leads, .contracts, .receivables], stages: Stage.standard,
      repNames: ["E001": "王小明", "E002": "李娜"])
  }
}
