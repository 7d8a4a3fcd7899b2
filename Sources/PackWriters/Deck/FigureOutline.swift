internal import ReviewModel

/// One figure of the second slide: what stands large, and what explains it.
struct FigureOutline {
  /// Where in its table a figure stands.
  enum Source {
    case totals
    /// The first row with this word in the column.
    case row(column: String, word: String)
    /// How many rows there are, or how many with this word in the column.
    case count(column: String?, word: String)
  }

  /// `text.deck.card.KEY` is its name, with the forecast month for `{0}`; of a count, `text.deck.count.KEY` says
  /// of what.
  let key: String
  let table: String
  /// The outline of the slide that it leads to.
  let slide: String
  var source = Source.totals
  /// The column that stands large; nil for a count.
  var figure: String?
  var rate: String?
  /// What counts in it from the days of the forecast month that are over, if there are any.
  var begun: String?
  var details: [String] = []
  /// What of the period before it is set against, in reviews of this cadence.
  var previous: (metric: Metric, cadence: ReviewPeriod.Cadence)?
  /// What is missing: `forecast` less `target`, the two that stand above.
  var shortfall: (forecast: String, target: String)?
  /// Of a count: the rows one by one, the first few.
  var names: (subject: String, detail: String)?
  /// The only reviews in which it stands; nil for all.
  var cadence: ReviewPeriod.Cadence?
}

extension DeckOutline {
  /// The summary, in the order of the meeting: where we stand, what became of the last promises, what the
  /// forecast month will bring, on whom we depend, and what lies still.
  static let figures: [FigureOutline] =
    [
      FigureOutline(
        key: "week", table: "weekly-control", slide: "weekly-control", figure: "orders", rate: "orders_rate",
        details: ["orders_target", "collections", "visits", "new_customers"], previous: (.orders, .week),
        cadence: .week)
    ]
    + Metric.allCases.map { metric in
      FigureOutline(
        key: "\(metric.word)-month", table: "province-month", slide: "province-month",
        figure: "\(metric.word)_actual", rate: "\(metric.word)_rate",
        details: ["\(metric.word)_target", "\(metric.word)_gap", "\(metric.word)_week"],
        previous: (metric, .month))
    }
    + Metric.allCases.map { metric in
      FigureOutline(
        key: "\(metric.word)-year", table: "province-to-date", slide: "province-to-date",
        figure: "\(metric.word)_actual", rate: "\(metric.word)_rate",
        details: [
          "\(metric.word)_target", "\(metric.word)_gap", "\(metric.word)_growth", "time_progress",
        ])
    } + [
      FigureOutline(
        key: "promises", table: "promise-summary", slide: "promises", figure: "kept_rate",
        details: ["promised", "kept_amount", "slipped", "missed"])
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
        key: "silent", table: "silent-leads", slide: "silent-leads", source: .count(column: nil, word: ""),
        details: ["amount"]),
      FigureOutline(
        key: "idle", table: "anomalies", slide: "anomalies",
        source: .count(column: "kind", word: "rep-idle"), names: ("subject", "days")),
      FigureOutline(
        key: "overdue", table: "receivables", slide: "receivables", figure: "overdue", rate: "overdue_rate",
        details: ["outstanding", "over_90", "disputed"]),
    ]
}
