internal import CByteScan

/// Where a field's text stands in the bytes of its block: quotes removed, doubled quotes single, not trimmed.
public struct FieldRange: Hashable, BitwiseCopyable, Sendable {
  /// The first byte.
  public let start: UInt32
  /// The byte after the last.
  public let end: UInt32

  /// The bytes `start ..< end`.
  @inlinable
  public init(start: UInt32, end: UInt32) {
    self.start = start
    self.end = end
  }

  /// How many bytes.
  @inlinable
  @inline(__always)
  public var count: Int { Int(end &- start) }

  /// The text that the range is of `bytes`: valid UTF-8, since a block's bytes have been checked when they were read.
  public func text(in bytes: UnsafeRawBufferPointer) -> String {
    String(decoding: UnsafeRawBufferPointer(rebasing: bytes[Int(start)..<Int(end)]), as: UTF8.self)
  }
}

/// One row of a block.
public struct RowEntry: Hashable, BitwiseCopyable, Sendable {
  /// The place of the row's first field among the block's fields.
  public let firstField: UInt32
  /// How many fields the row has, at least one.
  public let fieldCount: UInt32
  /// The physical line on which the row starts (header = 1), an XLSX row number, a JSON element's number.
  public let line: Int
  /// Grows from row to row of one file, whoever reads it: for text, the offset of the row in the decoded text.
  public let position: UInt64

  /// The row of `fieldCount` fields from `firstField`.
  @inlinable
  public init(firstField: UInt32, fieldCount: UInt32, line: Int, position: UInt64) {
    self.firstField = firstField
    self.fieldCount = fieldCount
    self.line = line
    self.position = position
  }
}

/// A field that is not simply text: seldom, so that it stands beside the fields.
package struct FieldMark: Hashable, BitwiseCopyable, Sendable {
  /// What the field is.
  package enum Kind: UInt8, BitwiseCopyable, Sendable {
    /// A spreadsheet's error such as `#N/A`: the field is blank.
    case errorCell
    /// An array of strings, joined with `;`: a list, and nothing else.
    case list
    /// An object or an array that is no list: no value of any column.
    case structure
    /// The only field of a row that could not be read as one: its text.
    case brokenRow
  }

  /// The place of the field among the block's fields; marks stand in this order.
  package let field: UInt32
  /// What the field is, if not simply text.
  package let kind: Kind
  /// The text as it stands in the file.
  package let text: FieldRange
}

/// Some whole rows of a file, whatever its format: UTF-8 bytes, the ranges of the fields in them, the rows.
///
/// A block is filled, read and filled again; its memory is kept, so that no row costs an allocation. Rows whose
/// every field is blank are never in a block. Offsets have 32 bits: whoever fills a block stops well below 4 GiB,
/// at 64 or 256 KiB and the end of a row.
///
/// It is safe to hand a block to another thread: it alone owns its three buffers, it cannot be copied, and what
/// `withRows` lends cannot outlive the call. Hence `@unchecked Sendable`.
public struct RowBlock: ~Copyable, @unchecked Sendable {
  /// Zero bytes that always follow the text, so that a scan may read past its end by one step and one byte.
  static let padding = 128

  @usableFromInline private(set) var bytes: UnsafeMutableRawBufferPointer
  @usableFromInline private(set) var fields: UnsafeMutableBufferPointer<FieldRange>
  @usableFromInline private(set) var rows: UnsafeMutableBufferPointer<RowEntry>
  /// How many bytes of text the block holds.
  public internal(set) var byteCount = 0
  /// Where delimiters, quotes and line ends stand: a set of masks for each 64 bytes of the text. Who cuts a file into
  /// blocks and who finds the fields in a block both ask for them; they are made once.
  private(set) var masks: UnsafeMutableBufferPointer<ByteScanMasks>
  /// How many of the masks are those of 64 bytes of text that will not change.
  private var maskedSteps = 0
  @usableFromInline var fieldCount = 0
  /// How many rows the block holds.
  public internal(set) var rowCount = 0

  /// The fields that are not simply text, in order.
  package private(set) var marks: [FieldMark] = []
  /// Rows of a spreadsheet's errors and else of blanks, with their errors: they are no rows, and yet to be told. They
  /// have no fields in the block.
  package private(set) var blankRows: [(row: RowEntry, marks: [FieldMark])] = []
  /// What of the file's extent the rows of this block and the blank ones between them take up.
  package internal(set) var span: Range<UInt64> = 0..<0
  /// The first field of the row that `append` is adding to.
  private var openRow = 0

