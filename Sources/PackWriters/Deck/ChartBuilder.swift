internal import ReviewModel

/// Charts from the rows and totals of a table: which cell is drawn where. No number is made here.
struct ChartBuilder {
  /// Unique in the page.
  private(set) var id: String
  let formatter: CellFormatter
  let catalogue: Catalogue
  let selection: Selection
  let pick: SlideOutline.Pick
  /// Whether the business unit is part of a member's name.
  let showsUnit: Bool
  let grade: (Cell, String) -> Grade?

  private var definition: TableDefinition { selection.table.definition }

  /// The chart in SVG; nil when there is nothing to draw.
  func drawn(_ chart: SlideOutline.Chart, title: String, width: Double, height: Double) -> String? {
    let rows = selection.rows(SlideBuilder.mostMembers, pick)
    switch chart {
    case .targets(let member, let columns):
      // What no member has, needs neither room nor a legend.
      let panels = columns.map { panel in
        (
          actual: panel.actual, target: panel.target.flatMap { isSeen($0, rows) ? $0 : nil },
          rate: panel.rate.flatMap { isSeen($0, rows) ? $0 : nil }
        )
      }.filter { isSeen($0.actual, rows) || $0.target != nil }
      return TargetBars(
        title: title,
        panels: panels.map { panel in
          TargetBars.Panel(
            actual: label(panel.actual), target: panel.target.map(label), rate: panel.rate.map(label),
            measure: definition.index(of: panel.actual).map { definition.columns[$0].kind })
        },
        members: rows.map { row in
          TargetBars.Member(
            label: name(member, row),
            bars: panels.map { panel in
              TargetBars.Bar(
                actual: quantity(panel.actual, row), target: panel.target.map { quantity($0, row) },
                rate: panel.rate.map { quantity($0, row) }, grade: panel.rate.flatMap { judged($0, row) })
            })
        }, width: width
      ).drawn(id: id, height: height)

    case .stacked(let member, let all, let total, let target, let rate):
      let parts = all.filter { isSeen($0, rows, butZero: true) }
      let target = target.flatMap { isSeen($0, rows) ? $0 : nil }
      return StackedBars(
        title: title, parts: parts.map(label), total: total.map(label), target: target.map(label),
        rate: rate.map(label),
        members: rows.map { row in
          StackedBars.Member(
            label: name(member, row), parts: parts.map { quantity($0, row) },
            total: total.map { quantity($0, row) }, target: target.map { quantity($0, row) },
            rate: rate.map { quantity($0, row) }, grade: rate.flatMap { judged($0, row) })
        }, width: width
      ).drawn(id: id, height: height)

    case .waterfall(let columns):
      guard let totals = selection.table.totals, columns.count > 2 else { return nil }
      let steps = columns.map { (label($0), quantity($0, totals)) }
      return ColumnChart.waterfall(
        title, opening: steps[0], changes: Array(steps[1..<(steps.count - 1)]),
        closing: steps[steps.count - 1], width: width
      ).drawn(id: id, height: min(height, 380))

    case .ages(let columns):
      return totals(columns, title, width) { "a\($0 + 1)" }.drawn(id: id, height: min(height, 400))
    case .totals(let columns):
      return totals(columns, title, width) { _ in "p1" }.drawn(id: id, height: height)
    case .matrix(let member, let part, let value):
      return matrix(member, part, value, title, width)?.drawn(id: id, height: height)

    case .funnel(let stage, let count, let amount):
      return FunnelChart(
        title: title, amount: label(amount), count: label(count),
        stages: rows.map { row in
          FunnelChart.Stage(
            label: name([stage], row), amount: quantity(amount, row), count: quantity(count, row))
        }, width: width
      ).drawn(id: id, height: height)

    case .pareto(let member, let value, let cumulated):
      return ParetoChart(
        title: title, value: label(value), cumulated: label(cumulated),
        members: rows.map { row in
          ParetoChart.Member(
            label: name(member, row), value: quantity(value, row), cumulated: quantity(cumulated, row))
        }, width: width
      ).drawn(id: id, height: height)
    }
  }

  /// The chart for a phone, one panel below the other, columns as bars.
  func drawnNarrow(_ chart: SlideOutline.Chart, title: String) -> String? {
    let parts: [SlideOutline.Chart]
    switch chart {
    case .waterfall(let columns), .ages(let columns), .totals(let columns):
      return TargetBars(title: title, totals: totals(columns), width: 360)
        .drawn(id: id + "-n", height: 460)
    case .targets(let member, let panels): parts = panels.map { .targets(member: member, [$0]) }
    case .stacked, .matrix, .funnel, .pareto: parts = [chart]
    }
    let drawn = parts.enumerated().compactMap { place, part in
      var narrow = self
      narrow.id += "-n\(place)"
      return narrow.drawn(part, title: title, width: 360, height: 460)
    }
    return drawn.isEmpty ? nil : drawn.joined(separator: "\n")
  }

