package import ReviewModel

/// `review.xlsx`: a cover, then a sheet a table (docs/outputs.md, section 2).
///
///     review.xlsx
///      ├ xl/workbook.xml, styles.xml, docProps/…    libxlsxwriter
///      ├ xl/worksheets/sheet1.xml                   Cover
///      ├ xl/worksheets/sheet2.xml …                 TableSheet, its rows through a temporary file
///      └ xl/charts/chart1.xml …                     TableCharts → Chart; put in by WorkbookParts at the end,
///                                                   which first reads every sheet back
package enum WorkbookWriter {
  /// The rows of a table that one sheet takes; the rest of Excel's 1,048,576 is for what stands around them.
  package static let rowsPerSheet = Sheet.rowLimit - 76

  /// Writes a pack's workbook to `path` and returns warnings for a person to read.
  ///
  /// Temporary files of the size of the unpacked sheets go to `temporaryFolder`; memory does not grow with
  /// the rows.
  package static func write(
    pack: ReviewPack, catalogue: Catalogue, to path: String, temporaryFolder: String
  ) throws -> [String] {
    try write(
      pack: pack, catalogue: catalogue, to: path, temporaryFolder: temporaryFolder, rowsPerSheet: rowsPerSheet
    )
  }

  /// The same with another limit, for tests.
  package static func write(
    pack: ReviewPack, catalogue: Catalogue, to path: String, temporaryFolder: String, rowsPerSheet: Int
  ) throws -> [String] {
    let wording = Wording(pack, catalogue)
    var book = try Workbook(
      at: path, temporaryFolder: temporaryFolder, title: "\(pack.organisation) \(pack.period.name)",
      company: pack.organisation, created: pack.period.asOf)
    let styles = try Styles(book, pack.language, currency: wording.money.currency)

    var names = SheetNames()
    let contents = names.name(for: catalogue.text("workbook.contents"))
    var sheets: [Int: [String]] = [:]
    for (place, table) in pack.tables.enumerated() where !table.rows.isEmpty {
      let title = catalogue.title(of: table.id)
      sheets[place] = (0..<TableSheet.sheetCount(of: table, rowsPerSheet: rowsPerSheet)).map { _ in
        names.name(for: title)
      }
    }

    let cover = Cover(pack: pack, name: contents, sheets: sheets, wording: wording, styles: styles)
    var accounts = [try cover.write(to: &book)]
    var charts: [Chart] = []
    var warnings: [String] = []
    for (place, table) in pack.tables.enumerated() {
      guard let names = sheets[place] else { continue }
      var sheet = TableSheet(table, names: names, rowsPerSheet: rowsPerSheet, wording, styles)
      let footer = "\(pack.organisation) · \(pack.period.name) · \(catalogue.title(of: table.id))"
      let outcome = try sheet.write(to: &book, contents: contents, footer: footer)
      accounts += outcome.accounts
      charts += outcome.charts
      if outcome.cutTexts > 0 {
        warnings.append(
          "review.xlsx: \(table.id): \(outcome.cutTexts) texts of more than \(Sheet.textLimit) characters cut"
        )
      }
    }
    try book.close()
    try WorkbookParts.check(path, accounts: accounts)
    try WorkbookParts.replace(charts: charts, in: path)
    return warnings
  }
}
