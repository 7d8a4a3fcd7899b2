internal import ReviewModel

/// A day that people expect something on, and how they move it while it does not come.
struct Forecast {
  let first: Day
  /// How many days later each new date is.
  let step: Int
  /// How many days a date stays after it has passed; nil when nobody ever moves it.
  let lag: Int?
  /// An earlier date, and the day from which people know of it.
  var sooner: (day: Day, known: Day)?

  /// The date as it stands on a day.
  func stated(on day: Day) -> Day {
    if let sooner, sooner.known <= day { return sooner.day }
    guard let lag, day - lag > first else { return first }
    return first + (day - lag - first + step - 1) / step * step
  }
}

/// The life of one lead, from which its row in the ledger of any day follows.
struct LeadLife {
  let number: Int
  let customer: Int
  let product: Int
  let source: Int
  let rep: Int
  /// Before this day it had no rep.
  let assigned: Day
  let created: Day
  /// When it entered S2, S3, S4.
  let stages: [Day]
  let bid: Forecast
  let won: Day
  let order: Forecast
  let ordered: Day
  /// Days from order to first payment, as agreed.
  let credit: Int
  /// Pays a part on award, before the order.
  let paysEarly: Bool
  let payment: Forecast
  /// A part of the first payment that came ahead of the rest.
  let partlyPaid: Day?
  let firstPaid: Day
  let finalPayment: Forecast
  let closed: Day
  let lost: Day?
  /// From then on nobody works on it.
  let stalled: Day?
  /// From then on it is missing in the ledger without a word.
  let vanished: Day?
  /// From then on it stands one stage lower.
  let setBack: Day?
  /// Hundredths: as first guessed, and as known from S3 on.
  let guess: Int
  let amount: Int
  /// Hundredths of the amount due first.
  let firstPart: Int
  let cadence: Int

  var unit: Int { Company.products[product].unit }
}

extension LeadLife {
  enum Step: Int, Comparable {
    case s1, s2, s3, s4, s5, s6, lost

    static func < (left: Step, right: Step) -> Bool { left.rawValue < right.rawValue }
    var id: String { self == .lost ? "lost" : "S\(rawValue + 1)" }
    var isLive: Bool { self < .s6 }
  }

  func step(on day: Day) -> Step {
    let at = stalled.map { min($0, day) } ?? day
    if let lost, lost <= day { return .lost }
    if closed <= at { return .s6 }
    if won <= at { return .s5 }
    let reached = stages.count { $0 <= at }
    guard let setBack, setBack <= day else { return Step(rawValue: reached) ?? .s1 }
    return Step(rawValue: max(0, reached - 1)) ?? .s1
  }

  /// When it left the ledger of live leads.
  var ended: Day? { lost ?? (stalled.map { $0 < closed } ?? false ? nil : closed) }

  /// Hundredths paid up to a day.
  func collected(by day: Day) -> Int {
    let at = stalled.map { min($0, day) } ?? day
    if lost.map({ $0 <= day }) ?? false { return 0 }
    if closed <= at { return amount }
    if firstPaid <= at { return firstPart }
    return partlyPaid.map { $0 <= at } ?? false ? earlyPart : 0
  }

  var earlyPart: Int { firstPart / 500 * 200 }

  /// Whether it became an order on or before a day.
  func isOrdered(by day: Day) -> Bool {
    ordered <= day && lost == nil && stalled.map { ordered <= $0 } ?? true
      && vanished.map { ordered < $0 } ?? true
  }
}

/// What must have happened to a promise of the month under review, whatever else the dice say.
enum PromiseCase: Int, CaseIterable {
  case orderKept, orderSlipped, orderMissed, orderLost, orderVanished
  case cashKept, cashPartial, cashSlipped, cashMissed, cashLost, cashVanished
  /// Due next month, paid in the last days of this one.
  case cashSooner

  /// A round of leads: one for each case, more of those that keep their word, and some without a part.
  static let round: [PromiseCase?] =
    allCases + [PromiseCase?](repeating: .orderKept, count: 6)
    + [PromiseCase?](repeating: .cashKept, count: 7)
    + [PromiseCase?](repeating: nil, count: 8)
}

/// Makes the lives of a book's leads.
struct LeadMaker {
  let leads: Int
  let seed: UInt64
  let start: Day
  let asOf: Day
  let company: Company
  let customers: CustomerBase

  /// Leads come in from a year before the book begins, so that it begins with a full pipeline.
  private static let lead = 360

  /// The promise case that a lead plays.
  func promiseCase(of number: Int, created: Day) -> PromiseCase? {
    let age = asOf - created
    guard (200...320).contains(age) else { return nil }
    return PromiseCase.round[number % PromiseCase.round.count]
  }

