internal import Facts
internal import ReviewModel

/// What is planned for the week after as-of, and what earlier weeks left undone (docs/metrics.md, section 6).
struct NextWeek: ReviewTable {
  let details: FactDetails = .weeklyPlans

  let definition = TableDefinition(
    "next-week", .actions, needs: [[.weeklyPlans]], keyColumns: 4,
    columns: [
      .flag("overdue"), .text("week"), .text("rep_id", .rep), .text("item"), .money("target_amount"),
      .date("due"),
    ])

  func table(_ review: ReviewContext) -> Table {
    let (facts, next) = (review.facts, review.period.week.next)
    let plans = facts.weeklyPlans.filter { $0.week == next || ($0.week < next && !$0.isDone) }
      .sorted { left, right in
        if (left.week < next) != (right.week < next) { return left.week < next }
        if left.rep != right.rep { return review.text(left.rep, precedes: right.rep) }
        if left.week != right.week { return left.week < right.week }
        return facts.texts.precedes(
          left.item, right.item, or: left.version.position < right.version.position)
      }
    return TableBuilder(definition).table(count: plans.count) { row in
      let plan = plans[row]
      return [
        .flag(plan.week < next), .text(plan.week.description), .text(review.text(plan.rep)),
        .text(facts.texts[plan.item]), .money(plan.targetAmount.money.map { MoneySum($0) }),
        .date(plan.due.day),
      ]
    }
  }
}
