internal import CXLSXWriter
internal import Glibc
internal import ReviewModel
internal import Synchronization

/// A workbook in the making. It owns what libxlsxwriter allocates and gives it back when it is closed or
/// dropped; its ``Sheet`` and ``Format`` values must not outlive it.
///
/// Constant memory: a row is on its way to a temporary file as soon as the next one is begun, so rows are
/// written from the first to the last.
struct Workbook: ~Copyable {
  /// `workbook_close` asks `gmtime`, whose answer is one for the whole process.
  private static let closing = Mutex(())

  let path: String
  private var book: UnsafeMutablePointer<lxw_workbook>?
  private(set) var sheetCount = 0

  /// Begins a workbook; `created` stands in for the clock, so that the same pack gives the same bytes.
  init(at path: String, temporaryFolder: String, title: String, company: String, created: Day)
    throws(WriteError)
  {
    self.path = path
    // libxlsxwriter would say so on standard error, in words of its own, and only at the end.
    try BufferedFile(creating: path).close()
    // libxlsxwriter would quietly take another folder.
    guard access(temporaryFolder, W_OK | X_OK) == 0 else {
      throw WriteError(file: temporaryFolder, reason: String(cString: strerror(errno)))
    }
    book = temporaryFolder.withMutableCString { folder in
      var options = lxw_workbook_options(constant_memory: 1, tmpdir: folder, use_zip64: 0)
      return workbook_new_opt(path, &options)
    }
    guard let book else { throw WriteError(file: path, reason: "the workbook cannot be begun") }
    let error = title.withMutableCString { title in
      company.withMutableCString { company in
        var properties = lxw_doc_properties()
        properties.title = title
        properties.company = company
        properties.created = time_t(created.number) * 86_400
        return workbook_set_properties(book, &properties)
      }
    }
    try check(error, path)
  }

  deinit {
    if let book { lxw_workbook_free(book) }
  }

  /// Adds a sheet after the others; the name must be one that ``SheetNames`` gave.
  mutating func addSheet(named name: String) throws(WriteError) -> Sheet {
    guard let book, let sheet = workbook_add_worksheet(book, name) else {
      throw WriteError(file: path, reason: "the sheet '\(name)' cannot be added")
    }
    sheetCount += 1
    return Sheet(sheet, of: book, path: path, name: name, number: sheetCount)
  }

  /// Adds a format of cells.
  func addFormat(_ set: (Format) -> Void) throws(WriteError) -> Format {
    guard let book, let pointer = workbook_add_format(book) else {
      throw WriteError(file: path, reason: "out of memory")
    }
    let format = Format(pointer)
    set(format)
    return format
  }

  /// Puts the parts together and writes the file. That libxlsxwriter reports no error does not mean that the
  /// file is whole: see ``WorkbookParts``.
  consuming func close() throws(WriteError) {
    guard let open = book else { return }
    book = nil
    let error = Self.closing.withLock { _ in workbook_close(open) }
    try check(error, path)
  }
}

/// Throws what libxlsxwriter says, unless it says that all is well.
func check(_ error: lxw_error, _ path: String) throws(WriteError) {
  guard error != LXW_NO_ERROR else { return }
  let reason = lxw_strerror(error).map { String(cString: $0) } ?? "unknown error"
  // What zlib was told by the system it keeps to itself.
  let isOfDisk = error == LXW_ERROR_ZIP_FILE_OPERATION || error == LXW_ERROR_ZIP_CLOSE
  throw WriteError(file: path, reason: reason + (isOfDisk ? " " + WriteError.fullDisk : ""))
}

extension String {
  /// libxlsxwriter's structures ask for `char *` where they only read.
  func withMutableCString<Result>(_ body: (UnsafeMutablePointer<CChar>) -> Result) -> Result {
    // Never empty: it ends with NUL.
    var bytes = utf8CString
    return bytes.withUnsafeMutableBufferPointer { body($0.baseAddress!) }
  }
}
