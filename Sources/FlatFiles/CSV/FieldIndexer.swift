internal import CByteScan

private let quote = UInt8(ascii: "\"")
private let lineFeed = UInt8(ascii: "\n")
private let carriageReturn = UInt8(ascii: "\r")

/// Finds the rows and fields in the bytes of a block that begins at a row start and ends with a whole row.
///
/// Bounds: a step reads 64 bytes and one more from a base below the byte count, which the padding of the block
/// covers; padding is zero and sets no bit, so every field ends at or before the byte count. A step ends at most
/// 64 fields and rows, and the last row one more; room for them is made before the step.
struct FieldIndexer {
  private let delimiter: UInt8
  private var state = QuoteState()
  private var fieldStart = 0
  private var rowStart = 0
  /// The line of `rowStart`, and the lines that have ended within the open row.
  private var rowLine = 0
  private var innerLinesSoFar = 0
  /// Whether a quote within the field that is open might be doubled or ordinary.
  private var isAwkward = false

  /// Indexes the bytes of `block`, whose first line and first position are set.
  static func index(_ block: inout RowBlock, delimiter: UInt8) {
    var indexer = FieldIndexer(delimiter: delimiter)
    indexer.rowLine = block.firstLine
    indexer.run(&block)
  }

  private init(delimiter: UInt8) { self.delimiter = delimiter }

  private mutating func run(_ block: inout RowBlock) {
    block.fieldCount = 0
    block.rowCount = 0
    block.span = block.firstPosition..<block.firstPosition
    block.seal()
    block.mask(delimiter: delimiter)
    let count = block.byteCount
    guard count > 0, let start = block.bytes.baseAddress else { return }
    let bytes = start.assumingMemoryBound(to: UInt8.self)
    var firstField = 0
    var base = 0
    while base < count {
      block.reserve(fields: block.fieldCount + 65)
      block.reserve(rows: block.rowCount + 65)
      guard let fields = block.fields.baseAddress else { return }
      let masks = block.masks[base >> 6]
      var rowEnds = masks.lineFeed
      if masks.carriageReturn != 0 {
        // The line feed is the end of CRLF; a carriage return is one when no line feed follows.
        let next: UInt64 = bytes[base + 64] == lineFeed ? 1 << 63 : 0
        rowEnds |= masks.carriageReturn & ~(masks.lineFeed >> 1 | next)
      }
      let separators = masks.delimiter | masks.lineFeed | masks.carriageReturn
      var innerLines: UInt64 = 0
      var awkward: UInt64 = 0
      var ends = masks.delimiter | rowEnds
      if masks.quote | state.inside != 0 {
        let step = state.step(quotes: masks.quote, separators: separators)
        innerLines = rowEnds & step.inside
        rowEnds &= ~step.inside
        ends &= ~step.inside
        awkward = step.awkward
      } else {
        state.step(separators: separators)
      }
      isAwkward = isAwkward || awkward != 0

      let endsAny = ends != 0
      // In locals, for the compiler cannot know that the stores below leave the block's own members alone.
      var fieldCount = block.fieldCount
      var fieldStart = self.fieldStart
      while ends != 0 {
        let bit = ends & (0 &- ends)
        let place = base &+ ends.trailingZeroBitCount
        ends ^= bit
        var end = place
        if rowEnds & bit != 0, end > fieldStart, bytes[end &- 1] == carriageReturn, bytes[end] == lineFeed {
          end &-= 1
        }
        fields[fieldCount] = range(bytes, start: fieldStart, end: end)
        fieldCount &+= 1
        fieldStart = place &+ 1
        if rowEnds & bit != 0 {
          block.fieldCount = fieldCount
          self.fieldStart = fieldStart
          endRow(&block, &firstField, innerLines: &innerLines, below: bit)
          fieldCount = block.fieldCount
        }
      }
      block.fieldCount = fieldCount
      self.fieldStart = fieldStart
      // Counting bits is a dozen instructions where the processor's own may not be used.
      if innerLines != 0 { innerLinesSoFar &+= innerLines.nonzeroBitCount }
      isAwkward = endsAny ? awkward != 0 : isAwkward
      base &+= 64
    }
    // A last row without an end; one that ends with a delimiter has one more field, which is empty.
    if rowStart < count {
      block.reserve(fields: block.fieldCount + 1)
      block.reserve(rows: block.rowCount + 1)
      block.fields[block.fieldCount] = range(bytes, start: fieldStart, end: count)
      block.fieldCount += 1
      fieldStart = count
      var none: UInt64 = 0
      endRow(&block, &firstField, innerLines: &none, below: 0)
    }
    block.span = block.firstPosition..<block.firstPosition + UInt64(rowStart)
  }

  /// The field `start ..< end` without its quotes.
  @inline(__always)
  private func range(_ bytes: UnsafeMutablePointer<UInt8>, start: Int, end: Int) -> FieldRange {
    guard end > start, bytes[start] == quote else {
      return FieldRange(start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end))
    }
    if !isAwkward, end &- start >= 2, bytes[end &- 1] == quote {
      return FieldRange(
        start: UInt32(truncatingIfNeeded: start &+ 1), end: UInt32(truncatingIfNeeded: end &- 1))
    }
    return Self.unquoted(bytes, start: start, end: end)
  }

  /// A quoted field with doubled quotes or with characters after its closing quote, made plain in place: it only
  /// ever shrinks, and nothing before `end` is read again.
  @inline(never)
  private static func unquoted(_ bytes: UnsafeMutablePointer<UInt8>, start: Int, end: Int) -> FieldRange {
    var from = start + 1
    var to = start + 1
    var isInside = true
    while from < end {
      let byte = bytes[from]
      from += 1
      if isInside && byte == quote {
        guard from < end, bytes[from] == quote else {
          isInside = false
          continue
        }
        from += 1
      }
      bytes[to] = byte
      to += 1
    }
    return FieldRange(start: UInt32(start + 1), end: UInt32(to))
  }

  @inline(__always)
  private mutating func endRow(
    _ block: inout RowBlock, _ firstField: inout Int, innerLines: inout UInt64, below bit: UInt64
  ) {
    if block.isBlank(fieldsFrom: firstField) {
      block.fieldCount = firstField
    } else {
      block.rows[block.rowCount] = RowEntry(
        firstField: UInt32(truncatingIfNeeded: firstField),
        fieldCount: UInt32(truncatingIfNeeded: block.fieldCount &- firstField),
        line: rowLine, position: block.firstPosition &+ UInt64(rowStart))
      block.rowCount &+= 1
      firstField = block.fieldCount
    }
    rowStart = fieldStart
    rowLine &+= 1 &+ innerLinesSoFar
    innerLinesSoFar = 0
    if innerLines != 0 {
      let before = innerLines & (bit &- 1)
      rowLine &+= before.nonzeroBitCount
      innerLines ^= before
    }
  }
}
