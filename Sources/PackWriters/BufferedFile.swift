internal import Glibc
internal import ReviewModel

/// A file that is written from its beginning to its end through one buffer.
///
/// Appending never fails: what the system says is kept until the buffer is full, and thrown by ``flush()`` or
/// ``close()``. The file is not synced; whoever publishes the pack does that once for all of its files.
struct BufferedFile: ~Copyable {
  private static let capacity = 1 << 18

  private let path: String
  private var descriptor: Int32
  private(set) var buffer = ByteBuffer()

  /// Creates the file, or empties the one that is there.
  init(creating path: String) throws(WriteError) {
    self.path = path
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw WriteError(file: path, reason: String(cString: strerror(errno))) }
    buffer.reserve(Self.capacity + Self.capacity / 4)
  }

  deinit {
    if descriptor >= 0 { _ = Glibc.close(descriptor) }
  }

  /// Appends what `body` writes, and passes the buffer on to the system when it has become large.
  mutating func append(_ body: (inout ByteBuffer) -> Void) throws(WriteError) {
    body(&buffer)
    if buffer.bytes.count >= Self.capacity { try flush() }
  }

  /// Appends bytes; many at once go to the system by themselves.
  mutating func append(_ bytes: UnsafeRawBufferPointer) throws(WriteError) {
    guard bytes.count >= Self.capacity else { return try append { $0.append(bytes) } }
    try flush()
    guard write(bytes) else { throw failure() }
  }

  /// Passes everything on to the system and closes the file.
  consuming func close() throws(WriteError) {
    try flush()
    let open = descriptor
    descriptor = -1
    guard Glibc.close(open) == 0 else { throw failure() }
  }

  private mutating func flush() throws(WriteError) {
    guard buffer.bytes.withUnsafeBytes({ write($0) }) else { throw failure() }
    buffer.removeAll()
  }

  /// Passes bytes on to the system; `errno` says why it would not take them all.
  private func write(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var written = 0
    while written < bytes.count {
      let count = Glibc.write(descriptor, bytes.baseAddress?.advanced(by: written), bytes.count - written)
      if count < 0 {
        guard errno == EINTR else { return false }
      } else {
        written += count
      }
    }
    return true
  }

  private func failure() -> WriteError { WriteError(file: path, reason: String(cString: strerror(errno))) }
}
