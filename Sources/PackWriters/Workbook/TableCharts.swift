internal import ReviewModel

/// The charts of a table, after its hints: one a business unit where rows are grouped by it.
///
/// A chart reads the table's own cells. Only where a hint asks for sums over dimensions do a few rows below
/// the table add them up, with formulas.
struct TableCharts {
  /// More would be too many to tell apart.
  private static let members = 20
  private static let groups = 4

  enum HelperCell {
    case text(String)
    case sum(String, Double)
  }
  struct HelperRow {
    let row: Int
    let cells: [HelperCell]
    var isHead = false
  }

  private(set) var charts: [Chart] = []
  private(set) var helperRows: [HelperRow] = []
  /// The first row after the helper rows.
  private(set) var nextRow: Int

  private let table: Table
  private let sheet: String
  private let wording: Wording
  private let first = TableSheet.firstRow

  /// Lays out the charts; helper rows begin at `firstFreeRow`.
  init(_ table: Table, sheet: String, _ wording: Wording, firstFreeRow: Int) {
    self.table = table
    self.sheet = sheet
    self.wording = wording
    nextRow = firstFreeRow
    for hint in table.definition.charts {
      switch hint {
      case .achievement(let member, let target, let actual, let rate):
        layGrouped(member: member, [target, actual], rate: rate, subject: actual)
      case .compared(let member, let before, let now):
        layGrouped(member: member, [before, now], rate: nil, subject: now)
      case .funnel(let stage, let amount):
        layGrouped(member: stage, [amount], rate: nil, subject: amount, .bars)
      case .pareto(let member, let value, let cumulated):
        layGrouped(member: member, [value], rate: cumulated, subject: value)
      case .stacked(let member, let parts): layStacked(member: member, parts)
      case .ageing(let buckets): layAgeing(buckets)
      }
    }
  }

  // MARK: Charts over the rows

  private mutating func layGrouped(
    member: String, _ bars: [String], rate: String?, subject: String,
    _ shape: Chart.Shape = .columns
  ) {
    guard let memberColumn = index(member) else { return }
    for (unit, all) in groups(member: member) {
      let rows = all.prefix(Self.members)
      let part =
        rows.count < all.count
        ? wording.catalogue.text("workbook.first", "\(rows.count)", "\(all.count)") : ""
      var series = bars.compactMap { self.series($0, rows, isRate: false) }
      guard !series.isEmpty else { continue }
      if let rate, let line = self.series(rate, rows, isRate: true) { series.append(line) }
      let title = [wording.catalogue.title(of: table.id), label(subject), unit, part]
      charts.append(
        Chart(
          title: title.filter { !$0.isEmpty }.joined(separator: " · "), shape: shape,
          categories: Chart.Range(
            reference: reference(rows, memberColumn),
            texts: rows.map { shown(table.rows[$0][memberColumn], memberColumn) }), series: series,
          countsRates: bars.allSatisfy { index($0).map { table.definition.columns[$0].kind } == .rate }))
    }
  }

  /// The rows of each business unit, or all rows where the table is not grouped by it.
  private func groups(member: String) -> [(unit: String, rows: Range<Int>)] {
    guard table.definition.columns[0].id == "business_unit", member != "business_unit", !wording.hasNoUnits
    else {
      return [("", 0..<table.rows.count)]
    }
    var groups: [(unit: String, rows: Range<Int>)] = []
    for row in table.rows.indices {
      let unit = shown(table.rows[row][0], 0)
      if let last = groups.last, last.unit == unit {
        groups[groups.count - 1].rows = last.rows.lowerBound..<row + 1
      } else if groups.count < Self.groups {
        groups.append((unit, row..<row + 1))
      } else {
        break
      }
    }
    return groups
  }

  /// A column over some rows; nil where there is nothing to see.
  private func series(_ id: String, _ rows: Range<Int>, isRate: Bool) -> Chart.Series? {
    guard let column = index(id) else { return nil }
    var rows = rows
    var values = rows.map { wording.number(table.rows[$0][column]) }
    guard values.contains(where: { ($0 ?? 0) != 0 }) else { return nil }
    // Excel draws a formula's empty text as a zero; blank rates come last, so the line ends before them.
    while isRate, values.last == .some(nil) {
      values.removeLast()
      rows = rows.dropLast()
    }
    return Chart.Series(
      name: head(column), values: Chart.Numbers(reference: reference(rows, column), values: values),
      isRate: isRate)
  }

