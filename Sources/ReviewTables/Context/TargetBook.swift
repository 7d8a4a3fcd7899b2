internal import Facts
internal import ReviewModel

/// Targets, or plans committed, spread over months and found at the right level (docs/metrics.md, section 2).
struct TargetBook: Sendable {
  /// The rows of one metric, level and scope.
  private struct Line: Sendable {
    var scope: [Symbol]
    var periods: [Period: MoneySum] = [:]
  }

  /// All levels of one metric that have a row in one fiscal year.
  private struct YearKey: Hashable {
    var metric: Metric
    var year: Int
  }

  /// One metric in one week.
  private struct WeekKey: Hashable {
    var metric: Metric
    var week: Week
  }

  private let calendar: FiscalCalendar
  private let noUnit: Symbol
  private let lines: [Metric: [DimensionSet: [Line]]]
  private let levels: [YearKey: Set<DimensionSet>]
  /// The rows of single weeks, which count for those weeks alone.
  private let weeks: [WeekKey: [DimensionSet: [Line]]]
  /// The unit to which targets without one belong.
  private let unitOfAll: Symbol

  init(_ targets: some Sequence<Target>, onlyUnit: () -> Symbol?, _ facts: BookFacts) {
    calendar = facts.period.calendar
    noUnit = facts.masters.noUnit
    var lines: [Metric: [DimensionSet: [[Symbol]: Line]]] = [:]
    var levels: [YearKey: Set<DimensionSet>] = [:]
    var weeks: [WeekKey: [DimensionSet: [Line]]] = [:]
    for target in targets {
      let level = target.level
      guard let year = Self.year(of: target.period, calendar) else {
        guard case .week(let week) = target.period else { continue }
        weeks[WeekKey(metric: target.metric, week: week), default: [:]][level, default: []].append(
          Line(scope: target.scope, periods: [target.period: MoneySum(target.amount)]))
        continue
      }
      levels[YearKey(metric: target.metric, year: year), default: []].insert(level)
      lines[target.metric, default: [:]][level, default: [:]][
        target.scope, default: Line(scope: target.scope)
      ]
      .periods[target.period, default: .zero] += target.amount
    }
    self.lines = lines.mapValues { $0.mapValues { Array($0.values) } }
    self.levels = levels
    self.weeks = weeks
    let unit = DimensionSet([.businessUnit])
    let haveUnits = levels.values.allSatisfy { $0.contains { $0.isSuperset(of: unit) } }
    unitOfAll = (haveUnits ? nil : onlyUnit()) ?? noUnit
  }

  /// Of several commitments for one month and scope the one in force: the latest up to the month's fifth day, else
  /// the earliest after it (docs/metrics.md, section 3).
  static func inForce(_ commitments: RecordList<Target>) -> [Target] {
    struct Key: Hashable {
      let period: Period
      let metric: Metric
      let scope: [Symbol]
    }
    var inForce: [Key: Target] = [:]
    for new in commitments {
      guard case .month(let month) = new.period else { continue }
      let key = Key(period: new.period, metric: new.metric, scope: new.scope)
      guard let old = inForce[key] else {
        inForce[key] = new
        continue
      }
      let fifth = month.first + 4
      let isNewer =
        switch (new.committedOn.isOnOrBefore(fifth), old.committedOn.isOnOrBefore(fifth)) {
        case (true, true): old.committedOn < new.committedOn
        case (false, false): new.committedOn < old.committedOn
        case (let isInTime, _): isInTime
        }
      if isNewer || (new.committedOn == old.committedOn && old.version < new.version) { inForce[key] = new }
    }
    return Array(inForce.values)
  }

  /// The levels of a metric present in a fiscal year, by number of columns, then name.
  func levels(of metric: Metric, in year: Int) -> [DimensionSet] {
    Self.sorted(levels[YearKey(metric: metric, year: year)] ?? [])
  }

