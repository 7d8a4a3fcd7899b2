internal import ReviewModel

/// Makes rows of the cells of a worksheet, as they come in.
final class SheetRows: ElementHandler {
  /// How many bytes the texts of a row may have.
  private static let rowLimit = 64 << 20
  /// What the rows of a sheet may come to, in bytes of text and blank cells: so much, and so many times the sheet's
  /// size. Texts that cells share, and blank cells before one far to the right, take no room in the file.
  private static let freeGrowth = 64 << 20
  private static let growthRatio = 16

  private enum Place { case outside, sheet, row, cell, value, formula, inline }

  private enum CellType { case number, shared, boolean, error, text, inline }

  /// The rows so far, and perhaps the beginning of one.
  var block = RowBlock()
  /// The row with which to begin.
  var firstRow = 1
  /// Rows are filled up with blank cells to so many.
  var width = 0
  /// Whether cells that are there and blank count at the end of a row.
  var keepsBlankCells = false

  private let file: String
  private let part: String
  private let strings: SharedStrings
  private let formats: CellFormats
  private let dateSystem: DateSystem
  private let growthLimit: Int
  private var growth = 0

  private var place = Place.outside
  /// How deep we are in elements that do not matter.
  private var skipped = 0

  /// The number of the row that began last.
  private(set) var row = 0
  /// Whether the row's number is only that of the row before it and one more.
  private var isRowImplied = false
  /// The next column without a cell.
  private var column = 0
  private var openFields = 0

  private var type = CellType.number
  private var style = 0
  private var hasValue = false
  private var hasFormula = false
  private var value = CellText()
  private var formula = CellText()
  private var item = StringItem()
  private var number = CellNumber()

  init(
    file: String, part: String, size: UInt64, strings: SharedStrings, formats: CellFormats,
    dateSystem: DateSystem
  ) {
    self.file = file
    self.part = part
    self.strings = strings
    self.formats = formats
    self.dateSystem = dateSystem
    growthLimit = Self.freeGrowth + Self.growthRatio * Int(size)
  }

  func start(_ element: Element) throws(FileError) {
    if skipped > 0 {
      skipped += 1
      return
    }
    switch place {
    case .outside: if element.isNamed("sheetData") { place = .sheet }
    case .sheet where element.isNamed("row"): try startRow(element)
    case .row where element.isNamed("c"): try startCell(element)
    case .cell: startContent(element)
    case .inline: item.start(element)
    default: skipped = 1
    }
  }

  func end() throws(FileError) {
    if skipped > 0 {
      skipped -= 1
      return
    }
    switch place {
    case .outside: break
    case .sheet: place = .outside
    case .row:
      try endRow()
      place = .sheet
    case .cell:
      try endCell()
      place = .row
    case .value, .formula: place = .cell
    case .inline: if item.end() { place = .cell }
    }
  }

  func text(_ bytes: UnsafeRawBufferPointer) {
    guard skipped == 0 else { return }
    switch place {
    case .value: value.append(bytes)
    case .formula: formula.append(bytes)
    case .inline: item.append(bytes)
    default: break
    }
  }

  private func startRow(_ element: Element) throws(FileError) {
    var number = row + 1
    let written = element.value(of: "r")
    if let written {
      guard let found = CellReference.row(written) else {
        throw error("row \(String(decoding: written, as: UTF8.self)) is no row of a sheet")
      }
      number = found
    }
    isRowImplied = written == nil
    try advance(to: number)
    column = 0
    openFields = 0
    place = .row
  }

  private func advance(to number: Int) throws(FileError) {
    guard number > row else { throw error("row \(number) comes after row \(row)") }
    guard number <= CellReference.rowLimit else { throw error("it has more rows than a sheet can have") }
    row = number
  }

  private func startCell(_ element: Element) throws(FileError) {
    type = .number
    style = 0
    hasValue = false
    hasFormula = false
    var place = column
    for index in 0..<element.attributeCount {
      if element.isNamed(attribute: index, "r") {
        place = try column(ofCellAt: element.value(at: index))
      } else if element.isNamed(attribute: index, "s") {
        style = Self.index(element.value(at: index)) ?? 0
      } else if element.isNamed(attribute: index, "t") {
        type = Self.type(element.value(at: index))
      }
    }
    guard place >= column else { throw error("cells of the row are out of order") }
    guard place < CellReference.columnLimit else {
      throw error("a row has more cells than a sheet has columns")
    }
    column = place + 1
    self.place = .cell
  }

  private func column(ofCellAt text: UnsafeRawBufferPointer) throws(FileError) -> Int {
    guard let place = CellReference(text) else {
      throw error("\(String(decoding: text.prefix(40), as: UTF8.self)) is no cell of a sheet")
    }
    // A row that does not say which it is has the number of its first cell; one that does is believed, whatever its
    // cells say: programs that delete rows forget them.
    if isRowImplied, place.row != row {
      row -= 1
      try advance(to: place.row)
    }
    isRowImplied = false
    return place.column
  }

