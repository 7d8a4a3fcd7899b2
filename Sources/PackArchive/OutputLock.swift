internal import Glibc

/// The turn of one run on an output folder; it ends with the value, and with the process.
struct OutputLock: ~Copyable {
  private let descriptor: Int32

  init(on output: String, patience: Int) throws {
    let path = output + "/.reviewpack.lock"
    var descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
    // A lock that another user has made: whoever may read it may take turns with it.
    if descriptor < 0, errno == EACCES { descriptor = open(path, O_RDONLY | O_CLOEXEC) }
    guard descriptor >= 0 else {
      throw OutputError(path, "cannot be created: \(lastError())", remedy: OutputError.writable)
    }
    var waited = 0
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      let isTaken = errno == EWOULDBLOCK || errno == EINTR
      guard isTaken, waited < patience * 20 else {
        let reason = lastError()
        close(descriptor)
        throw isTaken
          ? OutputError(
            output, "another run is writing here and did not end within \(patience) seconds",
            remedy: "run again when it has ended, or give another --output")
          : OutputError(path, "cannot be locked: \(reason)", remedy: "give another --output")
      }
      usleep(50_000)
      waited += 1
    }
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }
}
