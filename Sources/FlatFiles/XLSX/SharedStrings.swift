internal import ReviewModel

/// The texts that the cells of a workbook share: one run of bytes, and where each text ends in it.
final class SharedStrings: ElementHandler {
  /// More than a sheet of 256 MiB can refer to.
  private static let limit = 1 << 24

  private let file: String
  private var bytes: [UInt8] = []
  private var ends: [UInt32] = []
  private var item = StringItem()
  private var isInItem = false

  /// No texts yet, of a workbook.
  init(file: String) { self.file = file }

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

  func end() throws(FileError) {
    guard isInItem, item.end() else { return }
    isInItem = false
    guard ends.count < Self.limit else {
      throw FileError(
        file: file, problem: "the workbook has more than \(Self.limit) different texts",
        remedy: "save its sheets as CSV")
    }
    // Within 32 bits: a part has at most 256 MiB.
    bytes.append(contentsOf: item.text.bytes)
    ends.append(UInt32(bytes.count))
  }

  func text(_ bytes: UnsafeRawBufferPointer) {
    if isInItem { item.append(bytes) }
  }
}