  /// The line and the position of the first byte, for whoever indexes the block.
  var firstLine = 1
  var firstPosition: UInt64 = 0

  /// An empty block.
  public init() {
    bytes = .allocate(byteCount: 4096, alignment: 64)
    fields = .allocate(capacity: 256)
    rows = .allocate(capacity: 64)
    masks = .allocate(capacity: 64)
  }

  deinit {
    bytes.deallocate()
    fields.deallocate()
    rows.deallocate()
    masks.deallocate()
  }

  /// The rows, as long as `body` runs: the text, every field's range in it, and every row's fields.
  ///
  /// For a row `r`, its fields are `fields[r.firstField ..< r.firstField + r.fieldCount]`, and every range lies
  /// within `bytes`.
  @inlinable
  @inline(__always)
  public borrowing func withRows<Result, Failure: Error>(
    _ body: (
      _ bytes: UnsafeRawBufferPointer, _ fields: UnsafeBufferPointer<FieldRange>,
      _ rows: UnsafeBufferPointer<RowEntry>
    ) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(
      UnsafeRawBufferPointer(rebasing: bytes[..<byteCount]),
      UnsafeBufferPointer(rebasing: fields[..<fieldCount]),
      UnsafeBufferPointer(rebasing: rows[..<rowCount]))
  }

  /// Empties the block and keeps its memory.
  package mutating func removeAll() {
    byteCount = 0
    fieldCount = 0
    rowCount = 0
    maskedSteps = 0
    marks.removeAll(keepingCapacity: true)
    blankRows.removeAll(keepingCapacity: true)
    openRow = 0
  }

  /// Adds a field of UTF-8 text to the row that `endRow` will end.
  mutating func append(field text: UnsafeRawBufferPointer) {
    reserve(fields: fieldCount + 1)
    fields[fieldCount] = appended(text)
    fieldCount += 1
  }

  /// Adds a field that is not simply text; one that stands for a spreadsheet's error is blank.
  mutating func append(field text: UnsafeRawBufferPointer, as kind: FieldMark.Kind) {
    reserve(fields: fieldCount + 1)
    let range = appended(text)
    marks.append(FieldMark(field: UInt32(fieldCount), kind: kind, text: range))
    fields[fieldCount] = kind == .errorCell ? FieldRange(start: range.end, end: range.end) : range
    fieldCount += 1
  }

  /// Adds a field that the file writes otherwise than it is read.
  mutating func append(
    field text: UnsafeRawBufferPointer, as kind: FieldMark.Kind, written: UnsafeRawBufferPointer
  ) {
    let field = fieldCount
    append(field: text)
    marks.append(FieldMark(field: UInt32(field), kind: kind, text: appended(written)))
  }

  /// Adds a field whose text is that of an earlier one of this block.
  mutating func append(textOf earlier: Int) {
    reserve(fields: fieldCount + 1)
    fields[fieldCount] = fields[earlier]
    fieldCount += 1
  }

  /// Adds so many blank fields.
  mutating func appendBlank(_ count: Int) {
    reserve(fields: fieldCount + count)
    let end = UInt32(byteCount)
    fields[fieldCount..<fieldCount + count].update(repeating: FieldRange(start: end, end: end))
    fieldCount += count
  }

  /// How many bytes the texts have of the row that `endRow` will end.
  var openByteCount: Int { openRow < fieldCount ? byteCount - Int(fields[openRow].start) : 0 }

  /// Moves the fields of the row that has not ended to another block, where it may end.
  mutating func moveOpenRow(to next: inout RowBlock) {
    func text(_ range: FieldRange) -> UnsafeRawBufferPointer {
      UnsafeRawBufferPointer(rebasing: bytes[Int(range.start)..<Int(range.end)])
    }
    let first = marks.firstIndex { $0.field >= openRow } ?? marks.count
    var open = marks[first...]
    for index in openRow..<fieldCount {
      if let mark = open.first, mark.field == index {
        next.append(field: text(mark.text), as: mark.kind)
        open.removeFirst()
      } else {
        next.append(field: text(fields[index]))
      }
    }
    marks.removeSubrange(first...)
    fieldCount = openRow
  }

