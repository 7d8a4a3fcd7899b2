internal import Facts
internal import ReviewModel

/// Who reports on time and in full, and visits as planned (docs/metrics.md, section 6).
struct ReportDiscipline: ReviewTable {
  let details: FactDetails = [.visits, .reports]

  let definition = TableDefinition(
    "report-discipline", .actions, needs: [[.reps], [.dailyReports, .visitPlans]], keyColumns: 1,
    columns: [
      .text("rep_id", .rep), .count("due"), .count("reports"), .count("on_time"),
      .attainment("submission_rate", "reports", of: "due"), .attainment("on_time_rate", "on_time", of: "due"),
      .rate("fill_quality"), .rate("reviewed_rate"), .number("review_lag_hours"), .count("planned_visits"),
      .count("executed"), .attainment("execution_rate", "executed", of: "planned_visits"),
      .rate("approved_rate"), .number("score"),
    ])

  private struct Discipline {
    var due = 0
    var reports = 0
    var onTime = 0
    var filled = 0
    var required = 0
    var reviewed = 0
    /// The time from submission to review, and of how many reports.
    var lag: Int128 = 0
    var lags = 0
    var planned = 0
    var executed = 0
    var approved = 0

    var isMaterial: Bool { due > 0 || reports > 0 || planned > 0 }

    mutating func add(_ other: Discipline) {
      due += other.due
      reports += other.reports
      onTime += other.onTime
      filled += other.filled
      required += other.required
      reviewed += other.reviewed
      lag += other.lag
      lags += other.lags
      planned += other.planned
      executed += other.executed
      approved += other.approved
    }

    mutating func add(_ report: ReportDetail, required count: Int) {
      reports += 1
      required += count
      filled += Int(report.filled)
      if report.isOnTime { onTime += 1 }
      if report.isReviewed { reviewed += 1 }
      if let submitted = report.submittedAt.instant, let reviewed = report.reviewedAt.instant {
        lag += Int128(reviewed - submitted)
        lags += 1
      }
    }

    // The rates and averages that no two columns give.

    var fillQuality: Cell { .rate(Figure(filled, over: required)) }
    var reviewedRate: Cell { .rate(Figure(reviewed, over: reports)) }
    var reviewLagHours: Cell {
      .number(Figure(lag, over: Int128(lags) * Int128(Instant.hour), decimals: 1))
    }
    var approvedRate: Cell { .rate(Figure(approved, over: planned)) }

    /// 40 parts punctuality, 30 completeness, 30 execution, of those that can be told; none counts above 1.
    var score: Figure? {
      let parts = [(4, onTime, due), (3, filled, required), (3, executed, planned)].filter { $0.2 > 0 }
      // Over one denominator, so that the score is rounded once.
      let whole = parts.reduce(Int128(1)) { $0 * Int128($1.2) }
      let sum = parts.reduce(Int128(0)) { $0 + Int128($1.0 * min($1.1, $1.2)) * (whole / Int128($1.2)) }
      return Figure(100 * sum, over: whole * Int128(parts.reduce(0) { $0 + $1.0 }), decimals: 1)
    }
  }

  func table(_ review: ReviewContext) -> Table {
    let (reps, inputs) = (review.facts.masters.reps.records, review.facts.inputs)
    let (hasReports, hasPlans) = (inputs.contains(.dailyReports), inputs.contains(.visitPlans))
    let disciplines = disciplines(review)
    var total = Discipline()
    for discipline in disciplines { total.add(discipline) }
    let order = reps.indices.filter { disciplines[$0].isMaterial }
      .map { (place: $0, score: disciplines[$0].score) }
      .sorted { left, right in
        switch (left.score, right.score) {
        case (let first?, let second?) where first != second: first < second
        case (_?, nil): true
        case (nil, _?): false
        default: review.text(reps[left.place].id, precedes: reps[right.place].id)
        }
      }
    let rows = order.map { place, score -> [Cell] in
      let discipline = disciplines[place]
      func reports(_ count: Int) -> Cell { .count(hasReports ? count : nil) }
      func plans(_ count: Int) -> Cell { .count(hasPlans ? count : nil) }
      return [
        .text(review.text(reps[place].id)), reports(discipline.due), reports(discipline.reports),
        reports(discipline.onTime), discipline.fillQuality, discipline.reviewedRate,
        discipline.reviewLagHours,
        plans(discipline.planned), plans(discipline.executed), discipline.approvedRate, .number(score),
      ]
    }
    return TableBuilder(definition).table(
      rows,
      totals: [
        "fill_quality": total.fillQuality, "reviewed_rate": total.reviewedRate,
        "review_lag_hours": total.reviewLagHours, "approved_rate": total.approvedRate,
      ])
  }

  /// By the rep's place in the roster.
  private func disciplines(_ review: ReviewContext) -> [Discipline] {
    let (facts, range) = (review.facts, review.period.range)
    let reps = facts.masters.reps
    var disciplines = [Discipline](repeating: Discipline(), count: reps.records.count)
    if facts.inputs.contains(.dailyReports) {
      let workdays = review.workdays
      for (place, rep) in reps.records.enumerated() {
        disciplines[place].due = workdays.count(in: range, of: rep)
      }
    }
    for report in review.reports(in: range) {
      guard let place = reps.index(of: report.core.rep) else { continue }
      disciplines[place].add(report, required: facts.requiredReportFields)
    }
    let plans = facts.visitPlans.filter { range.contains($0.date) }
    let visits = plans.isEmpty ? [] : Set(review.visits(in: range).map { Appointment($0.core) })
    for plan in plans {
      guard let place = reps.index(of: plan.rep) else { continue }
      disciplines[place].planned += 1
      if plan.isApproved { disciplines[place].approved += 1 }
      if visits.contains(Appointment(plan)) { disciplines[place].executed += 1 }
    }
    return disciplines
  }
}

/// Who is at whose on which day: by this a visit carries out a plan.
private struct Appointment: Hashable {
  let rep: Symbol
  let customer: Symbol
  let day: Day

  init(_ visit: Visit) { (rep, customer, day) = (visit.rep, visit.customer, visit.date) }
  init(_ plan: VisitPlan) { (rep, customer, day) = (plan.rep, plan.customer, plan.date) }
}
