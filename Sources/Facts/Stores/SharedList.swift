internal import Synchronization

/// What few records have and all workers add to: a record keeps the place of its own.
final class SharedList<Element: Sendable>: Sendable {
  private let elements = Mutex(RecordList<Element>())

  /// Adds an element. Its place, from 1.
  func append(_ element: Element) -> UInt32 {
    elements.withLock { elements in
      elements.append(element)
      return UInt32(elements.count)
    }
  }

  /// What has been added.
  var all: RecordList<Element> { elements.withLock { $0 } }
}
