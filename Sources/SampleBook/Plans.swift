internal import ReviewModel

/// Targets and commitments, set around what the tally says came: a planner who knew the trend, not the month.
///
/// Every level adds up to the one above it, to the yuan, but for two: the reps' targets leave out 3 % of the
/// company's, for the new ones have none yet; and channels carry only the part that partners sell.
struct Plans {
  let seed: UInt64
  let company: Company
  let channels: Int
  let tally: Tally
  let workdays: Workdays
  let start: Day
  let asOf: Day

  private static let columns = [
    "period", "metric", "amount", "business_unit", "province", "city", "team", "rep_id", "product",
    "customer_class", "industry", "channel",
  ]
  /// Targets are set in thousands.
  private static let unit = 100_000

  /// What a row is for; blank means all.
  private struct Scope {
    var unit = ""
    var province = ""
    var city = ""
    var team = ""
    var rep = ""
    var product = ""
    var classWord = ""
    var industry = ""
    var channel = ""
  }

  /// The run rate of a cell in a month, freed of the season and put back into it; hundredths.
  private func trend(_ metric: Metric, _ level: Tally.Level, _ cell: Int, _ month: Month) -> Int {
    let middle = min(max(month, tally.months.lowerBound), asOf.month)
    let window = (-5...2).compactMap { offset -> (Int, Int)? in
      let near = middle.advanced(by: offset)
      guard near <= asOf.month, let amount = tally.amount(metric, level, cell, near) else { return nil }
      return (amount, Trade.season[near.month - 1])
    }
    let (amount, season) = window.reduce((0, 0)) { ($0.0 + $1.0, $0.1 + $1.1) }
    return amount / max(1, season) * Trade.season[month.month - 1]
  }

  /// The target of a cell: the trend, held to where the month's achievement is from 60 % to 120 %.
  private func target(_ metric: Metric, _ level: Tally.Level, _ cell: Int, _ month: Month) -> Int {
    var random = Random(
      seed: seed, .target, (level.rawValue * 2 + Int(metric.rawValue)) << 32 + cell, Int(month.index))
    let wish = trend(metric, level, cell, month) / 100 * random.between(96...116)
    guard month <= asOf.month, let actual = tally.amount(metric, level, cell, month), actual > 0 else {
      return wish / Self.unit * Self.unit
    }
    let lowest = actual / 118 * 100 / 100 * random.between(100...112)
    let highest = actual / 64 * 100 / 100 * random.between(78...100)
    return min(max(wish, lowest), highest) / Self.unit * Self.unit + Self.unit
  }

  /// The months of the fiscal years that the book touches.
  private var months: ClosedRange<Month> {
    Month(year: start.components.year, month: 1)...Month(year: asOf.components.year, month: 12)
  }

  func writeTargets(to folder: String) throws -> SampleBook.WrittenFile {
    let file = try CSVFile(in: folder, name: "targets.csv", columns: Self.columns)
    for metric in Metric.allCases {
      var quarter = [Int](repeating: 0, count: Company.units.count * Company.provinces.count)
      var year = quarter
      for month in months {
        let provinces = (0..<quarter.count).map { target(metric, .province, $0, month) }
        try write(month, metric, provinces: provinces, to: file)
        for cell in provinces.indices {
          quarter[cell] += provinces[cell]
          year[cell] += provinces[cell]
        }
        if month.month % 3 == 0 {
          try writeClasses("\(month.year)-Q\(month.month / 3)", metric, month, quarter, to: file)
          quarter = quarter.map { _ in 0 }
        }
        if month.month == 12 {
          try writeYear(month, metric, year, to: file)
          year = year.map { _ in 0 }
        }
      }
    }
    try writeWeeks(to: file)
    try file.row("\(asOf.month)", "orders", "十万", Company.units[0], Company.provinces[0].name)
    try file.row("下月", "orders", "100000", Company.units[0], Company.provinces[0].name)
    return try file.close()
  }

  private func write(
    _ period: String, _ metric: Metric, _ amount: Int, _ scope: Scope, to file: CSVFile
  ) throws {
    guard amount > 0 else { return }
    file.text(period)
    file.text(metric.word)
    file.money(amount)
    for word in [
      scope.unit, scope.province, scope.city, scope.team, scope.rep, scope.product, scope.classWord,
      scope.industry, scope.channel,
    ] { file.text(word) }
    try file.endRow()
  }

  private func ofUnit<Value>(_ unit: Int, _ cells: [Value]) -> ArraySlice<Value> {
    let count = cells.count / Company.units.count
    return cells[unit * count..<(unit + 1) * count]
  }

