package import ReviewModel
internal import Synchronization

/// A worksheet of an XLSX workbook (docs/inputs.md, section 5), read by as many threads as ask for its rows.
///
/// The sheet is read as it is unpacked, in turn; only the texts that its cells share are held, so that memory does
/// not grow with rows. Between opening and the first row nothing is held and no file is open: a book may have more
/// files than a process may have open.
package final class XLSXFile: RowFile {
  package let name: String
  /// The names of the workbook's worksheets, in its order.
  package let sheetNames: [String]
  package let header: FileHeader
  package let dateSystem: DateSystem?
  package let extent: Range<UInt64>

  package var encodingName: String? { nil }

  private let path: String
  private let part: String
  /// What is known of the workbook since it was opened.
  private let workbook: XLSXWorkbook
  /// The first row below the header.
  private let firstRow: Int
  private let width: Int
  private let progress = Mutex(Progress.notBegun)

  private enum Progress {
    case notBegun
    case reading(SheetReader, end: UInt64)
    case atEnd
    case failed(FileError)
  }

  /// Opens a workbook and finds the header row of a sheet.
  ///
  /// - Parameters:
  ///   - path: Where the file is.
  ///   - name: What messages call it.
  ///   - sheet: The sheet's name; the first that is not hidden if nil.
  package init(path: String, name: String, sheet: String? = nil) throws(FileError) {
    self.path = path
    self.name = name
    let package = try XLSXPackage(path: path, file: name)
    let workbook = try XLSXWorkbook(package)
    let part = try workbook.part(ofSheet: sheet)
    let reader = try SheetReader(package, part: part, workbook)
    let header = try SheetHeader(reader) { (row) throws(FileError) in
      let handler = MergeHandler(around: row)
      _ = try package.read(part, handler)
      return handler.ranges
    }
    self.workbook = workbook
    self.part = part
    self.header = .row(header.names, line: header.row)
    sheetNames = workbook.sheetNames
    dateSystem = workbook.dateSystem
    extent = 0..<(package.size(of: part) ?? 0)
    firstRow = header.lastRow + 1
    width = (header.names.lastIndex { !SheetHeader.isBlank($0) } ?? -1) + 1
  }

  package func next(into block: inout RowBlock, nested: inout RowBlock) throws(FileError) -> Bool {
    nested.removeAll()
    return try progress.withLock { (progress) throws(FileError) in
      do throws(FileError) {
        return try advance(&progress, &block)
      } catch {
        progress = .failed(error)
        throw error
      }
    }
  }

  private func advance(_ progress: inout Progress, _ block: inout RowBlock) throws(FileError) -> Bool {
    switch progress {
    case .notBegun:
      let package = try XLSXPackage(path: path, file: name)
      guard package.size(of: part) == extent.upperBound else { throw changed }
      let reader = try SheetReader(package, part: part, workbook)
      reader.rows.firstRow = firstRow
      reader.rows.width = width
      progress = .reading(reader, end: 0)
      return try advance(&progress, &block)
    case .reading(let reader, let end):
      try reader.fill()
      reader.take(into: &block)
      block.span = end..<reader.position
      block.seal()
      progress = reader.isAtEnd ? .atEnd : .reading(reader, end: reader.position)
      return true
    case .atEnd:
      return false
    case .failed(let error):
      throw error
    }
  }

  private var changed: FileError {
    FileError(file: name, problem: "changed while it was read", remedy: "run again when it is complete")
  }
}
