import Foundation

/// A folder of its own for a test, gone when the test ends.
final class Scratch {
  let folder: String

  init() throws {
    folder = FileManager.default.temporaryDirectory.path + "/reviewpack-test-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit {
    // Folders that a test has closed to writers must be opened before they can be removed.
    for name in (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
    where isFolder(path(name)) {
      chmod(path(name), 0o755)
    }
    try? FileManager.default.removeItem(atPath: folder)
  }

  func path(_ name: String) -> String { folder + "/" + name }

  /// Writes a file and the folders above it.
  func write(_ text: String, to name: String) throws {
    let url = URL(filePath: path(name))
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: path(name))), as: UTF8.self)
  }

  /// The names in a folder, hidden ones too; none where there is no such folder.
  func names(in name: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path(name))) ?? []).sorted()
  }

  /// Every file below a folder by its path, with its bytes.
  func tree(_ name: String) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for file in (try? FileManager.default.subpathsOfDirectory(atPath: path(name))) ?? []
    where !isFolder(path(name + "/" + file)) {
      files[file] = try Data(contentsOf: URL(filePath: path(name + "/" + file)))
    }
    return files
  }

  private func isFolder(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
