internal import Facts
internal import ReviewModel

/// How each province's week runs (docs/metrics.md, section 6).
struct WeeklyControl: ReviewTable {
  let details: FactDetails = [.visits, .reports]

  let definition = TableDefinition(
    "weekly-control", .actions, needs: [[.orders, .leads, .dailyReports]], keyColumns: 1,
    charts: [
      .achievement(member: "province", target: "orders_target", actual: "orders", rate: "orders_rate")
    ],
    columns: [
      .text("province"), .money("orders_target"), .money("orders"),
      .attainment("orders_rate", "orders", of: "orders_target"), .money("collections"),
      .count("new_customers"),
      .count("visits"), .count("effective_visits"),
      .rate("effective_rate", "effective_visits", over: "visits"), .rate("deal_rate"), .count("reps"),
      .average("orders_per_head", "orders", per: "reps"), .count("competitor_events"),
      .count("open_complaints"), .count("reports_due"), .count("reports"), .count("reports_on_time"),
    ])

  private struct Province {
    var orders = MoneySum.zero
    var collections = MoneySum.zero
    var newCustomers = 0
    var visits = VisitTally()
    var reps = 0
    var competitorEvents = 0
    var openComplaints = 0
    var due = 0
    var reports = 0
    var onTime = 0
  }

  func table(_ review: ReviewContext) -> Table {
    let grouping = Grouping(.province)
    let targets = Self.targets(grouping, review)
    let hasReports = review.facts.inputs.contains(.dailyReports)
    let provinces = provinces(review, members: (targets ?? [:]).keys)
    let rows = review.members(of: provinces, by: grouping) { key, sum in
      [
        .money(targets.map { $0[key] ?? .zero }), .money(sum.orders), .money(sum.collections),
        .count(sum.newCustomers), .count(sum.visits.visits), .count(sum.visits.effective),
        .rate(Figure(sum.visits.deals, over: sum.visits.visits)), .count(sum.reps),
        .count(sum.competitorEvents), .count(sum.openComplaints), .count(hasReports ? sum.due : nil),
        .count(hasReports ? sum.reports : nil), .count(hasReports ? sum.onTime : nil),
      ]
    }
    var visits = VisitTally()
    for province in provinces.sums { visits.add(province.visits) }
    return TableBuilder(definition).table(
      rows, totals: ["deal_rate": .rate(Figure(visits.deals, over: visits.visits))])
  }

  private func provinces(_ review: ReviewContext, members: some Sequence<GroupKey>) -> Groups<Province> {
    let (facts, week, asOf) = (review.facts, review.period.weekToDate, review.period.asOf)
    var provinces = Groups(Province())
    for member in members { provinces.insert(member) }
    func key(_ province: Symbol) -> GroupKey { GroupKey(review.orNone(province)) }
    for order in review.actuals.rows.orders where week.contains(order.date) {
      provinces[key(order.dimensions.province)].orders += order.amount
    }
    for collection in review.actuals.rows.collections where week.contains(collection.date) {
      provinces[key(collection.dimensions.province)].collections += collection.amount
    }
    for order in review.firstOrders(in: week) {
      provinces[key(order.dimensions.province)].newCustomers += 1
    }
    for visit in review.visits(in: week) {
      provinces[key(review.province(visit.core.rep, visit.core.customer))].visits.add(visit)
    }
    for event in facts.events {
      if event.isOf("competitor"), week.contains(event.date) {
        provinces[key(event.province)].competitorEvents += 1
      }
      if event.isOpenComplaint(on: asOf) { provinces[key(event.province)].openComplaints += 1 }
    }
    let workdays = review.workdays
    for rep in facts.masters.reps.records {
      let (present, due) = (rep.isPresent(on: asOf), workdays.count(in: week, of: rep))
      guard present || due > 0 else { continue }
      provinces[key(rep.province)].reps += present ? 1 : 0
      provinces[key(rep.province)].due += due
    }
    for report in review.reports(in: week) {
      let key = key(review.province(report.core.rep, .blank))
      provinces[key].reports += 1
      if report.isOnTime { provinces[key].onTime += 1 }
    }
    return provinces
  }

  /// The orders targets of the week so far: the week's own where any are set; else of each month that the week
  /// touches the part that its workdays are of the month's, each rounded. Nil where there are no targets at all.
  private static func targets(_ grouping: Grouping, _ review: ReviewContext) -> [GroupKey: MoneySum]? {
    let period = review.period
    if let targets = review.targets.targets(by: grouping, .orders, week: period.week) { return targets }
    let (week, workdays) = (period.weekToDate, review.workdays)
    var sums: [GroupKey: MoneySum]?
    for month in week.lowerBound.month...week.upperBound.month {
      guard let targets = review.targets.targets(by: grouping, .orders, months: month...month) else {
        continue
      }
      let share = Int128(workdays.count(in: week.clamped(to: month.days)))
      let whole = Int128(workdays.count(in: month.days))
      sums = targets.reduce(into: sums ?? [:]) { sums, target in
        let part = whole == 0 ? 0 : (target.value.hundredths * share).divided(by: whole)
        sums[target.key, default: .zero] += MoneySum(hundredths: part)
      }
    }
    return sums
  }
}

extension Actual {
  /// Whether an order came first: on an earlier day, or on one day in an earlier row.
  fileprivate func isBefore(_ other: Actual) -> Bool {
    date == other.date ? version.position < other.version.position : date < other.date
  }
}

extension ReviewContext {
  /// Of customers whose first actual order ever lies in some days, that order: of several on one day the first row.
  fileprivate func firstOrders(in days: ClosedRange<Day>) -> [Actual] {
    var first = Groups(Actual?.none)
    for order in actuals.rows.orders
    where days.contains(order.date) && !order.dimensions.customer.isBlank {
      let key = GroupKey(order.dimensions.customer)
      let known = first[key]
      if known.map({ order.isBefore($0) }) ?? true {
        first[key] = order
      }
    }
    for order in actuals.rows.orders where order.date < days.lowerBound {
      if let place = first.find(GroupKey(order.dimensions.customer)) { first[place: place] = nil }
    }
    return first.sums.compactMap(\.self)
  }
}