  private static func index(_ text: UnsafeRawBufferPointer) -> Int? {
    guard (1...9).contains(text.count) else { return nil }
    var index = 0
    for byte in text {
      let digit = byte &- UInt8(ascii: "0")
      guard digit <= 9 else { return nil }
      index = index * 10 + Int(digit)
    }
    return index
  }

  private static func type(_ text: UnsafeRawBufferPointer) -> CellType {
    guard let first = text.first else { return .number }
    switch (first, text.count) {
    case (UInt8(ascii: "n"), 1): return .number
    case (UInt8(ascii: "s"), 1): return .shared
    case (UInt8(ascii: "b"), 1): return .boolean
    case (UInt8(ascii: "e"), 1): return .error
    case (UInt8(ascii: "i"), _): return .inline
    // `str`, the text that a formula gave; `d`, a day in ISO 8601.
    default: return .text
    }
  }

  private func startContent(_ element: Element) {
    if element.isNamed("v") {
      hasValue = true
      value.removeAll()
      place = .value
    } else if element.isNamed("f") {
      hasFormula = true
      formula.removeAll()
      place = .formula
    } else if element.isNamed("is") {
      hasValue = true
      // Some writers give an inline text no type.
      type = .inline
      value.removeAll()
      item.begin()
      place = .inline
    } else {
      skipped = 1
    }
  }

  private func endCell() throws(FileError) {
    guard row >= firstRow else { return }
    if hasFormula, !isComputed {
      // To read it as blank would be to read a zero into a sum.
      appendUncomputed()
    } else if hasValue {
      try appendValue()
    }
    try checkRow()
  }

  /// Whether a formula has a value; of texts the empty one is one too. Programs that write workbooks and cannot compute
  /// leave it out, or empty.
  private var isComputed: Bool {
    guard hasValue, type != .text, type != .inline else { return hasValue }
    value.trim()
    return value.count > 0
  }

  private func appendValue() throws(FileError) {
    switch type {
    case .shared: try appendShared()
    case .inline:
      if value.count > 0 {
        value.decodeEscapes()
        append(value.bytes)
      } else {
        append(item.text.bytes)
      }
    case .text:
      value.decodeEscapes()
      append(value.bytes)
    case .number: appendNumber()
    case .boolean: appendBoolean()
    case .error: append(value.bytes, as: .errorCell)
    }
  }

  private func appendShared() throws(FileError) {
    value.trim()
    guard value.count > 0 else { return }
    guard let index = Self.index(value.bytes),
      strings.withText(at: index, { append($0) }) != nil
    else {
      let text = String(decoding: value.bytes.prefix(40), as: UTF8.self)
      throw error("a cell refers to text \(text) of \(strings.count)")
    }
  }

  private func appendNumber() {
    value.trim()
    let format = formats[style]
    if format == .number, CellNumber.isPlain(value.bytes) {
      append(value.bytes)
      return
    }
    // What is no number is left for the column to reject.
    guard number.read(value.bytes) else {
      append(value.bytes)
      return
    }
    if format == .number || !number.writeDate(format, dateSystem) { number.writeNumber() }
    append(number.text)
  }

  private func appendBoolean() {
    value.trim()
    switch String(decoding: value.bytes.prefix(8), as: UTF8.self) {
    case "1", "true": replaceValue("true")
    case "0", "false": replaceValue("false")
    default: break
    }
    append(value.bytes)
  }

  private func replaceValue(_ text: StaticString) {
    value.removeAll()
    value.append(text)
  }

  private func appendUncomputed() {
    formula.decodeEscapes()
    replaceValue("=")
    value.append(formula.bytes)
    append(value.bytes, as: .errorCell)
  }

  /// Adds a field, and the blank ones before it that have no cell or an empty one.
  private func append(_ text: UnsafeRawBufferPointer, as kind: FieldMark.Kind? = nil) {
    guard text.count > 0 else { return }
    fill(to: column - 1)
    if let kind { block.append(field: text, as: kind) } else { block.append(field: text) }
    openFields += 1
    growth += text.count
  }

  private func fill(to count: Int) {
    guard openFields < count else { return }
    block.appendBlank(count - openFields)
    growth += count - openFields
    openFields = count
  }

  private func checkRow() throws(FileError) {
    guard block.openByteCount <= Self.rowLimit else {
      throw error("a row has more than \(Self.rowLimit >> 20) MiB of text")
    }
    guard growth <= growthLimit else {
      throw error("its cells come to \(Self.growthRatio) times its own size, as only a bomb does")
    }
  }

  private func endRow() throws(FileError) {
    guard row >= firstRow, openFields > 0 else { return }
    fill(to: max(width, keepsBlankCells ? column : 0))
    try checkRow()
    block.endRow(line: row, position: UInt64(row))
  }

  private func error(_ reason: String) -> FileError {
    FileError(
      file: file, line: row > 0 ? row : nil, problem: "\(part) is damaged: \(reason)",
      remedy: "open the workbook in Excel and save it as a new .xlsx")
  }
}
