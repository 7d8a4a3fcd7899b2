internal import Facts
internal import ReviewModel

/// The live leads by stage, and how they moved since the previous review (docs/metrics.md, section 5).
struct Funnel: ReviewTable {
  let definition = TableDefinition(
    "funnel", .leads, needs: [[.leads]], keyColumns: 2, charts: [.funnel(stage: "stage", amount: "amount")],
    columns: [
      .text("business_unit"), .text("stage", .stage), .count("leads"), .money("amount"), .money("weighted"),
      .count("new"), .count("advanced"), .count("regressed"), .number("average_age"),
    ])

  fileprivate struct Stage {
    var leads = 0
    var amount = MoneySum.zero
    var weighted = MoneySum.zero
    var new = 0
    var advanced = 0
    var regressed = 0
    var age = 0
    var aged = 0

    var averageAge: Figure? { Figure(age, over: aged, decimals: 1) }
  }

  func table(_ review: ReviewContext) -> Table {
    let stages = review.facts.leads.stages
    var units = Groups([Stage](repeating: Stage(), count: stages.stages.count))
    for lead in review.liveLeads {
      units[GroupKey(lead.businessUnit)][Int(lead.row.stage)].add(lead, review)
    }
    var rows: [[Cell]] = []
    var whole = Stage()
    for unit in units.keys.sorted(by: { review.unit($0[0], precedes: $1[0]) }) {
      for (stage, sum) in zip(stages.stages, units[unit]) where stage.kind.isLive {
        whole.age += sum.age
        whole.aged += sum.aged
        rows.append([
          .text(review.text(unit[0])), .text(stage.id), .count(sum.leads), .money(sum.amount),
          .money(sum.weighted),
          .count(sum.new), .count(sum.advanced), .count(sum.regressed), .number(sum.averageAge),
        ])
      }
    }
    return TableBuilder(definition).table(rows, totals: ["average_age": .number(whole.averageAge)])
  }
}

extension Funnel.Stage {
  fileprivate mutating func add(_ lead: LeadView, _ review: ReviewContext) {
    leads += 1
    amount += lead.row.amount
    weighted += lead.weighted(lead.row.amount)
    if let before = review.before(lead.number), before.kind.isLive {
      if before.state.stage < lead.row.stage { advanced += 1 }
      if before.state.stage > lead.row.stage { regressed += 1 }
    } else {
      new += 1
    }
    if let created = lead.row.created.day {
      age += review.period.asOf - created
      aged += 1
    }
  }
}
