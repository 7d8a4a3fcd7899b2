/// The output cannot be created.
package struct OutputError: Error, Hashable, Sendable, CustomStringConvertible {
  package let path: String
  package let reason: String
  /// What would be right, where that can be told.
  package let remedy: String

  static let writable = "give --output a folder that may be written to"

  init(_ path: String, _ reason: String, remedy: String = "") {
    self.path = path
    self.reason = reason
    self.remedy = remedy
  }

  package var description: String { "\(path): \(reason)" + (remedy.isEmpty ? "" : " (\(remedy))") }
}
