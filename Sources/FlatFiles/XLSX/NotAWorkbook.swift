internal import ReviewModel

/// What a file is that is called .xlsx and is none.
enum NotAWorkbook {
  /// Throws where the file's first bytes are not those of a zip file with something in it.
  static func refuse(path: String, file: String) throws(FileError) {
    let source = try DiskFile(path: path, name: file)
    let head = UnsafeMutableRawBufferPointer.allocate(byteCount: 8, alignment: 8)
    defer { head.deallocate() }
    let count = try source.read(into: head)
    let bytes = Array(head[..<count])
    if bytes.isEmpty {
      throw FileError(file: file, problem: "the file is empty", remedy: "copy or export it again")
    }
    if bytes.starts(with: [0x50, 0x4B]) { return }
    // The compound files of old Office; a workbook with a password is packed into one as well (MS-OFFCRYPTO).
    if bytes == [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] {
      throw try holdsEncryptedPackage(source)
        ? encrypted(file)
        : FileError(
          file: file, problem: "is a workbook of the old kind (.xls) under the name of a new one",
          remedy: "open it in Excel and save it as .xlsx")
    }
    throw FileError(
      file: file, problem: "is no workbook, whatever its name says",
      remedy: "open it in Excel and save it as .xlsx; if it is a text file, call it .csv")
  }

  /// What to say of a workbook that asks for a password.
  static func encrypted(_ file: String) -> FileError {
    FileError(
      file: file, problem: "the workbook is encrypted",
      remedy: "remove the password in Excel (File, Info, Protect Workbook) and save it again")
  }

  /// Whether a stream of a compound file is called `EncryptedPackage`.
  private static func holdsEncryptedPackage(_ source: DiskFile) throws(FileError) -> Bool {
    let wanted = "EncryptedPackage".utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
    let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 64)
    defer { piece.deallocate() }
    // A name stands at a multiple of 128 bytes, and so never across two pieces that begin at one.
    try source.rewind()
    while true {
      let count = try source.read(into: piece)
      for start in stride(from: 0, to: count - wanted.count, by: 128)
      where piece[start..<start + wanted.count].elementsEqual(wanted) {
        return true
      }
      if count < piece.count { return false }
    }
  }
}
