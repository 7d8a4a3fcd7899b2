internal import ReviewModel

/// An order that a lead became, with what was paid of it.
struct LeadOrder {
  let lead: Int
  let customer: Int
  let product: Int
  let day: Day
  /// Hundredths.
  let amount: Int
  let due: Day
  let payments: [(day: Day, amount: Int)]
}

/// The lead ledgers: one whole snapshot a file, all written in one pass over the leads.
struct LeadLedger {
  let maker: LeadMaker

  /// A ledger drops what has been closed or lost for longer; the oldest file holds all there ever was.
  private static let keptDays = 62

  private static let columns = [
    "lead_id", "name", "customer_id", "product", "province", "city", "rep_id", "source", "industry", "stage",
    "amount", "chance", "probability", "created", "expected_bid_on", "won_on", "expected_order_on",
    "ordered_on", "expected_collection_on", "expected_collection", "collected", "closed_on", "last_followed",
    "follows", "lost_reason", "competitor", "bid_price", "top", "key_factors", "updated",
  ]

  /// The days with a ledger: the ends of the five months before, the Sundays of seven weeks, as-of. A Sunday
  /// is the day before a week's review begins.
  static func days(start: Day, asOf: Day) -> [Day] {
    let months = (1...5).map { asOf.month.advanced(by: 1 - $0).first - 1 }
    let sunday = asOf - (asOf.weekday + 1)
    let weeks = (0..<7).map { sunday - 7 * $0 }
    return Set(months + weeks + [asOf]).filter { $0 >= start }.sorted()
  }

  /// Writes the ledgers and says which orders came of the leads, by day.
  func write(to folder: String) throws -> (files: [SampleBook.WrittenFile], orders: [LeadOrder]) {
    let days = Self.days(start: maker.start, asOf: maker.asOf)
    let files = try days.map { try CSVFile(in: folder, name: "leads-\($0).csv", columns: Self.columns) }
    var orders: [LeadOrder] = []
    for number in 0..<maker.leads {
      let life = maker.life(number)
      let words = Words(life, maker: maker)
      for (position, day) in days.enumerated() where life.created <= day {
        if let vanished = life.vanished, vanished <= day { continue }
        if position > 0, let ended = life.ended, ended < day - Self.keptDays { continue }
        try write(life, words, on: day, to: files[position])
      }
      if life.isOrdered(by: maker.asOf) { orders.append(order(of: life)) }
    }
    if let last = files.last { try writeDirt(to: last) }
    orders.sort { ($0.day, $0.lead) < ($1.day, $1.lead) }
    return (try files.map { try $0.close() }, orders)
  }

  private func order(of life: LeadLife) -> LeadOrder {
    var payments: [(day: Day, amount: Int)] = []
    var paid = 0
    for day in [life.partlyPaid, life.firstPaid, life.closed].compactMap(\.self) {
      let sum = life.collected(by: day)
      if sum > paid { payments.append((day, sum - paid)) }
      paid = max(paid, sum)
    }
    return LeadOrder(
      lead: life.number, customer: life.customer, product: life.product, day: life.ordered,
      amount: life.amount, due: life.ordered + life.credit + 80, payments: payments)
  }

  /// What a lead says of itself in every ledger.
  private struct Words {
    let name: String
    let industry: String
    let province: String
    let city: String
    let chance: Int
    let probability: String
    let competitor: String
    let reason: String
    let factors: String

    init(_ life: LeadLife, maker: LeadMaker) {
      var random = Random(seed: maker.seed, .lead, life.number, 1)
      let customer = maker.customers.all[life.customer]
      let place = Company.provinces[customer.province]
      name = Names.brand(life.customer) + Company.products[life.product].name + random.pick(Names.works)
      industry = Names.industries[customer.industry].name
      province = place.name
      city = place.cities[customer.city]
      chance = random.below(100)
      probability = random.chance(6) ? random.pick(["0.15", "0.3", "35%", "0.5", "70%", "0.8"]) : ""
      competitor = random.chance(62) ? random.pick(Names.competitors) : ""
      reason = random.pick(Names.lostReasons)
      let first = random.below(Names.keyFactors.count)
      let second = random.below(Names.keyFactors.count)
      factors = Names.keyFactors[first] + (first == second ? "" : "；" + Names.keyFactors[second])
    }
  }

