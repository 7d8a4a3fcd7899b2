internal import Glibc
internal import ReviewModel

/// The bytes of a file, from the start to the end, and again. Not for more than one thread at a time.
protocol ByteSource: AnyObject {
  /// Reads what follows into `buffer`; fewer bytes than it holds only at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(FileError) -> Int

  /// Goes back to the start.
  func rewind() throws(FileError)

  /// Closes the file until it is read again: a book may have more files than a process may hold open.
  func pause()

  /// Goes back so many bytes in a file that is closed, if it can: what was read ahead need not be kept then.
  func unread(_ count: Int) -> Bool
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
  /// -1 while the file is closed.
  private var descriptor: CInt = -1
  /// How far the file has been read.
  private var offset: off_t = 0

  /// Opens the file at `path`. Only regular files can be read twice, so nothing else is opened.
  init(path: String, name: String) throws(FileError) {
    self.name = name
    self.path = path
    try reopen()
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw error("cannot be opened", errno) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw FileError(file: name, problem: "is not a regular file", remedy: "give a file on disk")
    }
  }

  deinit { pause() }

  private func reopen() throws(FileError) {
    // Not to wait at a pipe that nobody writes to.
    descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw error("cannot be opened", errno) }
    guard offset == 0 || lseek(descriptor, offset, SEEK_SET) == offset else {
      throw error("cannot be read", errno)
    }
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(FileError) -> Int {
    if descriptor < 0 { try reopen() }
    var count = 0
    while count < buffer.count {
      let got = Glibc.read(descriptor, buffer.baseAddress?.advanced(by: count), buffer.count - count)
      if got == 0 { break }
      if got > 0 {
        count += got
      } else if errno != EINTR {
        throw error("cannot be read", errno)
      }
    }
    offset += off_t(count)
    return count
  }

  func rewind() throws(FileError) {
    offset = 0
    guard descriptor < 0 || lseek(descriptor, 0, SEEK_SET) == 0 else { throw error("cannot be read", errno) }
  }

  func unread(_ count: Int) -> Bool {
    guard descriptor < 0 else { return false }
    offset -= off_t(count)
    return true
  }

  func pause() {
    if descriptor >= 0 { _ = close(descriptor) }
    descriptor = -1
  }

  private func error(_ problem: String, _ code: CInt) -> FileError {
    FileError(
      file: name, problem: "\(problem): \(String(cString: strerror(code)))",
      remedy: "check that the file exists and may be read")
  }
}
