/// The tables and columns of docs/metrics.md, in pack order: what the catalogues must name.
enum Contract {
  /// Columns of a table, by table.
  static let columns: [(table: String, columns: [String])] = text.split(separator: "\n").map { line in
    let words = line.split(separator: " ").map(String.init)
    return (String(words[0].dropLast()), Array(words.dropFirst()))
  }

  private static let month = both(
    """
    orders_target orders_actual orders_rate orders_gap orders_week orders_forecast_target orders_commit \
    orders_weighted orders_forecast orders_forecast_rate orders_slipped
    """)

  private static let toDate =
    both(
      "orders_year_target orders_target orders_actual orders_rate orders_gap orders_last_year orders_growth")
    + " time_progress"

  private static let lead = "lead_id name customer customer_class province team rep_id product stage"
  private static let leadEnd = "chance competitor days_idle"

  /// Columns of orders, then the same of collections.
  private static func both(_ orders: String) -> String {
    let names = orders.split(separator: " ").map { $0.dropFirst("orders_".count) }
    return ["orders_", "collections_"].flatMap { metric in names.map { metric + $0 } }.joined(separator: " ")
  }

  private static let text = """
    province-month: business_unit province \(month)
    product-month: business_unit product \(month)
    team-month: business_unit team \(month) headcount orders_per_head
    rep-month: rep_id name team grade \(month) rank
    class-month: business_unit customer_class \(month)
    industry-month: business_unit industry \(month)
    city-month: business_unit province city \(month)
    channel-month: business_unit channel \(month)
    province-to-date: business_unit province \(toDate)
    product-to-date: business_unit product \(toDate)
    team-to-date: business_unit team \(toDate)
    rep-to-date: rep_id name team grade \(toDate)
    target-breakdown: metric level year_amount parent parent_amount difference status
    plan-accuracy: business_unit metric months accuracy swing range accuracy_last_year swing_last_year \
      accuracy_change swing_change
    collection-forecast: business_unit product target collected expected weighted forecast forecast_rate \
      slipped
    win-forecast: business_unit product bids bid_amount weighted won won_amount forecast
    s5-ordered: business_unit rank \(lead) amount ordered_on collected expected_collection \
      expected_collection_on days_since_order \(leadEnd)
    s5-pending: business_unit rank \(lead) amount won_on expected_order_on days_since_won slipped \(leadEnd)
    s4-collecting: business_unit rank \(lead) amount expected_bid_on expected_collection \
      expected_collection_on \(leadEnd)
    new-collection: business_unit rank \(lead) amount expected_collection expected_collection_on \
      previous_expected_on \(leadEnd)
    s4-bidding: business_unit rank \(lead) amount expected_bid_on bid_price \(leadEnd)
    promises: kind business_unit \(lead) promised promised_on outcome kept_amount now_expected_on slips \
      \(leadEnd)
    promise-summary: business_unit kind promises promised kept partial slipped missed lost vanished \
      kept_amount kept_rate
    reservoir: business_unit product month target open bidding won_pending total weighted coverage
    ledger: business_unit lead_id name customer_id customer customer_class industry province city team \
      rep_id source product stage amount probability weighted chance created expected_bid_on won_on \
      expected_order_on ordered_on expected_collection_on expected_collection collected closed_on \
      last_followed follows days_idle silent competitor bid_price lost_reason top updated
    funnel: business_unit stage leads amount weighted new advanced regressed average_age
    movement: business_unit opening new increased decreased ordered lost vanished closing
    conversion: dimension member received won lost live conversion win_rate won_amount average_cycle \
      closed_won closed_lost close_rate
    won-summary: business_unit product deals amount average_amount average_cycle median_cycle key_factors
    won-deals: business_unit \(lead) amount won_on cycle follows key_factors \(leadEnd)
    lost-reasons: lost_reason competitor leads amount share
    silent-leads: business_unit \(lead) amount follows last_followed \(leadEnd)
    dead-leads: business_unit \(lead) amount lost_reason days_dead suggested_rep \(leadEnd)
    lead-matching: business_unit \(lead) amount suggested_rep score reasons \(leadEnd)
    weekly-control: province orders_target orders orders_rate collections new_customers visits \
      effective_visits effective_rate deal_rate reps orders_per_head competitor_events open_complaints \
      reports_due reports reports_on_time
    report-discipline: rep_id due reports on_time submission_rate on_time_rate fill_quality reviewed_rate \
      review_lag_hours planned_visits executed execution_rate approved_rate score
    visit-efficiency: rep_id visits effective_visits effective_rate deals deal_rate expense \
      expense_per_visit orders expense_ratio
    visit-purpose: purpose planned visits effective_visits effective_rate orders collections
    reported-vs-booked: rep_id reported_orders booked_orders orders_difference reported_collections \
      booked_collections collections_difference
    claims: kind rep_id date subject detail amount
    events: event_id date kind severity province customer rep_id summary status days_open
    anomalies: kind severity subject owner days detail
    todo: rep_id kind subject customer due amount days
    next-week: overdue week rep_id item target_amount due
    customer-value: rank customer_id customer customer_class industry province value share cumulative_share \
      band
    value-bands: band customers value share average
    customer-groups: group customers active value share revisits_overdue
    top-profile: dimension member a_customers a_share other_share lift
    churn: customer_id customer customer_class industry rep_id last_order lost_month value_before \
      open_complaints
    churn-summary: customer_class lost_month customers value_before
    revisits: customer_id customer customer_class last_contact days_since due_every overdue_days birthday
    product-pairs: product_a product_b customers support confidence_ab confidence_ba lift
    price-floor: order_id line date customer rep_id product unit_price floor_price shortfall
    receivables: business_unit customer_id customer outstanding not_due d1_30 d31_60 d61_90 over_90 overdue \
      overdue_rate disputed oldest_days
    receivables-by-rep: rep_id outstanding not_due d1_30 d31_60 d61_90 over_90 overdue overdue_rate disputed \
      oldest_days
    overdue-invoices: business_unit rank invoice_id customer rep_id invoice_date due_date amount paid \
      outstanding days_overdue disputed
    contracts: contract_id customer rep_id business_unit starts ends amount fulfilled fulfilment \
      time_elapsed behind
    renewals: contract_id customer rep_id ends days_left amount fulfilment customer_value
    order-to-cash: business_unit won ordered contracted fulfilled invoiced collected ordered_rate \
      contracted_rate invoiced_rate collected_rate
    renewal-rate: business_unit ended renewed rate ended_amount renewed_amount
    checklist: table title cadence rows status needs
    data-quality: file kind encoding rows accepted superseded future rejected rewound warnings
    rejects: file line column code text
    warnings: file line column code text
    """
}
