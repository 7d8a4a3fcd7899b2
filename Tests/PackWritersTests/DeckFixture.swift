import ReviewModel
import Testing

/// A pack as a company's month looks: ten provinces, lists of twenty, long names, millions. Every value is
/// made from a counter, so it is the same on every run.
struct DeckFixture {
  var language = Language.simplifiedChinese
  var moneyUnit = 10_000
  var span = "2026-10"
  var units = ["硬件事业部"]
  var inputs = Set(InputKind.allCases)
  /// Rows by table in place of the usual number.
  var counts: [String: Int] = [:]
  /// What a text column holds in place of the usual names.
  var texts: [String: [String]] = [:]
  /// Tables left out.
  var without: Set<String> = []

  func pack() throws -> ReviewPack {
    let period = try #require(ReviewPeriod.span(span).flatMap { ReviewPeriod($0) })
    var tables = Self.shapes.filter {
      $0.cadences.contains(period.cadence) && !without.contains($0.id)
    }.map(table)
    let checklist = tables.map { table -> [Cell] in
      let status = ReviewPack.status(of: table, inputs: inputs)
      return [.text(table.id), .text(table.id), .count(table.rows.count), .text(status.rawValue)]
    }
    tables.append(
      Table(
        TableDefinition(
          "checklist", .pack, keyColumns: 1, hasTotals: false,
          columns: [
            .text("table"), .text("title", .table), .count("rows"), .text("status", .word("table_status")),
          ]), rows: Rows(checklist)))
    return ReviewPack(
      organisation: "华东<智能>装备 & 服务集团", language: language, currency: "CNY", moneyUnit: moneyUnit,
      period: period, sources: .init(orders: "orders", collections: "leads", value: "gross-profit"),
      tables: tables, inputs: inputs, stages: Stage.standard,
      repNames: Dictionary(uniqueKeysWithValues: (1...40).map { ("R\(100 + $0)", "欧阳\($0 % 7)娜") }))
  }

  private func table(_ definition: TableDefinition) -> Table {
    var seed = definition.id.utf8.reduce(UInt64(7)) { ($0 &* 31) &+ UInt64($1) }
    func next(_ limit: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(seed >> 33) % limit
    }
    let shared = units.count > 1 && definition.index(of: "business_unit") != nil
    let wanted =
      definition.needs.allSatisfy { $0.contains(where: inputs.contains) } ? counts[definition.id] : 0
    let each = wanted ?? Self.usual[definition.id] ?? 10
    var rows: [[Cell]] = []
    for (unit, name) in (shared ? units : [units[0]]).enumerated() {
      for row in 0..<each {
        rows.append(
          definition.columns.map { cell($0, unit: name, row: row + unit * each, next) })
      }
    }
    for index in rows.indices { derive(definition.columns, &rows[index]) }
    var totals: [Cell]?
    if definition.hasTotals, !rows.isEmpty {
      totals = definition.columns.indices.map { index in
        sum(rows.map { $0[index] }, definition.columns[index].total)
      }
      derive(definition.columns, &totals!)
    }
    return Table(definition, rows: Rows(rows), totals: totals)
  }

  private func cell(_ column: Column, unit: String, row: Int, _ next: (Int) -> Int) -> Cell {
    switch column.kind {
    case .text, .datetime:
      if column.id == "business_unit" { return .text(unit) }
      let words = texts[column.id] ?? Self.words[column.id] ?? ["\(column.id)-\(row)"]
      return .text(words[row % words.count])
    case .money: return .money(MoneySum(hundredths: Int128(next(900_000_000)) - 20_000_000))
    case .rate: return .rate(Figure(units: Int128(next(1_300_000)), decimals: 6))
    case .number: return .number(Figure(units: Int128(next(900)), decimals: 1))
    case .count: return .count(column.id == "rank" ? row + 1 : next(240))
    case .date: return .date(Day(number: 20_700 + Int32(next(90))))
    case .flag: return next(3) == 0 ? .flag(true) : next(2) == 0 ? .flag(false) : .blank
    }
  }

  private func derive(_ columns: [Column], _ row: inout [Cell]) {
    for (index, column) in columns.enumerated() {
      guard case .ratio(let numerator, let divisor) = column.derivation,
        let above = columns.firstIndex(where: { $0.id == numerator }),
        let below = columns.firstIndex(where: { $0.id == divisor }),
        case .money(let top) = row[above], case .money(let bottom) = row[below]
      else { continue }
      row[index] = .rate(Figure(top, over: bottom))
    }
  }

  private func sum(_ cells: [Cell], _ total: Column.Total) -> Cell {
    guard total == .sum else { return .blank }
    return cells.reduce(.blank) { sum, cell in
      switch (sum, cell) {
      case (.blank, .money), (.blank, .count): cell
      case (.money(let left), .money(let right)): .money(left + right)
      case (.count(let left), .count(let right)): .count(left + right)
      default: sum
      }
    }
  }
}

