internal import Facts
internal import ReviewModel

/// What the previous review was told would happen in the period, and what became of it (docs/metrics.md, section 4).
struct Promise: Sendable {
  enum Kind: Int, CaseIterable {
    case order, collection

    var word: String {
      switch self {
      case .order: "order"
      case .collection: "collection"
      }
    }
  }

  enum Outcome: Int, CaseIterable {
    case kept, partial, slipped, missed, lost, vanished

    var word: String {
      switch self {
      case .kept: "kept"
      case .partial: "partial"
      case .slipped: "slipped"
      case .missed: "missed"
      case .lost: "lost"
      case .vanished: "vanished"
      }
    }
  }

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
    shared.promises {
      var promises: [Promise] = []
      promises.reserveCapacity(facts.leads.standing.count)
      var history: [LeadVersion] = []
      for number in facts.leads.standing {
        guard let before = before(number), before.kind.isLive else { continue }
        if let promise = orderPromise(number, before, &history) { promises.append(promise) }
        if let promise = collectionPromise(number, before, &history) { promises.append(promise) }
      }
      return promises
    }
  }

  private func orderPromise(
    _ number: Int, _ before: PastLead, _ history: inout [LeadVersion]
  ) -> Promise? {
    let state = before.state
    guard before.isUnordered, state.amount > .zero, let day = state.expectedOrderOn.day,
      period.range.contains(day)
    else { return nil }
    let now = lead(number)
    let expected = now.expectedOrderOn.day
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
      slips: slips(number, &history) { $0.expectedOrderOn })
  }

  private func collectionPromise(
    _ number: Int, _ before: PastLead, _ history: inout [LeadVersion]
  ) -> Promise? {
    let state = before.state
    let promised = state.expectedCollection
    guard promised > .zero, let day = state.expectedCollectionOn.day, period.range.contains(day) else {
      return nil
    }
    let now = lead(number)
    let expected = now.expectedCollectionOn.day
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
      slips: slips(number, &history) { $0.expectedCollectionOn })
  }

  /// How often a date moved to a later day in a lead's history; blanks are passed over.
  private func slips(
    _ number: Int, _ history: inout [LeadVersion], _ date: (LeadVersion) -> OptionalDay
  ) -> Int {
    facts.leads.history(number, into: &history)
    var slips = 0
    var last = OptionalDay.blank
    for version in history where !date(version).isBlank {
      if !last.isBlank, last < date(version) { slips += 1 }
      last = date(version)
    }
    return slips
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
    let promises = review.promises.sorted(
      key: { promise in
        SortKey(
          review.unitOrder(promise.lead.businessUnit) << 1 | (promise.kind == .order ? 0 : 1),
          SortKey.highestFirst(promise.promised), text: review.leadWords.sortable(promise.lead.number))
      }, or: { review.facts.leads.precedes($0.lead.number, $1.lead.number) })
    let daysIdle = review.daysIdle(promises.map(\.lead))
    let rows = Rows(count: promises.count) { place, cells in
      let promise = promises[place]
      cells.put(text: promise.kind.word)
      cells.put(headOf: promise.lead, review)
      cells.put(promise.promised)
      cells.put(promise.promisedOn)
      cells.put(text: promise.outcome.word)
      cells.put(promise.kept)
      cells.put(promise.nowExpectedOn)
      cells.put(count: promise.slips)
      cells.put(tailOf: promise.lead, daysIdle: daysIdle[place], review)
    }
    var (promised, kept) = (MoneySum.zero, MoneySum.zero)
    for promise in promises {
      promised += promise.promised
      kept += promise.kept
    }
    let sums = ["promised": promised, "kept_amount": kept]
    let totals = definition.columns.map { Cell.money(sums[$0.id]) }
    return Table(definition, rows: rows, totals: promises.isEmpty ? nil : totals)
  }
}
