internal import ReviewModel

/// The deck, in order: everything that it can show. A slide more is an entry more.
enum DeckOutline {
  /// Where we stand: those of the cadence, in this order.
  static let figures: [FigureOutline] = [
    FigureOutline(
      key: "week", table: "weekly-control", figure: "orders", rate: "orders_rate",
      details: ["orders_target", "collections", "visits", "new_customers"], cadence: .week),
    FigureOutline(
      key: "orders-month", table: "province-month", figure: "orders_actual", rate: "orders_rate",
      details: ["orders_target", "orders_gap", "orders_week"]),
    FigureOutline(
      key: "collections-month", table: "province-month", figure: "collections_actual",
      rate: "collections_rate",
      details: ["collections_target", "collections_gap", "collections_week"]),
    FigureOutline(
      key: "orders-year", table: "province-to-date", figure: "orders_actual", rate: "orders_rate",
      details: ["orders_target", "orders_last_year", "orders_growth", "time_progress"]),
    FigureOutline(
      key: "collections-year", table: "province-to-date", figure: "collections_actual",
      rate: "collections_rate",
      details: ["collections_target", "collections_last_year", "collections_growth", "time_progress"]),
    FigureOutline(
      key: "forecast", table: "province-month", figure: "orders_forecast", rate: "orders_forecast_rate",
      details: ["orders_forecast_target", "collections_forecast", "collections_forecast_rate"]),
    FigureOutline(
      key: "pipeline", table: "movement", figure: "closing",
      details: ["opening", "new", "increased", "decreased", "ordered", "lost", "vanished"]),
    FigureOutline(
      key: "promises", table: "promise-summary", figure: "kept_rate",
      details: ["promises", "promised", "kept_amount", "slipped"]),
    FigureOutline(
      key: "overdue", table: "receivables", figure: "overdue",
      details: ["outstanding", "overdue_rate", "over_90", "disputed"]),
  ]

  /// All slides between the figures and the remarks.
  static let slides: [SlideOutline] =
    achievement + forecasts + projects + pipeline + actions + customers + money + pack

  /// The slides of a review. A week is looked at in an hour: what was promised, what comes next, who does what.
  static func slides(for cadence: ReviewPeriod.Cadence) -> [SlideOutline] {
    switch cadence {
    case .month: slides
    case .week: weekly.flatMap { id in slides.filter { $0.id == id } }
    }
  }

  private static let weekly = [
    "weekly-control", "province-month", "promise-summary", "promises", "province-forecast", "s5-ordered",
    "s5-pending", "s4-collecting", "new-collection", "s4-bidding", "movement", "silent-leads",
    "report-discipline", "claims", "anomalies", "events", "revisits", "overdue-invoices", "renewals", "todo",
    "next-week", "data-quality", "checklist",
  ]

  private static let achievement: [SlideOutline] = [
    achieved("province-month", ["province"]), achieved("product-month", ["product"]),
    achieved("team-month", ["team"]), achieved("rep-month", ["rep_id"], perUnit: false),
    toDate("province-to-date", ["province"]), toDate("product-to-date", ["product"]),
    toDate("team-to-date", ["team"]),
    SlideOutline(
      id: "plan-accuracy",
      exhibit: .init(
        table: "plan-accuracy",
        chart: .targets(
          member: ["business_unit", "metric"], [("accuracy", "accuracy_last_year", "accuracy_change")])),
      listing: .init(
        table: "plan-accuracy",
        columns: ["business_unit", "metric", "months", "accuracy", "swing", "range", "swing_change"])),
  ]

  private static let forecasts: [SlideOutline] = [
    SlideOutline(
      id: "province-forecast",
      exhibit: .init(
        table: "province-month",
        chart: .targets(
          member: ["province"],
          [
            ("orders_forecast", "orders_forecast_target", "orders_forecast_rate"),
            ("collections_forecast", "collections_forecast_target", "collections_forecast_rate"),
          ])),
      listing: .init(
        table: "province-month",
        columns: [
          "province", "orders_commit", "orders_slipped", "collections_commit", "collections_slipped",
        ]),
      isPerUnit: true, message: ("forecast", ["orders_forecast_rate", "collections_forecast_rate"])),
    SlideOutline(
      id: "collection-forecast",
      exhibit: .init(
        table: "collection-forecast",
        chart: .targets(member: ["product"], [("forecast", "target", "forecast_rate")])),
      listing: .init(
        table: "collection-forecast",
        columns: ["business_unit", "product", "target", "collected", "weighted", "slipped"]),
      isPerUnit: true),
    SlideOutline(
      id: "win-forecast",
      exhibit: .init(
        table: "win-forecast",
        chart: .stacked(
          member: ["product"], parts: ["won_amount", "weighted"], total: "forecast", target: nil, rate: nil)),
      listing: .init(
        table: "win-forecast", columns: ["business_unit", "product", "bids", "bid_amount", "won"]),
      isPerUnit: true),
  ]

