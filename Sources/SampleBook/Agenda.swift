internal import ReviewModel

/// Weekly plans and what the market tells.
struct Agenda {
  let seed: UInt64
  let company: Company
  let customers: CustomerBase
  let asOf: Day

  /// The plans of the last five weeks and of the next one.
  func writeWeeklyPlans(to folder: String) throws -> SampleBook.WrittenFile {
    let file = try CSVFile(
      in: folder, name: "weekly-plans.csv",
      columns: ["rep_id", "week", "item", "target_amount", "due", "done"])
    for back in stride(from: 4, through: -1, by: -1) {
      let monday = asOf - asOf.weekday - 7 * back
      for rep in company.reps where rep.isPresent(on: monday) {
        if rep.habit == .idle, back < 2 { continue }
        var random = Random(seed: seed, .plan, rep.number, Int(monday.number))
        let first = random.below(Names.tasks.count)
        for place in 0..<random.pick([1, 1, 2]) {
          let task = Names.tasks[(first + place) % Names.tasks.count]
          file.code("R", rep.number + 1, 4)
          file.text(monday.week.description)
          file.text(task + "：" + Names.brand(random.below(customers.all.count)))
          file.money(random.chance(70) ? random.between(3...80) * 1_000_000 : nil)
          file.day(monday + random.between(2...4))
          file.text(back < 0 || !random.chance(back == 0 ? 72 : 93) ? "否" : "是")
          try file.endRow()
        }
      }
    }
    try file.row("R0001", asOf.week.next.description, "", "", "", "否")
    return try file.close()
  }

  /// Market reports and complaints of the last ten months, by day.
  func writeEvents(to folder: String) throws -> SampleBook.WrittenFile {
    let file = try CSVFile(
      in: folder, name: "events.csv",
      columns: [
        "event_id", "date", "kind", "severity", "customer_id", "rep_id", "province", "summary", "status",
        "closed_on",
      ])
    let count = max(60, customers.all.count / 2)
    let span = 300
    for number in 0..<count {
      var random = Random(seed: seed, .event, number)
      let day = asOf - (span - 1) + number * span / count
      let roll = random.below(100)
      let kind = Names.events[roll < 30 ? 0 : roll < 58 ? 1 : roll < 82 ? 2 : roll < 92 ? 3 : 4]
      let customer = random.below(customers.all.count)
      let place = customers.all[customer].province
      let isComplaint = kind.kind == "complaint"
      let ended = day + random.between(2...24)
      let isClosed = isComplaint && ended <= asOf && random.chance(90)
      file.code("E", number + 1, 5)
      file.day(day)
      file.text(kind.kind)
      file.integer(random.pick([1, 1, 1, 2, 2, 3]))
      if isComplaint || kind.kind == "personnel" { file.code("C", customer + 1, 5) } else { file.blank() }
      let owner = company.owner(unit: number % 2, province: place, customer: customer)
      file.code("R", company.standIn(for: owner, on: day) + 1, 4)
      file.text(Company.provinces[place].name)
      let product = random.pick(Company.productsOfUnit[number % 2])
      file.text(Company.products[product].name + "：" + random.pick(kind.texts))
      file.text(isComplaint ? (isClosed ? "closed" : "open") : "")
      file.day(isClosed ? ended : nil)
      try file.endRow()
    }
    return try file.close()
  }
}
