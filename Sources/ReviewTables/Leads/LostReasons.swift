internal import Facts
internal import ReviewModel

/// Why leads were lost this year, and to whom (docs/metrics.md, section 5).
struct LostReasons: ReviewTable {
  let definition = TableDefinition(
    "lost-reasons", .leads, [.month], needs: [[.leads]], keyColumns: 2,
    columns: [
      .text("lost_reason"), .text("competitor"), .count("leads"), .money("amount"),
      .rate("share").traced(.share(of: "leads")),
    ])

  private struct Losses {
    var leads = 0
    var amount = MoneySum.zero
  }

  func table(_ review: ReviewContext) -> Table {
    var groups = Groups(Losses())
    var all = 0
    for lead in review.leads where lead.kind == .lost && lead.row.closedOn.isIn(review.period.yearToDate) {
      let key = GroupKey(review.orNone(lead.row.lostReason), review.orNone(lead.row.competitor))
      groups[key].leads += 1
      groups[key].amount += lead.row.amount
      all += 1
    }
    let rows = zip(groups.keys, groups.sums).sorted { left, right in
      if left.1.leads != right.1.leads { return left.1.leads > right.1.leads }
      if left.1.amount != right.1.amount { return left.1.amount > right.1.amount }
      return left.0[0] == right.0[0]
        ? review.text(left.0[1], precedes: right.0[1]) : review.text(left.0[0], precedes: right.0[0])
    }.map { key, losses -> [Cell] in
      [
        .text(review.text(key[0])), .text(review.text(key[1])), .count(losses.leads), .money(losses.amount),
        .rate(Figure(losses.leads, over: all)),
      ]
    }
    return TableBuilder(definition).table(rows, totals: ["share": .rate(Figure(all, over: all))])
  }
}