  private static let projects: [SlideOutline] = [
    top(
      "s5-ordered",
      [
        "amount", "ordered_on", "collected", "expected_collection", "expected_collection_on",
        "days_since_order",
      ]),
    top("s5-pending", ["amount", "won_on", "expected_order_on", "days_since_won", "slipped"]),
    top("s4-collecting", ["amount", "expected_bid_on", "expected_collection", "expected_collection_on"]),
    top(
      "new-collection",
      ["amount", "expected_collection", "expected_collection_on", "previous_expected_on"]),
    top("s4-bidding", ["amount", "expected_bid_on", "bid_price", "chance", "competitor"]),
    SlideOutline(
      id: "promise-summary",
      exhibit: .init(
        table: "promise-summary",
        chart: .targets(member: ["business_unit", "kind"], [("kept_amount", "promised", "kept_rate")])),
      listing: .init(
        table: "promise-summary",
        columns: [
          "business_unit", "kind", "promises", "kept", "partial", "slipped", "missed", "lost", "vanished",
        ])),
    SlideOutline(
      id: "promises",
      listing: .init(
        table: "promises",
        columns: [
          "business_unit", "kind", "lead_id", "name", "customer", "rep_id", "promised", "promised_on",
          "outcome", "kept_amount", "now_expected_on", "slips",
        ]),
      isPerUnit: true),
    SlideOutline(
      id: "reservoir",
      exhibit: .init(
        table: "reservoir",
        chart: .stacked(
          member: ["product", "month"], parts: ["won_pending", "bidding", "open"], total: "total",
          target: "target", rate: "coverage")),
      listing: .init(
        table: "reservoir", columns: ["business_unit", "product", "month", "target", "weighted"], rows: 16),
      isPerUnit: true),
  ]

  private static let pipeline: [SlideOutline] = [
    SlideOutline(
      id: "movement",
      exhibit: .init(
        table: "movement",
        chart: .waterfall([
          "opening", "new", "increased", "decreased", "ordered", "lost", "vanished", "closing",
        ])),
      listing: .init(table: "movement", rows: 4), isWide: true),
    SlideOutline(
      id: "funnel",
      exhibit: .init(
        table: "funnel", chart: .funnel(stage: "stage", count: "leads", amount: "amount")),
      listing: .init(
        table: "funnel",
        columns: ["business_unit", "stage", "weighted", "new", "advanced", "regressed", "average_age"]),
      isPerUnit: true),
    SlideOutline(
      id: "conversion",
      exhibit: .init(
        table: "conversion",
        chart: .targets(member: ["dimension", "member"], [("conversion", nil, nil), ("win_rate", nil, nil)])),
      listing: .init(
        table: "conversion",
        columns: ["dimension", "member", "received", "won", "lost", "live", "won_amount", "average_cycle"],
        rows: 12),
      only: ("dimension", ["all", "source", "product"])),
    SlideOutline(
      id: "lost-reasons",
      exhibit: .init(
        table: "lost-reasons",
        chart: .targets(member: ["lost_reason", "competitor"], [("amount", nil, "share")])),
      listing: .init(table: "lost-reasons", rows: 16)),
    top("silent-leads", ["amount", "follows", "last_followed", "days_idle"], perUnit: false),
    SlideOutline(
      id: "lead-matching",
      listing: .init(
        table: "lead-matching",
        columns: [
          "business_unit", "lead_id", "name", "customer", "province", "product", "amount", "suggested_rep",
          "score", "reasons",
        ])),
  ]

  private static let actions: [SlideOutline] = [
    SlideOutline(
      id: "weekly-control",
      exhibit: .init(
        table: "weekly-control",
        chart: .targets(member: ["province"], [("orders", "orders_target", "orders_rate")])),
      listing: .init(
        table: "weekly-control",
        columns: [
          "province", "collections", "new_customers", "visits", "effective_rate", "deal_rate",
          "open_complaints",
        ])),
    SlideOutline(
      id: "report-discipline",
      listing: .init(
        table: "report-discipline",
        columns: [
          "rep_id", "due", "reports", "submission_rate", "on_time_rate", "fill_quality", "reviewed_rate",
          "planned_visits", "execution_rate", "approved_rate", "score",
        ])),
    SlideOutline(
      id: "visit-efficiency",
      exhibit: .init(
        table: "visit-efficiency",
        chart: .targets(member: ["rep_id"], [("visits", nil, "effective_rate"), ("orders", nil, nil)])),
      listing: .init(
        table: "visit-efficiency",
        columns: ["rep_id", "deals", "deal_rate", "expense", "expense_per_visit", "expense_ratio"], rows: 16)),
    SlideOutline(id: "claims", listing: .init(table: "claims")),
    SlideOutline(id: "anomalies", listing: .init(table: "anomalies")),
    SlideOutline(id: "todo", listing: .init(table: "todo")),
  ]

