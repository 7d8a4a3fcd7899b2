internal import CLibZip
internal import ReviewModel

/// The package that an XLSX file is (ECMA-376, part 2): a zip file of parts, which are told by their names.
///
///     book.xlsx ── _rels/.rels ──▶ workbook.xml ── its .rels ──▶ worksheets/sheet1.xml, styles.xml, sharedStrings.xml
///
/// Not for more than one thread at a time.
final class XLSXPackage {
  /// How large a part may be, unpacked.
  static let partLimit: UInt64 = 256 << 20
  /// How many entries the zip file may have.
  static let entryLimit: Int64 = 1000
  /// How much larger than its packed bytes a part may be, if it has more than `ratioThreshold` bytes: nothing that
  /// people write shrinks as much.
  static let ratioLimit: UInt64 = 100
  static let ratioThreshold: UInt64 = 100 << 10

  private struct Entry {
    let index: UInt64
    let size: UInt64
  }

  /// The name in messages.
  let file: String
  private let archive: OpaquePointer
  /// By ``key(of:)``.
  private var entries: [String: Entry] = [:]

  /// Opens the file at `path`, called `file` in messages, and checks what its directory says of the entries.
  init(path: String, file: String) throws(FileError) {
    self.file = file
    try NotAWorkbook.refuse(path: path, file: file)
    var code: CInt = 0
    guard let archive = zip_open(path, ZIP_RDONLY, &code) else {
      var error = zip_error_t()
      zip_error_init_with_code(&error, code)
      defer { zip_error_fini(&error) }
      throw Self.damaged(file, String(cString: zip_error_strerror(&error)))
    }
    self.archive = archive
    try readDirectory()
  }

  deinit { zip_discard(archive) }

  private func readDirectory() throws(FileError) {
    let count = zip_get_num_entries(archive, 0)
    guard count <= Self.entryLimit else {
      throw refused("has \(count) entries, which no workbook of rows needs: the limit is \(Self.entryLimit)")
    }
    for index in 0..<UInt64(max(count, 0)) {
      var status = zip_stat_t()
      guard zip_stat_index(archive, index, zip_flags_t(ZIP_FL_ENC_RAW), &status) == 0, let name = status.name
      else { throw damaged() }
      try check(status, name: String(cString: name))
      let key = Self.key(of: String(cString: name))
      guard entries.updateValue(Entry(index: index, size: status.size), forKey: key) == nil else {
        throw refused("holds the part \(String(cString: name)) twice")
      }
    }
  }

  /// Holds what the directory says of an entry against the limits.
  private func check(_ status: zip_stat_t, name: String) throws(FileError) {
    let known = UInt64(ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_ENCRYPTION_METHOD)
    guard status.valid & known == known else { throw damaged() }
    guard Int(status.encryption_method) == Int(ZIP_EM_NONE) else { throw NotAWorkbook.encrypted(file) }
    guard status.size <= Self.partLimit else {
      throw FileError(
        file: file, problem: "\(name) has \(status.size >> 20) MiB unpacked, over the limit of 256",
        remedy: "divide the sheet among several files, or save it as CSV")
    }
    guard !Self.isBomb(size: status.size, packed: status.comp_size) else {
      throw refused("\(name) is more than 100 times as large unpacked, as only a zip bomb is")
    }
  }

  static func isBomb(size: UInt64, packed: UInt64) -> Bool {
    size > ratioThreshold && size / ratioLimit > packed
  }

  /// How large a part is, unpacked; nil where there is none.
  func size(of part: String) -> UInt64? { entries[Self.key(of: part)]?.size }

  /// The bytes of a part from its start; nil where there is none.
  func open(_ part: String) throws(FileError) -> PartSource? {
    guard let entry = entries[Self.key(of: part)] else { return nil }
    guard let handle = zip_fopen_index(archive, entry.index, 0) else {
      throw Self.damaged(file, "\(part): " + lastError)
    }
    return PartSource(self, part, handle, size: entry.size)
  }

  /// Gives all of a part to `handler`; false where there is none.
  func read(_ part: String, _ handler: any ElementHandler) throws(FileError) -> Bool {
    guard let source = try open(part) else { return false }
    let parser = try ElementParser(file: file, part: part, handler)
    while try source.read({ (piece) throws(FileError) in try parser.feed(piece) }) {}
    try parser.finish()
    return true
  }

  /// Names of parts are equal when they differ only in the case of ASCII letters (ECMA-376, part 2, 6.2.2.3); some
  /// programs for Windows separate folders their own way.
  private static func key(of name: String) -> String {
    String(
      decoding: name.utf8.map { byte in
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
        case UInt8(ascii: "\\"): UInt8(ascii: "/")
        default: byte
        }
      }, as: UTF8.self)
  }

  private var lastError: String { String(cString: zip_strerror(archive)) }

  private func damaged() -> FileError { Self.damaged(file, lastError) }

  private static func damaged(_ file: String, _ reason: String) -> FileError {
    FileError(
      file: file, problem: "the workbook is damaged or cut off: \(reason)",
      remedy: "copy or export it again; or open it in Excel and save it as .xlsx")
  }

  private func refused(_ problem: String) -> FileError {
    FileError(file: file, problem: problem, remedy: "open it in Excel and save it as a new .xlsx")
  }
}

/// The bytes of one part, unpacked piece by piece.
final class PartSource {
  /// Small, so that few rows are under way at once, and large enough that nothing is lost by it.
  private static let pieceSize = 8 << 10

  private let package: XLSXPackage
  private let part: String
  private let handle: OpaquePointer
  private let size: UInt64
  private let piece: UnsafeMutableRawBufferPointer
  /// How many bytes have been read.
  private(set) var count: UInt64 = 0

  init(_ package: XLSXPackage, _ part: String, _ handle: OpaquePointer, size: UInt64) {
    self.package = package
    self.part = part
    self.handle = handle
    self.size = size
    piece = .allocate(byteCount: Self.pieceSize, alignment: 64)
  }

  deinit {
    zip_fclose(handle)
    piece.deallocate()
  }

  /// Gives what comes next to `body`; false at the end, where size and checksum have been found right.
  func read(_ body: (UnsafeRawBufferPointer) throws(FileError) -> Void) throws(FileError) -> Bool {
    let got = zip_fread(handle, piece.baseAddress, UInt64(piece.count))
    guard got >= 0 else { throw error(String(cString: zip_error_strerror(zip_file_get_error(handle)))) }
    count += UInt64(got)
    // The directory, against which the limits were held, may lie.
    guard got > 0 ? count <= size : count == size else {
      throw error("it has not the \(size) bytes that the directory of the zip file says")
    }
    guard got > 0 else { return false }
    try body(UnsafeRawBufferPointer(rebasing: piece[..<Int(got)]))
    return true
  }

  private func error(_ reason: String) -> FileError {
    FileError(
      file: package.file, problem: "\(part) cannot be unpacked: \(reason)",
      remedy: "copy or export it again; or open it in Excel and save it as .xlsx")
  }
}