  /// Company, units, provinces, products, teams and reps of one month.
  private func write(_ month: Month, _ metric: Metric, provinces: [Int], to file: CSVFile) throws {
    let period = month.description
    let total = provinces.reduce(0, +)
    try write(period, metric, total, Scope(), to: file)
    for (unit, name) in Company.units.enumerated() {
      let ofUnit = ofUnit(unit, provinces)
      let sum = ofUnit.reduce(0, +)
      try write(period, metric, sum, Scope(unit: name), to: file)
      for (amount, province) in zip(ofUnit, Company.provinces) {
        try write(period, metric, amount, Scope(unit: name, province: province.name), to: file)
      }
      let products = Company.productsOfUnit[unit]
      let parts = shared(sum, by: products.map { target(metric, .product, $0, month) }, unit: Self.unit)
      for (amount, product) in zip(parts, products) {
        try write(
          period, metric, amount, Scope(unit: name, product: Company.products[product].name), to: file)
      }
      let teams = Company.teams.indices.filter { Company.teams[$0].unit == unit }
      let shares = shared(sum, by: teams.map { target(metric, .team, $0, month) }, unit: Self.unit)
      for (amount, team) in zip(shares, teams) {
        try write(period, metric, amount, Scope(unit: name, team: Company.teams[team].name), to: file)
      }
    }
    let reps = company.reps.filter { $0.joined < month.first - 90 && $0.isPresent(on: month.first) }
    let weights = reps.map { target(metric, .rep, $0.number, month) }
    for (amount, rep) in zip(shared(total / 100 * 97, by: weights, unit: Self.unit), reps) {
      try write(period, metric, amount, Scope(rep: Self.id(rep)), to: file)
    }
  }

  private static func id(_ rep: Company.Rep) -> String {
    let digits = String(rep.number + 1)
    return "R" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// Customer classes by quarter.
  private func writeClasses(
    _ period: String, _ metric: Metric, _ last: Month, _ provinces: [Int], to file: CSVFile
  ) throws {
    for (unit, name) in Company.units.enumerated() {
      let count = Customer.classWords.count
      let weights = (0..<count).map { word in
        (-2...0).map { target(metric, .classWord, unit * count + word, last.advanced(by: $0)) }.reduce(0, +)
      }
      let parts = shared(ofUnit(unit, provinces).reduce(0, +), by: weights, unit: Self.unit)
      for (amount, word) in zip(parts, Customer.classWords) {
        try write(period, metric, amount, Scope(unit: name, classWord: word), to: file)
      }
    }
  }

  /// Industries, cities and channels by year.
  private func writeYear(_ december: Month, _ metric: Metric, _ provinces: [Int], to file: CSVFile) throws {
    func year(_ level: Tally.Level, _ cell: Int) -> Int {
      (-11...0).map { target(metric, level, cell, december.advanced(by: $0)) }.reduce(0, +)
    }
    let period = String(december.year)
    for (unit, name) in Company.units.enumerated() {
      let ofUnit = Array(ofUnit(unit, provinces))
      let count = Names.industries.count
      let parts = shared(
        ofUnit.reduce(0, +), by: (0..<count).map { year(.industry, unit * count + $0) }, unit: Self.unit)
      for (amount, industry) in zip(parts, Names.industries) {
        try write(period, metric, amount, Scope(unit: name, industry: industry.name), to: file)
      }
      for (position, province) in Company.provinces.enumerated() {
        let first = (unit * Company.provinces.count + position) * Tally.cities
        let weights = province.cities.indices.map { year(.city, first + $0) }
        for (amount, city) in zip(shared(ofUnit[position], by: weights, unit: Self.unit), province.cities) {
          try write(period, metric, amount, Scope(unit: name, province: province.name, city: city), to: file)
        }
      }
      for channel in 0..<channels {
        let amount = year(.channel, unit * channels + channel) / Self.unit * Self.unit
        try write(
          period, metric, amount, Scope(unit: name, channel: CustomerBase.channelName(channel)), to: file)
      }
    }
  }

  /// Orders by week for the provinces: the last four weeks and the next.
  private func writeWeeks(to file: CSVFile) throws {
    for back in stride(from: 3, through: -1, by: -1) {
      let monday = asOf - asOf.weekday - 7 * back
      let days = workdays.count(monday...(monday + 6))
      let month = monday.month
      for (unit, name) in Company.units.enumerated() {
        for (position, province) in Company.provinces.enumerated() {
          let amount = target(.orders, .province, unit * Company.provinces.count + position, month)
          let share = amount / max(1, workdays.count(month.days)) * days
          try write(
            monday.week.description, .orders, share / Self.unit * Self.unit,
            Scope(unit: name, province: province.name), to: file)
        }
      }
    }
  }

  /// What each province committed itself to at the beginning of each month; some did again, too late.
  func writeCommitments(to folder: String) throws -> SampleBook.WrittenFile {
    let file = try CSVFile(
      in: folder, name: "commitments.csv",
      columns: ["period", "metric", "amount", "business_unit", "province", "committed_on"])
    for month in months where month <= asOf.month {
      for metric in Metric.allCases {
        for cell in 0..<tally.cellCount(.province) {
          var random = Random(seed: seed, .target, -1 - cell * 2 - Int(metric.rawValue), Int(month.index))
          let amount = target(metric, .province, cell, month) / 100 * random.between(86...104)
          let (unit, province) = cell.quotientAndRemainder(dividingBy: Company.provinces.count)
          func write(_ amount: Int, on day: Int) throws {
            file.text(month.description)
            file.text(metric.word)
            file.money(amount / Self.unit * Self.unit)
            file.text(Company.units[unit])
            file.text(Company.provinces[province].name)
            file.day(month.first + (day - 1))
            try file.endRow()
          }
          try write(amount, on: 3)
          if random.chance(6), month < asOf.month { try write(amount / 100 * 85, on: 12) }
        }
      }
    }
    return try file.close()
  }
}
