internal import ReviewModel

/// What was booked, by month, along every line that targets are set for: the planner's look at what came.
struct Tally {
  /// A line of breakdown.
  enum Level: Int, CaseIterable {
    case province, product, team, rep, classWord, industry, city, channel
  }

  let months: ClosedRange<Month>
  private let cells: [Int]
  /// Where the cells of each level begin.
  private let offsets: [Int]
  private let size: Int
  /// Hundredths, at ((metric * size) + offset of level + cell) * months + month.
  private var sums: [Int]

  init(months: ClosedRange<Month>, reps: Int, channels: Int) {
    self.months = months
    let units = Company.units.count
    let cells = [
      units * Company.provinces.count, Company.products.count, Company.teams.count, reps,
      units * Customer.classWords.count, units * Names.industries.count,
      units * Company.provinces.count * Self.cities, units * channels,
    ]
    self.cells = cells
    offsets = cells.indices.map { cells[..<$0].reduce(0, +) }
    size = cells.reduce(0, +)
    sums = [Int](repeating: 0, count: Metric.allCases.count * size * months.count)
  }

  /// No province has more cities.
  static let cities = 4

  func cellCount(_ level: Level) -> Int { cells[level.rawValue] }

  mutating func add(
    _ amount: Int, _ metric: Metric, month: Month, customer: Customer, product: Int, rep: Int, team: Int,
    channels: Int
  ) {
    guard months.contains(month) else { return }
    let unit = Company.products[product].unit
    let place = unit * Company.provinces.count + customer.province
    add(amount, metric, .province, place, month)
    add(amount, metric, .product, product, month)
    add(amount, metric, .team, team, month)
    add(amount, metric, .rep, rep, month)
    add(amount, metric, .classWord, unit * Customer.classWords.count + customer.classWord, month)
    add(amount, metric, .industry, unit * Names.industries.count + customer.industry, month)
    add(amount, metric, .city, place * Self.cities + customer.city, month)
    if let channel = customer.channel { add(amount, metric, .channel, unit * channels + channel, month) }
  }

  private func position(_ metric: Metric, _ level: Level, _ cell: Int, _ month: Month) -> Int {
    (Int(metric.rawValue) * size + offsets[level.rawValue] + cell) * months.count
      + Int(month.index - months.lowerBound.index)
  }

  private mutating func add(_ amount: Int, _ metric: Metric, _ level: Level, _ cell: Int, _ month: Month) {
    sums[position(metric, level, cell, month)] += amount
  }

  /// Hundredths booked in a month; nil outside the book.
  func amount(_ metric: Metric, _ level: Level, _ cell: Int, _ month: Month) -> Int? {
    guard months.contains(month) else { return nil }
    return sums[position(metric, level, cell, month)]
  }
}
