internal import ReviewModel

/// One table as a sheet, or as several where it has more rows than a sheet.
///
///     row 1   title
///     row 2   way back, way to the charts, what the table says, in what amounts are; or, where columns belong
///             together, what each group of them is of
///     row 3   head, frozen with the key columns and filtered
///     row 4…  rows
///             totals, outside the filter
///             what a list leaves out; figures for a chart; charts
struct TableSheet {
  static let headRow = 2
  static let firstRow = 3
  static let rowHeight = 18.0
  /// Up to here every cell, blank ones too, has a hairline below it; in a longer table the grid does that.
  private static let linedTable = 20_000
  /// What goes on one page, so that no chart is torn in two.
  private static let pageRows = 55
  /// A longer table that is narrow has its charts beside it rather than far below; widths in digits.
  private static let longTable = 60
  /// A sheet wider than this is printed on A3: on A4 its figures would be too small to read.
  private static let wideTable = 220.0
  private static let narrowTable = 110.0

  let table: Table
  let names: [String]
  let rowsPerSheet: Int
  private let wording: Wording
  private let styles: Styles
  private let columns: [Column]
  private let values: [Styles.Value]
  private let formulas: Formulas
  private var widths: ColumnWidths
  private let heads: [String]
  private let groups: [ColumnGroup]

  /// `names` has a name for each sheet that ``sheetCount(of:rowsPerSheet:)`` asks for.
  init(_ table: Table, names: [String], rowsPerSheet: Int, _ wording: Wording, _ styles: Styles) {
    self.table = table
    self.names = names
    self.rowsPerSheet = rowsPerSheet
    self.wording = wording
    self.styles = styles
    columns = table.definition.columns
    values = columns.map { column in
      switch column.display {
      case .word: .text
      case .multiple: .decimals
      case .price where wording.moneyUnit > 1: .price
      default: Styles.Value(column.kind)
      }
    }
    formulas = Formulas(
      table.definition, moneyUnit: wording.moneyUnit,
      totals: names.count == 1 ? table.totals.map { ($0, Self.firstRow + table.rows.count) } : nil)
    heads = columns.map { wording.label($0.id, table.definition) }
    groups = ColumnGroup.all(in: table.definition, wording)
    widths = ColumnWidths(table.definition, heads: heads)
    learnWidths()
  }

  /// Looks at some rows before the first is written, for the head is as high as its columns are narrow.
  private mutating func learnWidths() {
    for row in ColumnWidths.sample(of: table.rows.count) {
      let cells = table.rows[row]
      for (column, cell) in cells.enumerated() {
        if let text = wording.text(cell, table.definition.display(of: column, in: cells)) {
          widths.see(text, column)
        } else if let number = wording.number(cell, columns[column].display) {
          widths.see(number, column)
        }
      }
    }
    for (column, cell) in (table.totals ?? []).enumerated() {
      if let number = wording.number(cell, columns[column].display) { widths.see(number, column) }
    }
  }

  static func sheetCount(of table: Table, rowsPerSheet: Int) -> Int {
    max(1, (table.rows.count + rowsPerSheet - 1) / rowsPerSheet)
  }

  /// What came of it: an account of each sheet, the charts in order, the number of texts cut.
  struct Outcome {
    var accounts: [SheetAccount] = []
    var charts: [Chart] = []
    var cutTexts = 0
  }

  /// Writes the table.
  mutating func write(to book: inout Workbook, contents: String, footer: String) throws -> Outcome {
    var outcome = Outcome()
    var sums = TotalsCheck(columns)
    let plan = planCharts()
    outcome.charts = plan?.charts.charts ?? []
    for (index, name) in names.enumerated() {
      let rows = index * rowsPerSheet..<min((index + 1) * rowsPerSheet, table.rows.count)
      var sheet = try book.addSheet(named: name)
      sheet.watch(columns: columns.indices.filter { columns[$0].kind == .money })
      try writeHead(to: &sheet, contents: contents, plan)
      // Before the head has gone to its temporary file: libxlsxwriter takes no range that begins above.
      try sheet.autofilter(
        rows: Self.headRow...Self.headRow + rows.count, columns: 0...columns.count - 1)
      for (offset, row) in rows.enumerated() {
        let cells = table.rows[row]
        sums.add(cells)
        try write(cells, Self.firstRow + offset, to: &sheet)
      }
      var next = Self.firstRow + rows.count
      let lastData = max(next - 1, Self.headRow)
      if index == names.count - 1 {
        if let totals = table.totals {
          try write(totals: totals, row: next, to: &sheet, sums)
          next += 1
        }
        next = try writeRemarks(row: next, to: &sheet)
        if let plan { try draw(plan, on: &sheet) }
      }
      try colour(through: lastData, on: sheet)
      try setUp(sheet, lastRow: next - 1, footer: footer, plan)
      outcome.accounts.append(sheet.account)
      outcome.cutTexts += sheet.cutTexts
    }
    return outcome
  }

