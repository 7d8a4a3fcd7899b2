internal import ReviewModel

/// Reads the rows of a worksheet from its start, some at a time.
final class SheetReader {
  /// So many fields or bytes make a block, if there is a whole row in it.
  private static let fieldsWanted = 8192
  private static let bytesWanted = 256 << 10

  /// Where the rows come together.
  let rows: SheetRows
  /// Whether all of the part has been read, and was found whole.
  private(set) var isAtEnd = false
  private let source: PartSource
  private let parser: ElementParser

  /// A reader of the worksheet `part` of `package`.
  init(_ package: XLSXPackage, part: String, _ workbook: XLSXWorkbook) throws(FileError) {
    guard let size = package.size(of: part), let source = try package.open(part) else {
      throw FileError(
        file: package.file, problem: "the workbook names the worksheet \(part) and has none of it",
        remedy: "open the workbook in Excel and save it as a new .xlsx")
    }
    self.source = source
    let strings = SharedStrings(file: package.file)
    if let part = workbook.sharedStrings { _ = try package.read(part, strings) }
    let styles = StyleHandler()
    if let part = workbook.styles { _ = try package.read(part, styles) }
    rows = SheetRows(
      file: package.file, part: part, size: size, strings: strings, formats: CellFormats(styles),
      dateSystem: workbook.dateSystem)
    parser = try ElementParser(file: package.file, part: part, rows)
  }

  /// How much of the part has been read.
  var position: UInt64 { source.count }

  /// Reads until some rows have come together, or the part is at its end.
  func fill() throws(FileError) {
    do throws(FileError) {
      while !isAtEnd, !isFull {
        if try !source.read({ (piece) throws(FileError) in try parser.feed(piece) }) {
          try parser.finish()
          isAtEnd = true
        }
      }
    } catch {
      // Where the part is damaged, its bytes do not tell people; the row does.
      throw FileError(
        file: error.file, line: error.line ?? (rows.row > 0 ? rows.row : nil), problem: error.problem,
        remedy: error.remedy)
    }
  }

  private var isFull: Bool {
    rows.block.rowCount + rows.block.blankRows.count > 0
      && (rows.block.fieldCount >= Self.fieldsWanted || rows.block.byteCount >= Self.bytesWanted)
  }

  /// Gives the rows that have come together, and keeps the beginning of the one that has not ended.
  func take(into block: inout RowBlock) {
    block.removeAll()
    rows.block.moveOpenRow(to: &block)
    swap(&rows.block, &block)
  }
}
