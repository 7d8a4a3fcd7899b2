internal import ReviewModel

/// The first sheet: whose review this is, where it stands, and the way to every other sheet.
struct Cover {
  /// Columns: a margin, then the names of sheets and figures, and what is said of them.
  private static let widths: [Double] = [2, 34, 18, 18, 16, 18, 24]
  private static let firstColumn = 1
  private static let sections: [Section] = Section.allCases

  let pack: ReviewPack
  let name: String
  /// The sheets of each table that has any, by the table's place in the pack.
  let sheets: [Int: [String]]
  let wording: Wording
  let styles: Styles

  func write(to book: inout Workbook) throws -> SheetAccount {
    var sheet = try book.addSheet(named: name)
    for (column, width) in Self.widths.enumerated() { try sheet.setWidth(width, ofColumn: column) }
    sheet.setHeight(TableSheet.rowHeight)
    var row = try writeHead(to: &sheet)
    row = try writeAchievement(row + 1, to: &sheet)
    row = try writeFigures(row, to: &sheet)
    row = try writeContents(row, to: &sheet)
    _ = try writeMissing(row, to: &sheet)
    sheet.hideGrid()
    try sheet.setPrint(footer: pack.organisation, repeating: nil, landscape: false)
    return sheet.account
  }

  private func text(_ key: String, _ arguments: String...) -> String {
    wording.catalogue.sentence("workbook.\(key)").with(arguments)
  }

  // MARK: Head

  private func writeHead(to sheet: inout Sheet) throws -> Int {
    let sources = wording.sources(pack).map { text("source", $0.label, $0.source) }
    let subtitle = wording.catalogue.text(
      "workbook.subtitle", wording.title(pack.period), pack.period.name, pack.period.asOf.description,
      pack.period.forecastMonth.description)
    let lines: [(String, Format, Double)] = [
      (pack.organisation, styles.organisation, 34), (subtitle, styles.title, 24),
      (sources.joined(separator: "    "), styles.note, 18), (wording.unitRemark, styles.note, 18),
    ]
    for (row, line) in lines.enumerated() {
      try sheet.setHeight(line.2, ofRow: row)
      try sheet.write(line.0.isEmpty ? " " : line.0, row, Self.firstColumn, line.1)
    }
    return lines.count
  }

  // MARK: Key figures

  /// Goals and what became of them: one line a metric, this month and this fiscal year.
  private func writeAchievement(_ start: Int, to sheet: inout Sheet) throws -> Int {
    let lines = ["province-month", "province-to-date"].flatMap { id in
      Metric.allCases.compactMap { metric in AchievementLine(id, metric, in: self) }
    }
    guard !lines.isEmpty else { return start }
    var row = start
    try sheet.setHeight(22, ofRow: row)
    let heads = ["figures", "target", "actual", "rate", "gap"].map { text($0) }
    for (offset, head) in heads.enumerated() {
      try sheet.write(
        head, row, Self.firstColumn + offset, offset == 0 ? styles.head(.text) : styles.plainHead)
    }
    row += 1
    let first = row
    for line in lines {
      try sheet.write(line.label, row, Self.firstColumn, styles.bare(.text))
      for (offset, figure) in line.figures.enumerated() {
        try write(figure, row, Self.firstColumn + 1 + offset, to: &sheet)
      }
      row += 1
    }
    try sheet.grade(first...row - 1, column: Self.firstColumn + 3, styles)
    return row + 1
  }

  private struct AchievementLine {
    let label: String
    let figures: [KeyFigure?]

    init?(_ table: String, _ metric: Metric, in cover: Cover) {
      let prefix = metric.word
      figures = ["target", "actual", "rate", "gap"].map { KeyFigure(table, "\(prefix)_\($0)", in: cover) }
      guard figures.contains(where: { $0 != nil }) else { return nil }
      let span = cover.text(table == "province-month" ? "month" : "year")
      label = "\(span) · \(cover.wording.catalogue.word(prefix, in: "metric"))"
    }
  }

  /// A total of another sheet.
  private struct KeyFigure {
    let cell: Cell
    let value: Styles.Value
    let formula: String

