internal import ReviewModel

extension SlideBuilder {
  /// The names that a count spells out.
  private static let namesSpelledOut = 8

  /// The summary: the figures, then the names behind them, as far as the pack has them, each with the way to one of
  /// `slides`.
  func summary(leadingTo slides: [Slide]) -> [Slide] {
    /// A review without the slide has one of the table all the same, mostly.
    func link(_ outline: String, _ table: String) -> String {
      let sheet = formatter.wording.sheet(of: table)
      let slide = slides.first { $0.outline == outline } ?? slides.first { $0.sheets.contains(sheet) }
      return slide?.id ?? ""
    }
    let figures = DeckOutline.figures.filter { $0.cadence == nil || $0.cadence == pack.period.cadence }
      .compactMap { outline in
        figure(outline, link: link(outline.slide, outline.table)).map { (table: outline.table, view: $0) }
      }
    let names = DeckOutline.names.compactMap { outline in
      count(outline, link: link(outline.slide, outline.table)).map { (table: outline.table, view: $0) }
    }
    return [
      summary(
        "figures", figures,
        message: catalogue.text(figures.isEmpty ? "deck.no-figures" : "deck.figures-about"))
    ] + (names.isEmpty ? [] : [summary("names", names, message: catalogue.text("deck.names-about"))])
  }

  private func summary(_ id: String, _ figures: [(table: String, view: FigureView)], message: String) -> Slide
  {
    var seen: Set<String> = []
    let sheets = figures.map(\.table).filter { seen.insert($0).inserted }
    return Slide(
      id: id, isCore: true, section: nil, name: catalogue.text("deck.\(id)"), message: message,
      figures: figures.map(\.view), sheets: sheets.map(formatter.wording.sheet),
      showsMoney: !figures.isEmpty)
  }

  private func figure(_ outline: FigureOutline, link: String) -> FigureView? {
    guard let table = tables[outline.table] else { return nil }
    guard let row = row(of: outline.source, in: table), let figure = said(outline.figure, row, table) else {
      return nil
    }
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
      name: name(outline.key, isOfMonth: outline.isOfMonth), link: link, value: figure.text,
      unit: isMoney(figure.cell) ? formatter.wording.unit : "",
      rate: rate.map { ($0.label, $0.text) },
      grade: grade(rate?.cell ?? figure.cell, in: table.definition, outline.rate ?? outline.figure),
      details: details)
  }

  /// How many rows there are, and the first of them. None is a figure, too, but not where the input is missing.
  private func count(_ outline: NamesOutline, link: String) -> FigureView? {
    guard let table = tables[outline.table], ReviewPack.status(of: table, inputs: pack.inputs) != .noInput
    else {
      return nil
    }
    let selection = Selection(table, unit: nil, only: outline.only)
    let rows = selection.rows(
      Self.namesSpelledOut,
      SlideOutline.Pick(largest: outline.isLargestFirst ? [outline.detail] : [], isOrder: true))
    let details = rows.compactMap { row -> (label: String, text: String)? in
      guard let subject = outline.subject.lazy.compactMap({ said($0, row, table)?.text }).first else {
        return nil
      }
      let detail = said(outline.detail, row, table).map { detail in
        outline.isSaid ? catalogue.text("deck.count.\(outline.key).each", detail.text) : detail.text
      }
      return (subject, detail ?? CellFormatter.blank)
    }
    // Lists that are cut short say how many there are in all.
    let cut = table.truncations.reduce(0) { $0 + $1.total - $1.shown }
    return FigureView(
      name: name(outline.key), link: link, value: "\(selection.count + cut)",
      unit: catalogue.text("deck.count.\(outline.key)"), rate: nil, grade: nil, details: details,
      isOfNames: true)
  }

  /// The name of a card; of one of a month that is not over, up to when.
  private func name(_ key: String, isOfMonth: Bool = false) -> String {
    let name = catalogue.text(
      "deck.card.\(key)", pack.period.forecastMonth.description, pack.period.month.description)
    guard isOfMonth, pack.period.asOf != pack.period.month.last else { return name }
    return catalogue.text("deck.so-far", name, pack.period.asOf.description)
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
