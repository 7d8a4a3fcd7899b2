internal import ReviewModel

/// The texts that the cells of a workbook share: one run of bytes, and where each text ends in it.
final class SharedStrings: ElementHandler {
  private var bytes: [UInt8] = []
  private var ends: [UInt32] = []
  private var item = StringItem()
  private var isInItem = false

  /// How many texts there are.
  var count: Int { ends.count }

  /// Calls `body` with a text; nil where there are not so many.
  func withText<Result>(at index: Int, _ body: (UnsafeRawBufferPointer) -> Result) -> Result? {
    guard ends.indices.contains(index) else { return nil }
    let start = index == 0 ? 0 : Int(ends[index - 1])
    let end = Int(ends[index])
    return bytes.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[start..<end])) }
  }

  func start(_ element: Element) {
    if isInItem {
      item.start(element)
    } else if element.isNamed("si") {
      isInItem = true
      item.begin()
    }
  }

  func end() {
    guard isInItem, item.end() else { return }
    isInItem = false
    // Within 32 bits: a part has at most 256 MiB.
    bytes.append(contentsOf: item.text.bytes)
    ends.append(UInt32(bytes.count))
  }

  func text(_ bytes: UnsafeRawBufferPointer) {
    if isInItem { item.append(bytes) }
  }
}
