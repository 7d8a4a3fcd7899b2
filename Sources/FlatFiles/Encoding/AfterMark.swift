internal import ReviewModel

/// What follows the byte order mark of a file.
final class AfterMark: ByteSource {
  private let source: any ByteSource
  private let length: Int

  /// What follows the first `length` bytes of `source`, which stands at its start.
  init(_ source: any ByteSource, length: Int) throws(FileError) {
    self.source = source
    self.length = length
    try skip()
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(FileError) -> Int {
    try source.read(into: buffer)
  }

  func rewind() throws(FileError) {
    try source.rewind()
    try skip()
  }

  func pause() { source.pause() }

  private func skip() throws(FileError) {
    let mark = UnsafeMutableRawBufferPointer.allocate(byteCount: length, alignment: 1)
    defer { mark.deallocate() }
    _ = try source.read(into: mark)
  }
}
