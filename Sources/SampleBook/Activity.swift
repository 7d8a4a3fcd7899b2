internal import ReviewModel

/// What reps do day by day: plans, visits, reports, of the two months up to as-of.
struct Activity {
  let seed: UInt64
  let company: Company
  let customers: CustomerBase
  let workdays: Workdays
  let diary: Diary
  let asOf: Day

  /// As often as each is a visit's purpose.
  private static let purposes = [
    "new", "new", "research", "collection", "collection", "collection", "service", "service", "service",
    "service", "complaint", "order", "order", "other",
  ]

  func write(to folder: String) throws -> [SampleBook.WrittenFile] {
    let plans = try CSVFile(
      in: folder, name: "visit-plans.csv",
      columns: ["rep_id", "date", "customer_id", "region", "time", "purpose", "approved_by", "approved_at"])
    let visits = try CSVFile(
      in: folder, name: "visits.csv",
      columns: [
        "visit_id", "rep_id", "date", "customer_id", "purpose", "effective", "order_amount",
        "collection_amount", "expense", "result",
      ])
    let reports = try CSVFile(
      in: folder, name: "daily-reports.csv",
      columns: [
        "rep_id", "date", "attendance", "order_amount", "collection_amount", "expense", "complaints",
        "competitor_info", "feedback", "customer_news", "notes", "submitted_at", "reviewed_by",
        "reviewed_at", "review_note",
      ])
    let desks = customersOfReps()
    var visitNumber = 0
    // The plans of the next days are known already.
    for day in diary.days.lowerBound...(asOf + 3) where workdays.contains(day) {
      for rep in company.reps where rep.isPresent(on: day) {
        if rep.habit == .idle, day > asOf - 17 { continue }
        var random = Random(seed: seed, .activity, rep.number, Int(day.number))
        let away = random.below(100) < 3
        let planned = away ? [] : try writePlans(rep, day, desks[rep.number], &random, to: plans)
        guard day <= asOf else { continue }
        let made =
          away
          ? []
          : try writeVisits(rep, day, desks[rep.number], planned, &random, number: &visitNumber, to: visits)
        try writeReport(rep, day, made: made, isAway: away, &random, to: reports)
      }
    }
    try visits.row("V-目的有误", "R0001", asOf.description, "C00002", "喝茶", "是", "", "", "", "")
    try visits.row("V-员工缺失", "", asOf.description, "C00002", "service", "是", "", "", "", "")
    try reports.row("R0002", "昨天", "present")
    return [try plans.close(), try visits.close(), try reports.close()]
  }

  /// The customers that each rep calls on.
  private func customersOfReps() -> [[Int32]] {
    var desks = [[Int32]](repeating: [], count: company.reps.count)
    for (number, customer) in customers.all.enumerated() where customer.since <= asOf {
      // Of those that left some time ago, half are on nobody's way.
      if let churned = customer.churned, churned > asOf - 420, number % 2 == 0, customer.weight > 0.25 {
        continue
      }
      for unit in Company.units.indices {
        let rep = company.owner(unit: unit, province: customer.province, customer: number)
        desks[rep].append(Int32(number))
      }
    }
    return desks.map { $0.isEmpty ? [0] : $0 }
  }

  private func writePlans(
    _ rep: Company.Rep, _ day: Day, _ desk: [Int32], _ random: inout Random, to file: CSVFile
  ) throws -> [Int] {
    if rep.habit == .unplanned, day > asOf - 20 { return [] }
    var planned: [Int] = []
    for _ in 0..<random.pick([0, 1, 1, 2, 2, 3]) {
      let customer = Int(random.pick(desk))
      guard !planned.contains(customer) else { continue }
      planned.append(customer)
      file.code("R", rep.number + 1, 4)
      file.day(day)
      // On the form of old it says the customer's name, and some still write that.
      if customer % 37 == 5 {
        file.text(customers.name(customer))
      } else {
        file.code("C", customer + 1, 5)
      }
      file.text(random.pick(Names.areas))
      file.text(random.pick(["09:30", "10:00", "14:00", "15:30", "16:00"]))
      file.text(random.pick(Self.purposes))
      let approved = random.chance(86)
      if approved { file.code("R", (rep.leader ?? rep.number) + 1, 4) } else { file.blank() }
      let evening = 1050 + random.below(240)
      file.time(day - 1, minute: approved && day - 1 <= asOf ? evening : nil)
      try file.endRow()
    }
    return planned
  }