  // MARK: Rows

  private func writeHead(
    to sheet: inout Sheet, contents: String, _ plan: ChartPlan?
  ) throws {
    sheet.setHeight(Self.rowHeight)
    try sheet.setHeight(24, ofRow: 0)
    try sheet.write(wording.catalogue.title(of: table.id), 0, 0, styles.title)
    let money = columns.contains { $0.kind == .money } ? wording.unitRemark : ""
    let note = [wording.catalogue.about(table.id), money].filter { !$0.isEmpty }.joined(separator: " · ")
    // The groups take the row of the note, which then stands behind the title.
    if !groups.isEmpty, !note.isEmpty {
      try sheet.write(note, 0, groups[0].columns.lowerBound + 1, styles.note)
    }
    try sheet.write(link: contents, "A1", "← \(contents)", 1, 0, styles.link)
    if let plan {
      let text = "\(wording.catalogue.text("workbook.charts")) \(plan.isBeside ? "→" : "↓")"
      let cell = Reference.cell(plan.anchor.row, plan.anchor.column)
      try sheet.write(link: sheet.name, cell, text, 1, 1, styles.link)
    }
    if groups.isEmpty {
      if !note.isEmpty { try sheet.write(note, 1, plan == nil ? 1 : 2, styles.note) }
    } else {
      try writeGroups(to: &sheet)
    }
    try sheet.setHeight(Double(widths.headLines) * 15 + 6, ofRow: Self.headRow)
    for (column, head) in heads.enumerated() {
      try sheet.write(head, Self.headRow, column, styles.head(values[column]))
    }
  }

  /// A line over the heads of each group. Its cells are not merged: a merged one hinders sorting and copying.
  private func writeGroups(to sheet: inout Sheet) throws {
    for group in groups {
      for column in group.columns {
        if column == group.columns.lowerBound {
          try sheet.write(group.label, 1, column, styles.group)
        } else {
          try sheet.blank(1, column, styles.group)
        }
      }
    }
  }

  private mutating func write(_ cells: [Cell], _ row: Int, to sheet: inout Sheet) throws {
    for (column, cell) in cells.enumerated() {
      let style = styles.cell(value(of: cell, column))
      if wording.hasNoUnits, columns[column].id == "business_unit" {
        if isLined { try sheet.blank(row, column, style) }
      } else if let formula = formulas.formula(column, in: cells, row: row) {
        let number = wording.number(cell, columns[column].display)
        if let number { widths.see(number, column) }
        try sheet.write(formula: formula, value: number, row, column, style)
      } else {
        let display = table.definition.display(of: column, in: cells)
        try write(cell, row, column, style, display, to: &sheet)
      }
    }
  }

  private var isLined: Bool { table.rows.count <= Self.linedTable }

  private mutating func write(
    _ cell: Cell, _ row: Int, _ column: Int, _ style: Format, _ display: Column.Display,
    to sheet: inout Sheet
  ) throws {
    switch cell {
    case .blank, .flag(false):
      if isLined { try sheet.blank(row, column, style) }
    case .flag(true): try sheet.write("✓", row, column, style)
    default:
      if let text = wording.text(cell, display) {
        if !text.isEmpty {
          try sheet.write(text, row, column, style)
        } else if isLined {
          try sheet.blank(row, column, style)
        }
        return
      }
      guard let number = wording.number(cell, columns[column].display) else { break }
      widths.see(number, column)
      try sheet.write(number, row, column, style)
    }
  }

  private func value(of cell: Cell, _ column: Int) -> Styles.Value {
    if case .number(let figure) = cell, figure.decimals > 1 { return .decimals }
    return values[column]
  }

  // MARK: Totals

  private mutating func write(
    totals: [Cell], row: Int, to sheet: inout Sheet, _ sums: TotalsCheck
  ) throws {
    for (column, cell) in totals.enumerated() {
      let style = styles.total(value(of: cell, column))
      let number = wording.number(cell, columns[column].display)
      if column == 0, cell.isBlank {
        try sheet.write(wording.catalogue.text("total"), row, 0, styles.total(.text))
      } else if columns[column].total == .sum, let number, sums.agrees(with: cell, column) {
        widths.see(number, column)
        try sheet.write(formula: "=SUM(\(ranges(of: column)))", value: number, row, column, style)
      } else if columns[column].total == .derived || columns[column].trace != nil,
        let formula = formulas.formula(column, in: totals, row: row)
      {
        if let number { widths.see(number, column) }
        try sheet.write(formula: formula, value: number, row, column, style)
      } else if cell.isBlank {
        // The totals have a look even where the table has none for blanks.
        try sheet.blank(row, column, style)
      } else {
        try write(cell, row, column, style, columns[column].display, to: &sheet)
      }
    }
  }