  private func totals(
    _ columns: [String], _ title: String, _ width: Double, style: (Int) -> String
  ) -> ColumnChart {
    ColumnChart(
      title: title,
      columns: totals(columns).enumerated().map { place, total in
        ColumnChart.Column(label: total.label, from: 0, quantity: total.quantity, style: style(place))
      }, isConnected: false, width: width)
  }

  /// The totals of columns; what the table has no total of, is left out.
  private func totals(_ columns: [String]) -> [(label: String, quantity: Quantity)] {
    guard let totals = selection.table.totals else { return [] }
    return columns.filter { id in definition.index(of: id).map { !totals[$0].isBlank } ?? false }
      .map { (label($0), quantity($0, totals)) }
  }

  /// What of its table a chart leaves out, in words; empty where it draws all.
  func remainder(of chart: SlideOutline.Chart) -> String {
    let most = SlideBuilder.mostMembers
    switch chart {
    case .waterfall, .ages, .totals: return ""
    case .targets, .stacked, .funnel, .pareto:
      let count = selection.isOfUnit ? selection.count : selection.table.rows.count
      return count > most ? catalogue.text("deck.first", "\(most)", "\(count)") : ""
    case .matrix(let member, _, _):
      let count = months(member).count
      return count > most ? catalogue.text("deck.last", "\(most)", "\(count)") : ""
    }
  }

  /// Every row is one part of one month; the last of the months, those without a row too, parts as they first
  /// appear.
  private func matrix(
    _ member: String, _ part: String, _ value: String, _ title: String, _ width: Double
  ) -> StackedBars? {
    guard let memberIndex = definition.index(of: member), let partIndex = definition.index(of: part) else {
      return nil
    }
    var parts: [Cell] = []
    var rows: [String: [Cell: [Cell]]] = [:]
    func text(_ cell: Cell, _ index: Int) -> String { formatter.text(cell, in: definition.columns[index]) }
    for row in selection.rows {
      if !parts.contains(row[partIndex]) { parts.append(row[partIndex]) }
      rows[text(row[memberIndex], memberIndex), default: [:]][row[partIndex]] = row
    }
    return StackedBars(
      title: title, parts: parts.map { text($0, partIndex) },
      members: months(member).suffix(SlideBuilder.mostMembers).map { label in
        StackedBars.Member(
          label: label, parts: parts.map { part in rows[label]?[part].map { quantity(value, $0) } ?? .blank })
      }, width: width)
  }

  /// The months that a column names, and those between them.
  private func months(_ column: String) -> [String] {
    guard let index = definition.index(of: column) else { return [] }
    let labels = Set(selection.rows.map { formatter.text($0[index], in: definition.columns[index]) })
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return Month.all(from: labels.first, to: labels.last) ?? labels
  }

  private func label(_ column: String) -> String { catalogue.label(of: column, in: definition.id) }

  /// Whether any row has something in a column; other than nothing at all, where zero is not to be seen.
  private func isSeen(_ column: String, _ rows: [[Cell]], butZero: Bool = false) -> Bool {
    guard let index = definition.index(of: column) else { return false }
    return rows.contains { butZero ? CellFormatter.amount($0[index]) ?? 0 != 0 : !$0[index].isBlank }
  }

  private func quantity(_ column: String, _ row: [Cell]) -> Quantity {
    guard let index = definition.index(of: column) else { return .blank }
    return Quantity(
      amount: CellFormatter.amount(row[index]),
      text: formatter.text(row[index], in: definition.columns[index]))
  }

  private func judged(_ column: String, _ row: [Cell]) -> Grade? {
    definition.index(of: column).flatMap { grade(row[$0], column) }
  }

  /// The member's name: what its columns say, blanks passed over.
  func name(_ columns: [String], _ row: [Cell]) -> String {
    var ids = columns
    if showsUnit, !ids.contains("business_unit"), definition.index(of: "business_unit") != nil {
      ids.insert("business_unit", at: 0)
    } else if !showsUnit, ids.count > 1 {
      ids.removeAll { $0 == "business_unit" }
    }
    let words = ids.compactMap { id -> String? in
      guard let index = definition.index(of: id), !row[index].isBlank else { return nil }
      // The only business unit, where nobody said which, is the company.
      if id == "business_unit", !showsUnit, row[index].isUnnamed { return catalogue.text("company") }
      return formatter.text(row[index], in: definition.columns[index])
    }
    return words.isEmpty ? CellFormatter.blank : words.joined(separator: " · ")
  }
}

extension Month {
  /// Every month from the first to the last, as written; nil where one of them is no month.
  fileprivate static func all(from first: String?, to last: String?) -> [String]? {
    guard case .month(let first)? = first.flatMap(ReviewPeriod.span),
      case .month(let last)? = last.flatMap(ReviewPeriod.span)
    else { return nil }
    return (first...last).map(\.description)
  }
}
