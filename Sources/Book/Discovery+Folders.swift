internal import Glibc
internal import ReviewModel

/// Walks a book's folder.
struct FolderLister {
  /// What tells one file or folder from another, however it is reached.
  private struct Identity: Hashable {
    let device: UInt64
    let number: UInt64
  }

  /// Relative to the book, in no particular order.
  private(set) var paths: [String] = []
  private(set) var problems: [FileError] = []
  private let skipped: Set<Identity>

  /// - Parameter paths: what is no input; what does not exist (yet) matters not.
  init(skipping paths: [String]) {
    skipped = Set(paths.compactMap { Self.status(of: $0)?.identity })
  }

  mutating func list(book: String) throws(DiscoveryError) {
    guard let status = Self.status(of: book) else {
      throw errno == ENOENT ? .noSuchFolder(book) : .unreadable(book, reason: Self.reason(errno))
    }
    guard status.isFolder else { throw .notAFolder(book) }
    guard let names = self.names(in: book, as: "") else {
      throw .unreadable(book, reason: Self.reason(errno))
    }
    guard !names.contains(Self.packsMark) else { throw .holdsPacks(book + "/" + Self.packsMark) }
    list(names, of: book, as: "", above: [status.identity])
  }

  /// Whoever writes packs leaves a lock beside them: what was written once is not read as input.
  private static let packsMark = ".reviewpack.lock"

  /// - Parameter above: this folder and those that hold it: a link back to one of them is a loop.
  private mutating func list(_ names: [String], of folder: String, as path: String, above: Set<Identity>) {
    if names.contains(Self.packsMark) { return }
    // Excel marks an open workbook with a hidden file `~$NAME.xlsx` beside it.
    for name in names where !name.hasPrefix(".") && !name.hasPrefix("~$") {
      let (full, relative) = (folder + "/" + name, path + name)
      guard let status = Self.status(of: full) else {
        if errno == ENOENT {
          // A link to nowhere: reading it will say so, where it is asked for.
          paths.append(relative)
        } else {
          problems.append(
            FileError(
              file: relative, problem: "cannot be looked at: \(Self.reason(errno))",
              remedy: "move it out of the book, or to a shorter path"))
        }
        continue
      }
      if skipped.contains(status.identity) { continue }
      if status.isFolder {
        guard !above.contains(status.identity) else { continue }
        guard let inside = self.names(in: full, as: relative + "/") else {
          problems.append(
            FileError(
              file: relative, problem: "the folder cannot be read: \(Self.reason(errno))",
              remedy: "allow reading it, or move it out of the book"))
          continue
        }
        list(inside, of: full, as: relative + "/", above: above.union([status.identity]))
      } else {
        // What is neither file nor folder cannot be read, which is said where its name makes it input.
        paths.append(relative)
      }
    }
  }

  /// Whether two paths lead to one folder.
  static func areOne(_ path: String, _ other: String) -> Bool {
    guard let identity = status(of: path)?.identity else { return false }
    return identity == status(of: other)?.identity
  }

  /// Follows links; nil, and `errno`, on failure.
  private static func status(of path: String) -> (identity: Identity, isFolder: Bool)? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    let type = status.st_mode & S_IFMT
    let identity = Identity(device: UInt64(status.st_dev), number: UInt64(status.st_ino))
    return (identity, type == S_IFDIR)
  }

  /// The names in a folder, sorted by bytes; nil, and `errno`, on failure. One that is not in UTF-8 is a problem.
  private mutating func names(in folder: String, as path: String) -> [String]? {
    guard let stream = opendir(folder) else { return nil }
    defer { closedir(stream) }
    var names: [String] = []
    errno = 0
    while let entry = readdir(stream) {
      // d_name is a tuple of 256 bytes that ends with NUL; the pointer is taken of the entry itself, which
      // may be shorter than its type.
      let offset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 0
      let bytes = UnsafeRawPointer(entry).advanced(by: offset).assumingMemoryBound(to: CChar.self)
      guard let name = String(validatingCString: bytes) else {
        // Hidden ones are no input, whatever they are called.
        let garbled = String(cString: bytes)
        if !garbled.hasPrefix(".") {
          problems.append(
            FileError(
              file: path + garbled, problem: "the name is not in UTF-8",
              remedy: "rename it, or move it out of the book"))
        }
        continue
      }
      if name != "." && name != ".." { names.append(name) }
    }
    guard errno == 0 else { return nil }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private static func reason(_ code: Int32) -> String { String(cString: strerror(code)) }
}
