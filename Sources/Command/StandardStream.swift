internal import Glibc
internal import ReviewKit

/// Standard output or standard error, past every buffer. A full disk behind a redirection, or a stream that the
/// shell closed, is an error like any other; `FileHandle.write` would end the program.
enum StandardStream: Int32 {
  case output = 1
  case errors = 2

  /// Writes all of a text.
  ///
  /// - Throws: ``RunError``.
  func write(_ text: String) throws {
    try Array(text.utf8).withUnsafeBytes { bytes in
      var done = 0
      while done < bytes.count {
        let count = Glibc.write(rawValue, bytes.baseAddress?.advanced(by: done), bytes.count - done)
        if count > 0 {
          done += count
        } else if count == 0 || errno != EINTR {
          let reason = String(cString: strerror(errno))
          throw RunError(.inputOutput, ["\(name): cannot be written: \(reason)"])
        }
      }
    }
  }

  private var name: String { self == .output ? "standard output" : "standard error" }

  /// Whether a person reads it as it comes.
  var isTerminal: Bool { isatty(rawValue) == 1 }

  /// Puts the null device in place of standard streams that are closed: the next file opened would take the
  /// number, and messages would go into it.
  static func openAll() {
    for descriptor: Int32 in 0...2 where fcntl(descriptor, F_GETFD) == -1 {
      // The lowest free number is taken, which is this one.
      _ = open("/dev/null", O_RDWR)
    }
  }
}

/// Lines for standard output, written in large pieces.
final class Output {
  private var text = ""

  /// Adds a line.
  func line(_ line: String = "") throws {
    text += line
    text += "\n"
    if text.utf8.count > 1 << 16 { try flush() }
  }

  /// Writes what has not been written.
  func flush() throws {
    try StandardStream.output.write(text)
    text.removeAll(keepingCapacity: true)
  }
}
