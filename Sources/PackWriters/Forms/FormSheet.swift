internal import CXLSXWriter
internal import ReviewModel

/// The sheet that is filled in.
struct FormSheet {
  private let form: Form
  private let words: WordLists
  private let styles: FormStyles
  private let catalogue: Catalogue

  init(_ form: Form, _ words: WordLists, _ styles: FormStyles, _ catalogue: Catalogue) {
    self.form = form
    self.words = words
    self.styles = styles
    self.catalogue = catalogue
  }

  func write(to book: inout Workbook, named name: String) throws(WriteError) {
    var sheet = try book.addSheet(named: name)
    for (index, column) in form.columns.enumerated() {
      try sheet.setColumn(index, width: width(of: column), styles.cell(column.entry))
    }
    sheet.setHeight(20)
    try sheet.setHeight(30, ofRow: 0)
    for (index, column) in form.columns.enumerated() {
      try sheet.write(column.header, 0, index, column.isRequired ? styles.needed : styles.optional)
      try sheet.note(note(column), 0, index, font: styles.font)
      if let rule = rule(of: column, index) { try sheet.setRule(rule, ofColumn: index) }
    }
    // What a row is about stays in sight.
    sheet.freeze(1, isWide ? 2 : 0)
    try sheet.protectHeaders()
    try sheet.hideHints()
    try sheet.setPrint(
      footer: form.title, repeating: 0...0, onePageWide: !isWide)
  }

  /// Whether it has more columns than a page and a screen.
  private var isWide: Bool { form.columns.count > 16 }

  /// What the note on a header says.
  private func note(_ column: Form.Column) -> String {
    catalogue.text(column.isRequired ? "form.needed" : "form.optional") + "\n" + column.note
  }

  private func width(of column: Form.Column) -> Double {
    let content =
      switch column.entry {
      case .text: 16
      case .word(let words, _): min(words.prefix(200).map(\.columns).max() ?? 8, 24)
      case .period: 12
      case .date: 12
      case .datetime: 17
      case .money, .number: 14
      case .integer, .rate: 8
      }
    // Headers are bold, and beside them is the mark of the note.
    return Double(max(content, column.header.columns * 6 / 5, 8) + 4)
  }

  private func rule(of column: Form.Column, _ index: Int) -> EntryRule? {
    let cell = Reference.cell(1, index)
    let check: EntryRule.Check? =
      switch column.entry {
      case .text: nil
      case .word: words.range(ofColumn: index).map { .list($0) }
      case .period(let form): .formula(Self.formula(form, cell))
      // From 1900-01-01 to the beginning of 2199-12-31, as Excel numbers days (docs/inputs.md, section 4).
      case .date, .datetime: .days(1...109_574)
      case .money: .decimal(-1e14...1e14)
      case .number: .decimal(-1e12...1e12)
      case .rate: .decimal(0...1)
      case .integer(let range): .whole(range ?? -1_000_000_000...1_000_000_000)
      }
    guard let check else { return nil }
    var isOpen = false
    if case .word(_, true) = column.entry { isOpen = true }
    return EntryRule(check: check, title: column.header, message: column.note, isOpen: isOpen)
  }

  /// What holds for a text that may be such a period.
  private static func formula(_ form: Form.Period, _ cell: String) -> String {
    let week = "AND(LEN(\(cell))=8,MID(\(cell),5,2)=\"-W\")"
    return switch form {
    case .week: "=\(week)"
    case .any: "=OR(LEN(\(cell))=4,AND(LEN(\(cell))=7,MID(\(cell),5,1)=\"-\"),\(week))"
    }
  }
}

/// What is checked when a cell is filled in.
struct EntryRule {
  enum Check {
    /// The cells in which the words stand.
    case list(String)
    /// A formula that holds for the cell in the first row.
    case formula(String)
    case days(ClosedRange<Double>)
    case decimal(ClosedRange<Double>)
    case whole(ClosedRange<Int>)
  }

  let check: Check
  /// What is said where the entry is another.
  let title: String
  let message: String
  /// Whether another entry is taken after a question.
  let isOpen: Bool
}