  func life(_ number: Int) -> LeadLife {
    var random = Random(seed: seed, .lead, number)
    let span = asOf - (start - Self.lead)
    // Later months bring more: the square root leans the numbers towards the end.
    let place = (Double(number) + random.unit()) / Double(leads)
    let leaning = 0.6 * place + 0.4 * place.squareRoot()
    let created = start - Self.lead + min(span - 1, Int(leaning * Double(span)))
    let large = random.chance(45)
    let customer = large ? heavyCustomer(&random) : random.below(customers.all.count)
    let unit = random.chance(customers.all[customer].hardware) ? 0 : 1
    let product = random.pick(Company.productsOfUnit[unit])
    let owner = company.owner(unit: unit, province: customers.all[customer].province, customer: customer)
    let skew = random.unit()
    let size = skew * skew
    let guess = (200_000 + Int(size * (large ? 1_800_000 : 800_000))) / 1000 * 100_000
    let amount = guess / 100 * random.pick([75, 85, 92, 100, 100, 100, 110, 125])
    let source = random.below(Names.sources.count)
    var life = Draft(number: number, created: created, guess: guess, amount: amount)
    life.firstPart = amount / 1000 * random.pick([300, 400, 500, 600])
    life.unroll(&random)
    life.decide(&random, chance: 42 * company.reps[owner].skill / 100 + (source == 0 ? 14 : 0) - source)
    if let scripted = promiseCase(of: number, created: created) {
      life.play(scripted, monthBefore: asOf.month.first - 1, asOf: asOf, &random)
    } else {
      life.paysEarly = number % 3 == 0
      life.trouble(&random, asOf: asOf, rep: company.reps[owner])
    }
    let waits = number % 29 == 7 || number % 9 == 4 && asOf - created < 40
    return life.lead(
      customer: customer, product: product, source: source, rep: owner, assigned: created + (waits ? 40 : 0))
  }

  /// A customer from the upper end: the best of three.
  private func heavyCustomer(_ random: inout Random) -> Int {
    var best = random.below(customers.all.count)
    for _ in 0..<2 {
      let other = random.below(customers.all.count)
      if customers.all[other].weight > customers.all[best].weight { best = other }
    }
    return best
  }
}

/// A life in the making.
private struct Draft {
  let number: Int
  let created: Day
  let guess: Int
  let amount: Int
  var firstPart = 0
  var stages: [Day] = []
  var bid = Forecast(first: Day(number: 0), step: 1, lag: nil)
  var won = Day(number: 0)
  var order = Forecast(first: Day(number: 0), step: 1, lag: nil)
  var ordered = Day(number: 0)
  var credit = 0
  var paysEarly = false
  var payment = Forecast(first: Day(number: 0), step: 1, lag: nil)
  var partlyPaid: Day?
  var firstPaid = Day(number: 0)
  var finalPayment = Forecast(first: Day(number: 0), step: 1, lag: nil)
  var closed = Day(number: 0)
  var lost: Day?
  var stalled: Day?
  var vanished: Day?
  var setBack: Day?
  var cadence = 7

  init(number: Int, created: Day, guess: Int, amount: Int) {
    self.number = number
    self.created = created
    self.guess = guess
    self.amount = amount
  }

  /// The way to the last payment, with durations as projects of this size take them.
  mutating func unroll(_ random: inout Random) {
    cadence = random.between(4...12)
    let s2 = created + random.between(5...42)
    let s3 = s2 + random.between(10...60)
    let s4 = s3 + random.between(12...62)
    stages = [s2, s3, s4]
    won = weekday(s4 + random.between(25...80))
    bid = forecast(of: won - random.between(3...12), &random)
    ordered = weekday(won + random.between(12...80))
    order = forecast(of: ordered, &random)
    credit = random.between(10...50)
    settle(&random)
  }

  /// `day`, or the Monday after it.
  private func weekday(_ day: Day) -> Day { day.weekday < 5 ? day : day + (7 - day.weekday) }

  /// The payments, from the order's day on.
  private mutating func settle(_ random: inout Random) {
    payment = forecast(of: ordered + credit, &random)
    firstPaid = ordered + max(2, credit + random.between(-8...45))
    let rest = firstPaid + random.between(25...100)
    finalPayment = forecast(of: rest, &random)
    closed = rest + random.between(0...25)
  }

  /// People first name a date that is too early, more often than one that is too late.
  private func forecast(of day: Day, _ random: inout Random) -> Forecast {
    Forecast(
      first: day + random.between(-58...14), step: random.between(14...31),
      lag: random.chance(9) ? nil : random.between(0...9))
  }

