internal import Glibc

/// What the last system call failed of.
func lastError() -> String { String(cString: strerror(errno)) }

/// Makes a folder and those above it.
func makeFolders(_ path: String) throws {
  var made = path.hasPrefix("/") ? "/" : ""
  for part in path.split(separator: "/") {
    made += (made.isEmpty || made.hasSuffix("/") ? "" : "/") + part
    if mkdir(made, 0o755) != 0, errno != EEXIST {
      throw OutputError(made, "cannot be created: \(lastError())", remedy: OutputError.writable)
    }
  }
  guard isFolder(path) else {
    throw OutputError(path, "this is a file, not a folder", remedy: OutputError.writable)
  }
}

/// Whether a folder is at a path, or at the end of a link there.
func isFolder(_ path: String) -> Bool {
  var status = stat()
  return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
}

/// Whether a path is a folder itself, not a link to one: links are never followed when a tree is removed.
private func isFolderItself(_ path: String) -> Bool {
  var status = stat()
  return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
}

/// The names in a folder, in byte order.
func entries(of folder: String) throws -> [String] {
  guard let handle = opendir(folder) else { throw OutputError(folder, "cannot be listed: \(lastError())") }
  defer { closedir(handle) }
  var names: [String] = []
  while true {
    // Its end and a failure differ in errno alone.
    errno = 0
    guard let entry = readdir(handle) else { break }
    let name = withUnsafePointer(to: &entry.pointee.d_name) {
      $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
    }
    if name != ".", name != ".." { names.append(name) }
  }
  guard errno == 0 else { throw OutputError(folder, "cannot be listed: \(lastError())") }
  return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
}

/// Removes a folder and all in it; nothing where it is not there.
func removeTree(_ path: String) throws {
  if isFolderItself(path) {
    for name in try entries(of: path) { try removeTree(path + "/" + name) }
    guard rmdir(path) == 0 else { throw OutputError(path, "cannot be removed: \(lastError())") }
  } else if unlink(path) != 0, errno != ENOENT {
    throw OutputError(path, "cannot be removed: \(lastError())")
  }
}

/// Has the kernel write a file or folder to disk.
func sync(_ path: String) throws {
  let descriptor = open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { throw OutputError(path, "cannot be opened: \(lastError())") }
  defer { close(descriptor) }
  guard fsync(descriptor) == 0 else { throw OutputError(path, "cannot be synced: \(lastError())") }
}

/// Syncs every file of a folder, then the folder.
func syncTree(_ folder: String) throws {
  for name in try entries(of: folder) {
    let path = folder + "/" + name
    if isFolderItself(path) { try syncTree(path) } else { try sync(path) }
  }
  try sync(folder)
}
