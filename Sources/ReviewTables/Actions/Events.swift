internal import Facts
internal import ReviewModel

/// News from the market in the period, and what still waits for an answer (docs/metrics.md, section 6).
struct Events: ReviewTable {
  let details: FactDetails = .events

  let definition = TableDefinition(
    "events", .actions, needs: [[.events]], keyColumns: 2, hasTotals: false,
    columns: [
      .text("event_id"), .date("date"), .text("kind", .word("event_kind")),
      .ordinal("severity", .word("severity")),
      .text("province"), .text("customer"), .text("rep_id", .rep), .text("summary"),
      .text("status", .word("event_status")), .ordinal("days_open"),
    ])

  func table(_ review: ReviewContext) -> Table {
    let (facts, asOf) = (review.facts, review.period.asOf)
    let events = facts.events.filter { event in
      review.period.range.contains(event.date) || (event.date <= asOf && event.isOpen(on: asOf))
    }.sorted { left, right in
      if left.severity != right.severity { return left.severity > right.severity }
      if left.date != right.date { return left.date < right.date }
      return facts.texts.precedes(left.id, right.id, or: left.version.position < right.version.position)
    }
    return TableBuilder(definition).table(count: events.count) { row in
      let event = events[row]
      let isOpen = event.isOpen(on: asOf)
      let end = isOpen ? asOf : event.closedOn.day
      return [
        .text(facts.texts[event.id]), .date(event.date),
        .text(Vocabulary.eventKind.words[Int(event.kind)].canonical), .count(Int(event.severity)),
        .text(review.text(event.province)), .text(review.customerName(event.customer, .blank)),
        .text(review.text(event.rep)), .text(facts.texts[event.summary]),
        .text(isOpen ? "open" : "closed"), .count(end.map { $0 - event.date }),
      ]
    }
  }
}