  /// The cells of a column on all of the table's sheets; those of the last, on which the totals are, by their
  /// place alone.
  private func ranges(of column: Int) -> String {
    names.indices.map { index in
      let count = min(table.rows.count - index * rowsPerSheet, rowsPerSheet)
      let rows = Self.firstRow...Self.firstRow + count - 1
      return index == names.count - 1
        ? Reference.range(rows, column)
        : Reference.absolute(names[index], rows: rows, columns: column...column)
    }.joined(separator: ",")
  }

  private func writeRemarks(row: Int, to sheet: inout Sheet) throws -> Int {
    guard !table.truncations.isEmpty else { return row }
    var row = row + 1
    for truncation in table.truncations {
      let remark = wording.catalogue.text(
        "workbook.truncated", wording.shown(truncation.businessUnit, .verbatim), "\(truncation.shown)",
        "\(truncation.total)",
        wording.money.preciseText(truncation.totalAmount), wording.unit)
      try sheet.write(remark, row, 0, styles.remark)
      row += 1
    }
    return row
  }

  // MARK: Charts

  /// Where the charts go: below the table, or beside it where it is long and narrow.
  private struct ChartPlan {
    let charts: TableCharts
    let anchor: (row: Int, column: Int)
    let isBeside: Bool
    /// How many stand side by side.
    let across: Int

    /// The rows that all of them take.
    var rows: Int { (charts.charts.count + across - 1) / across * Chart.rows }
  }

  /// The charts of a table on one sheet; nil where there are none.
  private func planCharts() -> ChartPlan? {
    guard names.count == 1, !table.definition.charts.isEmpty else { return nil }
    let remarks = table.truncations.isEmpty ? 0 : table.truncations.count + 1
    let end = Self.firstRow + table.rows.count + (table.totals == nil ? 0 : 1) + remarks
    let charts = TableCharts(table, sheet: names[0], wording, firstFreeRow: end + 1)
    guard !charts.charts.isEmpty else { return nil }
    let isBeside = table.rows.count > Self.longTable && widths.widths.reduce(0, +) <= Self.narrowTable
    let anchor = isBeside ? (Self.headRow, columns.count + 1) : (charts.nextRow + 1, 0)
    return ChartPlan(charts: charts, anchor: anchor, isBeside: isBeside, across: isBeside ? 1 : 2)
  }

  /// The columns that stay in sight.
  private var frozenColumns: Int { min(table.definition.keyColumns, columns.count - 1) }

  private func draw(_ plan: ChartPlan, on sheet: inout Sheet) throws {
    for line in plan.charts.helperRows {
      for (column, cell) in line.cells.enumerated() {
        switch cell {
        case .text(let text):
          let head = column == 0 ? styles.faint : styles.faintRight
          try sheet.write(text, line.row, column, line.isHead ? head : styles.bare(.text))
        case .sum(let formula, let value):
          try sheet.write(formula: formula, value: value, line.row, column, styles.bare(.money))
        }
      }
    }
    for (index, chart) in plan.charts.charts.enumerated() {
      let place = (across: index % plan.across, down: index / plan.across)
      try sheet.placeChart(
        row: plan.anchor.row + place.down * Chart.rows, column: plan.anchor.column,
        xOffset: place.across * (Chart.size.width + 16), size: Chart.size, description: chart.title)
    }
  }

  // MARK: Looks

  private func colour(through lastData: Int, on sheet: borrowing Sheet) throws {
    guard lastData >= Self.firstRow else { return }
    let data = Self.firstRow...lastData
    let withTotals =
      Self.firstRow...(table.totals == nil || sheet.name != names.last ? lastData : lastData + 1)
    for (index, column) in columns.enumerated() where column.isAttainment {
      try sheet.grade(withTotals, column: index, styles)
    }
    for id in table.definition.dataBars {
      if let index = table.definition.index(of: id) { try sheet.drawBars(data, column: index) }
    }
  }

  private func setUp(_ sheet: borrowing Sheet, lastRow: Int, footer: String, _ plan: ChartPlan?) throws {
    for (column, width) in widths.widths.enumerated() { try sheet.setWidth(width, ofColumn: column) }
    sheet.freeze(Self.firstRow, frozenColumns)
    if isLined { sheet.hideGrid() }
    try sheet.hideHints()
    sheet.setTab(color: table.definition.section.color)
    let charts = plan.map { $0.isBeside ? 0 : $0.rows } ?? 0
    try sheet.setPrint(
      footer: footer, repeating: (groups.isEmpty ? Self.headRow : Self.headRow - 1)...Self.headRow,
      onePage: table.rows.count + charts <= Self.pageRows,
      isWide: widths.widths.reduce(0, +) > Self.wideTable)
    if let plan, plan.isBeside {
      try sheet.setPrintArea(rows: 0...lastRow, columns: 0...columns.count - 1)
    }
  }
}
