/// The text of an `si` or `is` element: its own or that of its runs, without the readings above East Asian text.
struct StringItem: ~Copyable {
  private enum Place { case item, run, text }

  /// The text so far.
  var text = CellText()
  private var place = Place.item
  private var isInRun = false
  /// How deep we are in elements that do not matter.
  private var skipped = 0
  /// Whether there was a `t` element, and whether the white space counts that stands first and last in the text.
  private var hasText = false
  private var keepsFirstSpace = false
  private var keepsLastSpace = false

  /// The element itself has started.
  mutating func begin() {
    text.removeAll()
    place = .item
    isInRun = false
    skipped = 0
    hasText = false
  }

  /// An element within it has started.
  mutating func start(_ element: Element) {
    guard skipped == 0 else {
      skipped += 1
      return
    }
    switch place {
    case .item where element.isNamed("r"):
      place = .run
      isInRun = true
    case .item where element.isNamed("t"), .run where element.isNamed("t"):
      place = .text
      keepsLastSpace = element.value(of: "space").map { $0.elementsEqual("preserve".utf8) } ?? false
      if !hasText { keepsFirstSpace = keepsLastSpace }
      hasText = true
    default: skipped = 1
    }
  }

  /// Text has come.
  mutating func append(_ bytes: UnsafeRawBufferPointer) {
    if skipped == 0, place == .text { text.append(bytes) }
  }

  /// An element has ended: whether it was the item itself.
  mutating func end() -> Bool {
    guard skipped == 0 else {
      skipped -= 1
      return false
    }
    switch place {
    case .text:
      place = isInRun ? .run : .item
    case .run:
      place = .item
      isInRun = false
    case .item:
      text.trim(first: !keepsFirstSpace, last: !keepsLastSpace)
      text.decodeEscapes()
      return true
    }
    return false
  }
}
