internal import ReviewModel

/// Rows of a table as a slide lists them.
extension SlideBuilder {
  /// What a row is about, where it is shown as a card: the first of these that it has.
  private static let telling = ["name", "customer", "subject", "item", "summary", "title", "file"]

  func lists(
    _ listing: SlideOutline.Listing, _ pick: SlideOutline.Pick, of selection: Selection, unit: Cell?,
    isBeside: Bool, isAlone: Bool = true, above: Int = 0
  ) -> [ListView] {
    let table = selection.table
    let definition = table.definition
    let usual = max((isBeside ? min(listing.rows, 15) : listing.rows) - above, 4)
    // A row or two more than usual are rather shown than missed, where no other list takes the room.
    let most = selection.count <= usual * listing.lanes + (above > 0 ? 0 : 2) ? selection.count : usual
    let rows = selection.rows(min(most * listing.lanes, selection.count), pick)
    let indices = seenColumns(of: listing, in: definition, rows, namesUnit: unit == nil && !hasOneUnit)
    // Beside a chart, names alone only repeat it.
    guard !indices.isEmpty,
      !isBeside || indices.contains(where: { definition.columns[$0].kind != .text })
    else { return [] }
    let telling = Self.telling.compactMap(definition.index).filter(indices.contains)
    let lane = (rows.count + listing.lanes - 1) / listing.lanes
    let head = indices.map { index in
      let column = definition.columns[index]
      return ListView.Cell(
        text: catalogue.label(of: column.id, in: table.id), style: column.isNumeric ? "n" : "")
    }
    return stride(from: 0, to: rows.count, by: max(lane, 1)).map { start in
      let part = rows[start..<min(start + lane, rows.count)]
      let isLast = start + lane >= rows.count
      let totals =
        isLast && listing.lanes == 1 && selection.isOfUnit ? totals(of: selection, indices) : []
      let cells = part.map { row in
        let told = telling.first { !row[$0].isBlank }
        return indices.map {
          cell(
            row, $0, in: definition, isSentence: definition.columns[$0].id == listing.sentences,
            isTelling: $0 == told)
        }
      }
      let (size, wraps) = ListSize.fitting(
        lines: cells.count + above + (totals.isEmpty ? 0 : 1), widths: Self.widths(head, cells + [totals]),
        room: isBeside ? 490 : isAlone && listing.lanes == 1 ? 1176 : 0, most: isBeside ? 13 : 16)
      return ListView(
        caption: catalogue.title(of: table.id), head: head, rows: cells, totals: totals,
        more: isLast ? rest(of: selection, shown: rows.count, unit: unit) : "",
        size: size, wraps: wraps, isCrowded: indices.count > (isBeside ? 6 : 10))
    }
  }

  /// The width of the widest text of each column, in ems.
  private static func widths(_ head: [ListView.Cell], _ rows: [[ListView.Cell]]) -> [Double] {
    head.indices.map { column in
      let content = TextMeasure.widest(rows.compactMap { $0.isEmpty ? nil : $0[column].text })
      // A head takes two lines.
      return max(content, TextMeasure.width(head[column].text, isBold: true) / 2) / SVG.textSize
    }
  }

  /// The totals of the table, below the rows of one business unit, too: they are then said to be those of all.
  /// A row that stands alone needs none.
  private func totals(of selection: Selection, _ indices: [Int]) -> [ListView.Cell] {
    guard let totals = selection.table.totals, !selection.isWhole || selection.count > 1 else { return [] }
    var cells = indices.map { cell(totals, $0, in: selection.table.definition) }
    for index in cells.indices where totals[indices[index]].isBlank { cells[index].text = "" }
    guard totals[indices[0]].isBlank else { return selection.isWhole ? cells : [] }
    cells[0].text = catalogue.text(selection.isWhole ? "total" : "deck.total-all")
    return cells
  }

  /// What is not on the slide, and where it is: a TOP list is cut short on its sheet, too.
  private func rest(of selection: Selection, shown: Int, unit: Cell?) -> String {
    let sheet = formatter.wording.sheet(of: selection.table.id)
    let cut = selection.table.truncations.filter { unit == nil || .text($0.businessUnit) == unit }
    guard !cut.isEmpty else {
      // Of rows that a slide picks by a word, the sheet has the others, too.
      let count = selection.isOfUnit ? selection.count : selection.table.rows.count
      return shown < count ? catalogue.text("deck.more", "\(shown)", "\(count)", sheet) : ""
    }
    let all = cut.map { list in
      let amount = formatter.wording.money.text(list.totalAmount) + " " + formatter.wording.unit
      if unit != nil || hasOneUnit { return catalogue.text("deck.top-all", "\(list.total)", amount) }
      return catalogue.text(
        "deck.top-unit", formatter.wording.shown(list.businessUnit, .verbatim), "\(list.total)", amount)
    }
    let text = catalogue.text("deck.top", "\(shown)", joined(all, "deck.clauses"))
    return shown < selection.count
      ? catalogue.text("deck.top-sheet", text, sheet, "\(selection.count)") : text
  }

  /// Positions of the columns in which something is to be seen; where none of the figures is, the listing's
  /// spare ones stand in.
  private func seenColumns(
    of listing: SlideOutline.Listing, in definition: TableDefinition, _ rows: [[Cell]], namesUnit: Bool
  ) -> [Int] {
    func seen(_ indices: [Int]) -> [Int] {
      indices.filter { index in rows.contains { !$0[index].isUnnamed && $0[index] != .flag(false) } }
    }
    let own = seen(columns(of: listing, in: definition, namesUnit: namesUnit))
    guard own.allSatisfy({ definition.columns[$0].kind == .text }) else { return own }
    return own + seen(listing.spare.compactMap(definition.index))
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
    _ row: [Cell], _ index: Int, in definition: TableDefinition, isSentence: Bool = false,
    isTelling: Bool = false
  ) -> ListView.Cell {
    let (cell, column) = (row[index], definition.columns[index])
    var view = ListView.Cell(
      text: formatter.text(cell, in: column, as: definition.display(of: index, in: row)),
      style: column.isNumeric ? "n" : isSentence ? "sentence" : "")
    if isTelling { view.style += " telling" }
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
