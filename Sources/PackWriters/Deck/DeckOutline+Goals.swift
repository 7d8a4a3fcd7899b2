internal import ReviewModel

extension DeckOutline {
  static let achievement: [SlideOutline] = [
    achieved("province-month", "province", also: ["city-month", "product-month", "rep-month"]),
    achieved("product-month", "product", also: ["class-month", "industry-month", "channel-month"]),
    achieved("team-month", "team"), achieved("rep-month", "rep_id", perUnit: false, also: ["rep-to-date"]),
    toDate("province-to-date", "province"), toDate("product-to-date", "product"),
    toDate("team-to-date", "team"),
    SlideOutline(
      id: "plan-accuracy",
      exhibit: .init(
        table: "plan-accuracy",
        chart: .targets(
          member: ["business_unit", "metric"], [("accuracy", "accuracy_last_year", "accuracy_change")])),
      listing: .init(
        table: "plan-accuracy",
        columns: ["business_unit", "metric", "months", "accuracy", "swing", "range", "swing_change"]),
      also: ["target-breakdown"]),
  ]

  static let forecasts: [SlideOutline] = [
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

  static let projects: [SlideOutline] = [
    top(
      "s5-ordered",
      [
        "amount", "ordered_on", "collected", "expected_collection", "expected_collection_on",
        "days_since_order",
      ]),
    top("s5-pending", ["amount", "won_on", "expected_order_on", "days_since_won", "slipped"]),
    top(
      "s4-collecting", ["amount", "expected_bid_on", "expected_collection", "expected_collection_on"],
      also: ["collection-forecast"]),
    top(
      "new-collection",
      ["amount", "expected_collection", "expected_collection_on", "previous_expected_on"]),
    top(
      "s4-bidding", ["amount", "expected_bid_on", "bid_price", "chance", "competitor"], also: ["win-forecast"]
    ),
    SlideOutline(
      id: "promises",
      listing: .init(
        table: "promises",
        columns: [
          "business_unit", "kind", "lead_id", "name", "customer", "rep_id", "promised", "promised_on",
          "outcome", "kept_amount", "now_expected_on", "slips",
        ], rows: 16),
      summary: .init(
        table: "promise-summary",
        columns: [
          "business_unit", "kind", "promises", "promised", "kept_amount", "kept_rate", "kept", "partial",
          "slipped", "missed", "lost", "vanished",
        ], rows: 6),
      isPerUnit: true, pick: .init(each: ["kind"])),
    SlideOutline(
      id: "reservoir",
      exhibit: .init(
        table: "reservoir",
        chart: .stacked(
          member: ["month", "product"], parts: ["won_pending", "bidding", "open"], total: "total",
          target: "target", rate: "coverage")),
      listing: .init(
        table: "reservoir", columns: ["business_unit", "product", "month", "target", "weighted"], rows: 16),
      isPerUnit: true),
  ]

  /// Actual, target and rate of both metrics, as every achievement table names them.
  private static let actualsOnTargets = [
    ("orders_actual", "orders_target", "orders_rate"),
    ("collections_actual", "collections_target", "collections_rate"),
  ]

  private static func achieved(
    _ table: String, _ member: String, perUnit: Bool = true, also: [String] = []
  ) -> SlideOutline {
    SlideOutline(
      id: table, exhibit: .init(table: table, chart: .targets(member: [member], actualsOnTargets)),
      listing: .init(
        table: table,
        columns: [member, "orders_target", "orders_gap", "collections_target", "collections_gap"],
        spare: (table == "team-month" ? ["headcount", "orders_per_head"] : [])
          + ["orders_week", "orders_slipped", "collections_week"]),
      isPerUnit: perUnit, also: also,
      message: ("achievement", ["orders_rate", "orders_gap", "collections_rate", "collections_gap"]))
  }

  private static func toDate(_ table: String, _ member: String) -> SlideOutline {
    SlideOutline(
      id: table, exhibit: .init(table: table, chart: .targets(member: [member], actualsOnTargets)),
      listing: .init(
        table: table,
        columns: [
          member, "orders_last_year", "orders_growth", "collections_last_year", "collections_growth",
        ]),
      isPerUnit: true, message: ("to-date", ["orders_rate", "collections_rate", "time_progress"]))
  }

  /// A list of leads with columns of its own.
  static func top(
    _ table: String, _ own: [String], perUnit: Bool = true, sentences: String? = nil, also: [String] = []
  ) -> SlideOutline {
    // The largest of each business unit are ranked.
    let lead =
      ["business_unit"] + (perUnit ? ["rank"] : [])
      + ["lead_id", "name", "customer", "province", "product", "rep_id"]
    return SlideOutline(
      id: table, listing: .init(table: table, columns: lead + own, sentences: sentences), isPerUnit: perUnit,
      also: also)
  }
}