extension DeckFixture {
  static let usual = [
    "s5-ordered": 20, "s5-pending": 20, "s4-collecting": 18, "new-collection": 9, "s4-bidding": 20,
    "promises": 33, "promise-summary": 2, "team-month": 6, "rep-month": 40, "plan-accuracy": 2, "movement": 1,
    "funnel": 5, "customer-value": 60, "value-bands": 4, "receivables": 40, "anomalies": 31, "rejects": 45,
    "data-quality": 14, "conversion": 26, "todo": 80, "claims": 0, "renewals": 0, "reservoir": 20,
  ]

  static let words: [String: [String]] = [
    "province": ["山东", "江苏", "浙江", "内蒙古自治区", "广东", "四川", "新疆维吾尔自治区", "湖北", "河南", "上海"],
    "product": ["工业机器人", "伺服驱动系统", "智能物流分拣线", "视觉检测", "备件与维保服务", "云平台", "数控机床"],
    "team": ["东区一部", "东区二部", "南区", "西区", "北区", "大客户部"],
    "customer": [
      "中国石油化工股份有限公司胜利油田分公司", "青岛海尔智家", "江苏沙钢集团有限公司", "<script>alert(1)</script>",
      "宁波舟山港股份有限公司北仑第三集装箱码头分公司", "Bosch Automotive Products (Suzhou) Co., Ltd.",
    ],
    "name": ["三期厂房自动化产线升级改造总承包项目", "二号线备件年度框架", "AGV 扩容", "视觉质检一期"],
    "rep_id": (101...112).map { "R\($0)" } + ["R999"],
    "suggested_rep": (101...112).map { "R\($0)" },
    "stage": ["S1", "S2", "S3", "S4", "S5"], "metric": ["orders", "collections"],
    "kind": ["order", "collection"],
    "outcome": ["kept", "partial", "slipped", "missed", "lost", "vanished"], "band": ["A", "B", "C", "80%"],
    "dimension": ["all", "source", "source", "product", "province"], "month": ["2026-12", "2027-01"],
    "customer_class": ["strategic", "top", "named", "channel"], "code": ["bad-money", "bad-date"],
    "industry": ["石化", "钢铁", "汽车零部件"], "file": ["2026/销售订单明细-10月-最终版.csv", "leads.xlsx"],
  ]