  private mutating func appended(_ text: UnsafeRawBufferPointer) -> FieldRange {
    let start = byteCount
    appendText(text)
    return FieldRange(start: UInt32(start), end: UInt32(byteCount))
  }

  /// Ends the row of the fields appended since the last one; a row of blank fields is dropped, unless `hasMore` says
  /// that the row holds more than its fields. The errors of a row that is dropped are kept.
  mutating func endRow(line: Int, position: UInt64, hasMore: Bool = false) {
    let row = RowEntry(
      firstField: UInt32(openRow), fieldCount: UInt32(fieldCount - openRow), line: line, position: position)
    if hasMore || !isBlank(fieldsFrom: openRow) {
      reserve(rows: rowCount + 1)
      rows[rowCount] = row
      rowCount += 1
    } else {
      if let last = marks.last, last.field >= openRow {
        let first = marks.lastIndex { $0.field < openRow }.map { $0 + 1 } ?? 0
        blankRows.append((row, Array(marks[first...])))
        marks.removeSubrange(first...)
      }
      fieldCount = openRow
    }
    openRow = fieldCount
  }

  /// Adds text that is yet to be indexed.
  mutating func appendText(_ text: UnsafeRawBufferPointer) {
    reserve(bytes: byteCount + text.count)
    UnsafeMutableRawBufferPointer(rebasing: bytes[byteCount...]).copyMemory(from: text)
    byteCount += text.count
  }

  /// Removes the first bytes of text that is yet to be indexed.
  mutating func removeFirst(_ count: Int) {
    guard count > 0 else { return }
    bytes.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[count..<byteCount]))
    byteCount -= count
    maskedSteps = 0
  }

  /// Whether all fields from `first` on are empty or white space.
  @inline(__always)
  borrowing func isBlank(fieldsFrom first: Int) -> Bool {
    for index in first..<fieldCount
    where !WhiteSpace.fills(bytes, from: Int(fields[index].start), to: Int(fields[index].end)) {
      return false
    }
    return true
  }

  /// Makes room for so many bytes and the padding; the text so far is kept.
  mutating func reserve(bytes wanted: Int) {
    guard wanted + Self.padding > bytes.count else { return }
    let larger = UnsafeMutableRawBufferPointer.allocate(
      byteCount: max(wanted + Self.padding, bytes.count * 2), alignment: 64)
    larger.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[..<byteCount]))
    bytes.deallocate()
    bytes = larger
  }

  /// Makes room for so many fields; those so far are kept.
  mutating func reserve(fields wanted: Int) {
    guard wanted > fields.count else { return }
    fields = Self.grown(fields, keeping: fieldCount, to: max(wanted, fields.count * 2))
  }

  /// Makes room for so many rows; those so far are kept.
  mutating func reserve(rows wanted: Int) {
    guard wanted > rows.count else { return }
    rows = Self.grown(rows, keeping: rowCount, to: max(wanted, rows.count * 2))
  }

  /// Zeroes the padding after the text.
  mutating func seal() {
    UnsafeMutableRawBufferPointer(rebasing: bytes[byteCount..<byteCount + Self.padding])
      .initializeMemory(as: UInt8.self, repeating: 0)
  }

  /// Makes ``masks`` those of the text, which is sealed; of a block's text all with the same delimiter.
  ///
  /// Bounds: the last step may end up to 63 bytes behind the text, where the padding is.
  mutating func mask(delimiter: UInt8) {
    guard let start = bytes.baseAddress else { return }
    let wholeSteps = byteCount / 64
    // Of a step that is not all text the masks change when text is added, and when the block is cut.
    let first = min(maskedSteps, wholeSteps)
    let steps = (byteCount + 63) / 64
    if steps > masks.count { masks = Self.grown(masks, keeping: first, to: max(steps, masks.count * 2)) }
    guard steps > first, let place = masks.baseAddress else { return }
    byte_scan_steps(start + first * 64, steps - first, delimiter, place + first)
    maskedSteps = wholeSteps
  }

  private static func grown<Element: BitwiseCopyable>(
    _ old: UnsafeMutableBufferPointer<Element>, keeping count: Int, to capacity: Int
  ) -> UnsafeMutableBufferPointer<Element> {
    let larger = UnsafeMutableBufferPointer<Element>.allocate(capacity: capacity)
    _ = larger.update(fromContentsOf: UnsafeMutableBufferPointer(rebasing: old[..<count]))
    old.deallocate()
    return larger
  }
}
