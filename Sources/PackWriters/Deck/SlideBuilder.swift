internal import ReviewModel

/// From outlines and a pack to slides.
struct SlideBuilder {
  let pack: ReviewPack
  let catalogue: Catalogue
  let formatter: CellFormatter
  /// By id; a dictionary for look-up only.
  private let tables: [String: Table]
  /// Whether the whole book has but one business unit, whose name then says nothing.
  private let hasOneUnit: Bool

  /// More business units than these share their slides.
  static let mostUnits = 6
  /// Names that a sentence holds.
  private static let mostNames = 5
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
    let shown = Set(outlines.flatMap(\.tables))
    return outlines.flatMap { outline in
      let also = outline.also.filter { !shown.contains($0) && tables[$0]?.rows.isEmpty == false }
        .map(formatter.wording.sheet)
      return slides(of: outline).map { slide in
        var slide = slide
        slide.also = also
        return slide
      }
    }
  }

  /// The slides of an outline: one, one a business unit, or none where no table of it has rows.
  private func slides(of outline: SlideOutline) -> [Slide] {
    let shown = outline.tables.compactMap { tables[$0] }.filter { !$0.rows.isEmpty }
    guard let first = shown.first else { return [] }
    let units = outline.isPerUnit ? Self.units(of: first) : []
    guard units.count > 1, units.count <= Self.mostUnits else {
      return [slide(outline, tables: shown, unit: nil)].compactMap(\.self)
    }
    return units.enumerated().compactMap { position, unit in
      slide(outline, tables: shown, unit: unit, suffix: "-\(position + 1)")
    }
  }

  /// Why tables of the outlines have no slide, once each.
  func remarks(of outlines: [SlideOutline]) -> [(title: String, reason: String)] {
    var seen: Set<String> = []
    return outlines.flatMap { $0.tables + $0.also }.compactMap { id in
      guard let table = tables[id], table.rows.isEmpty, seen.insert(id).inserted else { return nil }
      let status = ReviewPack.status(of: table, inputs: pack.inputs)
      return (catalogue.title(of: id), catalogue.text("deck.\(status.rawValue)"))
    }
  }

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
      name: catalogue.text("deck.card.\(outline.key)"), label: figure.label, value: figure.text,
      unit: isMoney(figure.cell) ? formatter.wording.unit : "",
      rate: rate.map { ($0.label, $0.text) },
      grade: grade(rate?.cell ?? figure.cell, in: definition, outline.rate ?? outline.figure),
      details: outline.details.compactMap(said).map { ($0.label, $0.text) })
  }

  private func slide(_ outline: SlideOutline, tables shown: [Table], unit: Cell?, suffix: String = "")
    -> Slide?
  {
    var slide = Slide(
      id: outline.id + suffix, section: shown[0].definition.section, title: title(of: outline, shown[0]),
      message: message(of: outline, shown[0], unit: unit),
      sheets: shown.map { formatter.wording.sheet(of: $0.id) },
      showsMoney: shown.contains { $0.definition.columns.contains { $0.kind == .money } })
    if let unit, case .text(let name) = unit {
      slide.title += " · " + formatter.wording.shown(name, .verbatim)
    }
    let selections = shown.map { Selection($0, unit: unit, only: outline.only) }
    if let exhibit = outline.exhibit,
      let selection = selections.first(where: { $0.table.id == exhibit.table })
    {
      let width = outline.isWide || outline.listing == nil ? 1176.0 : 660.0
      let charts = ChartBuilder(
        id: "chart-" + slide.id,
        formatter: formatter, catalogue: catalogue, selection: selection, pick: outline.pick,
        showsUnit: unit == nil && !hasOneUnit,
        grade: { grade($0, in: selection.table.definition, $1) })
      slide.chart = charts.drawn(
        exhibit.chart, title: slide.title, width: width, height: outline.isWide ? 330 : 460)
      if unit != nil || outline.message == nil, let reached = reached(exhibit.chart, charts, selection) {
        slide.message = reached
      }
      if slide.chart != nil, exhibit.chart.isByMember, selection.count > Self.mostMembers {
        slide.chartNote = catalogue.text("deck.first", "\(Self.mostMembers)", "\(selection.count)")
      }
    }
    slide.isWide = outline.isWide || outline.listing == nil
    if let listing = outline.listing,
      let selection = selections.first(where: { $0.table.id == listing.table })
    {
      slide.lists = lists(
        listing, outline.pick, of: selection, unit: unit, isBeside: slide.chart != nil && !outline.isWide)
    }
    return slide.chart == nil && slide.lists.isEmpty ? nil : slide
  }

  private func title(of outline: SlideOutline, _ table: Table) -> String {
    let key = "deck.slide.\(outline.id)"
    let own = catalogue.text(key)
    return own == key ? catalogue.title(of: table.id) : own
  }

  /// The outline's sentence over the totals, or what the table says in general: totals speak for all business
  /// units, so a slide of one unit cannot use them.
  private func message(of outline: SlideOutline, _ table: Table, unit: Cell?) -> String {
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
  private func reached(_ chart: SlideOutline.Chart, _ charts: ChartBuilder, _ selection: Selection) -> String?
  {
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

  private func joined(_ texts: [String], _ key: String) -> String {
    texts.dropFirst().reduce(texts.first ?? "") { catalogue.text(key, $0, $1) }
  }

  private func isMoney(_ cell: Cell) -> Bool {
    if case .money = cell { true } else { false }
  }

  private func lists(
    _ listing: SlideOutline.Listing, _ pick: SlideOutline.Pick, of selection: Selection, unit: Cell?,
    isBeside: Bool
  ) -> [ListView] {
    let table = selection.table
    let definition = table.definition
    let most = isBeside ? min(listing.rows, 15) : listing.rows
    let rows = selection.rows(most * listing.lanes, pick)
    // A column in which nothing is to be seen says nothing.
    let indices = columns(of: listing, in: definition, namesUnit: unit == nil && !hasOneUnit)
      .filter { index in rows.contains { !$0[index].isBlank && $0[index] != .flag(false) } }
    guard !indices.isEmpty else { return [] }
    let lane = (rows.count + listing.lanes - 1) / listing.lanes
    let truncation = table.truncations.first { unit == nil ? hasOneUnit : .text($0.businessUnit) == unit }
    let total = max(selection.count, truncation?.total ?? 0)
    let head = indices.map { index in
      let column = definition.columns[index]
      return ListView.Cell(
        text: catalogue.label(of: column.id, in: table.id), style: column.isNumeric ? "n" : "")
    }
    return stride(from: 0, to: rows.count, by: max(lane, 1)).map { start in
      let part = rows[start..<min(start + lane, rows.count)]
      let isLast = start + lane >= rows.count
      let totals = isLast && selection.isWhole && listing.lanes == 1 ? table.totals : nil
      return ListView(
        caption: catalogue.title(of: table.id), head: head,
        rows: part.map { row in
          indices.map {
            cell(row, $0, in: definition, isSentence: definition.columns[$0].id == listing.sentences)
          }
        },
        totals: totals.map { totals in
          var cells = indices.map { cell(totals, $0, in: definition) }
          for index in cells.indices where totals[indices[index]].isBlank { cells[index].text = "" }
          if totals[indices[0]].isBlank { cells[0].text = catalogue.text("total") }
          return cells
        } ?? [],
        more: isLast && total > rows.count
          ? catalogue.text("deck.more", "\(rows.count)", "\(total)", formatter.wording.sheet(of: table.id))
          : "",
        isDense: part.count + (totals == nil ? 0 : 1) > (isBeside ? 13 : 16),
        isRoomy: !isBeside && listing.lanes == 1 && part.count < 10 && indices.count < 10,
        isCrowded: indices.count > (isBeside ? 6 : 10))
    }
  }

  /// Positions of a listing's columns. The business unit leads where rows of several stand together; where it
  /// says nothing, it stands only if it alone names the row.
  private func columns(
    of listing: SlideOutline.Listing, in definition: TableDefinition, namesUnit: Bool
  ) -> [Int] {
    let all =
      listing.columns?.compactMap { definition.index(of: $0) } ?? Array(definition.columns.indices)
    let others = all.filter { definition.columns[$0].id != "business_unit" }
    if namesUnit, let unit = definition.index(of: "business_unit"), !all.contains(unit) {
      return [unit] + all
    }
    return namesUnit || others.allSatisfy { definition.columns[$0].isNumeric } ? all : others
  }

  private func cell(
    _ row: [Cell], _ index: Int, in definition: TableDefinition, isSentence: Bool = false
  ) -> ListView.Cell {
    let (cell, column) = (row[index], definition.columns[index])
    var view = ListView.Cell(
      text: formatter.text(cell, in: column, as: definition.display(of: index, in: row)),
      style: column.isNumeric ? "n" : isSentence ? "sentence" : "")
    if let grade = grade(cell, in: definition, column.id) { view.style += " \(grade.rawValue)" }
    if case .text(let word) = cell, ["outcome", "status"].contains(column.id) {
      view.chip = Self.chip(word)
      view.text = Self.mark(word) + view.text
    }
    return view
  }

  /// How a word of an outcome or a status looks.
  private static func chip(_ word: String) -> String {
    switch word {
    case "kept", "ok", "closed": "good"
    case "partial", "slipped", "over", "short", "open": "fair"
    case "missed", "lost", "vanished": "poor"
    default: "plain"
    }
  }

  /// The mark before a word of the checklist, and of a promise that was kept.
  private static func mark(_ word: String) -> String {
    switch word {
    case "kept", "ok": "✓ "
    case "empty": "– "
    case "no-input": "✗ "
    default: ""
    }
  }

  /// A rate against a target is judged; other rates are not, since more is not always better.
  private func grade(_ cell: Cell, in definition: TableDefinition, _ column: String) -> Grade? {
    guard case .rate(let figure) = cell, let index = definition.index(of: column),
      isOfTarget(definition.columns[index]) || column == "kept_rate"
    else { return nil }
    if figure < Figure(units: 8, decimals: 1) { return .poor }
    return figure < Figure(units: 1, decimals: 0) ? .fair : .good
  }

  private func isOfTarget(_ column: Column) -> Bool {
    guard case .ratio(_, let divisor) = column.derivation else { return false }
    return divisor.hasSuffix("target")
  }

  /// The business units of a table in the order of its rows.
  private static func units(of table: Table) -> [Cell] {
    guard let index = table.definition.index(of: "business_unit") else { return [] }
    var seen: Set<Cell> = []
    return table.rows.lazy.map { $0[index] }.filter { seen.insert($0).inserted }
  }
}

extension Column {
  /// Whether values stand right-aligned.
  fileprivate var isNumeric: Bool {
    guard [.verbatim, .price, .multiple].contains(display) else { return false }
    return switch kind {
    case .money, .rate, .count, .number: true
    case .text, .date, .datetime, .flag: false
    }
  }
}
