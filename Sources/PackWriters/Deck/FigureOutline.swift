package import ReviewModel

/// One figure of the summary: what stands large, and what explains it.
package struct FigureOutline {
  /// Where in its table a figure stands.
  package enum Source {
    case totals
    /// The first row with this word in the column.
    case row(column: String, word: String)
  }

  /// `text.deck.card.KEY` is its name, with the forecast month for `{0}` and the month of as-of for `{1}`.
  package let key: String
  package let table: String
  /// The outline of the slide that it leads to.
  package let slide: String
  /// Whether it is what the month of as-of brought so far.
  package var isOfMonth = false
  package var source = Source.totals
  /// The column that stands large.
  package let figure: String
  package var rate: String?
  /// What counts in it from the days of the forecast month that are over, if there are any.
  package var begun: String?
  package var details: [String] = []
  /// What of the period before it is set against, in reviews of this cadence.
  package var previous: (metric: Metric, cadence: ReviewPeriod.Cadence)?
  /// What is missing: `forecast` less `target`, the two that stand above.
  package var shortfall: (forecast: String, target: String)?
  /// The only reviews in which it stands; nil for all.
  package var cadence: ReviewPeriod.Cadence?
}

/// One count of the summary: how many there are, and the first of them by name.
package struct NamesOutline {
  /// `text.deck.card.KEY` is its name, with the forecast month for `{0}`; `text.deck.count.KEY` says of what it is.
  package let key: String
  package let table: String
  /// The outline of the slide that it leads to.
  package let slide: String
  /// Rows with one of these words in the column; nil for all.
  package var only: (column: String, words: [String])?
  /// The columns of which the first that is not blank names a row.
  package let subject: [String]
  /// What stands beside the name.
  package let detail: String
  /// Whether `text.deck.count.KEY.each` is said over the detail.
  package var isSaid = false
  /// Whether the rows with most of `detail` stand first, and not those that the table has first.
  package var isLargestFirst = false
}

extension DeckOutline {
  /// The figures, in the order of the meeting: where we stand, what became of the last promises, what the
  /// forecast month will bring, on whom we depend.
  package static let figures: [FigureOutline] =
    [
      FigureOutline(
        key: "week", table: "weekly-control", slide: "weekly-control", figure: "orders", rate: "orders_rate",
        details: ["orders_target", "collections", "visits", "new_customers"], previous: (.orders, .week),
        cadence: .week)
    ]
    + Metric.allCases.map { metric in
      FigureOutline(
        key: "\(metric.word)-month", table: "province-month", slide: "province-month", isOfMonth: true,
        figure: "\(metric.word)_actual", rate: "\(metric.word)_rate",
        details: ["\(metric.word)_target", "\(metric.word)_gap", "\(metric.word)_week"],
        previous: (metric, .month))
    }
    + Metric.allCases.map { metric in
      FigureOutline(
        key: "\(metric.word)-year", table: "province-to-date", slide: "province-to-date",
        figure: "\(metric.word)_actual", rate: "\(metric.word)_rate",
        details: [
          "\(metric.word)_target", "\(metric.word)_gap", "\(metric.word)_growth",
          "\(metric.word)_year_target", "time_progress",
        ])
    } + [
      FigureOutline(
        key: "promises", table: "promise-summary", slide: "promises", figure: "kept_rate",
        details: ["promises", "promised", "kept_amount", "slipped", "missed"])
    ]
    + Metric.allCases.map { metric in
      FigureOutline(
        key: "\(metric.word)-forecast", table: "province-month", slide: "province-forecast",
        figure: "\(metric.word)_forecast", rate: "\(metric.word)_forecast_rate",
        begun: "\(metric.word)_actual",
        details: ["\(metric.word)_weighted", "\(metric.word)_commit", "\(metric.word)_forecast_target"],
        shortfall: ("\(metric.word)_forecast", "\(metric.word)_forecast_target"))
    } + [
      FigureOutline(
        key: "pipeline", table: "movement", slide: "movement", figure: "closing",
        details: ["opening", "new", "ordered", "lost"]),
      FigureOutline(
        key: "customers", table: "value-bands", slide: "customer-value",
        source: .row(column: "band", word: "A"), figure: "share", details: ["customers", "value", "average"]),
      FigureOutline(
        key: "overdue", table: "receivables", slide: "receivables", figure: "overdue", rate: "overdue_rate",
        details: ["outstanding", "over_90", "disputed"]),
    ]

  /// The names behind the figures: the projects that carry the month, the promises that broke, the customers that
  /// carry the year, and what lies still.
  package static let names: [NamesOutline] = {
    let lead = ["name", "customer", "lead_id"]
    return [
      NamesOutline(
        key: "s5-pending", table: "s5-pending", slide: "s5-pending", subject: lead, detail: "amount",
        isLargestFirst: true),
      NamesOutline(
        key: "s4-bidding", table: "s4-bidding", slide: "s4-bidding", subject: lead, detail: "amount",
        isLargestFirst: true),
      NamesOutline(
        key: "new-collection", table: "new-collection", slide: "new-collection", subject: lead,
        detail: "expected_collection", isLargestFirst: true),
      NamesOutline(
        key: "broken", table: "promises", slide: "promises", only: ("outcome", ["missed", "slipped"]),
        subject: lead, detail: "promised", isLargestFirst: true),
      NamesOutline(
        key: "largest", table: "customer-value", slide: "customer-value",
        subject: ["customer", "customer_id"], detail: "value"),
      NamesOutline(
        key: "silent", table: "silent-leads", slide: "silent-leads", subject: lead, detail: "amount",
        isLargestFirst: true),
      NamesOutline(
        key: "invoices", table: "overdue-invoices", slide: "overdue-invoices",
        subject: ["customer", "invoice_id"],
        detail: "outstanding", isLargestFirst: true),
      NamesOutline(
        key: "idle", table: "anomalies", slide: "anomalies", only: ("kind", ["rep-idle"]),
        subject: ["subject"], detail: "days", isSaid: true),
    ]
  }()
}
