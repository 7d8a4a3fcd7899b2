internal import CByteScan

/// Finds where the last whole row of a run of bytes ends, so that files can be cut into blocks of whole rows.
///
/// It begins at a row start and goes through every byte, so what lies inside quotes is known, never guessed. When
/// bytes are added, it goes on where it stopped.
struct BoundaryScan {
  /// The bytes up to the end of the last row that has an end, that end included; 0 when there is none.
  private(set) var rowsEnd = 0
  /// The physical lines in those bytes.
  private(set) var lines = 0
  /// Whether the bytes end inside quotes.
  private(set) var endsInside = false

  private let delimiter: UInt8
  /// How far whole steps have gone, and what was known there.
  private var base = 0
  private var state = QuoteState()
  private var linesSoFar = 0
  /// The last step with a row end in it.
  private var lastStep = 0
  private var lastRowEnds: UInt64 = 0
  private var lastLineEnds: UInt64 = 0
  private var lastLinesBefore = 0

  init(delimiter: UInt8) { self.delimiter = delimiter }

  /// Scans the bytes that were added to `block`. Unless they are `final`, a carriage return as their last byte
  /// ends no row yet, for a line feed may follow.
  ///
  /// Bounds: a step reads 64 bytes from a base below the byte count, and the padding of the block covers them.
  mutating func scan(_ block: inout RowBlock, isFinal: Bool) {
    block.seal()
    block.mask(delimiter: delimiter)
    let count = block.byteCount
    guard let start = block.bytes.baseAddress, let masks = block.masks.baseAddress else { return }
    let bytes = UnsafePointer(start.assumingMemoryBound(to: UInt8.self))
    // Whole steps need the byte after them too, for CRLF.
    while base &+ 64 < count {
      step(bytes, masks[base >> 6], unknown: 0)
      base &+= 64
    }
    // What is left is seen now and, when more bytes come, again.
    let here = (state, linesSoFar)
    if base < count {
      step(bytes, masks[base >> 6], unknown: isFinal ? 0 : 1 << UInt64(count &- base &- 1))
    }
    endsInside = state.inside != 0
    (state, linesSoFar) = here
    if lastRowEnds != 0 {
      let last = 63 - lastRowEnds.leadingZeroBitCount
      rowsEnd = lastStep + last + 1
      lines = lastLinesBefore + (lastLineEnds & (UInt64.max >> UInt64(63 - last))).nonzeroBitCount
    }
  }

  /// One step of 64 bytes; a carriage return that is the `unknown` byte is none.
  @inline(__always)
  private mutating func step(_ bytes: UnsafePointer<UInt8>, _ masks: ByteScanMasks, unknown: UInt64) {
    var lineEnds = masks.lineFeed
    if masks.carriageReturn != 0 {
      let next: UInt64 = bytes[base &+ 64] == UInt8(ascii: "\n") ? 1 << 63 : 0
      lineEnds |= masks.carriageReturn & ~(masks.lineFeed >> 1 | next | unknown)
    }
    let separators = masks.delimiter | masks.lineFeed | masks.carriageReturn
    var rowEnds = lineEnds
    if masks.quote | state.inside != 0 {
      rowEnds &= ~state.step(quotes: masks.quote, separators: separators).inside
    } else {
      state.step(separators: separators)
    }
    if rowEnds != 0 {
      lastStep = base
      lastRowEnds = rowEnds
      lastLineEnds = lineEnds
      lastLinesBefore = linesSoFar
    }
    // Most steps have none, and counting bits is a dozen instructions where the processor's own may not be used.
    if lineEnds != 0 { linesSoFar &+= lineEnds.nonzeroBitCount }
  }
}
