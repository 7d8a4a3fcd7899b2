internal import Glibc
package import ReviewModel

/// The bytes of a file, from the start to the end, and again. Not for more than one thread at a time.
package protocol ByteSource: AnyObject {
  /// Reads what follows into `buffer`; fewer bytes than it holds only at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(FileError) -> Int

  /// Goes back to the start.
  func rewind() throws(FileError)

  /// Lets go of the open file until more is read: a book may have more files than a process may have open.
  func pause()
}

/// Opens the file at `path`; one whose name ends in `.gz` is decompressed.
func openSource(path: String, name: String) throws(FileError) -> any ByteSource {
  let file = try DiskFile(path: path, name: name)
  return path.lowercased().hasSuffix(".gz") ? try Gzip(file) : file
}

/// A file as it is on disk.
final class DiskFile: ByteSource {
  /// The name in messages.
  let name: String
  private let path: String
  /// -1 while nobody reads.
  private var descriptor: CInt = -1
  private var offset: off_t = 0

  /// Opens the file at `path`. Only regular files can be read twice, so nothing else is opened.
  init(path: String, name: String) throws(FileError) {
    self.name = name
    self.path = path
    try resume()
  }

  /// Opens the file where it was left.
  private func resume() throws(FileError) {
    // Not to wait at a pipe that nobody writes to.
    descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw error("cannot be opened", errno) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw error("cannot be opened", errno) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw FileError(file: name, problem: "is not a regular file", remedy: "give a file on disk")
    }
  }

  deinit { pause() }

  func pause() {
    if descriptor >= 0 { _ = close(descriptor) }
    descriptor = -1
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(FileError) -> Int {
    if descriptor < 0 {
      try resume()
      guard lseek(descriptor, offset, SEEK_SET) == offset else { throw error("cannot be read", errno) }
    }
    var count = 0
    defer { offset += off_t(count) }
    while count < buffer.count {
      let got = Glibc.read(descriptor, buffer.baseAddress?.advanced(by: count), buffer.count - count)
      if got == 0 { break }
      if got > 0 {
        count += got
      } else if errno != EINTR {
        throw error("cannot be read", errno)
      }
    }
    return count
  }

  func rewind() throws(FileError) {
    pause()
    offset = 0
  }

  private func error(_ problem: String, _ code: CInt) -> FileError {
    FileError(
      file: name, problem: "\(problem): \(String(cString: strerror(code)))",
      remedy: "check that the file exists and may be read")
  }
}
