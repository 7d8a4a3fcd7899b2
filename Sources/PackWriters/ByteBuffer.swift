internal import ReviewModel

/// Bytes in the making: the machine-readable outputs, piece by piece.
struct ByteBuffer {
  private(set) var bytes: [UInt8] = []

  mutating func reserve(_ capacity: Int) { bytes.reserveCapacity(capacity) }

  mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  /// ASCII or UTF-8 as it stands.
  mutating func append(_ text: StaticString) {
    bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  mutating func append(_ text: some Sequence<UInt8>) { bytes.append(contentsOf: text) }

  /// A string of JSON.
  mutating func appendString(_ text: String) { JSONText.append(text, to: &bytes) }
}
