internal import Glibc
internal import ReviewModel

/// A CSV file being written: UTF-8, RFC 4180, rows ended by a line feed, 256 kB at a time.
///
/// A reference, as a ledger of many weeks keeps as many files open; it closes its descriptor when it goes.
package final class CSVFile {
  private let name: String
  private let path: String
  private let columns: Int
  private var descriptor: Int32
  private var buffer: [UInt8] = []
  private var field = 0
  private var rows = 0
  private var flushed = 0

  private static let bufferSize = 1 << 18

  /// Creates `folder`/`name`, or empties it, and writes the header.
  package init(in folder: String, name: String, columns: [String]) throws {
    self.name = name
    self.columns = columns.count
    path = folder + "/" + name
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw writeError(name, "cannot be created") }
    buffer.reserveCapacity(Self.bufferSize + 4096)
    guard !columns.isEmpty else { return }
    for column in columns { text(column) }
    try endRow()
    rows = 0
  }

  deinit {
    if descriptor >= 0 { Glibc.close(descriptor) }
  }

  private func separate() {
    if field > 0 { buffer.append(UInt8(ascii: ",")) }
    field += 1
  }

  /// A field of text, quoted where it must be.
  package func text(_ text: String) {
    separate()
    buffer.appendField(text)
  }

  /// An empty field, or several.
  func blank(_ count: Int = 1) {
    for _ in 0..<count { separate() }
  }

  /// A prefix of plain letters and a number of at least `width` digits: `L000123`, with a part `L000123-2`.
  func code(_ prefix: String, _ number: Int, _ width: Int, part: Int? = nil) {
    separate()
    buffer.append(contentsOf: prefix.utf8)
    buffer.append(number, width)
    guard let part else { return }
    buffer.append(UInt8(ascii: "-"))
    buffer.append(part, 1)
  }

  /// A number within a month: `SO2026100042`.
  func serial(_ prefix: String, _ month: Month, _ number: Int, line: Int? = nil) {
    separate()
    buffer.append(contentsOf: prefix.utf8)
    buffer.append(month.year * 100 + month.month, 6)
    buffer.append(number, 4)
    guard let line else { return }
    buffer.append(UInt8(ascii: "-"))
    buffer.append(line, 1)
  }

  /// A whole number.
  func integer(_ number: Int) {
    separate()
    buffer.append(number, 1)
  }

  /// Hundredths, as an amount; decimals only where there are any.
  func money(_ hundredths: Int?) {
    separate()
    guard let hundredths else { return }
    if hundredths < 0 { buffer.append(UInt8(ascii: "-")) }
    let (whole, rest) = abs(hundredths).quotientAndRemainder(dividingBy: 100)
    buffer.append(whole, 1)
    guard rest > 0 else { return }
    buffer.append(UInt8(ascii: "."))
    buffer.append(rest, 2)
  }

  /// A day, or blank.
  func day(_ day: Day?) {
    separate()
    if let day { buffer.append(day) }
  }

  /// A day and a minute of it, which may lie beyond midnight; or blank.
  func time(_ day: Day, minute: Int?) {
    separate()
    guard let minute else { return }
    buffer.append(day + minute / 1440)
    buffer.append(UInt8(ascii: " "))
    buffer.append(minute % 1440 / 60, 2)
    buffer.append(UInt8(ascii: ":"))
    buffer.append(minute % 60, 2)
  }

  /// Ends the row, padding it with blanks to the width of the header.
  package func endRow() throws {
    if field < columns { blank(columns - field) }
    buffer.append(UInt8(ascii: "\n"))
    field = 0
    rows += 1
    if buffer.count >= Self.bufferSize { try flush() }
  }

  /// A whole row of texts.
  package func row(_ fields: String...) throws {
    for field in fields { text(field) }
    try endRow()
  }

  /// A line as it is, for files that are no tables.
  func line(_ line: String) throws {
    buffer.append(contentsOf: line.utf8)
    try endRow()
  }

  private func flush() throws {
    var offset = 0
    while offset < buffer.count {
      let written = buffer.withUnsafeBytes { bytes in
        Glibc.write(descriptor, bytes.baseAddress.map { $0 + offset }, bytes.count - offset)
      }
      if written >= 0 {
        offset += written
      } else if errno != EINTR {
        throw writeError(name, "cannot be written")
      }
    }
    flushed += buffer.count
    buffer.removeAll(keepingCapacity: true)
  }

  /// Writes what is left, closes the file and says what is in it.
  package func close() throws -> SampleBook.WrittenFile {
    try flush()
    let result = Glibc.close(descriptor)
    descriptor = -1
    guard result == 0 else { throw writeError(name, "cannot be closed") }
    return SampleBook.WrittenFile(name: name, rows: rows, bytes: flushed)
  }
}

/// One call a field: each access to the buffer of a class is checked, each byte would be too many.
extension [UInt8] {
  /// A number of at least `width` digits.
  fileprivate mutating func append(_ number: Int, _ width: Int) {
    if number < 0 { append(UInt8(ascii: "-")) }
    var rest = number.magnitude
    var place: UInt = 1
    var digits = 1
    while digits < width || rest / place >= 10 {
      place *= 10
      digits += 1
    }
    // The first digit first: turning them round within the buffer would cost a slice for each number.
    while place > 0 {
      append(UInt8(ascii: "0") + UInt8(rest / place))
      rest %= place
      place /= 10
    }
  }

  /// `2026-10-31`.
  fileprivate mutating func append(_ day: Day) {
    let (year, month, day) = day.components
    append(year, 4)
    append(UInt8(ascii: "-"))
    append(month, 2)
    append(UInt8(ascii: "-"))
    append(day, 2)
  }

  /// Text, quoted where it must be.
  fileprivate mutating func appendField(_ text: String) {
    let needsQuotes = text.utf8.contains {
      $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\n")
        || $0 == UInt8(ascii: "\r")
    }
    guard needsQuotes else { return append(contentsOf: text.utf8) }
    append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\"") { append(byte) }
      append(byte)
    }
    append(UInt8(ascii: "\""))
  }
}

/// Writes plain lines to a file.
func writeText(_ lines: [String], in folder: String, name: String) throws -> SampleBook.WrittenFile {
  let file = try CSVFile(in: folder, name: name, columns: [])
  for line in lines { try file.line(line) }
  return try file.close()
}

/// Makes a folder and the folders above it, as far as they are missing.
func makeFolder(_ path: String) throws {
  var made = path.hasPrefix("/") ? "/" : ""
  for part in path.split(separator: "/") {
    made += (made.isEmpty || made == "/" ? "" : "/") + part
    guard mkdir(made, 0o755) != 0, errno != EEXIST else { continue }
    throw writeError(made, "cannot be created")
  }
}

/// A ``FileError`` in the words of the system's last one.
private func writeError(_ file: String, _ what: String) -> FileError {
  let reason = strerror(errno).map { String(cString: $0) } ?? "error \(errno)"
  return FileError(
    file: file, problem: "\(what): \(reason)", remedy: "give a folder that can be written")
}