    init?(_ id: String, _ column: String, in cover: Cover) {
      guard let place = cover.pack.tables.firstIndex(where: { $0.id == id }) else { return nil }
      let table = cover.pack.tables[place]
      guard let names = cover.sheets[place], names.count == 1, let totals = table.totals,
        let index = table.definition.index(of: column), !totals[index].isBlank
      else { return nil }
      cell = totals[index]
      value = Styles.Value(table.definition.columns[index].kind)
      let reference = Reference.cell(TableSheet.firstRow + table.rows.count, index)
      formula = "=\(SheetNames.quoted(names[0]))!\(reference)"
    }
  }

  private func write(_ figure: KeyFigure?, _ row: Int, _ column: Int, to sheet: inout Sheet) throws {
    guard let figure else { return }
    try sheet.write(
      formula: figure.formula, value: wording.number(figure.cell), row, column, styles.bare(figure.value))
  }

  /// The other figures that a meeting begins with, each with the sheet that it comes from.
  private func writeFigures(_ start: Int, to sheet: inout Sheet) throws -> Int {
    let wanted = [
      ("collection-forecast", "forecast"), ("win-forecast", "forecast"), ("promise-summary", "kept_rate"),
      ("funnel", "amount"), ("funnel", "weighted"), ("receivables", "outstanding"),
      ("receivables", "overdue"),
      ("receivables", "overdue_rate"),
    ]
    let figures = wanted.compactMap { id, column in
      KeyFigure(id, column, in: self).map { (id: id, column: column, figure: $0) }
    }
    guard !figures.isEmpty else { return start }
    try writeGroup(text("more-figures"), "", start, to: &sheet)
    var row = start + 1
    for (id, column, figure) in figures {
      let label = wording.catalogue.label(of: column, in: id)
      try sheet.write(
        "\(wording.catalogue.title(of: id)) · \(label)", row, Self.firstColumn, styles.bare(.text))
      try write(figure, row, Self.firstColumn + 2, to: &sheet)
      row += 1
    }
    return row + 1
  }

  // MARK: Contents

  private func writeContents(_ start: Int, to sheet: inout Sheet) throws -> Int {
    var row = start
    for section in Self.sections {
      let places = pack.tables.indices.filter {
        pack.tables[$0].definition.section == section && sheets[$0] != nil
      }
      guard !places.isEmpty else { continue }
      try writeGroup(wording.catalogue.name(of: section), text("rows"), row, to: &sheet)
      row += 1
      for place in places {
        let table = pack.tables[place]
        for name in sheets[place] ?? [] {
          let title = sheets[place]?.count == 1 ? wording.catalogue.title(of: table.id) : name
          try sheet.write(link: name, "A1", title, row, Self.firstColumn, styles.link)
          if name == sheets[place]?.first {
            try sheet.write(Double(table.rows.count), row, Self.firstColumn + 1, styles.bare(.count))
            let about = wording.catalogue.about(table.id)
            if !about.isEmpty { try sheet.write(about, row, Self.firstColumn + 2, styles.faint) }
          }
          row += 1
        }
      }
      row += 1
    }
    return row
  }

  /// The tables that have no sheet, and why.
  private func writeMissing(_ start: Int, to sheet: inout Sheet) throws -> Int {
    let places = pack.tables.indices.filter { sheets[$0] == nil }
    guard !places.isEmpty else { return start }
    var row = start
    try writeGroup(text("missing"), "", row, to: &sheet)
    row += 1
    for place in places {
      let table = pack.tables[place]
      try sheet.write(wording.catalogue.title(of: table.id), row, Self.firstColumn, styles.faint)
      try sheet.write(reason(table), row, Self.firstColumn + 1, styles.faint)
      row += 1
    }
    return row
  }

  private func reason(_ table: Table) -> String {
    guard ReviewPack.status(of: table, inputs: pack.inputs) == .noInput else { return text("empty") }
    let lacking = table.definition.needs.filter { !$0.contains(where: pack.inputs.contains) }
    let names = lacking.map { kinds in
      kinds.map { wording.catalogue.name(of: $0) }.joined(separator: " / ")
    }
    return text("no-input", names.joined(separator: ", "))
  }

  private func writeGroup(_ title: String, _ count: String, _ row: Int, to sheet: inout Sheet) throws {
    try sheet.setHeight(22, ofRow: row)
    try sheet.write(title, row, Self.firstColumn, styles.group)
    for column in Self.firstColumn + 1..<Self.widths.count {
      if column == Self.firstColumn + 1, !count.isEmpty {
        try sheet.write(count, row, column, styles.groupCount)
      } else {
        try sheet.blank(row, column, styles.group)
      }
    }
  }
}