  /// Whether it is won at all; if not, when it is lost.
  mutating func decide(_ random: inout Random, chance: Int) {
    guard !random.chance(chance + 8) else { return }
    let stage = random.pick([0, 1, 1, 2, 2, 3, 3, 3])
    let from = stage == 0 ? created : stages[stage - 1]
    let until = stage == 3 ? won : stages[stage]
    lost = from + random.between(3...max(4, until - from))
  }

  /// What goes wrong now and then.
  mutating func trouble(_ random: inout Random, asOf: Day, rep: Company.Rep) {
    if random.chance(9) {
      let day = created + random.between(20...150)
      if day < min(won, lost ?? won) { stalled = day }
    }
    if let day = stalled, day < lost ?? closed {
      // What nobody has touched for long is given up in the end.
      let givenUp = day + random.between(140...300)
      lost = givenUp <= asOf ? givenUp : nil
    }
    let still = max(asOf - 16, created)
    if rep.habit == .idle, lost.map({ $0 > still }) ?? true {
      stalled = min(stalled ?? still, still)
      lost = nil
    }
    if number % 143 == 50, asOf - created > 60 { vanished = asOf - random.between(4...28) }
    if number % 41 == 17 { setBack = asOf - random.between(2...26) }
  }

  /// Makes one promise case true.
  mutating func play(
    _ part: PromiseCase, monthBefore: Day, asOf: Day, _ random: inout Random
  ) {
    lost = nil
    // Every third round promises for the last whole week, which the week's review looks at.
    let sunday = asOf - (asOf.weekday + 1) % 7
    let (round, place) = number.quotientAndRemainder(dividingBy: PromiseCase.round.count)
    let late = round % 3 == 1 && place < PromiseCase.allCases.count && sunday - 6 > monthBefore
    let promised = late ? sunday - random.between(3...6) : monthBefore + random.between(9...27)
    let never = Forecast(first: promised, step: 28, lag: nil)
    let bidding = part == .orderLost || part == .cashLost
    let base = part.rawValue >= PromiseCase.cashKept.rawValue && !bidding ? -62 : bidding ? 30 : -12
    retime(won: monthBefore + base)
    ordered = won + 24
    switch part {
    case .orderKept:
      order = never
      ordered = weekday(promised + random.between(0...1))
    case .orderSlipped:
      order = Forecast(first: promised, step: 28, lag: 1)
      ordered = asOf + 40
    case .orderMissed, .orderVanished:
      order = never
      ordered = asOf + 30
    case .orderLost, .cashLost:
      order = never
      ordered = asOf + 30
      lost = promised + 2
    default: break
    }
    credit = 14
    settle(&random)
    switch part {
    case .cashKept:
      payment = never
      firstPaid = promised + random.between(0...2)
    case .cashSooner:
      payment = Forecast(
        first: asOf + 12, step: 30, lag: nil, sooner: (day: asOf - random.between(1...3), known: sunday - 2))
      firstPaid = asOf - 1
    case .cashPartial:
      payment = never
      partlyPaid = promised
      firstPaid = asOf + 20
    case .cashSlipped:
      payment = Forecast(first: promised, step: 30, lag: 1)
      firstPaid = asOf + 25
    case .cashMissed, .cashVanished:
      payment = never
      firstPaid = asOf + 25
    case .orderLost, .cashLost:
      payment = never
      credit = 4
    default: break
    }
    closed = max(closed, firstPaid + 30)
    finalPayment = Forecast(first: closed, step: 30, lag: 4)
    if part == .orderVanished || part == .cashVanished { vanished = promised }
  }

  /// Squeezes or stretches the way to the award so that it ends on `day`.
  private mutating func retime(won day: Day) {
    let old = won - created
    let new = max(4, day - created)
    stages = stages.map { created + max(1, ($0 - created) * new / max(1, old)) }
    won = created + new
    bid = Forecast(first: won - 5, step: 21, lag: 5)
  }

  func lead(customer: Int, product: Int, source: Int, rep: Int, assigned: Day) -> LeadLife {
    LeadLife(
      number: number, customer: customer, product: product, source: source, rep: rep, assigned: assigned,
      created: created, stages: stages, bid: bid, won: won, order: order, ordered: ordered, credit: credit,
      paysEarly: paysEarly,
      payment: payment, partlyPaid: partlyPaid, firstPaid: firstPaid, finalPayment: finalPayment,
      closed: closed, lost: lost, stalled: stalled, vanished: vanished, setBack: setBack, guess: guess,
      amount: amount, firstPart: firstPart, cadence: cadence)
  }
}