  private func writeVisits(
    _ rep: Company.Rep, _ day: Day, _ desk: [Int32], _ planned: [Int], _ random: inout Random,
    number: inout Int, to file: CSVFile
  ) throws -> [Int] {
    var made = planned.filter { _ in random.below(100) < 50 + rep.diligence * 2 / 5 }
    if random.chance(28) { made.append(Int(random.pick(desk))) }
    let order = random.chance(60) ? diary.order(rep: rep.number, on: day) : nil
    if let order, !made.contains(order.customer) { made.append(order.customer) }
    for customer in made {
      number += 1
      var purpose = random.pick(Self.purposes)
      var booked = 0
      if let order, order.customer == customer {
        purpose = "order"
        booked = order.amount
      } else if random.below(1000) < 6 {
        // A claim that no ledger bears out.
        purpose = "order"
        booked = random.between(8...60) * 100_000
      }
      let effective = booked > 0 || random.chance(rep.skill * 6 / 10)
      file.code("V", number, 6)
      file.code("R", rep.number + 1, 4)
      file.day(day)
      file.code("C", customer + 1, 5)
      file.text(purpose)
      file.text(effective ? "是" : "否")
      file.money(booked == 0 ? nil : booked)
      let collects = purpose == "collection" && effective
      file.money(collects ? random.between(5...90) * 100_000 : nil)
      file.money(random.chance(55) ? random.between(3...48) * 1000 : nil)
      file.text(booked > 0 ? "签订订单" : effective ? random.pick(Names.results.dropLast()) : "未达成")
      try file.endRow()
    }
    return made
  }

  private func writeReport(
    _ rep: Company.Rep, _ day: Day, made: [Int], isAway: Bool, _ random: inout Random, to file: CSVFile
  ) throws {
    let burst = rep.habit == .backfiller && day.week.number % 3 == 2
    guard burst || random.below(100) < rep.diligence + 4 else { return }
    // Minutes after midnight of the day.
    var submitted = 1050 + random.below(270)
    if random.below(100) >= rep.diligence { submitted = 1440 + 560 + random.below(1900) }
    if burst { submitted = (4 - min(4, day.weekday)) * 1440 + 1230 + min(4, day.weekday) }
    guard day + submitted / 1440 <= asOf else { return }
    file.code("R", rep.number + 1, 4)
    file.day(day)
    file.text(isAway ? "leave" : random.chance(22) ? "travel" : "present")
    let sums = diary.sums(rep: rep.number, on: day)
    let told = random.below(100)
    file.money(told < 86 ? sums.ordered : told < 93 ? sums.ordered / 100 * 112 : 0)
    file.money(random.below(100) < 90 ? sums.collected : sums.collected / 100 * 90)
    file.money(isAway ? 0 : random.between(2...62) * 1000)
    file.integer(random.chance(4) ? 1 : 0)
    let texts = texts(rep, made: made, &random)
    for text in texts { file.text(random.below(100) < rep.diligence ? text : "") }
    file.time(day, minute: submitted)
    let prompt = submitted + 45
    let usual = prompt + random.below(random.chance(70) ? 900 : 2900)
    let reviewed = day + usual / 1440 <= asOf ? usual : prompt
    // Some leaders let reports lie.
    let isReviewed = random.chance(rep.team % 5 == 2 ? 72 : 100) && day + reviewed / 1440 <= asOf
    if isReviewed { file.code("R", (rep.leader ?? rep.number) + 1, 4) } else { file.blank() }
    file.time(day, minute: isReviewed ? reviewed : nil)
    file.text(isReviewed && random.chance(30) ? random.pick(["继续跟进", "注意回款节点", "下周汇报进展", "安排技术支持"]) : "")
    try file.endRow()
  }

  /// Competitor information, feedback, customer news, notes.
  private func texts(_ rep: Company.Rep, made: [Int], _ random: inout Random) -> [String] {
    let customer = made.first.map { Names.brand($0) } ?? "客户"
    let product = random.pick(Company.productsOfUnit[Company.teams[rep.team].unit])
    let name = Company.products[product].name
    let days = random.between(2...28)
    if rep.habit == .copier, random.chance(55) {
      return [
        "竞品无新动作，第\(days)次走访", Names.copiedNotes[0], Names.copiedNotes[1],
        Names.copiedNotes[2],
      ]
    }
    return [
      "\(random.pick(Names.competitors))\(random.pick(Names.moves))，涉及\(name)约\(random.between(2...90))套",
      "\(customer)对\(name)的\(random.pick(Names.aspects))\(random.pick(Names.opinions))，\(days)天内答复",
      "\(customer)\(random.pick(Names.news))，预计\(random.between(3...60))天后明确",
      "\(random.pick(Names.notes))，\(customer)下次沟通定在\(days)天后",
    ]
  }
}
