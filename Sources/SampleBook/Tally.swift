internal import ReviewModel

/// What was booked, by month, along every line that targets are set for: the planner's look at what came.
struct Tally {
  /// A line of breakdown.
  enum Level: Int, CaseIterable {
    case province, product, team, rep, classWord, industry, city, channel
  }

  let months: ClosedRange<Month>
  private let cells: [Int]
  /// [metric][level][cell * months + month], in hundredths.
  private var sums: [[[Int]]]

  init(months: ClosedRange<Month>, reps: Int, channels: Int) {
    self.months = months
    let units = Company.units.count
    let cells = [
      units * Company.provinces.count, Company.products.count, Company.teams.count, reps,
      units * Customer.classWords.count, units * Names.industries.count,
      units * Company.provinces.count * Self.cities, units * channels,
    ]
    self.cells = cells
    let count = months.count
    sums = Metric.allCases.map { _ in cells.map { [Int](repeating: 0, count: $0 * count) } }
  }

  /// No province has more cities.
  static let cities = 4

  func cellCount(_ level: Level) -> Int { cells[level.rawValue] }

  mutating func add(
    _ amount: Int, _ metric: Metric, month: Month, customer: Customer, product: Int, rep: Company.Rep,
    channels: Int
  ) {
    guard months.contains(month) else { return }
    let unit = Company.products[product].unit
    let offset = month.index - months.lowerBound.index
    let place = unit * Company.provinces.count + customer.province
    let positions = [
      place, product, rep.team, rep.number, unit * Customer.classWords.count + customer.classWord,
      unit * Names.industries.count + customer.industry, place * Self.cities + customer.city,
    ]
    for (level, cell) in positions.enumerated() {
      sums[Int(metric.rawValue)][level][cell * months.count + Int(offset)] += amount
    }
    if let channel = customer.channel {
      sums[Int(metric.rawValue)][Level.channel.rawValue][
        (unit * channels + channel) * months.count + Int(offset)] += amount
    }
  }

  /// Hundredths booked in a month; nil outside the book.
  func amount(_ metric: Metric, _ level: Level, _ cell: Int, _ month: Month) -> Int? {
    guard months.contains(month) else { return nil }
    return sums[Int(metric.rawValue)][level.rawValue][
      cell * months.count + Int(month.index - months.lowerBound.index)]
  }
}
