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

extension ReviewContext {
  /// The cells of ``LeadColumns`` for one lead.
  func cells(of lead: LeadView, rank: Int? = nil, own: [Cell], daysIdle: Int?) -> [Cell] {
    let fact = lead.row.dimensions
    var cells: [Cell] = [.text(text(fact.businessUnit))]
    if let rank { cells.append(.count(rank)) }
    cells += [
      .text(facts.leads.id(lead.number)), .text(facts.leads.name(lead.number)),
      .text(customerName(fact.customer, lead.row.customerName)),
      .text(text(facts.masters.customerClass(fact.customer))), .text(text(fact.province)),
      .text(text(fact.team)),
      .text(text(fact.rep)), .text(text(fact.product)), .text(stageID(lead)),
    ]
    cells += own
    cells += [.text(chance(lead)), .text(text(lead.row.competitor)), .count(daysIdle)]
    return cells
  }

  /// The id of a lead's stage.
  func stageID(_ lead: LeadView) -> String { facts.leads.stages[lead.row.stage].id }

  /// The canonical word of a lead's chance; nil for a blank.
  func chance(_ lead: LeadView) -> String? {
    let words = Vocabulary.chance.words
    return Int(lead.row.chance) < words.count ? words[Int(lead.row.chance)].canonical : nil
  }

  /// Whether one lead's business unit, then lead_id, stands before another's.
  func lead(_ left: LeadView, precedes right: LeadView) -> Bool {
    let (leftUnit, rightUnit) = (left.row.dimensions.businessUnit, right.row.dimensions.businessUnit)
    return leftUnit == rightUnit
      ? facts.leads.precedes(left.number, right.number) : unit(leftUnit, precedes: rightUnit)
  }
}
