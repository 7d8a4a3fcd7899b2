package import ReviewModel

/// Writes a form as a workbook that, filled in, is an input file.
///
///     the form       row 1 the headers, locked; below them cells checked as they are entered
///     what to enter  every column, whether it is needed, and what belongs into it
///     lists          hidden: the words of drop-down lists
///
/// The form stands first: that is the sheet that is read.
package enum FormWriter {
  /// Writes the form to `path`. Temporary files go to `temporaryFolder`.
  package static func write(
    _ form: Form, catalogue: Catalogue, created: Day, to path: String, temporaryFolder: String
  ) throws(WriteError) {
    var book = try Workbook(
      at: path, temporaryFolder: temporaryFolder, title: form.title, company: "", created: created)
    let styles = try FormStyles(book, form.language)
    var names = SheetNames()
    let (main, guide, lists) = (
      names.name(for: form.title), names.name(for: catalogue.text("form.guide")),
      names.name(for: catalogue.text("form.lists"))
    )
    let words = WordLists(form, sheet: lists)
    try FormSheet(form, words, styles, catalogue).write(to: &book, named: main)
    try FormGuide(form, styles, catalogue).write(to: &book, named: guide)
    if !words.columns.isEmpty { try words.write(to: &book, styles) }
    try book.close()
  }
}

/// The words of a form's drop-down lists, a column each on a sheet that nobody sees: in the rule of a cell itself
/// only 255 characters have room.
struct WordLists {
  private let sheet: String
  /// The lists, and for each the column of the form.
  let columns: [(form: Int, words: [String])]

  init(_ form: Form, sheet: String) {
    self.sheet = sheet
    columns = form.columns.enumerated().compactMap { index, column in
      guard case .word(let words, _) = column.entry, !words.isEmpty else { return nil }
      return (index, words)
    }
  }

  /// The cells in which the words of a column of the form stand; nil where it has none.
  func range(ofColumn column: Int) -> String? {
    guard let place = columns.firstIndex(where: { $0.form == column }) else { return nil }
    let rows = 0...(columns[place].words.count - 1)
    return "=" + Reference.absolute(sheet, rows: rows, columns: place...place)
  }

  func write(to book: inout Workbook, _ styles: FormStyles) throws(WriteError) {
    var page = try book.addSheet(named: sheet)
    page.hide()
    for row in 0..<(columns.map(\.words.count).max() ?? 0) {
      for (place, column) in columns.enumerated() where row < column.words.count {
        try page.write(column.words[row], row, place, styles.text)
      }
    }
  }
}
