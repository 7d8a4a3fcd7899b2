internal import Facts
internal import ReviewModel

extension ReviewContext {
  /// What is to be done besides leads: plans left undone, invoices to collect, contracts to renew, customers to call
  /// on.
  var tasksOfReps: [RepTask] {
    var tasks: [RepTask] = overdueTasks.map { _, plan in
      RepTask(
        kind: .overdueTask, rep: plan.rep, subject: .row(plan.item, customer: .blank, name: .blank),
        due: plan.due, amount: plan.targetAmount,
        days: plan.due.day.map { period.asOf - $0 } ?? 0, position: plan.version.position)
    }
    for invoice in overdueInvoices {
      tasks.append(
        RepTask(
          kind: .overdueInvoice, rep: invoice.dimensions.rep,
          subject: .row(invoice.id, customer: invoice.dimensions.customer, name: invoice.customerName),
          due: OptionalDay(invoice.due), amount: OptionalMoney(invoice.outstanding),
          days: period.asOf - invoice.due,
          position: invoice.version.position))
    }
    for contract in renewals {
      tasks.append(
        RepTask(
          kind: .renewal, rep: contract.rep,
          subject: .row(contract.id, customer: contract.customer, name: contract.customerName),
          due: OptionalDay(contract.ends), amount: OptionalMoney(contract.amount),
          days: contract.ends - period.asOf, position: contract.version.position))
    }
    let reps = lastReps
    for revisit in revisits {
      guard let days = revisit.overdueDays else { continue }
      let customer = facts.masters.customers.records[revisit.place]
      tasks.append(
        RepTask(
          kind: .revisit, rep: reps[revisit.place], subject: .customer(customer.id), days: days,
          position: customer.version.position))
    }
    return tasks
  }

  /// By customer of the master the rep of the latest visit or actual order up to as-of: of one day the order, then the
  /// later row.
  private var lastReps: [Symbol] {
    struct Contact {
      var rep = Symbol.blank
      var day = OptionalDay.blank
      var isOrder = false
      var position = Position(file: 0, line: 0)

      mutating func note(_ other: Contact) {
        if day != other.day
          ? day < other.day
          : (!isOrder && other.isOrder)
            || (isOrder == other.isOrder && position < other.position)
        {
          self = other
        }
      }
    }
    let customers = facts.masters.customers
    var contacts = [Contact](repeating: Contact(), count: customers.records.count)
    for visit in facts.visits where visit.date <= period.asOf {
      guard let place = customers.index(of: visit.customer) else { continue }
      contacts[place].note(
        Contact(rep: visit.rep, day: OptionalDay(visit.date), position: visit.version.position))
    }
    for order in actuals.rows.orders where order.date <= period.asOf {
      guard let place = customers.index(of: order.dimensions.customer) else { continue }
      contacts[place].note(
        Contact(
          rep: order.dimensions.rep, day: OptionalDay(order.date), isOrder: true,
          position: order.version.position))
    }
    return contacts.map(\.rep)
  }
}
