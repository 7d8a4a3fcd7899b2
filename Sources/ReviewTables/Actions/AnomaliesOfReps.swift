internal import Facts
internal import ReviewModel

extension ReviewContext {
  /// Reps who are idle, without a target or a plan, whose reports nobody reviews, or who have not done what they
  /// planned.
  var anomaliesOfReps: [Anomaly] {
    idle + withoutTarget + unplanned + unreviewed
      + overdueTasks.map { place, plan in
        Anomaly(
          kind: .overdueTask, subject: .task(place), owner: plan.rep,
          days: plan.due.day.map { period.asOf - $0 })
      }
  }

  /// The lines of weekly plans that are not done and were due by as-of, with their places among all.
  var overdueTasks: [(place: Int, plan: WeeklyPlan)] {
    facts.weeklyPlans.enumerated().filter { !$0.element.isDone && $0.element.due.isOnOrBefore(period.asOf) }
      .map { (place: $0.offset, plan: $0.element) }
  }

  private var idle: [Anomaly] {
    let activity = repActivity
    return facts.masters.reps.records.enumerated().compactMap { place, rep in
      guard activity.isIdle(place, rep) else { return nil }
      return Anomaly(
        kind: .repIdle, subject: .rep, owner: rep.id, days: activity.lastDay(place).map { period.asOf - $0 })
    }
  }

  /// Reps with live leads or orders in the fiscal year and no orders target in it; none where no target is by rep.
  private var withoutTarget: [Anomaly] {
    guard let targeted = targets.reps(with: .orders, in: period.fiscalYear) else { return [] }
    // By the number of the rep: there are more leads and orders than reps.
    var leadCounts = [Int](repeating: 0, count: facts.symbols.count)
    var isActive = [Bool](repeating: false, count: facts.symbols.count)
    for lead in liveLeads {
      leadCounts[Int(lead.row.dimensions.rep.number)] += 1
      isActive[Int(lead.row.dimensions.rep.number)] = true
    }
    for order in actuals.rows.orders where period.yearToDate.contains(order.date) {
      isActive[Int(order.dimensions.rep.number)] = true
    }
    return isActive.indices.compactMap { number in
      let rep = Symbol(number: UInt32(number))
      guard isActive[number], !rep.isBlank, !targeted.contains(rep) else { return nil }
      return Anomaly(kind: .noTarget, subject: .rep, owner: rep, count: leadCounts[number])
    }
  }

  /// Reps with workdays in the week so far and no visit planned in it; none without visit plans in the book.
  private var unplanned: [Anomaly] {
    guard facts.inputs.contains(.visitPlans) else { return [] }
    let (week, workdays) = (period.weekToDate, workdays)
    let planned = Set(facts.visitPlans.lazy.filter { week.contains($0.date) }.map(\.rep))
    return presentReps.compactMap { rep in
      let days = workdays.count(in: week, of: rep)
      guard days > 0, !planned.contains(rep.id) else { return nil }
      return Anomaly(kind: .unplanned, subject: .rep, owner: rep.id, count: days)
    }
  }

  /// Reps with reports in the period that nobody has put his name under.
  private var unreviewed: [Anomaly] {
    var reps = Groups<(oldest: Day, count: Int)>((period.asOf, 0))
    for report in reports(in: period.range) where !report.isReviewed {
      let key = GroupKey(report.core.rep)
      reps[key] = (min(reps[key].oldest, report.core.date), reps[key].count + 1)
    }
    return zip(reps.keys, reps.sums).map { key, reports in
      Anomaly(
        kind: .unreviewedReport, subject: .rep, owner: key[0], days: period.asOf - reports.oldest,
        count: reports.count)
    }
  }
}