  private static let customers: [SlideOutline] = [
    SlideOutline(
      id: "customer-value",
      exhibit: .init(
        table: "customer-value",
        chart: .pareto(member: ["customer"], value: "value", cumulated: "cumulative_share")),
      listing: .init(table: "value-bands")),
    SlideOutline(
      id: "top-profile",
      exhibit: .init(
        table: "top-profile",
        chart: .targets(member: ["member"], [("a_share", "other_share", "lift")])),
      listing: .init(table: "top-profile", columns: ["dimension", "member", "a_customers", "lift"], rows: 16)),
    SlideOutline(
      id: "churn-summary",
      exhibit: .init(
        table: "churn-summary",
        chart: .targets(member: ["customer_class", "lost_month"], [("value_before", nil, nil)])),
      listing: .init(table: "churn-summary", rows: 16)),
    SlideOutline(
      id: "churn",
      listing: .init(
        table: "churn",
        columns: [
          "customer_id", "customer", "customer_class", "industry", "rep_id", "last_order", "value_before",
          "open_complaints",
        ])),
    SlideOutline(id: "revisits", listing: .init(table: "revisits")),
  ]

  private static let money: [SlideOutline] = [
    // The ages are those of all units together; who owes is listed unit by unit.
    SlideOutline(
      id: "receivables",
      exhibit: .init(
        table: "receivables", chart: .ages(["not_due", "d1_30", "d31_60", "d61_90", "over_90"])),
      message: ("receivables", ["outstanding", "overdue", "overdue_rate"])),
    SlideOutline(
      id: "receivables-customers",
      listing: .init(
        table: "receivables",
        columns: ["business_unit", "customer", "outstanding", "overdue", "overdue_rate", "oldest_days"],
        rows: 16),
      isPerUnit: true),
    SlideOutline(
      id: "overdue-invoices",
      listing: .init(
        table: "overdue-invoices",
        columns: [
          "business_unit", "rank", "invoice_id", "customer", "rep_id", "due_date", "amount", "paid",
          "outstanding", "days_overdue", "disputed",
        ]),
      isPerUnit: true),
    SlideOutline(id: "contracts", listing: .init(table: "contracts")),
    SlideOutline(id: "renewals", listing: .init(table: "renewals")),
    SlideOutline(id: "events", listing: .init(table: "events")),
    SlideOutline(id: "next-week", listing: .init(table: "next-week")),
  ]

  private static let pack: [SlideOutline] = [
    SlideOutline(id: "data-quality", listing: .init(table: "data-quality")),
    SlideOutline(id: "rejects", listing: .init(table: "rejects")),
    SlideOutline(
      id: "checklist",
      listing: .init(table: "checklist", columns: ["title", "rows", "status"], rows: 22, lanes: 3)),
  ]

  /// Actual, target and rate of both metrics, as every achievement table names them.
  private static let actualsOnTargets = [
    ("orders_actual", "orders_target", "orders_rate"),
    ("collections_actual", "collections_target", "collections_rate"),
  ]

  private static func achieved(_ table: String, _ member: [String], perUnit: Bool = true) -> SlideOutline {
    SlideOutline(
      id: table,
      exhibit: .init(
        table: table,
        chart: .targets(member: member, actualsOnTargets)),
      listing: .init(
        table: table,
        columns: member + ["orders_target", "orders_gap", "collections_target", "collections_gap"]),
      isPerUnit: perUnit,
      message: ("achievement", ["orders_rate", "orders_gap", "collections_rate", "collections_gap"]))
  }

  private static func toDate(_ table: String, _ member: [String]) -> SlideOutline {
    SlideOutline(
      id: table,
      exhibit: .init(
        table: table,
        chart: .targets(member: member, actualsOnTargets)),
      listing: .init(
        table: table,
        columns: member + [
          "orders_last_year", "orders_growth", "collections_last_year", "collections_growth",
        ]),
      isPerUnit: true,
      message: ("to-date", ["orders_rate", "collections_rate", "time_progress"]))
  }

  private static func top(_ table: String, _ own: [String], perUnit: Bool = true) -> SlideOutline {
    let lead = ["business_unit", "rank", "lead_id", "name", "customer", "province", "product", "rep_id"]
    return SlideOutline(id: table, listing: .init(table: table, columns: lead + own), isPerUnit: perUnit)
  }
}