  // MARK: Charts over sums

  private mutating func layStacked(member: String, _ parts: [String]) {
    guard let memberColumn = index(member) else { return }
    let columns = parts.compactMap(index)
    var members: [String] = []
    var sums: [String: [MoneySum]] = [:]
    for cells in table.rows {
      guard case .text(let text) = cells[memberColumn] else { continue }
      if sums[text] == nil { members.append(text) }
      var values = sums[text] ?? [MoneySum](repeating: .zero, count: columns.count)
      for (place, column) in columns.enumerated() {
        if case .money(let sum) = cells[column] { values[place] += sum }
      }
      sums[text] = values
    }
    members = Array(members.prefix(Self.members))
    guard !columns.isEmpty, !members.isEmpty, sums.values.contains(where: { $0.contains { $0 != .zero } })
    else {
      return
    }
    let head = nextRow
    let body = head + 1...head + members.count
    let labels = ([memberColumn] + columns).map { label(table.definition.columns[$0].id) }
    helperRows.append(HelperRow(row: head, cells: labels.map { .text($0) }, isHead: true))
    let all = first...first + table.rows.count - 1
    for (row, member) in zip(body, members) {
      let names =
        "$\(Reference.column(memberColumn))$\(all.lowerBound + 1)"
        + ":$\(Reference.column(memberColumn))$\(all.upperBound + 1)"
      let cells = zip(columns, sums[member] ?? []).map { column, sum in
        HelperCell.sum(
          "=SUMIF(\(names),$A\(row + 1),\(Reference.range(all, column)))", wording.amount(sum))
      }
      helperRows.append(HelperRow(row: row, cells: [.text(shown(.text(member), memberColumn))] + cells))
    }
    let series = columns.indices.map { place in
      Chart.Series(
        name: Chart.Range(
          reference: Reference.absolute(sheet, rows: head...head, columns: place + 1...place + 1),
          texts: [labels[place + 1]]),
        values: Chart.Numbers(
          reference: Reference.absolute(sheet, rows: body, columns: place + 1...place + 1),
          values: members.map { sums[$0].map { wording.amount($0[place]) } }))
    }
    charts.append(
      Chart(
        title: wording.catalogue.title(of: table.id), shape: .stackedColumns,
        categories: Chart.Range(
          reference: Reference.absolute(sheet, rows: body, columns: 0...0),
          texts: members.map { shown(.text($0), memberColumn) }), series: series))
    nextRow = body.upperBound + 1
  }

  /// The totals row has the sums of the buckets, which stand side by side.
  private mutating func layAgeing(_ buckets: [String]) {
    let columns = buckets.compactMap(index)
    guard let totals = table.totals, let from = columns.first, let to = columns.last,
      columns == Array(from...to)
    else { return }
    let values = columns.map { wording.number(totals[$0]) }
    guard values.contains(where: { ($0 ?? 0) != 0 }) else { return }
    let row = first + table.rows.count
    let title = wording.catalogue.title(of: table.id)
    charts.append(
      Chart(
        title: title, shape: .columns,
        categories: Chart.Range(
          reference: Reference.absolute(
            sheet, rows: TableSheet.headRow...TableSheet.headRow, columns: from...to),
          texts: columns.map { label(table.definition.columns[$0].id) }),
        series: [
          Chart.Series(
            name: Chart.Range(
              reference: Reference.absolute(sheet, rows: 0...0, columns: 0...0), texts: [title]),
            values: Chart.Numbers(
              reference: Reference.absolute(sheet, rows: row...row, columns: from...to), values: values))
        ]))
  }

  // MARK: Cells

  private func index(_ id: String) -> Int? { table.definition.index(of: id) }
  private func label(_ id: String) -> String { wording.label(id, table.definition) }

  private func head(_ column: Int) -> Chart.Range {
    Chart.Range(
      reference: Reference.absolute(
        sheet, rows: TableSheet.headRow...TableSheet.headRow, columns: column...column),
      texts: [label(table.definition.columns[column].id)])
  }

  private func reference(_ rows: Range<Int>, _ column: Int) -> String {
    Reference.absolute(
      sheet, rows: first + rows.lowerBound...first + rows.upperBound - 1, columns: column...column)
  }

  private func shown(_ cell: Cell, _ column: Int) -> String {
    guard case .text(let text) = cell else { return "" }
    return wording.shown(text, table.definition.columns[column].display)
  }
}
