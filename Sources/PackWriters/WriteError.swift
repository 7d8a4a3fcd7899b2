/// A file of the pack that could not be written, or that does not read back as what was written.
package struct WriteError: Error, Hashable, CustomStringConvertible {
  /// The path of the file.
  package let file: String
  /// What went wrong.
  package let reason: String

  /// What is most often the matter with a workbook; temporary files stand beside it.
  static let fullDisk = "(the disk that it is written to may be full)"

  /// An error of `file`.
  package init(file: String, reason: String) {
    self.file = file
    self.reason = reason
  }

  /// `FILE: what went wrong`.
  package var description: String { "\(file): \(reason)" }
}
