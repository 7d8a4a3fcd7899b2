internal import ReviewModel

/// Completes rows and totals from what the columns of a definition say of themselves.
struct TableBuilder: Sendable {
  let definition: TableDefinition
  private let steps: [Step]
  /// The columns that are not given, and those that are added up: looked at for every row.
  private let derived: [Int]
  private let summed: [Int]

  /// How one column comes about, with the columns it names as positions.
  private enum Step: Sendable {
    case given
    case ratio(Int, Int)
    case difference(Int, Int)
    case sum([Int])
    case growth(Int, Int)
    case portion(Int, [Int])
  }

  init(_ definition: TableDefinition) {
    self.definition = definition
    let place = definition.place(of:)
    steps = definition.columns.map { column in
      switch column.derivation {
      case nil: .given
      case .ratio(let numerator, let denominator): .ratio(place(numerator), place(denominator))
      case .difference(let first, let second): .difference(place(first), place(second))
      case .sum(let parts): .sum(parts.map(place))
      case .growth(let now, let then): .growth(place(now), place(then))
      case .portion(let part, let whole): .portion(place(part), whole.map(place))
      }
    }
    derived = definition.columns.indices.filter { definition.columns[$0].derivation != nil }
    summed = definition.columns.indices.filter { definition.columns[$0].total == .sum }
  }

  /// A table of rows, each given by the cells of its columns that are not derived. Long tables are given lazily, so
  /// that they are never held twice.
  func table(_ rows: some Sequence<[Cell]>, truncations: [Truncation] = []) -> Table {
    let rows = rows.map(completed)
    return Table(definition, rows: Rows(rows), totals: totals(of: rows), truncations: truncations)
  }

  /// As `table(_:truncations:)`, with totals of the table's own for columns that do not say how theirs come about.
  func table(_ rows: some Sequence<[Cell]>, totals own: [String: Cell]) -> Table {
    let rows = rows.map(completed)
    return Table(definition, rows: Rows(rows), totals: totals(of: rows, own: own))
  }

  /// A table of `count` rows, each made when it is asked for: for tables as long as the book has customers, of which
  /// the cells would take more memory than what they are made from.
  func table(count: Int, _ row: @escaping @Sendable (Int) -> [Cell]) -> Table {
    let rows = Rows(count: count) { completed(row($0)) }
    return Table(definition, rows: rows, totals: totals(of: rows))
  }

  /// A row with its derived cells put in.
  func completed(_ given: [Cell]) -> [Cell] {
    if derived.isEmpty { return given }
    var row: [Cell] = []
    row.reserveCapacity(steps.count)
    var next = given.startIndex
    for index in derived {
      while row.count < index {
        row.append(given[next])
        next += 1
      }
      row.append(.blank)
    }
    row += given[next...]
    for index in derived { derive(index, in: &row) }
    return row
  }

  /// The totals of complete rows, `own` ones by their columns; nil where the table has none, or no rows.
  func totals(of rows: some Sequence<[Cell]>, own: [String: Cell] = [:]) -> [Cell]? {
    guard definition.hasTotals else { return nil }
    var totals = [Cell](repeating: .blank, count: steps.count)
    var isEmpty = true
    for row in rows {
      isEmpty = false
      for index in summed { totals[index] = totals[index].adding(row[index]) }
    }
    guard !isEmpty else { return nil }
    for (index, column) in definition.columns.enumerated() where column.total == .derived {
      derive(index, in: &totals)
    }
    for (column, cell) in own { totals[definition.place(of: column)] = cell }
    return totals
  }

  private func derive(_ index: Int, in row: inout [Cell]) {
    let kind = definition.columns[index].kind
    switch steps[index] {
    case .given: return
    case .ratio(let numerator, let denominator):
      row[index] = .quotient(row[numerator].exact, row[denominator].exact, kind)
    case .difference(let first, let second):
      guard let first = row[first].exact, let second = row[second].exact else { return }
      row[index] =
        kind == .rate
        ? .rate(Figure(units: first - second, decimals: 6)) : .money(MoneySum(hundredths: first - second))
    case .sum(let parts):
      var sum: Int128?
      for part in parts {
        if let amount = row[part].exact { sum = (sum ?? 0) + amount }
      }
      if let sum { row[index] = .money(MoneySum(hundredths: sum)) }
    case .growth(let now, let then):
      guard let now = row[now].exact, let then = row[then].exact else { return }
      row[index] = .quotient(now - then, then, kind)
    case .portion(let part, let whole):
      row[index] = .quotient(row[part].exact, whole.compactMap { row[$0].exact }.reduce(0, +), kind)
    }
  }
}

extension TableDefinition {
  /// Where a column of the table stands.
  fileprivate func place(of column: String) -> Int {
    guard let index = index(of: column) else { preconditionFailure("\(id) has no column \(column)") }
    return index
  }
}

extension Cell {
  /// The exact integer behind money (hundredths), a count or a rate (millionths); nil for a blank.
  fileprivate var exact: Int128? {
    switch self {
    case .money(let sum): sum.hundredths
    case .count(let count): Int128(count)
    case .rate(let figure), .number(let figure): figure.units
    default: nil
    }
  }

  /// A quotient as a cell of a kind: a rate with six decimals, a number with one, money in hundredths.
  fileprivate static func quotient(_ numerator: Int128?, _ denominator: Int128?, _ kind: ValueKind) -> Cell {
    guard let numerator, let denominator, denominator > 0 else { return .blank }
    switch kind {
    case .money: return .money(MoneySum(hundredths: numerator.divided(by: denominator)))
    case .number: return .number(Figure(numerator, over: denominator, decimals: 1))
    default: return .rate(Figure(numerator, over: denominator))
    }
  }

  /// The sum of two cells of money or counts; a blank adds nothing.
  fileprivate func adding(_ other: Cell) -> Cell {
    switch (self, other) {
    case (.money(let left), .money(let right)): .money(left + right)
    case (.count(let left), .count(let right)): .count(left + right)
    case (.blank, _): other
    default: self
    }
  }
}
