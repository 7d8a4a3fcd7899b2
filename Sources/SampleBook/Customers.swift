internal import ReviewModel

/// A customer, as far as it is worth keeping: names are spelled from the number when they are written.
struct Customer {
  /// What it buys compared with others; few are far above 1.
  let weight: Double
  let classWord: Int
  let industry: Int
  let province: Int
  let city: Int
  /// The channel partner it signs with; nil for those that sign themselves.
  let channel: Int?
  let since: Day
  /// From then on it buys nothing.
  let churned: Day?
  /// Percent of its orders that are hardware.
  let hardware: Int

  static let classWords = ["strategic", "top", "named", "channel"]

  /// Whether it buys on a day.
  func buys(on day: Day) -> Bool { since <= day && churned.map { day < $0 } ?? true }
}

/// All customers of a book.
struct CustomerBase {
  let all: [Customer]
  let channels: Int
  private let seed: UInt64

  init(leads: Int, seed: UInt64, start: Day, asOf: Day) {
    let count = max(40, leads)
    channels = min(60, 6 + count / 60)
    self.seed = seed
    let channels = channels
    // A prime that does not divide the count makes number → rank a permutation.
    let stride = count % 7919 == 0 ? 7907 : 7919
    all = (0..<count).map { number in
      let rank = (number * stride + Int(seed % 997)) % count
      return Self.customer(
        number, rank: (Double(rank) + 0.5) / Double(count), channels: channels, seed: seed, start: start,
        asOf: asOf)
    }
  }

  /// `rank` from 0, the largest, to 1.
  private static func customer(
    _ number: Int, rank: Double, channels: Int, seed: UInt64, start: Day, asOf: Day
  ) -> Customer {
    var random = Random(seed: seed, .customer, number)
    var rest = random.below(100)
    let province =
      Company.provinces.firstIndex {
        rest -= $0.weight
        return rest < 0
      } ?? 0
    let classWord = rank < 0.03 ? 0 : rank < 0.1 ? 1 : rank < 0.55 ? 2 : 3
    var since = start - random.between(30...3000)
    var churned: Day?
    if rank > 0.06, random.chance(14) {
      since = start + random.below(asOf - start)
    } else if number % 80 == 33 {
      since = asOf - random.between(2...5)
    } else if rank > 0.06, random.chance(13) {
      churned = asOf - random.between(185...560)
    }
    // Pareto with exponent 1, cut at the top so that no single customer carries the book.
    return Customer(
      weight: 0.17 / (rank + 0.009), classWord: classWord, industry: random.below(Names.industries.count),
      province: province, city: random.below(Company.provinces[province].cities.count),
      channel: classWord == 3 ? random.below(channels) : nil, since: since, churned: churned,
      hardware: random.between(20...90))
  }

  func name(_ number: Int) -> String {
    let customer = all[number]
    let trades = Names.industries[customer.industry].trades
    let brand = Names.brand(number)
    return Company.provinces[customer.province].cities[customer.city] + brand + trades[number % trades.count]
      + Names.companyForms[number / 7 % Names.companyForms.count]
  }

  static func channelName(_ channel: Int) -> String {
    Company.provinces[channel % Company.provinces.count].cities[0] + Names.brand(5000 + channel)
      + Names.channelSuffixes[channel % Names.channelSuffixes.count]
  }

  func write(to folder: String, company: Company, asOf: Day) throws -> SampleBook.WrittenFile {
    let file = try CSVFile(
      in: folder, name: "customers.csv",
      columns: [
        "customer_id", "alias", "name", "customer_class", "industry", "province", "city", "groups", "channel",
        "since", "revisit_days", "birthday",
      ])
    for (number, customer) in all.enumerated() {
      var random = Random(seed: seed, .customer, number, 1)
      file.code("C", number + 1, 5)
      let name = name(number)
      file.text(number % 9 == 4 ? Names.brand(number) : "")
      file.text(name)
      file.text(Customer.classWords[customer.classWord])
      file.text(Names.industries[customer.industry].name)
      file.text(Company.provinces[customer.province].name)
      file.text(Company.provinces[customer.province].cities[customer.city])
      let group = random.below(Names.groups.count)
      file.text(
        customer.classWord < 2
          ? "集团总部;" + Names.groups[group == 3 ? 0 : group]
          : random.chance(55) ? Names.groups[group] : "")
      file.text(customer.channel.map(Self.channelName) ?? "")
      file.day(customer.since)
      if random.chance(8) { file.integer(random.pick([15, 45, 120])) } else { file.blank() }
      file.day(random.chance(30) ? asOf - random.between(9000...20_000) : nil)
      try file.endRow()
    }
    return try file.close()
  }
}