  /// The tables that the deck shows, with the columns of docs/metrics.md.
  static let shapes: [TableDefinition] = {
    let achievement = ["orders", "collections"].map { metric in
      "target/m actual/m rate=actual/target gap/m week/m forecast_target/m commit/m weighted/m forecast/m"
        .appending(" forecast_rate=forecast/forecast_target slipped/m", prefix: metric)
    }.joined(separator: " ")
    let toDate =
      ["orders", "collections"].map { metric in
        "year_target/m target/m actual/m rate=actual/target gap/m last_year/m growth/r"
          .appending("", prefix: metric)
      }.joined(separator: " ") + " time_progress/r"
    let lead =
      "business_unit lead_id name customer customer_class/w:customer_class province team rep_id/rep product stage/stage"
    let top = lead.replacing("business_unit", with: "business_unit rank/o")
    let tail = " chance/w:chance competitor days_idle/o"
    let owed =
      "outstanding/m not_due/m d1_30/m d31_60/m d61_90/m over_90/m overdue/m "
      + "overdue_rate=overdue/outstanding disputed/m oldest_days/o"
    let leads: [[InputKind]] = [[.leads]]
    return [
      shape("province-month", .achievement, "business_unit province \(achievement)"),
      shape("product-month", .achievement, "business_unit product \(achievement)"),
      shape("team-month", .achievement, "business_unit team \(achievement)", [.month]),
      shape("rep-month", .achievement, "rep_id/rep \(achievement)"),
      shape("province-to-date", .achievement, "business_unit province \(toDate)", [.month]),
      shape(
        "plan-accuracy", .achievement,
        "business_unit metric/w:metric months/c accuracy/r swing/r range/r "
          + "accuracy_last_year/r swing_last_year/r accuracy_change/r swing_change/r",
        [.month], totals: false),
      shape(
        "collection-forecast", .projects,
        "business_unit product target/m collected/m expected/m weighted/m forecast/m "
          + "forecast_rate=forecast/target slipped/m",
        needs: leads),
      shape(
        "win-forecast", .projects,
        "business_unit product bids/c bid_amount/m weighted/m won/c won_amount/m forecast/m", needs: leads),
      shape(
        "s5-ordered", .projects,
        top
          + " amount/m ordered_on/d collected/m expected_collection/m expected_collection_on/d days_since_order/o"
          + tail, totals: false, needs: leads),
      shape(
        "s5-pending", .projects,
        top + " amount/m won_on/d expected_order_on/d days_since_won/o slipped/f" + tail, totals: false,
        needs: leads),
      shape(
        "s4-collecting", .projects,
        top + " amount/m expected_bid_on/d expected_collection/m expected_collection_on/d" + tail,
        totals: false, needs: leads),
      shape(
        "s4-bidding", .projects, top + " amount/m expected_bid_on/d bid_price/m" + tail, totals: false,
        needs: leads),
      shape(
        "promises", .projects,
        "kind/w:promise_kind " + lead
          + " promised/m promised_on/d outcome/w:outcome kept_amount/m now_expected_on/d slips/o" + tail,
        needs: leads),
      shape(
        "promise-summary", .projects,
        "business_unit kind/w:promise_kind promises/c promised/m kept/c partial/c slipped/c missed/c lost/c "
          + "vanished/c kept_amount/m kept_rate=kept_amount/promised",
        needs: leads),
      shape(
        "reservoir", .projects,
        "business_unit product month target/m open/m bidding/m won_pending/m total/m weighted/m coverage=total/target",
        [.month], needs: leads),
      shape(
        "movement", .leads,
        "business_unit opening/m new/m increased/m decreased/m ordered/m lost/m vanished/m closing/m",
        needs: leads),
      shape(
        "funnel", .leads,
        "business_unit stage/stage leads/c amount/m weighted/m new/c advanced/c regressed/c average_age/n",
        needs: leads),
      shape(
        "conversion", .leads,
        "dimension/w:dimension member received/c won/c lost/c live/c "
          + "conversion/r win_rate/r won_amount/m average_cycle/n",
        [.month], totals: false, needs: leads),
      shape(
        "weekly-control", .actions,
        "province orders_target/m orders/m orders_rate=orders/orders_target collections/m new_customers/c "
          + "visits/c effective_visits/c effective_rate/r deal_rate/r open_complaints/c"
      ),
      shape("anomalies", .actions, "kind severity/o subject owner/rep days/o detail", totals: false),
      shape("todo", .actions, "rep_id/rep kind subject customer due/d amount/m days/o", totals: false),
      shape("claims", .actions, "kind rep_id/rep date/d subject detail amount/m"),
      shape(
        "customer-value", .customers,
        "rank/o customer_id customer customer_class/w:customer_class industry province "
          + "value/m share/r cumulative_share/r band",
        [.month]),
      shape("value-bands", .customers, "band customers/c value/m share/r average/m", [.month], totals: false),
      shape("receivables", .money, "business_unit customer_id customer " + owed, needs: [[.receivables]]),
      shape(
        "renewals", .money, "contract_id customer rep_id/rep ends/d days_left/o amount/m",
        needs: [[.contracts]]),
      shape(
        "data-quality", .pack,
        "file kind encoding rows/c accepted/c superseded/c future/c rejected/c rewound/c warnings/c"),
      shape("rejects", .pack, "file line/o column code text", totals: false),
    ]
  }()

  private static func shape(
    _ id: String, _ section: Section, _ columns: String,
    _ cadences: [ReviewPeriod.Cadence] = [.month, .week],
    totals: Bool = true, needs: [[InputKind]] = []
  ) -> TableDefinition {
    TableDefinition(
      id, section, cadences, needs: needs, keyColumns: 1, hasTotals: totals,
      columns: columns.split(separator: " ").map { column(String($0)) })
  }

  /// `id`, `id/KIND` or `id=numerator/divisor`.
  private static func column(_ text: String) -> Column {
    if let equals = text.firstIndex(of: "=") {
      let parts = text[text.index(after: equals)...].split(separator: "/")
      let (id, whole) = (String(text[..<equals]), String(parts[1]))
      return whole.hasSuffix("target")
        ? .attainment(id, String(parts[0]), of: whole) : .rate(id, String(parts[0]), over: whole)
    }
    let parts = text.split(separator: "/", maxSplits: 1)
    let id = String(parts[0])
    guard parts.count == 2 else { return .text(id) }
    switch parts[1] {
    case "m": return .money(id)
    case "c": return .count(id)
    case "o": return .ordinal(id)
    case "r": return .rate(id)
    case "n": return .number(id)
    case "d": return .date(id)
    case "f": return .flag(id)
    case "rep": return .text(id, .rep)
    case "stage": return .text(id, .stage)
    default: return .text(id, .word(String(parts[1].dropFirst(2))))
    }
  }
}

extension String {
  /// The columns of a metric: each id, and each id that a quotient names, begins with `prefix` and `_`.
  fileprivate func appending(_ more: String, prefix: String) -> String {
    (self + more).split(separator: " ").map { column in
      guard let equals = column.firstIndex(of: "=") else { return "\(prefix)_\(column)" }
      let parts = column[column.index(after: equals)...].split(separator: "/")
      return "\(prefix)_\(column[..<equals])=\(prefix)_\(parts[0])/\(prefix)_\(parts[1])"
    }.joined(separator: " ")
  }
}
