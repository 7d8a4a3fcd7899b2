internal import Facts
internal import ReviewModel

/// What the previous review was told would happen in the period, and what became of it (docs/metrics.md, section 4).
struct Promise {
  enum Kind: String, CaseIterable { case order, collection }
  enum Outcome: String, CaseIterable { case kept, partial, slipped, missed, lost, vanished }

  let kind: Kind
  let lead: LeadView
  let promised: Money
  let promisedOn: Day
  let outcome: Outcome
  let kept: Money
  let nowExpectedOn: Day?
  /// How often the promise's own date moved to a later day.
  let slips: Int
}

extension ReviewContext {
  /// The promises of the period, in no order.
  var promises: [Promise] {
    facts.leads.standing.flatMap { number -> [Promise] in
      guard let before = before(number), before.kind.isLive else { return [] }
      return [orderPromise(number, before), collectionPromise(number, before)].compactMap { $0 }
    }
  }

  private func orderPromise(_ number: Int, _ before: PastLead) -> Promise? {
    let state = before.state
    guard before.isUnordered, state.amount > .zero, let day = state.expectedOrderOn.day,
      period.range.contains(day)
    else { return nil }
    let now = lead(number)
    let expected = now.row.expectedOrderOn.day
    let outcome: Promise.Outcome =
      if facts.leads.vanished.contains(number) {
        .vanished
      } else if now.isOrdered || now.kind == .closed {
        .kept
      } else if now.kind == .lost {
        .lost
      } else if let expected, expected > day {
        .slipped
      } else {
        .missed
      }
    return Promise(
      kind: .order, lead: now, promised: state.amount, promisedOn: day, outcome: outcome,
      kept: outcome == .kept ? now.row.amount : .zero, nowExpectedOn: expected,
      slips: slips(number, \.expectedOrderOn))
  }

  private func collectionPromise(_ number: Int, _ before: PastLead) -> Promise? {
    let state = before.state
    let promised = state.expectedCollection
    guard promised > .zero, let day = state.expectedCollectionOn.day, period.range.contains(day) else {
      return nil
    }
    let now = lead(number)
    let expected = now.row.expectedCollectionOn.day
    let collected = Money(hundredths: now.row.collected.hundredths - state.collected.hundredths)
    let outcome: Promise.Outcome =
      if facts.leads.vanished.contains(number) {
        .vanished
      } else if collected >= promised {
        .kept
      } else if collected > .zero {
        .partial
      } else if now.kind == .lost {
        .lost
      } else if let expected, expected > day {
        .slipped
      } else {
        .missed
      }
    return Promise(
      kind: .collection, lead: now, promised: promised, promisedOn: day, outcome: outcome,
      kept: max(.zero, min(collected, promised)), nowExpectedOn: expected,
      slips: slips(number, \.expectedCollectionOn))
  }

  /// How often a date moved to a later day in a lead's history; blanks are passed over.
  private func slips(_ number: Int, _ date: KeyPath<LeadVersion, OptionalDay>) -> Int {
    let days = facts.leads.history(number).compactMap { $0[keyPath: date].day }
    return zip(days, days.dropFirst()).count { $0 < $1 }
  }
}

/// Every promise with its outcome.
struct Promises: ReviewTable {
  let details: FactDetails = .history

  let definition = TableDefinition(
    "promises", .projects, needs: [[.leads]], keyColumns: 4, dataBars: ["promised"],
    columns: [.text("kind", .word("promise_kind"))]
      + LeadColumns.around([
        .money("promised"), .date("promised_on"), .text("outcome", .word("outcome")), .money("kept_amount"),
        .date("now_expected_on"), .ordinal("slips"),
      ]))

  func table(_ review: ReviewContext) -> Table {
    let promises = review.promises.sorted { left, right in
      let (leftUnit, rightUnit) = (
        left.lead.row.dimensions.businessUnit, right.lead.row.dimensions.businessUnit
      )
      if leftUnit != rightUnit { return review.unit(leftUnit, precedes: rightUnit) }
      if left.kind != right.kind { return left.kind == .order }
      if left.promised != right.promised { return left.promised > right.promised }
      return review.facts.leads.precedes(left.lead.number, right.lead.number)
    }
    let daysIdle = review.daysIdle(promises.map(\.lead))
    let rows = zip(promises, daysIdle).map { promise, days in
      [.text(promise.kind.rawValue)]
        + review.cells(
          of: promise.lead,
          own: [
            .money(promise.promised), .date(promise.promisedOn), .text(promise.outcome.rawValue),
            .money(promise.kept), .date(promise.nowExpectedOn), .count(promise.slips),
          ], daysIdle: days)
    }
    return TableBuilder(definition).table(rows)
  }
}
