internal import ReviewModel

/// The deck, in order: everything that it can show. A slide more is an entry more.
package enum DeckOutline {
  /// All slides between the figures and the remarks.
  package static let slides: [SlideOutline] =
    achievement + forecasts + projects + pipeline + actions + customers + money + pack

  /// The slides of a review: those that the meeting goes through, in its order, then the others to look up.
  static func slides(for cadence: ReviewPeriod.Cadence) -> [SlideOutline] {
    let all =
      switch cadence {
      case .month: slides
      case .week: weekly.flatMap { id in slides.filter { $0.id == id } }.map(\.shared)
      }
    let core = core(cadence)
    return core.flatMap { id in
      all.filter { $0.id == id }.map { outline in
        var outline = outline
        outline.isCore = true
        return outline
      }
    } + all.filter { !core.contains($0.id) }
  }

  /// What the meeting goes through: where it stands, what became of the promises, the forecast month and its
  /// projects, on whom it depends, what lies still, what to do.
  private static func core(_ cadence: ReviewPeriod.Cadence) -> [String] {
    switch cadence {
    case .month:
      [
        "province-month", "product-month", "province-to-date", "promises", "province-forecast", "s5-pending",
        "s4-collecting", "s4-bidding", "movement", "customer-value", "silent-leads", "anomalies",
        "receivables", "todo",
      ]
    case .week:
      [
        "weekly-control", "province-month", "promises", "s5-pending", "s4-collecting", "s4-bidding",
        "movement", "silent-leads", "anomalies", "todo", "next-week",
      ]
    }
  }

  /// A week is looked at in an hour: where it stands, what was promised, the largest projects, who does what.
  private static let weekly = [
    "weekly-control", "province-month", "promises", "s5-ordered", "s5-pending", "s4-collecting",
    "new-collection", "s4-bidding", "movement", "silent-leads", "anomalies", "report-discipline", "events",
    "todo", "receivables", "overdue-invoices", "renewals", "next-week", "data-quality", "checklist",
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
