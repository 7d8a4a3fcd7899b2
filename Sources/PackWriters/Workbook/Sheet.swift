internal import CXLSXWriter
internal import Glibc
internal import ReviewModel

/// One sheet of a workbook, written from its first row to its last. Rows and columns count from 0.
///
/// It keeps account of the rows that it wrote and of the sums of the columns in ``watched``, to be compared
/// with what the finished file holds.
struct Sheet: ~Copyable {
  /// The last row of a sheet is 1,048,576; a table leaves some for what stands above and below it.
  static let rowLimit = 1_048_576
  /// Excel cuts a longer text, and calls the file damaged; in UTF-16 units.
  static let textLimit = 32_767

  let name: String
  /// 1 for the first: the number of its part.
  let number: Int
  let sheet: UnsafeMutablePointer<lxw_worksheet>
  private let book: UnsafeMutablePointer<lxw_workbook>
  let path: String
  private var lastRow = -1
  private(set) var account = SheetAccount()
  private(set) var cutTexts = 0

  init(
    _ sheet: UnsafeMutablePointer<lxw_worksheet>, of book: UnsafeMutablePointer<lxw_workbook>, path: String,
    name: String, number: Int
  ) {
    self.sheet = sheet
    self.book = book
    self.path = path
    self.name = name
    self.number = number
  }

  // MARK: Cells

  /// Adds the numbers written to these columns to the account.
  mutating func watch(columns: [Int]) { account.watch(columns) }

  /// A text, as a text whatever it begins with.
  mutating func write(_ text: String, _ row: Int, _ column: Int, _ format: Format) throws(WriteError) {
    note(row)
    var text = CellText.prepared(text)
    if let cut = CellText.cut(text, to: Self.textLimit) {
      text = cut
      cutTexts += 1
    }
    try check(worksheet_write_string(sheet, UInt32(row), UInt16(column), text, format.pointer), path)
  }

  mutating func write(_ value: Double, _ row: Int, _ column: Int, _ format: Format) throws(WriteError) {
    note(row)
    account.add(value, column)
    try check(worksheet_write_number(sheet, UInt32(row), UInt16(column), value, format.pointer), path)
  }

  /// A formula and the value that it has, nil for an empty text.
  mutating func write(
    formula: String, value: Double?, _ row: Int, _ column: Int, _ format: Format
  ) throws(WriteError) {
    note(row)
    if let value {
      account.add(value, column)
      try check(
        worksheet_write_formula_num(sheet, UInt32(row), UInt16(column), formula, format.pointer, value), path)
    } else {
      try check(
        worksheet_write_formula_str(sheet, UInt32(row), UInt16(column), formula, format.pointer, ""), path)
    }
  }

  /// A text that leads to a cell of a sheet.
  mutating func write(
    link target: String, _ cell: String, _ text: String, _ row: Int, _ column: Int, _ format: Format
  ) throws(WriteError) {
    note(row)
    let url = "internal:\(SheetNames.quoted(target))!\(cell)"
    let error = worksheet_write_url_opt(
      sheet, UInt32(row), UInt16(column), url, format.pointer, CellText.prepared(text), nil)
    try check(error, path)
  }

  /// No value, but a look.
  mutating func blank(_ row: Int, _ column: Int, _ format: Format) throws(WriteError) {
    note(row)
    try check(worksheet_write_blank(sheet, UInt32(row), UInt16(column), format.pointer), path)
  }

  private mutating func note(_ row: Int) {
    if row != lastRow {
      account.addRow()
      lastRow = row
    }
  }

  // MARK: Looks

  /// No green corners: ids of digits are texts on purpose, and totals leave the head out on purpose.
  func hideHints() throws(WriteError) {
    let hints = [
      LXW_IGNORE_NUMBER_STORED_AS_TEXT, LXW_IGNORE_FORMULA_DIFFERS, LXW_IGNORE_FORMULA_RANGE,
      LXW_IGNORE_EMPTY_CELL_REFERENCE, LXW_IGNORE_TWO_DIGIT_TEXT_YEAR,
    ]
    for hint in hints {
      try check(worksheet_ignore_errors(sheet, UInt8(hint.rawValue), "A1:XFD\(Self.rowLimit)"), path)
    }
  }

  func setHeight(_ points: Double, ofRow row: Int) throws(WriteError) {
    try check(worksheet_set_row(sheet, UInt32(row), points, nil), path)
  }

  func setWidth(_ width: Double, ofColumn column: Int) throws(WriteError) {
    try check(worksheet_set_column(sheet, UInt16(column), UInt16(column), width, nil), path)
  }

