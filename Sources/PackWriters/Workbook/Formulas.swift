internal import ReviewModel

/// The live formulas of a table's derived columns.
///
/// A formula is only given where it gives what the pack holds: it is worked out over the exact cells beside
/// it, and where that is another value, the value stands alone.
struct Formulas {
  private struct Derived {
    let trace: Column.Trace
    let kind: ValueKind
    let operands: [Int]
    /// A price is in the currency itself, not in the unit of amounts.
    let isPrice: Bool
  }

  private let derived: [Derived?]
  private let letters: [String]
  /// Digits after the point of an amount as shown: two, and those by which it is scaled.
  private let moneyDigits: Int
  private let moneyUnit: Int

  private let totals: (cells: [Cell], row: Int)?

  /// `totals` and their row, where they are on the sheet of the cells.
  init(_ definition: TableDefinition, moneyUnit: Int, totals: (cells: [Cell], row: Int)?) {
    self.totals = totals
    letters = definition.columns.indices.map(Reference.column)
    self.moneyUnit = moneyUnit
    moneyDigits = 2 + (moneyUnit == 10_000 ? 4 : moneyUnit == 1000 ? 3 : 0)
    derived = definition.columns.map { column in
      guard let trace = column.derivation.map(Column.Trace.by) ?? column.trace else { return nil }
      let operands = trace.operands.compactMap(definition.index)
      guard operands.count == trace.operands.count else { return nil }
      let kinds = operands.map { definition.columns[$0].kind }
      guard moneyUnit == 1 || trace.scales(kinds, to: column.kind) else { return nil }
      return Derived(
        trace: trace, kind: column.kind, operands: operands,
        isPrice: column.display == .price && moneyUnit > 1)
    }
  }

  /// The formula of a cell of a row, or nil where the column has none or another value would come out.
  func formula(_ column: Int, in cells: [Cell], row: Int) -> String? {
    guard let derived = derived[column] else { return nil }
    let value = cells[column]
    let quantities = derived.operands.map { CellQuantity(cells[$0]) }
    let decimals = CellQuantity(value)?.decimals ?? 6
    let names = derived.operands.map { "\(letters[$0])\(row + 1)" }
    switch derived.trace {
    case .by(let derivation):
      guard derivation.value(quantities, decimals: decimals) == CellQuantity(value) else { return nil }
      let digits = derived.kind == .money && !derived.isPrice ? moneyDigits : decimals
      return formula(derivation, names, digits: digits, isPrice: derived.isPrice)
    case .share:
      guard let totals,
        CellQuantity.quotient(
          quantities[0], CellQuantity(totals.cells[derived.operands[0]]), decimals: decimals)
          == CellQuantity(value)
      else { return nil }
      return guarded(names[0], "\(letters[derived.operands[0]])$\(totals.row + 1)", decimals)
    }
  }

  private func formula(_ derivation: Column.Derivation, _ names: [String], digits: Int, isPrice: Bool)
    -> String
  {
    switch derivation {
    case .ratio:
      return guarded(names[0], names[1], digits, factor: isPrice ? "*\(moneyUnit)" : "")
    case .growth:
      let quotient = "(\(names[0])-\(names[1]))/\(names[1])"
      return "=IF(AND(ISNUMBER(\(names[0])),N(\(names[1]))>0),ROUND(\(quotient),\(digits)),\"\")"
    case .difference: return "=IF(COUNT(\(names[0]),\(names[1]))=2,\(names[0])-\(names[1]),\"\")"
    case .sum:
      let list = names.joined(separator: ",")
      return "=IF(COUNT(\(list))=0,\"\",SUM(\(list)))"
    case .portion:
      return guarded(names[0], "SUM(\(names.dropFirst().joined(separator: ",")))", digits)
    }
  }

  /// A quotient, rounded as the pack's; blank where there is nothing to divide, or by.
  private func guarded(_ numerator: String, _ divisor: String, _ digits: Int, factor: String = "") -> String {
    let quotient = "\(numerator)/\(divisor)\(factor)"
    return "=IF(AND(ISNUMBER(\(numerator)),N(\(divisor))>0),ROUND(\(quotient),\(digits)),\"\")"
  }
}

extension Column.Trace {
  fileprivate var operands: [String] {
    switch self {
    case .by(let derivation): derivation.operands
    case .share(let column): [column]
    }
  }