  private static func sorted(_ levels: some Sequence<DimensionSet>) -> [DimensionSet] {
    levels.sorted {
      $0.count == $1.count ? $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) : $0.count < $1.count
    }
  }

  /// What the rows of a level amount to in a fiscal year.
  func amount(of level: DimensionSet, _ metric: Metric, in year: Int) -> MoneySum {
    (lines[metric]?[level] ?? []).reduce(.zero) { sum, line in
      spread(line, over: year).reduce(sum, +)
    }
  }

  /// The target of every member of a grouping in some months of one fiscal year, which `months` are; nil where no
  /// level of that year holds the grouping.
  func targets(by grouping: Grouping, _ metric: Metric, months: ClosedRange<Month>) -> [GroupKey: MoneySum]? {
    let year = calendar.year(of: months.lowerBound)
    let present = levels(of: metric, in: year)
    let unit = DimensionSet([.businessUnit])
    let hasUnits = present.contains { $0.isSuperset(of: unit) }
    let wanted = grouping.dimensions.filter { hasUnits || $0 != .businessUnit }
    guard let level = present.first(where: { $0.isSuperset(of: DimensionSet(wanted)) }) else { return nil }
    let first = calendar.firstMonth(of: year)
    let range = first.distance(to: months.lowerBound)...first.distance(to: months.upperBound)
    var targets: [GroupKey: MoneySum] = [:]
    for line in lines[metric]?[level] ?? [] {
      // A line without a row in this year says nothing of it.
      guard line.periods.keys.contains(where: { Self.year(of: $0, calendar) == year }) else { continue }
      var key = GroupKey()
      for (index, dimension) in grouping.dimensions.enumerated() {
        let symbol = line.scope[dimension.rawValue]
        key[index] = dimension == .businessUnit && !hasUnits ? unitOfAll : symbol.or(noUnit)
      }
      targets[key, default: .zero] += spread(line, over: year)[range].reduce(.zero, +)
    }
    return targets
  }

  /// The target of every member of a grouping in one week, of the rows that say so of this week; nil where no level
  /// with such a row holds the grouping.
  func targets(by grouping: Grouping, _ metric: Metric, week: Week) -> [GroupKey: MoneySum]? {
    let lines = weeks[WeekKey(metric: metric, week: week)] ?? [:]
    let wanted = DimensionSet(grouping.dimensions)
    guard let level = Self.sorted(lines.keys).first(where: { $0.isSuperset(of: wanted) }) else { return nil }
    var targets: [GroupKey: MoneySum] = [:]
    for line in lines[level] ?? [] {
      var key = GroupKey()
      for (index, dimension) in grouping.dimensions.enumerated() {
        key[index] = line.scope[dimension.rawValue].or(noUnit)
      }
      targets[key, default: .zero] += line.periods[.week(week)] ?? .zero
    }
    return targets
  }

  /// The reps for whom orders or collections are targeted in a fiscal year; nil where no level is by rep.
  func reps(with metric: Metric, in year: Int) -> Set<Symbol>? {
    let levels = levels(of: metric, in: year).filter { $0.isSuperset(of: DimensionSet([.rep])) }
    guard !levels.isEmpty else { return nil }
    return levels.reduce(into: []) { reps, level in
      for line in lines[metric]?[level] ?? []
      where line.periods.keys.contains(where: { Self.year(of: $0, calendar) == year }) {
        reps.insert(line.scope[Dimension.rep.rawValue])
      }
    }
  }

  /// The twelve months of a line: of each fiscal quarter its month rows, else its quarter row over three months;
  /// where the line has neither in the whole year, its year row over twelve.
  private func spread(_ line: Line, over year: Int) -> [MoneySum] {
    let months = calendar.months(of: year)
    var spread = [MoneySum](repeating: .zero, count: 12)
    var isFine = false
    for quarter in 0..<4 {
      let own = months[quarter * 3..<quarter * 3 + 3].map { line.periods[.month($0)] }
      if own.contains(where: { $0 != nil }) {
        for (index, amount) in own.enumerated() { spread[quarter * 3 + index] = amount ?? .zero }
        isFine = true
      } else if let amount = line.periods[.quarter(year: year, quarter: quarter + 1)] {
        for index in 0..<3 { spread[quarter * 3 + index] = amount.part(index, of: 3) }
        isFine = true
      }
    }
    if !isFine, let amount = line.periods[.year(year)] {
      for index in 0..<12 { spread[index] = amount.part(index, of: 12) }
    }
    return spread
  }

  /// The fiscal year of a period; nil for weeks, which count in weekly control only.
  private static func year(of period: Period, _ calendar: FiscalCalendar) -> Int? {
    switch period {
    case .year(let year), .quarter(let year, _): year
    case .month(let month): calendar.year(of: month)
    case .week: nil
    }
  }
}

extension MoneySum {
  /// Part `index` (from 0) of an amount spread over `count`: ⌊A·i/n⌋ − ⌊A·(i−1)/n⌋ in hundredths, so that the parts
  /// add up to the whole.
  func part(_ index: Int, of count: Int) -> MoneySum {
    MoneySum(
      hundredths: (hundredths * Int128(index + 1)).floored(by: Int128(count))
        - (hundredths * Int128(index)).floored(by: Int128(count)))
  }
}

extension Int128 {
  /// The quotient rounded down, for a positive divisor.
  fileprivate func floored(by divisor: Int128) -> Int128 {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }
}
