internal import Facts
internal import ReviewModel

/// What a live lead brings to the forecast month, or should have brought by now (docs/metrics.md, section 3): worked
/// out once for the tables of a month, each of which groups it in its own way.
struct LeadForecast: Sendable {
  struct Amounts: Sendable {
    var commit = Money.zero
    var weighted = Money.zero
    var slipped = Money.zero
  }

  let dimensions: Dimensions
  private(set) var amounts = ByMetric(orders: Amounts(), collections: Amounts())

  /// nil for a lead that is expected at no such time.
  fileprivate init?(_ lead: LeadView, _ period: ReviewPeriod) {
    guard lead.isLive else { return nil }
    let isDue = !lead.isOrdered && lead.expectedOrderOn.isIn(period.forecastWindow)
    let hasSlipped = !lead.isOrdered && lead.expectedOrderOn.isOnOrBefore(period.asOf)
    let isCollected = lead.isCollectionDue(in: period)
    let isLate = lead.isCollectionLate(in: period)
    guard isDue || hasSlipped || isCollected || isLate else { return nil }
    dimensions = lead.row.dimensions
    if isDue {
      if lead.kind == .won { amounts.orders.commit = lead.row.amount }
      amounts.orders.weighted = lead.weighted(lead.row.amount)
    } else if hasSlipped {
      amounts.orders.slipped = lead.row.amount
    }
    if isCollected {
      let expected = lead.row.expectedCollection
      if lead.kind == .won { amounts.collections.commit = expected }
      amounts.collections.weighted = lead.weighted(expected)
    } else if isLate {
      amounts.collections.slipped = lead.row.expectedCollection
    }
  }
}

extension LeadView {
  /// Whether its collection is expected in what is left of the forecast month.
  func isCollectionDue(in period: ReviewPeriod) -> Bool { expectedCollectionOn.isIn(period.forecastWindow) }

  /// Whether its collection should have come by now: what is not won owes nothing.
  func isCollectionLate(in period: ReviewPeriod) -> Bool {
    kind == .won && expectedCollectionOn.isOnOrBefore(period.asOf)
  }
}

extension ReviewContext {
  /// The leads that the tables of a month count, in no order.
  var leadForecasts: [LeadForecast] {
    shared.leadForecasts {
      var forecasts: [LeadForecast] = []
      // Room for all at once: to grow is to copy, and pages that nobody writes cost nothing.
      forecasts.reserveCapacity(leads.count)
      for lead in leads {
        if let forecast = LeadForecast(lead, period) { forecasts.append(forecast) }
      }
      return forecasts
    }
  }
}
