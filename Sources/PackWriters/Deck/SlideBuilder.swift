internal import ReviewModel

/// From outlines and a pack to slides.
struct SlideBuilder {
  let pack: ReviewPack
  let catalogue: Catalogue
  let formatter: CellFormatter
  /// By id; a dictionary for look-up only.
  let tables: [String: Table]
  /// Whether the whole book has but one business unit, whose name then says nothing.
  let hasOneUnit: Bool

  /// More business units than these share their slides.
  static let mostUnits = 6
  /// Names that a sentence holds.
  static let mostNames = 3
  /// Members that a chart shows.
  static let mostMembers = 12

  init(pack: ReviewPack, wording: Wording) {
    self.pack = pack
    catalogue = wording.catalogue
    formatter = CellFormatter(wording: wording)
    let tables = Dictionary(pack.tables.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    self.tables = tables
    let units = DeckOutline.slides.filter(\.isPerUnit).flatMap(\.tables).compactMap { tables[$0] }
      .reduce(into: Set<Cell>()) { $0.formUnion(Self.units(of: $1)) }
    hasOneUnit = units.count <= 1
  }

  /// All slides of a deck between the figures and the remarks.
  func slides(of outlines: [SlideOutline]) -> [Slide] {
    let slides = outlines.map { ($0, self.slides(of: $0)) }
    let shown = Set(slides.filter { !$0.1.isEmpty }.flatMap(\.0.tables))
    return slides.flatMap { outline, slides in
      let also = outline.also.filter { !shown.contains($0) && tables[$0]?.rows.isEmpty == false }
        .map(formatter.wording.sheet)
      return slides.map { slide in
        var slide = slide
        slide.also = also
        return slide
      }
    }
  }

  /// The slides of an outline: one, one a business unit, or none where no table of it has rows.
  private func slides(of outline: SlideOutline) -> [Slide] {
    let shown = outline.tables.compactMap { tables[$0] }.filter { !$0.rows.isEmpty }
    guard let first = shown.first, !isUndivided(first, outline) else { return [] }
    let units = outline.isPerUnit ? Self.units(of: first) : []
    guard units.count > 1, units.count <= Self.mostUnits else {
      return [slide(outline, tables: shown, unit: nil)].compactMap(\.self)
    }
    return units.enumerated().compactMap { position, unit in
      slide(outline, tables: shown, unit: unit, suffix: "-\(position + 1)")
    }
  }

  /// Whether a breakdown has nothing to tell apart: no row says which product, team or rep it is of.
  private func isUndivided(_ table: Table, _ outline: SlideOutline) -> Bool {
    guard case .targets(let member, _) = outline.exhibit?.chart else { return false }
    let indices = member.filter { $0 != "business_unit" }.compactMap(table.definition.index)
    return !indices.isEmpty && table.rows.allSatisfy { row in indices.allSatisfy { row[$0].isUnnamed } }
  }

  /// Why tables of the outlines have no slide, once each.
  func remarks(of outlines: [SlideOutline]) -> [(title: String, reason: String)] {
    var seen: Set<String> = []
    let undivided = Set(
      outlines.filter { outline in tables[outline.tables[0]].map { isUndivided($0, outline) } ?? false }
        .map { $0.tables[0] })
    return outlines.flatMap { $0.tables + $0.also }.compactMap { id in
      guard let table = tables[id], table.rows.isEmpty || undivided.contains(id), seen.insert(id).inserted
      else { return nil }
      let status = ReviewPack.status(of: table, inputs: pack.inputs)
      return (
        catalogue.title(of: id),
        catalogue.text(table.rows.isEmpty ? "deck.\(status.rawValue)" : "deck.undivided")
      )
    }
  }

  private func slide(_ outline: SlideOutline, tables shown: [Table], unit: Cell?, suffix: String = "")
    -> Slide?
  {
    var slide = Slide(
      id: outline.id + suffix, outline: outline.id, isCore: outline.isCore,
      section: shown[0].definition.section, name: title(of: outline, shown[0]),
      message: message(of: outline, shown[0], unit: unit),
      sheets: shown.map { formatter.wording.sheet(of: $0.id) },
      showsMoney: shown.contains { $0.definition.columns.contains { $0.kind == .money } })
    if case .text(let name) = unit { slide.unit = formatter.wording.shown(name, .verbatim) }
    let selections = shown.map { Selection($0, unit: unit, only: outline.only) }
    let drawn = outline.exhibit.flatMap { exhibit in
      selections.first { $0.table.id == exhibit.table }.map { (exhibit.chart, $0) }
    }
    for listing in [outline.summary, outline.listing].compactMap(\.self) {
      guard let selection = selections.first(where: { $0.table.id == listing.table }) else { continue }
      // A list takes two lines more than its rows: its head, and the totals or the space below.
      let above = slide.lists.reduce(0) { $0 + $1.rows.count + 2 }
      slide.lists += lists(
        listing, outline.pick, of: selection, unit: unit, isBeside: drawn != nil && !outline.isWide,
        isAlone: outline.summary == nil, above: above)
      slide.isInLanes = listing.lanes > 1
    }
    slide.isWide = outline.isWide || slide.lists.isEmpty
    if let (chart, selection) = drawn {
      let charts = ChartBuilder(
        id: "chart-" + slide.id,
        formatter: formatter, catalogue: catalogue, selection: selection, pick: outline.pick,
        showsUnit: unit == nil && !hasOneUnit,
        grade: { grade($0, in: selection.table.definition, $1) })
      slide.chart = charts.drawn(
        chart, title: slide.title, width: slide.isWide ? 1176 : 660, height: outline.isWide ? 330 : 460)
      slide.narrowChart = charts.drawnNarrow(chart, title: slide.title)
      if unit != nil || outline.message == nil {
        slide.message = reached(chart, charts, selection) ?? slide.message
      } else {
        slide.message = joined([slide.message] + behind(chart, charts, selection), "deck.clauses")
      }
      if slide.chart != nil { slide.chartNote = charts.remainder(of: chart) }
    }
    return slide.chart == nil && slide.lists.isEmpty ? nil : slide
  }

  private func title(of outline: SlideOutline, _ table: Table) -> String {
    let own = catalogue.sentence(ifAny: "deck.slide.\(outline.id)")
    return own?.with([pack.period.forecastMonth.description]) ?? catalogue.title(of: table.id)
  }

  func joined(_ texts: [String], _ key: String) -> String {
    texts.dropFirst().reduce(texts.first ?? "") { catalogue.text(key, $0, $1) }
  }

  func isMoney(_ cell: Cell) -> Bool {
    if case .money = cell { true } else { false }
  }

  /// An attainment is judged; other rates are not, since more is not always better.
  func grade(_ cell: Cell, in definition: TableDefinition, _ column: String) -> Grade? {
    guard case .rate(let figure) = cell, let index = definition.index(of: column),
      definition.columns[index].isAttainment
    else { return nil }
    return Grade(figure)
  }

  /// The business units of a table in the order of its rows.
  private static func units(of table: Table) -> [Cell] {
    guard let index = table.definition.index(of: "business_unit") else { return [] }
    var seen: Set<Cell> = []
    return table.rows.lazy.map { $0[index] }.filter { seen.insert($0).inserted }
  }
}

extension Cell {
  /// Whether it is blank, or the blank member of a grouping.
  var isUnnamed: Bool { isBlank || self == .text("(none)") }
}