  func setTab(color: UInt32) { worksheet_set_tab_color(sheet, color) }
  func hideGrid() { worksheet_gridlines(sheet, UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue)) }

  /// The height of every row that has none of its own.
  func setHeight(_ points: Double) { worksheet_set_default_row(sheet, points, 0) }

  /// Keeps the rows above and the columns left of a cell in sight.
  func freeze(_ row: Int, _ column: Int) { worksheet_freeze_panes(sheet, UInt32(row), UInt16(column)) }

  func autofilter(rows: ClosedRange<Int>, columns: ClosedRange<Int>) throws(WriteError) {
    let error = worksheet_autofilter(
      sheet, UInt32(rows.lowerBound), UInt16(columns.lowerBound), UInt32(rows.upperBound),
      UInt16(columns.upperBound))
    try check(error, path)
  }

  /// A4, or A3 where wide; one page wide unless told otherwise, and one high where asked; with page numbers;
  /// landscape unless told otherwise.
  func setPrint(
    footer: String, repeating header: ClosedRange<Int>?, landscape: Bool = true, onePageWide: Bool = true,
    onePage: Bool = false, isWide: Bool = false
  )
    throws(WriteError)
  {
    if landscape { worksheet_set_landscape(sheet) }
    worksheet_set_paper(sheet, isWide ? 8 : 9)
    if onePageWide { worksheet_fit_to_pages(sheet, 1, onePage ? 1 : 0) }
    worksheet_set_margins(sheet, 0.4, 0.4, 0.5, 0.6)
    // `&` begins a code in a footer, so a literal one is doubled, and digits behind the size would
    // belong to it, hence the spaces; a footer holds 255 units.
    let text = String(footer.prefix(60)).split(separator: "&", omittingEmptySubsequences: false)
      .joined(separator: "&&")
    try check(worksheet_set_footer(sheet, "&L&9 \(text)&R&9 &P / &N"), path)
    guard let header else { return }
    let error = worksheet_repeat_rows(sheet, UInt32(header.lowerBound), UInt32(header.upperBound))
    try check(error, path)
  }

  func setPrintArea(rows: ClosedRange<Int>, columns: ClosedRange<Int>) throws(WriteError) {
    let error = worksheet_print_area(
      sheet, UInt32(rows.lowerBound), UInt16(columns.lowerBound), UInt32(rows.upperBound),
      UInt16(columns.upperBound))
    try check(error, path)
  }

  /// Lays its grade over each rate of a column.
  func grade(_ rows: ClosedRange<Int>, column: Int, _ styles: Styles) throws(WriteError) {
    let cell = "$" + Reference.cell(rows.lowerBound, column)
    for (place, (grade, format)) in styles.grades.enumerated() {
      let next = styles.grades.dropFirst(place + 1).first?.grade.least
      // An empty text is more than any number, so numbers only.
      let conditions =
        ["ISNUMBER(\(cell))"] + (grade.least.map { ["\(cell)>=\($0)"] } ?? [])
        + (next.map { ["\(cell)<\($0)"] } ?? [])
      try colour(rows, column: column, when: "=AND(\(conditions.joined(separator: ",")))", format)
    }
  }

  /// Lays a format over the cells of a column for which a formula holds.
  private func colour(_ rows: ClosedRange<Int>, column: Int, when formula: String, _ format: Format)
    throws(WriteError)
  {
    let error = formula.withMutableCString { formula in
      var rule = lxw_conditional_format()
      rule.type = UInt8(LXW_CONDITIONAL_TYPE_FORMULA.rawValue)
      rule.value_string = formula
      rule.format = format.pointer
      return worksheet_conditional_format_range(
        sheet, UInt32(rows.lowerBound), UInt16(column), UInt32(rows.upperBound), UInt16(column), &rule)
    }
    try check(error, path)
  }

  /// Bars in the cells of a column, as long as its amounts are large.
  func drawBars(_ rows: ClosedRange<Int>, column: Int) throws(WriteError) {
    var rule = lxw_conditional_format()
    rule.type = UInt8(LXW_CONDITIONAL_DATA_BAR.rawValue)
    rule.data_bar_2010 = 1
    rule.bar_solid = 1
    rule.bar_color = Colors.bar
    rule.min_rule_type = UInt8(LXW_CONDITIONAL_RULE_TYPE_NUMBER.rawValue)
    rule.min_value = 0
    let error = worksheet_conditional_format_range(
      sheet, UInt32(rows.lowerBound), UInt16(column), UInt32(rows.upperBound), UInt16(column), &rule)
    try check(error, path)
  }

  /// Makes room for a chart: libxlsxwriter 1.1.4 knows no second axis, so it places a stand-in, whose part
  /// ``WorkbookParts`` replaces.
  func placeChart(row: Int, column: Int, xOffset: Int, size: (width: Int, height: Int), description: String)
    throws(WriteError)
  {
    guard let chart = workbook_add_chart(book, UInt8(LXW_CHART_COLUMN.rawValue)) else {
      throw WriteError(file: path, reason: "out of memory")
    }
    chart_add_series(chart, nil, "=\(SheetNames.quoted(name))!$A$1:$A$2")
    let error = CellText.prepared(description).withMutableCString { description in
      var options = lxw_chart_options()
      options.x_offset = Int32(xOffset)
      // A chart is 480 × 288 pixels unless scaled.
      options.x_scale = Double(size.width) / 480
      options.y_scale = Double(size.height) / 288
      options.object_position = UInt8(LXW_OBJECT_MOVE_DONT_SIZE.rawValue)
      options.description = description
      return worksheet_insert_chart_opt(sheet, UInt32(row), UInt16(column), chart, &options)
    }
    try check(error, path)
  }
}
