internal import ReviewModel

extension SlideBuilder {
  /// The figures of the second slide, as far as the pack has them.
  func figures() -> Slide {
    let outlines = DeckOutline.figures.filter { $0.cadence == nil || $0.cadence == pack.period.cadence }
    let views = outlines.compactMap { figure($0) }
    var seen: Set<String> = []
    let sheets = outlines.map(\.table).filter {
      tables[$0]?.totals != nil && seen.insert($0).inserted
    }
    return Slide(
      id: "figures", section: nil, title: catalogue.text("deck.figures"),
      message: catalogue.text(views.isEmpty ? "deck.no-figures" : "deck.figures-about"), figures: views,
      sheets: sheets.map(formatter.wording.sheet), showsMoney: !views.isEmpty)
  }

  private func figure(_ outline: FigureOutline) -> FigureView? {
    guard let table = tables[outline.table], let totals = table.totals else { return nil }
    let definition = table.definition
    func said(_ id: String) -> (label: String, cell: Cell, text: String)? {
      guard let index = definition.index(of: id) else { return nil }
      let text = formatter.text(totals[index], in: definition.columns[index])
      return (catalogue.label(of: id, in: table.id), totals[index], text)
    }
    guard let figure = said(outline.figure) else { return nil }
    let rate = outline.rate.flatMap(said)
    return FigureView(
      name: catalogue.text("deck.card.\(outline.key)", pack.period.forecastMonth.description),
      label: figure.label, value: figure.text,
      unit: isMoney(figure.cell) ? formatter.wording.unit : "",
      rate: rate.map { ($0.label, $0.text) },
      grade: grade(rate?.cell ?? figure.cell, in: definition, outline.rate ?? outline.figure),
      details: outline.details.compactMap(said).map { ($0.label, $0.text) })
  }
}
