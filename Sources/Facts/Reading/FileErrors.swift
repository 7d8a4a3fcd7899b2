package import ReviewModel

/// All file-level errors of a run: they stop it before anything is written.
package struct FileErrors: Error, Sendable, CustomStringConvertible {
  /// In the order of files, then lines.
  package let errors: [FileError]

  package init(_ errors: [FileError]) {
    self.errors = errors.uniqued().sorted { left, right in
      left.file == right.file
        ? (left.line ?? 0) < (right.line ?? 0) : left.file.utf8.lexicographicallyPrecedes(right.file.utf8)
    }
  }

  package var description: String { errors.map(\.description).joined(separator: "\n") }
}

extension [FileError] {
  /// A constant that suits no file of a kind is one error, not one a file.
  fileprivate func uniqued() -> [FileError] {
    var met: Set<FileError> = []
    return filter { met.insert($0).inserted }
  }
}