  /// Whether the formula holds as well when all amounts are divided by the display unit.
  fileprivate func scales(_ operands: [ValueKind], to result: ValueKind) -> Bool {
    switch self {
    case .by(let derivation): derivation.scales(operands, to: result)
    case .share: result != .money
    }
  }
}

extension Column.Derivation {
  fileprivate var operands: [String] {
    switch self {
    case .ratio(let first, let second), .difference(let first, let second), .growth(let first, let second):
      [first, second]
    case .sum(let parts): parts
    case .portion(let part, let whole): [part] + whole
    }
  }

  /// Whether the formula holds as well when all amounts are divided by the display unit.
  fileprivate func scales(_ operands: [ValueKind], to result: ValueKind) -> Bool {
    let money = operands.map { $0 == .money ? 1 : 0 }
    return switch self {
    case .ratio: money[0] - money[1] == (result == .money ? 1 : 0)
    case .growth: money[0] == money[1] && result != .money
    case .difference, .sum: Set(operands) == [result]
    case .portion: Set(money).count == 1 && result != .money
    }
  }

  /// What comes out, exactly and rounded once; nil for a blank, and for what does not fit 128 bits.
  fileprivate func value(_ operands: [CellQuantity?], decimals: Int) -> CellQuantity? {
    switch self {
    case .ratio: return CellQuantity.quotient(operands[0], operands[1], decimals: decimals)
    case .growth:
      guard let now = operands[0], let then = operands[1] else { return nil }
      return CellQuantity.quotient(now.minus(then), then, decimals: decimals)
    case .difference:
      guard let first = operands[0], let second = operands[1] else { return nil }
      return first.minus(second)?.rounded(to: decimals)
    case .sum: return Self.sum(operands)?.rounded(to: decimals)
    case .portion:
      return CellQuantity.quotient(operands[0], Self.sum(operands.dropFirst()), decimals: decimals)
    }
  }

  private static func sum(_ operands: some Sequence<CellQuantity?>) -> CellQuantity? {
    let parts = operands.compactMap { $0 }
    return parts.dropFirst().reduce(parts.first) { sum, part in sum?.minus(part.negated) }
  }
}

/// `units` × 10^-`decimals`: the number in a cell, of whatever kind.
struct CellQuantity: Equatable {
  let units: Int128
  let decimals: Int

  private init(_ units: Int128, _ decimals: Int) {
    self.units = units
    self.decimals = decimals
  }

  /// The number in a cell; nil where there is none.
  init?(_ cell: Cell) {
    switch cell {
    case .money(let sum): self.init(sum.hundredths, 2)
    case .rate(let figure), .number(let figure): self.init(figure.units, figure.decimals)
    case .count(let count): self.init(Int128(count), 0)
    case .blank, .text, .date, .flag: return nil
    }
  }

  fileprivate var negated: CellQuantity { CellQuantity(-units, decimals) }

  fileprivate func rounded(to decimals: Int) -> CellQuantity? {
    decimals >= self.decimals
      ? scaled(by: decimals - self.decimals).map { CellQuantity($0, decimals) }
      : CellQuantity(units.divided(by: powerOfTen(self.decimals - decimals)), decimals)
  }

  fileprivate func minus(_ other: CellQuantity) -> CellQuantity? {
    let decimals = max(decimals, other.decimals)
    guard let left = scaled(by: decimals - self.decimals),
      let right = other.scaled(by: decimals - other.decimals)
    else { return nil }
    let (difference, overflow) = left.subtractingReportingOverflow(right)
    return overflow ? nil : CellQuantity(difference, decimals)
  }

  fileprivate static func quotient(_ numerator: CellQuantity?, _ denominator: CellQuantity?, decimals: Int)
    -> CellQuantity?
  {
    guard let numerator, let denominator, denominator.units > 0 else { return nil }
    let shift = decimals + denominator.decimals - numerator.decimals
    guard let dividend = numerator.scaled(by: max(shift, 0)),
      let divisor = denominator.scaled(by: max(-shift, 0))
    else { return nil }
    return CellQuantity(dividend.divided(by: divisor), decimals)
  }

  private func scaled(by digits: Int) -> Int128? {
    let (product, overflow) = units.multipliedReportingOverflow(by: powerOfTen(digits))
    return overflow ? nil : product
  }
}
