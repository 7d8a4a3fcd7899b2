/// The sections of a pack, in order: they group the sheets of the workbook and the slides of the deck.
public enum Section: String, CaseIterable, Hashable, Sendable {
  case achievement, projects, leads, actions, customers, money, pack
}

/// How a table is best looked at.
public enum ChartHint: Hashable, Sendable {
  /// Target and actual columns with the rate as a line, one group a member.
  case achievement(member: String, target: String, actual: String, rate: String)
  /// Rates side by side, before and now, one group a member.
  case compared(member: String, before: String, now: String)
  /// Stacked columns, one a member, summed over the other dimensions.
  case stacked(member: String, parts: [String])
  /// Bars from widest to narrowest.
  case funnel(stage: String, amount: String)
  /// Values with the cumulated share as a line.
  case pareto(member: String, value: String, cumulated: String)
  /// Buckets of age, each a column, summed over the rows.
  case ageing(buckets: [String])
}

/// What a table is: everything that does not depend on a book. The contract of docs/metrics.md in code.
public struct TableDefinition: Hashable, Sendable {
  /// The id, the same in every output.
  public let id: String
  /// The section of the pack in which it stands.
  public let section: Section
  /// The reviews in which the table stands.
  public let cadences: [ReviewPeriod.Cadence]
  /// The inputs without which the table says nothing: all of these, of each any.
  public let needs: [[InputKind]]
  /// The columns, in order.
  public let columns: [Column]
  /// How many of the first columns name the row; they stay in sight when a sheet is scrolled.
  public let keyColumns: Int
  /// Whether a table that has rows has totals.
  public let hasTotals: Bool
  /// The charts that are worth a look, in order.
  public let charts: [ChartHint]
  /// Amounts drawn as bars in the cells, for lists in which size is what one looks for.
  public let dataBars: [String]

  /// A definition; `dataBars` and `charts` name columns of `columns`.
  public init(
    _ id: String, _ section: Section, _ cadences: [ReviewPeriod.Cadence] = [.month, .week],
    needs: [[InputKind]] = [], keyColumns: Int, hasTotals: Bool = true, charts: [ChartHint] = [],
    dataBars: [String] = [],
    columns: [Column]
  ) {
    self.id = id
    self.section = section
    self.cadences = cadences
    self.needs = needs
    self.keyColumns = keyColumns
    self.hasTotals = hasTotals
    self.charts = charts
    self.dataBars = dataBars
    self.columns = columns
  }

  /// Whether the inputs are there without which the table says nothing.
  public func isMet(by inputs: Set<InputKind>) -> Bool {
    needs.allSatisfy { $0.contains(where: inputs.contains) }
  }

  /// What people read in place of a column's value in a row.
  public func display(of column: Int, in row: [Cell]) -> Column.Display {
    guard case .following(let other, let displays) = columns[column].display else {
      return columns[column].display
    }
    guard let index = index(of: other), case .text(let word) = row[index] else { return .verbatim }
    return displays[word] ?? .verbatim
  }

  /// The position of a column.
  public func index(of column: String) -> Int? { columns.firstIndex { $0.id == column } }
}

/// The rows of a table: an array, or a number of rows made when they are asked for, so that a ledger of a
/// million leads is never held twice.
public struct Rows: RandomAccessCollection, Sendable {
  @usableFromInline
  enum Source: Sendable {
    case cells(@Sendable (Int) -> [Cell])
    case put(@Sendable (Int, inout RowCells) -> Void)
  }

  /// How many rows there are.
  public let count: Int
  @usableFromInline let source: Source

  /// `count` rows, each made by `row` when asked for; `row` must give the same cells each time.
  public init(count: Int, row: @escaping @Sendable (Int) -> [Cell]) {
    self.count = count
    source = .cells(row)
  }

  /// `count` rows, each put by `row` when asked for: for tables as long as the book.
  public init(count: Int, put row: @escaping @Sendable (Int, inout RowCells) -> Void) {
    self.count = count
    source = .put(row)
  }

  /// These rows.
  public init(_ rows: [[Cell]]) { self.init(count: rows.count) { rows[$0] } }

  public var startIndex: Int { 0 }
  public var endIndex: Int { count }
  public subscript(index: Int) -> [Cell] {
    switch source {
    case .cells(let row): return row(index)
    case .put(let row):
      var cells = RowCells()
      row(index, &cells)
      return cells.cells
    }
  }

  /// Goes through some rows, each in the memory of the one before.
  @inlinable
  public func forEach<E: Error>(
    in range: Range<Int>, _ body: (Int, borrowing RowCells) throws(E) -> Void
  ) throws(E) {
    let put: (Int, inout RowCells) -> Void =
      switch source {
      case .cells(let row): { index, cells in for cell in row(index) { cells.put(cell) } }
      case .put(let row): row
      }
    var cells = RowCells()
    for index in range {
      cells.removeAll()
      put(index, &cells)
      try body(index, cells)
    }
  }
}

/// A list that shows less than there is (docs/metrics.md, section 4).
public struct Truncation: Hashable, Sendable {
  /// The business unit whose list it is.
  public let businessUnit: String
  /// The number of rows shown.
  public let shown: Int
  /// The number of rows that there are.
  public let total: Int
  /// The ordering amount of all of them.
  public let totalAmount: MoneySum

  /// What one list leaves out.
  public init(businessUnit: String, shown: Int, total: Int, totalAmount: MoneySum) {
    self.businessUnit = businessUnit
    self.shown = shown
    self.total = total
    self.totalAmount = totalAmount
  }
}

/// A table of a pack: all that a writer sees.
public struct Table: Sendable {
  /// What the table is.
  public let definition: TableDefinition
  /// The rows in the order of the contract, one cell a column.
  public let rows: Rows
  /// One cell a column; nil where the table has no totals, or no rows.
  public let totals: [Cell]?
  /// What its lists leave out, in the order of display of the business units; none where all is shown.
  public let truncations: [Truncation]

  /// A table of complete rows.
  public init(
    _ definition: TableDefinition, rows: Rows, totals: [Cell]? = nil, truncations: [Truncation] = []
  ) {
    self.definition = definition
    self.rows = rows
    self.totals = totals
    self.truncations = truncations
  }

  /// The id of its definition.
  public var id: String { definition.id }
}
