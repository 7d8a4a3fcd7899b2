internal import CLibZip
internal import Glibc

/// A finished workbook as the package of parts that it is: read back, and its charts put in.
///
/// libxlsxwriter gathers a sheet's rows in a temporary file and does not look whether they all got there; when
/// the disk fills up, which is that of the output for these files too, it closes the workbook without a word
/// and the sheet ends early. So the rows of each sheet are counted and its amounts added up again.
package enum WorkbookParts {
  /// Checks the file at `path` against the accounts of its sheets, in order.
  package static func check(_ path: String, accounts: [SheetAccount]) throws(WriteError) {
    let parts = try Archive(path)
    for (index, account) in accounts.enumerated() {
      let name = "xl/worksheets/sheet\(index + 1).xml"
      var reader = SheetReader(like: account)
      try parts.read(name) { reader.read($0) }
      guard reader.isComplete, reader.account.agrees(with: account) else {
        throw WriteError(
          file: path,
          reason: "\(name) does not read back as what was written, \(reader.account.rows) rows of "
            + "\(account.rows) \(WriteError.fullDisk)")
      }
    }
  }

  /// Puts charts in the places of the stand-ins, in order.
  static func replace(charts: [Chart], in path: String) throws(WriteError) {
    guard !charts.isEmpty else { return }
    let parts = try Archive(path)
    for (index, chart) in charts.enumerated() {
      try parts.replace("xl/charts/chart\(index + 1).xml", with: Array(chart.xml.utf8))
    }
    try parts.close()
  }
}

/// A zip file that is read and partly replaced.
private struct Archive: ~Copyable {
  private let path: String
  private var archive: OpaquePointer?

  init(_ path: String) throws(WriteError) {
    self.path = path
    var code: Int32 = 0
    archive = zip_open(path, 0, &code)
    if archive == nil {
      var error = zip_error_t()
      zip_error_init_with_code(&error, code)
      defer { zip_error_fini(&error) }
      throw WriteError(file: path, reason: String(cString: zip_error_strerror(&error)))
    }
  }

  deinit {
    if let archive { zip_discard(archive) }
  }

  /// Gives the part to `body` piece by piece.
  func read(_ name: String, _ body: (UnsafeRawBufferPointer) -> Void) throws(WriteError) {
    guard let part = zip_fopen(archive, name, 0) else { throw failure() }
    let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    defer { piece.deallocate() }
    var count: zip_int64_t = 0
    repeat {
      count = zip_fread(part, piece.baseAddress, zip_uint64_t(piece.count))
      if count > 0 { body(UnsafeRawBufferPointer(rebasing: piece[..<Int(count)])) }
    } while count > 0
    // A part whose checksum does not hold is told by the last read or the close.
    let closed = zip_fclose(part)
    guard count == 0, closed == 0 else {
      throw WriteError(file: path, reason: "\(name) cannot be read back")
    }
  }

  /// Puts other bytes in a part's place, with the day that libxlsxwriter gives all parts: 1980-01-01.
  func replace(_ name: String, with bytes: [UInt8]) throws(WriteError) {
    let index = zip_name_locate(archive, name, 0)
    guard index >= 0 else { throw failure() }
    // libzip frees the copy with the source.
    guard let copy = malloc(max(bytes.count, 1)) else {
      throw WriteError(file: path, reason: "out of memory")
    }
    UnsafeMutableRawBufferPointer(start: copy, count: bytes.count).copyBytes(from: bytes)
    guard let source = zip_source_buffer(archive, copy, zip_uint64_t(bytes.count), 1) else {
      free(copy)
      throw failure()
    }
    guard zip_file_replace(archive, zip_uint64_t(index), source, 0) == 0 else {
      zip_source_free(source)
      throw failure()
    }
    guard zip_file_set_dostime(archive, zip_uint64_t(index), 0, 0x21, 0) == 0 else { throw failure() }
  }

  consuming func close() throws(WriteError) {
    guard zip_close(archive) == 0 else { throw failure() }
    archive = nil
  }

  private func failure() -> WriteError {
    WriteError(file: path, reason: archive.map { String(cString: zip_strerror($0)) } ?? "closed")
  }
}

/// Counts the rows of a sheet's part and adds up the numbers of the watched columns, in the order of writing.
private struct SheetReader {
  private(set) var account: SheetAccount
  private(set) var isComplete = false
  private var rest: [UInt8] = []

  init(like account: SheetAccount) { self.account = account.emptied }

  /// Takes the next piece; a row is read when its end is there.
  mutating func read(_ piece: UnsafeRawBufferPointer) {
    rest.append(contentsOf: piece)
    var account = account
    let (read, tail) = rest.withUnsafeBytes { bytes in
      var start = 0
      while let end = find("</row>", in: bytes, from: start) {
        account.addRow()
        Self.add(UnsafeRawBufferPointer(rebasing: bytes[start..<end]), to: &account)
        start = end + 6
      }
      return (start, find("</worksheet>", in: bytes, from: start) != nil)
    }
    self.account = account
    isComplete = tail
    rest.removeFirst(read)
  }

  private static func add(_ row: UnsafeRawBufferPointer, to account: inout SheetAccount) {
    guard !account.sums.isEmpty else { return }
    var next = 0
    while let cell = find("<c r=\"", in: row, from: next) {
      var position = cell + 6
      var column = 0
      while position < row.count, row[position] >= 0x41, row[position] <= 0x5A {
        column = column * 26 + Int(row[position]) - 0x40
        position += 1
      }
      next = position
      // A cell that is only formatted is a tag that ends itself; what follows belongs to the next.
      guard let close = find(">", in: row, from: position), row[close - 1] != UInt8(ascii: "/") else {
        continue
      }
      guard account.isWatched(column - 1), let end = find("</c>", in: row, from: position) else { continue }
      next = end
      let body = UnsafeRawBufferPointer(rebasing: row[position..<end])
      guard find(" t=\"", in: UnsafeRawBufferPointer(rebasing: body.prefix(40)), from: 0) == nil,
        let value = find("<v>", in: body, from: 0), let text = body.baseAddress
      else { continue }
      // The number ends at `<`, which is inside the buffer, for `</c>` follows.
      account.add(strtod(text + value + 3, nil), column - 1)
    }
  }
}

/// The first place of `text` at or after `start`.
private func find(_ text: StaticString, in bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
  guard let base = bytes.baseAddress else { return nil }
  let length = text.utf8CodeUnitCount
  var place = start
  // A match ends inside the buffer, so its first byte is looked for only where the rest still fits.
  while place + length <= bytes.count {
    let found = memchr(base + place, Int32(text.utf8Start.pointee), bytes.count - length + 1 - place)
    guard let found else { return nil }
    if memcmp(found, text.utf8Start, length) == 0 { return UnsafeRawPointer(found) - base }
    place = UnsafeRawPointer(found) - base + 1
  }
  return nil
}