  private func chance(_ life: LeadLife, _ step: LeadLife.Step, _ roll: Int, on day: Day) -> String {
    if let stalled = life.stalled, stalled < day - 60, roll < 45, step < .s4 { return "none" }
    return switch step {
    case .s5, .s6: "high"
    case .s4: roll < 55 ? "high" : "medium"
    case .lost: "none"
    default: roll < 12 ? "high" : roll < 60 ? "medium" : "low"
    }
  }

  private func write(_ life: LeadLife, _ words: Words, on day: Day, to file: CSVFile) throws {
    let step = life.step(on: day)
    let isWon = step == .s5 || step == .s6
    let isOrdered = isWon && life.isOrdered(by: day)
    // People state dates anew only while they work on a lead.
    var at = life.stalled.map { min($0, day) } ?? day
    if step == .lost, let lost = life.lost { at = min(at, lost) }
    let known = day >= life.stages[1]
    let amount = known ? life.amount : life.guess
    let order = life.order.stated(on: isOrdered ? min(at, life.ordered) : at)
    file.code("L", life.number + 1, 6)
    file.text(words.name)
    file.code("C", life.customer + 1, 5)
    file.text(Company.products[life.product].name)
    file.text(words.province)
    file.text(words.city)
    if life.assigned > day { file.blank() } else { file.code("R", life.rep + 1, 4) }
    file.text(Names.sources[life.source])
    file.text(words.industry)
    file.text(step.id)
    file.money(amount)
    file.text(chance(life, step, words.chance, on: day))
    file.text(step < .s4 ? words.probability : "")
    file.day(life.created)
    file.day(known || day > life.created + 30 ? life.bid.stated(on: isWon ? min(at, life.won) : at) : nil)
    file.day(isWon ? life.won : nil)
    file.day(order)
    file.day(isOrdered ? life.ordered : nil)
    let collected = life.collected(by: day)
    writeCollection(life, step, collected: collected, order: order, isOrdered: isOrdered, at: at, to: file)
    file.money(collected == 0 ? nil : collected)
    file.day(step == .s6 ? life.closed : step == .lost ? life.lost : nil)
    let followed = (at - life.created) / life.cadence
    file.day(life.assigned > day ? nil : life.created + followed * life.cadence)
    file.integer(life.assigned > day ? 0 : followed + 1)
    let isGivenUp = life.stalled.map { $0 < life.lost ?? $0 } ?? false
    file.text(step != .lost ? "" : isGivenUp ? "项目延期搁置" : words.reason)
    file.text(known ? words.competitor : "")
    if step >= .s4 { file.money(amount / 10_000 * 97 * 100) } else { file.blank() }
    file.text(amount >= 150_000_000 ? "是" : "")
    file.text(isWon ? words.factors : "")
    file.day(day)
    try file.endRow()
  }

  /// Expected collection: day and amount of the next payment.
  private func writeCollection(
    _ life: LeadLife, _ step: LeadLife.Step, collected: Int, order: Day, isOrdered: Bool, at: Day,
    to file: CSVFile
  ) {
    guard step < .s6 else { return file.blank(2) }
    if !isOrdered {
      let isEarly = life.paysEarly && step <= .s4
      file.day(isEarly ? life.bid.stated(on: at) + life.credit / 3 : order + life.credit)
      file.money(step == .s5 ? life.firstPart : nil)
    } else if collected < life.firstPart {
      file.day(life.payment.stated(on: at))
      file.money(life.firstPart - collected)
    } else {
      file.day(life.finalPayment.stated(on: at))
      file.blank()
    }
  }

  /// What real exports hold too: a draft without an id, an amount that is a word, a customer not entered.
  private func writeDirt(to file: CSVFile) throws {
    let day = maker.asOf.description
    try file.row(
      "", "未编号草稿项目", "C00003", "工业网关", "浙江", "杭州", "R0001", "展会", "", "S1", "300000", "low")
    try file.row(
      "L-待定1", "金额待确认项目", "C00004", "智能终端", "江苏", "南京", "R0002", "展会", "", "S2", "约50万", "low")
    try file.row(
      "L-试用1", "新客试用项目", "C-展会客户", "智能终端", "广东", "广州", "R0003", "官网咨询", "", "S1", "80000", "low", "", day, "",
      "", "", "", "", "", "", "", day, "1", "", "", "", "", "", day)
  }
}
