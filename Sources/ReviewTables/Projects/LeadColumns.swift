internal import Facts
internal import ReviewModel

/// The columns that lists of leads share (docs/metrics.md, section 4): a table's own stand between them.
enum LeadColumns {
  static func around(_ own: [Column], ranked: Bool = false) -> [Column] {
    [.text("business_unit")] + (ranked ? [.ordinal("rank")] : [])
      + [
        .text("lead_id"), .text("name"), .text("customer"), .text("customer_class", .word("customer_class")),
        .text("province"), .text("team"), .text("rep_id", .rep), .text("product"), .text("stage", .stage),
      ] + own + [.text("chance", .word("chance")), .text("competitor"), .ordinal("days_idle")]
  }
}

extension RowCells {
  /// The cells of ``LeadColumns`` for one lead, before a table's own.
  mutating func put(headOf lead: LeadView, rank: Int? = nil, _ review: ReviewContext) {
    let fact = lead.row.dimensions
    put(fact.businessUnit, review)
    if let rank { put(count: rank) }
    putID(of: lead.number, review)
    putName(of: lead.number, review)
    putCustomer(fact.customer, named: lead.row.customerName, review)
    put(review.facts.masters.customerClass(fact.customer), review)
    put(fact.province, review)
    put(fact.team, review)
    put(fact.rep, review)
    put(fact.product, review)
    putStage(of: lead, review)
  }

  /// The cells of ``LeadColumns`` for one lead, behind a table's own.
  mutating func put(tailOf lead: LeadView, daysIdle: Int?, _ review: ReviewContext) {
    putChance(of: lead, review)
    put(lead.row.competitor, review)
    put(count: daysIdle)
  }
}
