internal import ReviewModel

/// What a slide says below its title.
extension SlideBuilder {
  /// The outline's sentence over the totals, or what the table says in general: totals speak for all business
  /// units, so a slide of one unit cannot use them.
  func message(of outline: SlideOutline, _ table: Table, unit: Cell?) -> String {
    guard unit == nil, let message = outline.message, let totals = table.totals else {
      return about(outline, table)
    }
    let definition = table.definition
    var values: [String] = []
    for id in message.columns {
      guard let index = definition.index(of: id), !totals[index].isBlank else { return about(outline, table) }
      var value = formatter.text(totals[index], in: definition.columns[index])
      if isMoney(totals[index]) { value += " " + formatter.wording.unit }
      values.append(value)
    }
    return catalogue.sentence("deck.say.\(message.key)").with(values)
  }

  /// What the slide says in general, where the catalogues have it, else what its table does; `{0}` is where the value
  /// of customers came from.
  private func about(_ outline: SlideOutline, _ table: Table) -> String {
    catalogue.sentence(ifAny: "deck.about.\(outline.id)")?
      .with([catalogue.word(pack.sources.value, in: "source")]) ?? catalogue.about(table.id)
  }

  /// Who reached the target, by name: what a slide says that has no totals of its own. nil where nobody is
  /// measured against one.
  func reached(_ chart: SlideOutline.Chart, _ charts: ChartBuilder, _ selection: Selection) -> String? {
    let clauses = judgedPanels(chart, selection).flatMap { panel -> [String] in
      let column = selection.table.definition.columns[panel.rate]
      let label = catalogue.label(of: column.id, in: selection.table.id)
      let good = panel.rows.filter {
        grade($0[panel.rate], in: selection.table.definition, column.id) == .good
      }
      if good.count == panel.rows.count { return [catalogue.text("deck.reached-all", label)] }
      let worst = worst(panel, charts, selection)
      if good.isEmpty { return [catalogue.text("deck.reached-none", label)] + worst }
      let names = joined(good.prefix(Self.mostNames).map { charts.name(panel.member, $0) }, "deck.list")
      let all = good.count > Self.mostNames ? catalogue.text("deck.list-more", names) : names
      return [catalogue.text("deck.reached", label, all)] + worst
    }
    return clauses.isEmpty ? nil : joined(clauses, "deck.clauses")
  }

  /// Who is furthest behind, for each target.
  func behind(_ chart: SlideOutline.Chart, _ charts: ChartBuilder, _ selection: Selection) -> [String] {
    judgedPanels(chart, selection).flatMap { worst($0, charts, selection) }
  }

  /// A target that members of a chart are measured against.
  private struct JudgedPanel {
    let member: [String]
    let rate: Int
    /// Where it stands how much is missing; nil where the table does not say.
    let gap: Int?
    let actual: Int?
    let target: Int?
    /// The members that have a rate.
    let rows: [[Cell]]
  }

  private func judgedPanels(_ chart: SlideOutline.Chart, _ selection: Selection) -> [JudgedPanel] {
    guard case .targets(let member, let panels) = chart else { return [] }
    let definition = selection.table.definition
    return panels.compactMap { panel in
      guard let rate = panel.rate.flatMap(definition.index), definition.columns[rate].isAttainment else {
        return nil
      }
      let rows = selection.rows.filter { !$0[rate].isBlank }
      let gap = definition.columns.firstIndex {
        $0.derivation == .difference(panel.actual, panel.target ?? "")
      }
      return rows.isEmpty
        ? nil
        : JudgedPanel(
          member: member, rate: rate, gap: gap, actual: definition.index(of: panel.actual),
          target: panel.target.flatMap(definition.index), rows: rows)
    }
  }

  /// The widest gap, or the lowest rate where no gap stands beside it, of equal ones that with most missing; nothing
  /// of one member alone, or where none is behind.
  private func worst(_ panel: JudgedPanel, _ charts: ChartBuilder, _ selection: Selection) -> [String] {
    let definition = selection.table.definition
    let index = panel.gap ?? panel.rate
    let aim = panel.gap == nil ? 1.0 : 0
    func size(_ row: [Cell]) -> Double { CellFormatter.amount(row[index]) ?? aim }
    func missing(_ row: [Cell]) -> Double {
      func amount(_ index: Int?) -> Double { index.flatMap { CellFormatter.amount(row[$0]) } ?? 0 }
      return amount(panel.target) - amount(panel.actual)
    }
    guard panel.rows.count > 1,
      let last = panel.rows.min(by: { (size($0), -missing($0)) < (size($1), -missing($1)) }), size(last) < aim
    else { return [] }
    var value = formatter.text(last[index], in: definition.columns[index])
    if isMoney(last[index]) { value += " " + formatter.wording.unit }
    return [
      catalogue.text(
        panel.gap == nil ? "deck.worst-rate" : "deck.worst-gap",
        catalogue.label(of: definition.columns[index].id, in: definition.id), charts.name(panel.member, last),
        value)
    ]
  }
}
