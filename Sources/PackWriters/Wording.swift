internal import ReviewModel

/// What people read in place of what a pack holds, in one language: the same words in workbook and deck.
struct Wording {
  let catalogue: Catalogue
  /// In what amounts are.
  let money: MoneyUnit
  private let reps: [String: String]
  private let leads: [String: String]
  private let stages: [String: String]
  /// The month that forecasts are of.
  let forecastMonth: String
  /// Whether no row says of which business unit it is, so that none of them need say so.
  let hasNoUnits: Bool

  init(_ pack: ReviewPack, _ catalogue: Catalogue) {
    self.catalogue = catalogue
    money = MoneyUnit(pack.moneyUnit, currency: pack.currency, catalogue)
    reps = pack.repNames.reduce(into: [:]) { $0[$1.key] = "\($1.value) (\($1.key))" }
    // Of the standard stages, which have no names, the last is a word and no number.
    stages = pack.stages.reduce(into: ["lost": catalogue.word("lost", in: "outcome")]) { names, stage in
      if let name = stage.name { names[stage.id] = name }
    }
    leads = Self.leads(of: pack)
    forecastMonth = pack.period.forecastMonth.description
    // The ledger, which may be long, has the units of the tables beside it.
    hasNoUnits = !pack.tables.contains { table in
      guard table.id != "ledger", let unit = table.definition.index(of: "business_unit") else { return false }
      return table.rows.contains { !$0[unit].isUnnamed }
    }
  }

  /// What amounts are divided by.
  var moneyUnit: Int { money.divisor }
  /// In what amounts are: `万元`.
  var unit: String { money.name }

  /// What a cell shows that people read as a word; nil for numbers, days, flags and blanks.
  func text(_ cell: Cell, _ display: Column.Display) -> String? {
    switch (cell, display) {
    case (.text(let text), _): shown(text, display)
    case (.count(let count), .word(let vocabulary)): catalogue.word("\(count)", in: vocabulary)
    default: nil
    }
  }

  /// A text of a column, as shown.
  func shown(_ text: String, _ display: Column.Display) -> String {
    // What metrics.md calls the blank member of a grouping.
    if text == "(none)" { return catalogue.text("none") }
    return switch display {
    case .verbatim, .following, .price, .multiple: text
    case .lead: leads[text].map { "\($0) (\(text))" } ?? text
    case .sentence(let key): text.utf8.allSatisfy { 48...57 ~= $0 } ? catalogue.text(key, text) : text
    case .rep: reps[text] ?? text
    case .stage: stages[text] ?? text
    case .word(let vocabulary): catalogue.word(text, in: vocabulary)
    case .parts(let vocabulary): parts(text, vocabulary)
    case .table: catalogue.title(of: text)
    case .input: InputKind(rawValue: text).map { catalogue.name(of: $0) } ?? text
    case .member: reps[text] ?? catalogue.word(text, in: Vocabulary.customerClass.id)
    case .column: column(text)
    case .level: level(text)
    }
  }

  /// A column of an input: by a name of its own, or as tables call it.
  private func column(_ id: String) -> String {
    catalogue.sentence(ifAny: "input-column.\(id)")?.with([]) ?? catalogue.label(of: id, in: "")
  }

  /// The names of the leads that a table shows by name, as the ledger has them.
  private static func leads(of pack: ReviewPack) -> [String: String] {
    var wanted: Set<String> = []
    for table in pack.tables {
      for (column, values) in table.definition.columns.enumerated() {
        guard case .following(_, let displays) = values.display, displays.values.contains(.lead) else {
          continue
        }
        for row in table.rows where table.definition.display(of: column, in: row) == .lead {
          if case .text(let id) = row[column] { wanted.insert(id) }
        }
      }
    }
    guard !wanted.isEmpty, let ledger = pack.table("ledger"),
      let id = ledger.definition.index(of: "lead_id"), let name = ledger.definition.index(of: "name")
    else { return [:] }
    return ledger.rows.reduce(into: [:]) { names, row in
      if case .text(let lead) = row[id], case .text(let text) = row[name], wanted.contains(lead) {
        names[lead] = text
      }
    }
  }

  /// The words of a score's parts: `省区+3; 等级+2`.
  private func parts(_ text: String, _ vocabulary: String) -> String {
    text.split(separator: "; ").map { part in
      let word = part.prefix { $0 != "+" }
      return catalogue.word(String(word), in: vocabulary) + part[word.endIndex...]
    }.joined(separator: "; ")
  }

  /// A level of targets by the labels of its columns.
  private func level(_ text: String) -> String {
    if text == "company" { return catalogue.text("company") }
    return text.split(separator: "+").map { catalogue.label(of: String($0), in: "target-breakdown") }
      .joined(separator: " + ")
  }

  /// A column's label.
  func label(_ column: String, _ table: TableDefinition) -> String {
    catalogue.label(of: column, in: table.id)
  }

  /// The name of a table's sheet, which is its title as far as a sheet may be called so.
  func sheet(of table: String) -> String { SheetNames.cleaned(catalogue.title(of: table)) }

  /// What the review is called.
  func title(_ period: ReviewPeriod) -> String { catalogue.text("title.\(period.cadence.rawValue)") }

  /// In what amounts are, as a remark: `金额单位：万元`.
  var unitRemark: String { catalogue.text("unit", unit) }

  /// Where the figures came from.
  func sources(_ pack: ReviewPack) -> [(label: String, source: String)] {
    [
      ("orders", pack.sources.orders), ("collections", pack.sources.collections),
      ("value", pack.sources.value),
    ].map { (catalogue.text("sources.\($0)"), catalogue.word($1, in: "source")) }
  }
}
