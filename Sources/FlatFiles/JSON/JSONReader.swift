internal import CSimdJSON

/// A value of JSON in the list of all values of its element.
typealias JSONValue = CSimdJSONValue

extension JSONValue {
  /// A string without its quotes and escapes, anything else as it is written.
  var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: text, count: Int(textCount)) }

  /// The value as it is written.
  var writtenBytes: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: written, count: Int(writtenCount))
  }

  /// The name of the member whose value this is.
  var nameBytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: name, count: Int(nameCount)) }
}

/// A value of JSON and all that it holds, until its reader reads on. Each value is followed by what it holds.
typealias JSONElement = UnsafeBufferPointer<JSONValue>

/// simdjson's parser, for one thread at a time.
final class JSONReader {
  /// How many arrays and objects may stand within each other. Tables need three.
  static let depthLimit = 64
  /// How many values an element may hold, itself included: it is in memory as a list of them.
  static let valueLimit = 1 << 20

  /// Why a text is not read: it is not JSON, or it passes a limit.
  struct Failure: Error, Equatable {
    let problem: JSONProblem
    /// The offset at which that showed.
    let offset: Int
  }

  private let reader: OpaquePointer?

  init() {
    reader = csimdjson_create(UInt32(Self.depthLimit), UInt32(Self.valueLimit))
  }

  deinit { csimdjson_destroy(reader) }

  /// Reads one value that is the whole text. Behind it `RowBlock.padding` bytes may be read, the first of which is zero
  /// or ends a line.
  func read(_ text: UnsafeRawBufferPointer) throws(Failure) -> JSONElement {
    let (reader, start) = try begin(text)
    var element = CSimdJSONElement()
    try check(csimdjson_read(reader, start, text.count, &element))
    return JSONElement(start: element.values, count: Int(element.count))
  }

  /// Begins a document, which stays until its last element. Behind it `RowBlock.padding` zeros may be read.
  func open(_ text: UnsafeRawBufferPointer) throws(Failure) -> CSimdJSONForm {
    let (reader, start) = try begin(text)
    var form = CSIMDJSON_SCALAR
    try check(csimdjson_open(reader, start, text.count, &form))
    return form
  }

  /// The next element of the document; nil when there are no more, and nothing follows.
  func next() throws(Failure) -> JSONElement? {
    guard let reader else { throw Failure(problem: .noMemory, offset: 0) }
    var element = CSimdJSONElement()
    let status = csimdjson_next(reader, &element)
    if status == CSIMDJSON_END { return nil }
    try check(status)
    return JSONElement(start: element.values, count: Int(element.count))
  }

  private func begin(
    _ text: UnsafeRawBufferPointer
  ) throws(Failure) -> (OpaquePointer, UnsafePointer<UInt8>) {
    guard let reader else { throw Failure(problem: .noMemory, offset: 0) }
    guard let start = text.baseAddress else { throw Failure(problem: .empty, offset: 0) }
    return (reader, start.assumingMemoryBound(to: UInt8.self))
  }

  private func check(_ status: CSimdJSONStatus) throws(Failure) {
    if status == CSIMDJSON_OK { return }
    throw Failure(problem: JSONProblem(status), offset: reader.map { csimdjson_error_offset($0) } ?? 0)
  }
}
