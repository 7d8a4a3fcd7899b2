internal import Facts
internal import ReviewModel

/// From the pipeline of the previous review to that of this one, step by step (docs/metrics.md, section 5).
struct Movement: ReviewTable {
  static let steps = ["opening", "new", "increased", "decreased", "ordered", "lost", "vanished"]

  let definition = TableDefinition(
    "movement", .leads, needs: [[.leads]], keyColumns: 1,
    columns: [.text("business_unit")] + Movement.steps.map { .money($0) }
      + [.money("closing").traced(.by(.sum(Movement.steps)))])

  fileprivate struct Unit {
    var opening = MoneySum.zero
    var new = MoneySum.zero
    var increased = MoneySum.zero
    var decreased = MoneySum.zero
    var ordered = MoneySum.zero
    var lost = MoneySum.zero
    var vanished = MoneySum.zero
    var closing = MoneySum.zero

    var steps: [MoneySum] { [opening, new, increased, decreased, ordered, lost, vanished] }
  }

  func table(_ review: ReviewContext) throws -> Table {
    let grouping = Grouping(.businessUnit)
    var groups = Groups(Unit())
    for number in review.facts.leads.standing {
      let now = review.lead(number)
      groups[GroupKey(now.row.dimensions.businessUnit)].add(
        now, review.before(number), isVanished: review.facts.leads.vanished.contains(number))
    }
    for (key, unit) in zip(groups.keys, groups.sums) where unit.steps.reduce(.zero, +) != unit.closing {
      throw MovementError(
        businessUnit: review.text(key[0]) ?? "", sum: unit.steps.reduce(.zero, +), closing: unit.closing)
    }
    let rows = review.members(of: groups, by: grouping) { _, unit in
      (unit.steps + [unit.closing]).map { .money($0) }
    }
    return TableBuilder(definition).table(rows)
  }
}

extension Movement.Unit {
  fileprivate mutating func add(
    _ now: LeadView, _ before: PastLead?, isVanished: Bool
  ) {
    let isOpen = now.isUnordered && !isVanished
    if isOpen { closing += now.row.amount }
    guard let before, before.isUnordered else {
      if isOpen { new += now.row.amount }
      return
    }
    let then = before.state.amount
    opening += then
    if isVanished {
      vanished -= then
    } else if isOpen {
      if now.row.amount > then {
        increased += MoneySum(now.row.amount) - MoneySum(then)
      } else {
        decreased += MoneySum(now.row.amount) - MoneySum(then)
      }
    } else if now.kind == .lost {
      lost -= then
    } else {
      ordered -= then
    }
  }
}
