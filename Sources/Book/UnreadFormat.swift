/// Formats in which tables come and that are not read; from each there is a way to one that is.
package enum UnreadFormat: String, CaseIterable, Hashable, Sendable {
  /// A workbook that is no .xlsx.
  case workbook
  /// A workbook of Apple's Numbers.
  case numbers
  case pdf
  /// Files packed into one.
  case archive
  /// A text that does not say by its name that it is a table.
  case text

  /// The format of a file by its name; nil for one that is read, and for what is no table.
  package init?(path: String) {
    let name = path.split(separator: "/").last?.lowercased() ?? ""
    let endings = name.split(separator: ".").dropFirst()
    switch endings.last {
    case "xls", "xlsm", "xlsb", "xlt", "xltx", "xltm", "ods", "et": self = .workbook
    case "numbers": self = .numbers
    case "pdf": self = .pdf
    case "zip", "rar", "7z", "tar", "tgz", "bz2", "xz", "zst": self = .archive
    case "txt", "dat", "asc", "prn": self = .text
    // A text may be compressed; whatever else is must be unpacked.
    case "gz" where FileName(name).format == nil: self = .archive
    default: return nil
    }
  }
}
