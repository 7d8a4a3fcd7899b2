internal import Foundation

/// Files that come into a folder together or not at all, and never in the place of another.
package enum NewFiles {
  /// Makes files in a folder, which is made if it is not there; their paths.
  ///
  /// - Parameters:
  ///   - names: what they are called.
  ///   - make: makes them in another folder: a hidden one beside their places, from which they are moved when all are
  ///     there.
  /// - Throws: ``RunError``, and what `make` throws; then none of them is there.
  package static func write(
    _ names: [String], to folder: String, make: (_ staging: String) throws -> Void
  ) throws -> [String] {
    let files = FileManager.default
    let staging = "\(folder)/.reviewpack-forms-\(ProcessInfo.processInfo.processIdentifier)"
    let paths = names.map { "\(folder)/\($0)" }
    for path in paths where files.fileExists(atPath: path) {
      throw RunError(
        .noOutput, ["\(path): the file is there already (give another folder, or move the file away)"])
    }
    do {
      try files.createDirectory(atPath: staging, withIntermediateDirectories: true)
    } catch {
      throw RunError(.noOutput, ["\(folder): the folder cannot be made (\(error.localizedDescription))"])
    }
    defer { try? files.removeItem(atPath: staging) }
    try make(staging)
    for (place, (name, path)) in zip(names, paths).enumerated() {
      do {
        try files.moveItem(atPath: "\(staging)/\(name)", toPath: path)
      } catch {
        for moved in paths[..<place] { try? files.removeItem(atPath: moved) }
        throw RunError(.noOutput, ["\(path): the file cannot be written (\(error.localizedDescription))"])
      }
    }
    return paths
  }
}
