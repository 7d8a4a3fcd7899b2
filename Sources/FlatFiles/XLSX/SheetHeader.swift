internal import ReviewModel

/// Where the columns of a worksheet have their names.
struct SheetHeader {
  /// How many rows a header may have.
  private static let heightLimit = 5

  /// The texts of the header's cells, in order.
  private(set) var names: [String] = []
  /// The row on which the header starts; 1 where there is none.
  private(set) var row = 1
  /// The row on which it ends, from which the rows follow; 0 where there is none.
  private(set) var lastRow = 0

  /// Finds the header of a sheet: the first row with two cells that are not blank, or, in a sheet of one column, with
  /// one.
  ///
  /// - Parameter merges: gives the ranges of merged cells that a row is part of; asked for only where they may matter,
  ///   since they stand at the end of the sheet.
  init(_ reader: SheetReader, merges: (_ row: Int) throws(FileError) -> [CellRange]) throws(FileError) {
    let search = try Search(reader)
    guard let header = search.header else { return }
    names = header.names
    row = header.row
    lastRow = header.row
    if search.mayBeMerged { merge(try merges(row), search) }
  }

  /// Gives merged cells the text of their first one.
  private mutating func merge(_ ranges: [CellRange], _ search: Search) {
    // A cell above this row reaches down to it.
    for range in ranges where range.first.row < row && range.lastRow >= row {
      guard let above = search.above[range.first.column], above.row == range.first.row else { continue }
      name(range.first.column, above.name)
    }
    // A cell of this row reaches further down: so does the header, and the lowest text names the column.
    for range in ranges where range.first.row <= row && range.lastRow > lastRow {
      guard range.first.column < names.count, !Self.isBlank(names[range.first.column]),
        range.lastRow < row + Self.heightLimit
      else { continue }
      lastRow = range.lastRow
    }
    for below in search.below where below.row <= lastRow {
      for (column, text) in below.names.enumerated() where !Self.isBlank(text) { name(column, text) }
    }
  }

  /// Whether a cell holds nothing but white space.
  static func isBlank(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { WhiteSpace.fills(UnsafeRawBufferPointer($0)) }
  }

  private mutating func name(_ column: Int, _ text: String) {
    while names.count <= column { names.append("") }
    names[column] = text
  }

  /// A row of texts.
  private struct Row {
    let row: Int
    let names: [String]
  }

  /// The header and what stands around it.
  private struct Search {
    private(set) var header: Row?
    /// The lowest text above the header in each column.
    private(set) var above: [Int: (row: Int, name: String)] = [:]
    /// The rows below the header that may be part of it.
    private(set) var below: [Row] = []

    init(_ reader: SheetReader) throws(FileError) {
      var block = RowBlock()
      var first: Row?
      var isDone = false
      reader.rows.keepsBlankCells = true
      repeat {
        try reader.fill()
        reader.take(into: &block)
        for row in Self.rows(of: block) where !isDone {
          if first == nil { first = row }
          isDone = !look(at: row)
        }
      } while !isDone && !reader.isAtEnd
      if header == nil { header = first }
    }

    /// Whether rows that follow may still matter.
    private mutating func look(at row: Row) -> Bool {
      if let header {
        guard row.row < header.row + SheetHeader.heightLimit else { return false }
        below.append(row)
      } else if row.names.count(where: { !SheetHeader.isBlank($0) }) >= 2 {
        header = row
      } else if let column = row.names.firstIndex(where: { !SheetHeader.isBlank($0) }) {
        above[column] = (row.row, row.names[column])
      }
      return true
    }

    /// Whether merged cells could make a difference: a column has its text above the header only, or there are texts
    /// below blank cells of the header and blank cells below its texts.
    var mayBeMerged: Bool {
      guard let header else { return false }
      func isBlank(_ names: [String], _ column: Int) -> Bool {
        column >= names.count || SheetHeader.isBlank(names[column])
      }
      if above.keys.contains(where: { isBlank(header.names, $0) }) { return true }
      guard let next = below.first, next.row == header.row + 1 else { return false }
      let columns = 0..<max(header.names.count, next.names.count)
      return columns.contains { isBlank(header.names, $0) && !isBlank(next.names, $0) }
        && columns.contains { !isBlank(header.names, $0) && isBlank(next.names, $0) }
    }

    private static func rows(of block: borrowing RowBlock) -> [Row] {
      block.withRows { bytes, fields, rows in
        rows.map { row in
          let first = Int(row.firstField)
          return Row(
            row: row.line,
            names: fields[first..<first + Int(row.fieldCount)].map {
              $0.text(in: bytes)
            })
        }
      }
    }
  }
}

/// A rectangle of cells.
struct CellRange: Hashable {
  let first: CellReference
  let lastRow: Int

  /// Nil for what is no range such as `A1:B2`.
  init?(_ text: UnsafeRawBufferPointer) {
    guard let colon = text.firstIndex(of: UInt8(ascii: ":")),
      let first = CellReference(UnsafeRawBufferPointer(rebasing: text[..<colon])),
      let last = CellReference(UnsafeRawBufferPointer(rebasing: text[(colon + 1)...]))
    else { return nil }
    self.first = first
    lastRow = last.row
  }
}

/// Collects the merged ranges of a worksheet that reach from or across a row to a lower one.
final class MergeHandler: ElementHandler {
  /// More cells has no row.
  private static let limit = CellReference.columnLimit

  private let row: Int
  private(set) var ranges: [CellRange] = []

  init(around row: Int) { self.row = row }

  func start(_ element: Element) {
    guard element.isNamed("mergeCell"), let text = element.value(of: "ref"), let range = CellRange(text),
      ranges.count < Self.limit, range.first.row <= row, range.lastRow >= row, range.lastRow > range.first.row
    else { return }
    ranges.append(range)
  }

  func end() {}
  func text(_ bytes: UnsafeRawBufferPointer) {}
}
