internal import CByteScan
internal import ReviewModel

/// Finds the first byte of a text that is not UTF-8. The text is fed to it in pieces of any size.
package struct UTF8Check {
  /// A check that has seen nothing yet.
  package init() {}

  /// Reads all of `text`, from the start to the end or to the first piece with an invalid byte, and goes back.
  static func measure(_ text: any ByteSource) throws(FileError) -> TextMeasure {
    let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 256 << 10, alignment: 64)
    defer { piece.deallocate() }
    var check = UTF8Check()
    var count = piece.count
    while count == piece.count, !check.isSettled {
      count = try text.read(into: piece)
      check.feed(UnsafeRawBufferPointer(rebasing: piece[..<count]))
    }
    try text.rewind()
    return check.firstInvalid.map { .invalid(at: $0) } ?? .size(check.count)
  }

  /// All bytes so far.
  package private(set) var count = 0
  /// A sequence that the last piece began and did not end.
  private var cut: [UInt8] = []
  private var found: Int?

  /// The offset of the first byte that is not UTF-8, where so much as has been fed is all of the text.
  package var firstInvalid: Int? { found ?? (cut.isEmpty ? nil : count - cut.count) }
  /// Whether what follows makes no difference.
  package var isSettled: Bool { found != nil }

  /// Takes the next piece of the text.
  package mutating func feed(_ piece: UnsafeRawBufferPointer) {
    defer { count += piece.count }
    guard found == nil else { return }
    var rest = piece[...]
    // A sequence that straddles the border is made whole from bytes of this piece, one after the other.
    while !cut.isEmpty, let byte = rest.first {
      cut.append(byte)
      rest = rest.dropFirst()
      if cut.withUnsafeBytes({ Self.validPrefix($0) }) == cut.count {
        cut = []
      } else if !Self.mayGoOn(cut) {
        found = count + rest.startIndex - cut.count
        return
      }
    }
    let text = UnsafeRawBufferPointer(rebasing: rest)
    let valid = Self.validPrefix(text)
    guard valid < text.count else { return }
    let left = Array(text[valid...].prefix(4))
    if text.count - valid < 4 && Self.mayGoOn(left) {
      cut = left
    } else {
      found = count + rest.startIndex + valid
    }
  }

  private static func validPrefix(_ text: UnsafeRawBufferPointer) -> Int {
    guard let start = text.baseAddress else { return 0 }
    return byte_scan_utf8_prefix(start, text.count)
  }

  /// Whether fewer than four bytes begin a sequence that further bytes could complete: then some continuation
  /// of them is valid, and the extremes of each range are enough to try.
  private static func mayGoOn(_ begun: [UInt8]) -> Bool {
    [[0x80], [0xBF], [0x80, 0x80], [0xBF, 0x80], [0x80, 0x80, 0x80], [0xBF, 0x80, 0x80]]
      .contains { (tail: [UInt8]) in
        let whole = begun + tail
        return whole.withUnsafeBytes { validPrefix($0) } == whole.count
      }
  }
}
