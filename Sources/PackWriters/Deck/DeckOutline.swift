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

  /// The slides of a review.
  static func slides(for cadence: ReviewPeriod.Cadence) -> [SlideOutline] {
    switch cadence {
    case .month: slides
    case .week: weekly.flatMap { id in slides.filter { $0.id == id } }.map(\.shared)
    }
  }

  /// A week is looked at in an hour: where it stands, what was promised, the largest projects, who does what.
  private static let weekly = [
    "weekly-control", "province-month", "promise-summary", "promises", "s5-ordered", "s5-pending",
    "s4-collecting", "new-collection", "s4-bidding", "movement", "silent-leads", "anomalies",
    "report-discipline", "events", "todo", "receivables", "overdue-invoices", "renewals", "next-week",
    "data-quality", "checklist",
  ]
}

extension SlideOutline {
  /// Business units together where a chart does not need a slide for each.
  fileprivate var shared: SlideOutline {
    guard isPerUnit, exhibit == nil else { return self }
    var outline = self
    outline.isPerUnit = false
    outline.pick.each.insert("business_unit", at: 0)
    return outline
  }
}
