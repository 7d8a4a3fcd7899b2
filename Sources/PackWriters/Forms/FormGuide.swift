internal import ReviewModel

/// The sheet that says how a form is filled in, to be read or printed.
struct FormGuide {
  private let form: Form
  private let styles: FormStyles
  private let catalogue: Catalogue

  init(_ form: Form, _ styles: FormStyles, _ catalogue: Catalogue) {
    self.form = form
    self.styles = styles
    self.catalogue = catalogue
  }

  func write(to book: inout Workbook, named name: String) throws(WriteError) {
    var sheet = try book.addSheet(named: name)
    let widths = [
      form.columns.map { $0.header.columns }.max() ?? 0,
      catalogue.text("form.guide.need").columns, 76,
    ]
    for (column, width) in widths.enumerated() {
      try sheet.setWidth(Double(max(width * 6 / 5 + 3, 10)), ofColumn: column)
    }
    sheet.hideGrid()
    sheet.setHeight(20)
    try sheet.setHeight(34, ofRow: 0)
    try sheet.write(form.title, 0, 0, styles.title)
    var row = 1
    for key in ["form.guide.fill", "form.guide.headers", "form.guide.file"] {
      try sheet.write(catalogue.text(key, form.fileName), row, 0, styles.remark)
      row += 1
    }
    row += 1
    for (column, key) in ["form.guide.column", "form.guide.need", "form.guide.entry"].enumerated() {
      try sheet.write(catalogue.text(key), row, column, styles.guideHead)
    }
    let head = row
    for column in form.columns {
      row += 1
      try sheet.write(column.header, row, 0, styles.guide)
      try sheet.write(column.isRequired ? "✓" : "", row, 1, styles.guideMark)
      try sheet.write(column.note, row, 2, styles.guide)
    }
    try sheet.hideHints()
    try sheet.setPrint(footer: form.title, repeating: head...head, landscape: false)
  }
}
