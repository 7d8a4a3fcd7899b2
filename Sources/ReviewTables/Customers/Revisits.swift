internal import Facts
internal import ReviewModel

/// Customers due a visit, and birthdays to come (docs/metrics.md, section 7).
struct Revisits: ReviewTable {
  let definition = TableDefinition(
    "revisits", .customers, needs: [[.customers]], keyColumns: 2, hasTotals: false,
    columns: [
      .text("customer_id"), .text("customer"), .text("customer_class", .word("customer_class")),
      .date("last_contact"), .ordinal("days_since"), .ordinal("due_every"), .ordinal("overdue_days"),
      .date("birthday"),
    ])

  func table(_ review: ReviewContext) -> Table {
    let revisits = review.revisits
    return TableBuilder(definition).table(count: revisits.count) { row in
      let revisit = revisits[row]
      let customer = review.facts.masters.customers.records[revisit.place]
      return [
        .text(review.text(customer.id)), .text(review.text(customer.name.or(customer.id))),
        .text(review.text(customer.customerClass)), .date(revisit.lastContact), .count(revisit.daysSince),
        .count(revisit.dueEvery), .count(revisit.overdueDays), .date(revisit.birthday),
      ]
    }
  }
}

/// A customer of the master to be called on: too long ago, never, or for a birthday.
struct Revisit: Sendable {
  /// The customer's place in the master.
  let place: Int
  let lastContact: Day?
  let daysSince: Int?
  let dueEvery: Int
  /// The next birthday, where it lies in the thirty days after as-of.
  let birthday: Day?

  /// How many days too long ago; nil where the last contact is not, or not known.
  var overdueDays: Int? { daysSince.flatMap { $0 > dueEvery ? $0 - dueEvery : nil } }
}

extension ReviewContext {
  /// The customers to be called on, the most overdue first, then by customer_id.
  var revisits: [Revisit] { shared.revisits { seekRevisits() } }

  private func seekRevisits() -> [Revisit] {
    let customers = facts.masters.customers.records
    let contacts = lastContacts
    let month = (period.asOf + 1)...(period.asOf + 30)
    let revisits = customers.indices.compactMap { place -> Revisit? in
      let customer = customers[place]
      let last = contacts[Int(customer.id.number)].day ?? customer.since.day
      let revisit = Revisit(
        place: place, lastContact: last, daysSince: last.map { period.asOf - $0 },
        dueEvery: facts.revisitDays(of: customer),
        birthday: customer.birthday.day.flatMap { $0.birthday(in: month) })
      let isDue = last == nil || revisit.overdueDays != nil || revisit.birthday != nil
      return isDue ? revisit : nil
    }
    return revisits.sorted { left, right in
      let (leftDays, rightDays) = (left.overdueDays ?? -1, right.overdueDays ?? -1)
      return leftDays == rightDays
        ? text(customers[left.place].id, precedes: customers[right.place].id) : leftDays > rightDays
    }
  }

  /// By symbol of a customer the latest visit, actual order or last_followed of a lead, up to as-of.
  private var lastContacts: [OptionalDay] {
    let asOf = period.asOf
    var latest = [OptionalDay](repeating: .blank, count: facts.symbols.count)
    func note(_ customer: Symbol, _ day: OptionalDay) {
      let place = Int(customer.number)
      if latest[place] < day, day.isOnOrBefore(asOf) { latest[place] = day }
    }
    for visit in facts.visits { note(visit.customer, OptionalDay(visit.date)) }
    for order in actuals.rows.orders { note(order.dimensions.customer, OptionalDay(order.date)) }
    for lead in leads { note(lead.row.dimensions.customer, lead.row.lastFollowed) }
    return latest
  }
}

extension Day {
  /// The birthday, of someone born on this day, that lies in these days; 29 February is the 28th in other years.
  func birthday(in days: ClosedRange<Day>) -> Day? {
    let (_, month, day) = components
    return [days.lowerBound, days.upperBound].lazy.map { $0.components.year }.compactMap { year in
      Day(year: year, month: month, day: day) ?? Day(year: year, month: 2, day: 28)
    }.first(where: days.contains)
  }
}
