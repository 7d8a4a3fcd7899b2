internal import ReviewModel

extension SlideBuilder {
  /// The names that a count spells out.
  private static let mostRows = 3

  /// The figures of the second slide, as far as the pack has them, each with the way to one of `slides`.
  func figures(leadingTo slides: [Slide]) -> Slide {
    let outlines = DeckOutline.figures.filter { $0.cadence == nil || $0.cadence == pack.period.cadence }
    let views = outlines.compactMap { outline in
      figure(outline, link: slides.first { $0.outline == outline.slide }?.id ?? "")
        .map { (table: outline.table, view: $0) }
    }
    var seen: Set<String> = []
    let sheets = views.map(\.table).filter { seen.insert($0).inserted }
    return Slide(
      id: "figures", isCore: true, section: nil, name: catalogue.text("deck.figures"),
      message: catalogue.text(views.isEmpty ? "deck.no-figures" : "deck.figures-about"),
      figures: views.map(\.view), sheets: sheets.map(formatter.wording.sheet), showsMoney: !views.isEmpty)
  }

  private func figure(_ outline: FigureOutline, link: String) -> FigureView? {
    guard let table = tables[outline.table] else { return nil }
    let name = catalogue.text("deck.card.\(outline.key)", pack.period.forecastMonth.description)
    if case .count(let column, let word) = outline.source {
      return count(outline, in: table, table.definition.index(of: column ?? ""), word, name, link)
    }
    guard let row = row(of: outline.source, in: table),
      let figure = outline.figure.flatMap({ said($0, row, table) })
    else { return nil }
    let rate = outline.rate.flatMap { said($0, row, table) }
    let begun = pack.period.forecastToDate == nil ? nil : outline.begun
    var details = ([begun].compactMap(\.self) + outline.details).compactMap { said($0, row, table) }
      .map { ($0.label, $0.text) }
    if let previous = outline.previous.flatMap({ self.previous($0, figure.cell) }) {
      details.append(previous)
    }
    if let shortfall = outline.shortfall.flatMap({ self.shortfall($0, row, table) }) {
      details.append((catalogue.text("deck.shortfall"), shortfall))
    }
    return FigureView(
      name: name, link: link, value: figure.text,
      unit: isMoney(figure.cell) ? formatter.wording.unit : "",
      rate: rate.map { ($0.label, $0.text) },
      grade: grade(rate?.cell ?? figure.cell, in: table.definition, outline.rate ?? outline.figure ?? ""),
      details: details)
  }

  /// How many rows there are, what they come to, and the first of them by name. None is a figure, too, but not
  /// where the input is missing.
  private func count(
    _ outline: FigureOutline, in table: Table, _ column: Int?, _ word: String, _ name: String, _ link: String
  ) -> FigureView? {
    guard ReviewPack.status(of: table, inputs: pack.inputs) != .noInput else { return nil }
    let rows = table.rows.filter { row in column.map { row[$0] == .text(word) } ?? true }
    var details = table.totals.map { totals in
      outline.details.compactMap { said($0, totals, table) }.map { ($0.label, $0.text) }
    }
    if let names = outline.names {
      details = rows.prefix(Self.mostRows).compactMap { row in
        guard let subject = said(names.subject, row, table) else { return nil }
        let detail = said(names.detail, row, table)
        return (
          subject.text,
          detail.map { catalogue.text("deck.count.\(outline.key).each", $0.text) } ?? CellFormatter.blank
        )
      }
    }
    return FigureView(
      name: name, link: link, value: "\(rows.count)", unit: catalogue.text("deck.count.\(outline.key)"),
      rate: nil, grade: nil, details: details ?? [])
  }

  private func row(of source: FigureOutline.Source, in table: Table) -> [Cell]? {
    guard case .row(let column, let word) = source else { return table.totals }
    return table.definition.index(of: column).flatMap { index in
      table.rows.first { $0[index] == .text(word) }
    }
  }

  /// A cell with its label; nil where it is blank.
  private func said(_ id: String, _ row: [Cell], _ table: Table)
    -> (label: String, cell: Cell, text: String)?
  {
    guard let index = table.definition.index(of: id), !row[index].isBlank else { return nil }
    let display = table.definition.display(of: index, in: row)
    return (
      catalogue.label(of: id, in: table.id), row[index],
      formatter.text(row[index], in: table.definition.columns[index], as: display)
    )
  }

  /// What the period before brought and how much more or less this one did; nil where it brought nothing.
  private func previous(
    _ outline: (metric: Metric, cadence: ReviewPeriod.Cadence), _ cell: Cell
  ) -> (String, String)? {
    guard outline.cadence == pack.period.cadence, let previous = pack.previous, case .money(let now) = cell
    else { return nil }
    let then = previous.sum(of: outline.metric)
    guard then != .zero else { return nil }
    let amount = formatter.wording.money.text(then)
    let change = Figure(now - then, over: then).map { (rate: $0, text: formatter.percent($0)) }
    return (
      catalogue.text("deck.previous", previous.name),
      change.map { change in
        catalogue.text("deck.previous.change", amount, (change.rate.units > 0 ? "+" : "") + change.text)
      } ?? amount
    )
  }

  /// The difference of two amounts of a row; nil where one of them is blank.
  private func shortfall(_ columns: (forecast: String, target: String), _ row: [Cell], _ table: Table)
    -> String?
  {
    guard let forecast = table.definition.index(of: columns.forecast),
      let target = table.definition.index(of: columns.target),
      case .money(let reached) = row[forecast], case .money(let aim) = row[target]
    else { return nil }
    return formatter.wording.money.text(reached - aim)
  }
}
