internal import ReviewModel

/// What a slide says below its title.
extension SlideBuilder {
  /// The outline's sentence over the totals, or what the table says in general: totals speak for all business
  /// units, so a slide of one unit cannot use them.
  func message(of outline: SlideOutline, _ table: Table, unit: Cell?) -> String {
    guard unit == nil, let message = outline.message, let totals = table.totals else {
      return catalogue.about(table.id)
    }
    let definition = table.definition
    var text = catalogue.text("deck.say.\(message.key)")
    for (argument, id) in message.columns.enumerated() {
      guard let index = definition.index(of: id), !totals[index].isBlank else {
        return catalogue.about(table.id)
      }
      var value = formatter.text(totals[index], in: definition.columns[index])
      if isMoney(totals[index]) { value += " " + formatter.wording.unit }
      text = text.split(separator: "{\(argument)}", omittingEmptySubsequences: false).joined(separator: value)
    }
    return text
  }

  /// Who reached the target, by name: what a slide says that has no totals of its own. nil where nobody is
  /// measured against one.
  func reached(_ chart: SlideOutline.Chart, _ charts: ChartBuilder, _ selection: Selection) -> String? {
    guard case .targets(let member, let panels) = chart else { return nil }
    let definition = selection.table.definition
    let rows = selection.rows
    let clauses = panels.compactMap { panel -> String? in
      guard let index = panel.rate.flatMap(definition.index), isOfTarget(definition.columns[index]) else {
        return nil
      }
      let judged = rows.filter { !$0[index].isBlank }
      guard !judged.isEmpty else { return nil }
      let good = judged.filter { grade($0[index], in: definition, definition.columns[index].id) == .good }
      let label = catalogue.label(of: definition.columns[index].id, in: definition.id)
      if good.isEmpty { return catalogue.text("deck.reached-none", label) }
      if good.count == judged.count { return catalogue.text("deck.reached-all", label) }
      let names = joined(good.prefix(Self.mostNames).map { charts.name(member, $0) }, "deck.list")
      let all = good.count > Self.mostNames ? catalogue.text("deck.list-more", names) : names
      return catalogue.text("deck.reached", label, all)
    }
    return clauses.isEmpty ? nil : joined(clauses, "deck.clauses")
  }
}
