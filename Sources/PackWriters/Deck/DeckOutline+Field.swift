internal import ReviewModel

extension DeckOutline {
  static let pipeline: [SlideOutline] = [
    SlideOutline(
      id: "movement",
      exhibit: .init(
        table: "movement",
        chart: .waterfall([
          "opening", "new", "increased", "decreased", "ordered", "lost", "vanished", "closing",
        ])),
      listing: .init(table: "movement", rows: 4), isWide: true, also: ["funnel", "ledger"]),
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
    SlideOutline(
      id: "won-summary",
      listing: .init(
        table: "won-summary",
        columns: [
          "business_unit", "product", "deals", "amount", "average_amount", "average_cycle", "median_cycle",
          "key_factors",
        ], sentences: "key_factors")),
    top(
      "won-deals", ["amount", "won_on", "cycle", "follows", "key_factors", "competitor"], perUnit: false,
      sentences: "key_factors"),
    top(
      "silent-leads", ["amount", "follows", "last_followed", "days_idle"], perUnit: false, also: ["revisits"]),
    top("dead-leads", ["amount", "lost_reason", "days_dead", "suggested_rep"], perUnit: false),
    SlideOutline(
      id: "lead-matching",
      listing: .init(
        table: "lead-matching",
        columns: [
          "business_unit", "lead_id", "name", "customer", "province", "product", "amount", "suggested_rep",
          "score", "reasons",
        ], sentences: "reasons")),
  ]

  static let actions: [SlideOutline] = [
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
        ]),
      also: ["visit-efficiency", "visit-purpose", "claims"]),
    SlideOutline(
      id: "visit-efficiency",
      exhibit: .init(
        table: "visit-efficiency",
        chart: .targets(member: ["rep_id"], [("visits", nil, "effective_rate"), ("orders", nil, nil)])),
      listing: .init(
        table: "visit-efficiency",
        columns: ["rep_id", "deals", "deal_rate", "expense", "expense_per_visit", "expense_ratio"], rows: 16),
      pick: .init(largest: ["visits"])),
    SlideOutline(
      id: "visit-purpose",
      exhibit: .init(
        table: "visit-purpose",
        chart: .targets(member: ["purpose"], [("visits", "planned", nil), ("effective_rate", nil, nil)])),
      listing: .init(
        table: "visit-purpose", columns: ["purpose", "effective_visits", "orders", "collections"])),
    SlideOutline(
      id: "reported-vs-booked",
      exhibit: .init(
        table: "reported-vs-booked",
        chart: .targets(member: ["rep_id"], [("reported_orders", "booked_orders", nil)])),
      listing: .init(
        table: "reported-vs-booked",
        columns: [
          "rep_id", "orders_difference", "reported_collections", "booked_collections",
          "collections_difference",
        ])),
    SlideOutline(
      id: "claims", listing: .init(table: "claims", sentences: "subject"), pick: .init(each: ["kind"])),
    SlideOutline(
      id: "anomalies", listing: .init(table: "anomalies", sentences: "detail"), pick: .init(each: ["kind"])),
    SlideOutline(
      id: "todo",
      listing: .init(
        table: "todo", columns: ["kind", "rep_id", "subject", "customer", "due", "amount", "days"],
        sentences: "subject"),
      pick: .init(largest: ["amount", "days"], each: ["kind"])),
  ]

  static let customers: [SlideOutline] = [
    SlideOutline(
      id: "customer-value",
      exhibit: .init(
        table: "customer-value",
        chart: .pareto(member: ["customer"], value: "value", cumulated: "cumulative_share")),
      listing: .init(table: "value-bands")),
    SlideOutline(
      id: "customer-groups",
      exhibit: .init(
        table: "customer-groups", chart: .targets(member: ["group"], [("value", nil, "share")])),
      listing: .init(
        table: "customer-groups", columns: ["group", "customers", "active", "revisits_overdue"])),
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
        chart: .matrix(member: "lost_month", part: "customer_class", value: "value_before"))),
    SlideOutline(
      id: "churn",
      listing: .init(
        table: "churn",
        columns: [
          "customer_id", "customer", "customer_class", "industry", "rep_id", "last_order", "value_before",
          "open_complaints",
        ])),
    SlideOutline(id: "revisits", listing: .init(table: "revisits")),
    SlideOutline(id: "product-pairs", listing: .init(table: "product-pairs")),
    SlideOutline(
      id: "price-floor",
      listing: .init(
        table: "price-floor",
        columns: [
          "order_id", "date", "customer", "rep_id", "product", "unit_price", "floor_price", "shortfall",
        ])),
  ]

  static let money: [SlideOutline] = [
    // The ages are those of all units together; who owes is listed unit by unit.
    SlideOutline(
      id: "receivables",
      exhibit: .init(
        table: "receivables", chart: .ages(["not_due", "d1_30", "d31_60", "d61_90", "over_90"])),
      also: ["receivables-by-rep"], message: ("receivables", ["outstanding", "overdue", "overdue_rate"])),
    SlideOutline(
      id: "receivables-customers",
      listing: .init(
        table: "receivables",
        columns: ["business_unit", "customer", "outstanding", "overdue", "overdue_rate", "oldest_days"]),
      isPerUnit: true),
    SlideOutline(
      id: "receivables-by-rep",
      exhibit: .init(
        table: "receivables-by-rep",
        chart: .targets(member: ["rep_id"], [("overdue", "outstanding", "overdue_rate")])),
      listing: .init(
        table: "receivables-by-rep",
        columns: ["rep_id", "d1_30", "d31_60", "d61_90", "over_90", "oldest_days"])),
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
    SlideOutline(
      id: "renewal-rate",
      exhibit: .init(
        table: "renewal-rate",
        chart: .targets(
          member: ["business_unit"],
          [("renewed_amount", "ended_amount", nil), ("renewed", "ended", "rate")])),
      listing: .init(
        table: "renewal-rate",
        columns: ["business_unit", "ended", "renewed", "rate", "ended_amount", "renewed_amount"])),
    SlideOutline(
      id: "order-to-cash",
      exhibit: .init(
        table: "order-to-cash",
        chart: .totals(["won", "ordered", "contracted", "fulfilled", "invoiced", "collected"])),
      listing: .init(table: "order-to-cash", rows: 6), isWide: true),
    SlideOutline(id: "events", listing: .init(table: "events", sentences: "summary")),
    SlideOutline(
      id: "next-week", listing: .init(table: "next-week", sentences: "item"), pick: .init(each: ["overdue"])),
  ]

  static let pack: [SlideOutline] = [
    SlideOutline(
      id: "data-quality", listing: .init(table: "data-quality"), also: ["rejects", "warnings"]),
    SlideOutline(id: "rejects", listing: .init(table: "rejects")),
    SlideOutline(
      id: "checklist",
      listing: .init(table: "checklist", columns: ["title", "rows", "status"], rows: 22, lanes: 3)),
  ]
}
