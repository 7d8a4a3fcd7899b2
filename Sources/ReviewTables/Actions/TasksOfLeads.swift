internal import Facts
internal import ReviewModel

extension ReviewContext {
  /// What is to be done about leads: those past their day, those left alone, and those with a day in the week to come.
  var tasksOfLeads: [RepTask] {
    var tasks: [RepTask] = []
    tasks.reserveCapacity(leads.count)
    for lead in pastDueLeads {
      tasks.append(task(.pastDueOrder, lead, due: lead.expectedOrderOn, lead.row.amount))
    }
    for (lead, days) in silentLeads {
      tasks.append(
        RepTask(
          kind: .silentLead, rep: lead.row.dimensions.rep, subject: .lead(lead.number),
          amount: OptionalMoney(lead.row.amount), days: days, position: lead.row.version.position))
    }
    let soon = (period.asOf + 1)...(period.asOf + 7)
    for lead in liveLeads {
      if lead.kind == .bidding, lead.expectedBidOn.isIn(soon) {
        tasks.append(task(.dueBid, lead, due: lead.expectedBidOn, lead.row.amount))
      }
      if lead.isUnordered, lead.expectedOrderOn.isIn(soon) {
        tasks.append(task(.dueOrder, lead, due: lead.expectedOrderOn, lead.row.amount))
      }
      if lead.expectedCollectionOn.isIn(soon) {
        tasks.append(
          task(.dueCollection, lead, due: lead.expectedCollectionOn, lead.row.expectedCollection))
      }
    }
    return tasks
  }

  /// A task with a day: how long ago it was, or how long it is until then.
  private func task(
    _ kind: RepTask.Kind, _ lead: LeadView, due: OptionalDay, _ amount: Money
  ) -> RepTask {
    RepTask(
      kind: kind, rep: lead.row.dimensions.rep, subject: .lead(lead.number), due: due,
      amount: OptionalMoney(amount), days: due.day.map { abs($0 - period.asOf) } ?? 0,
      position: lead.row.version.position)
  }
}
