internal import CRename
internal import Glibc
internal import ReviewModel

/// The atomic publication of a pack (docs/outputs.md, section 1).
///
///     OUTPUT/.reviewpack.lock     held while a pack is made, so that two runs take turns
///     OUTPUT/.2026-10.staging/    where the pack is built; left behind only by a run that was killed
///     OUTPUT/2026-10/             exchanged with the staging folder in one step; then the old pack goes
///
/// A run that fails or is killed leaves the earlier pack as it was. Whoever holds the lock knows that every
/// staging folder it finds is of a dead run, and clears it. What is no pack is never replaced or cleared.
package struct Publication: ~Copyable {
  /// Where the pack is to be built.
  package let staging: String
  /// Where it will stand.
  package let destination: String
  private let output: String
  private let name: String
  private let lock: OutputLock

  private static let suffix = ".staging"
  private static let replaced = ".replaced"

  /// Begins a publication.
  ///
  /// - Parameters:
  ///   - name: the pack's folder in `output`.
  ///   - patience: how many seconds to wait for another run on the same output.
  /// - Throws: ``OutputError``.
  package init(of name: String, in output: String, patience: Int = 10) throws {
    try Self.check(name, in: output)
    let destination = output + "/" + name
    try makeFolders(output)
    let lock = try OutputLock(on: output, patience: patience)
    try Self.clearLeftovers(in: output)
    let staging = output + "/." + name + Self.suffix
    guard mkdir(staging, 0o755) == 0 else {
      throw OutputError(staging, "cannot be created: \(lastError())", remedy: OutputError.writable)
    }
    self.output = output
    self.name = name
    self.staging = staging
    self.destination = destination
    self.lock = lock
  }

  /// Makes the pack durable and puts it in its place in one step.
  package consuming func publish() throws {
    try syncTree(staging)
    if rename(staging, destination) != 0 {
      // An older pack stands there: the two change places, and the older one is removed as what is left over.
      if renameat2(AT_FDCWD, staging, AT_FDCWD, destination, UInt32(RP_RENAME_EXCHANGE)) != 0 {
        // Some file systems cannot exchange. Then the name is free for the moment between two renames.
        let old = output + "/." + name + Self.replaced
        guard rename(destination, old) == 0 else {
          throw OutputError(destination, "cannot be replaced: \(lastError())")
        }
        guard rename(staging, destination) == 0 else {
          let reason = lastError()
          try Self.clearLeftovers(in: output)
          throw OutputError(destination, "cannot be replaced: \(reason)")
        }
        try removeTree(old)
      }
    }
    try sync(output)
  }

  /// Whatever stands at a pack's place is replaced whole, so it must be a pack: a folder of a pack's files.
  ///
  /// A publication checks it itself; asked beforehand, nothing is made that cannot be published.
  ///
  /// - Throws: ``OutputError``.
  package static func check(_ name: String, in output: String) throws {
    let path = output + "/" + name
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    let remedy = "move it away, or give another --output"
    guard status.st_mode & S_IFMT == S_IFDIR else {
      throw OutputError(path, "stands where the pack goes, and is no pack", remedy: remedy)
    }
    if let other = try entries(of: path).first(where: { PackPart(rawValue: $0) == nil }) {
      throw OutputError(
        path, "stands where the pack goes, and holds \(other), which is of no pack", remedy: remedy)
    }
    // Who may not remove the older pack would leave it behind as a leftover that stops every later run.
    guard access(path, W_OK | X_OK) == 0 else {
      throw OutputError(
        path, "is another user's pack and cannot be replaced: \(lastError())",
        remedy: "give another --output, or have its owner remove it")
    }
  }

  /// Whether a folder of this name may be a pack: `2026-10`, `2026-W43`, `2026-10@2026-10-15`.
  private static func isPackName(_ name: Substring) -> Bool {
    let parts = name.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    return ReviewPeriod.span(parts[0]) != nil && (parts.count == 1 || Day(parts[1]) != nil)
  }

  /// Clears what dead runs left behind. A pack that was moved aside when its run died comes back.
  private static func clearLeftovers(in output: String) throws {
    for leftover in try entries(of: output) where leftover.hasPrefix(".") {
      let path = output + "/" + leftover
      if leftover.hasSuffix(suffix), isPackName(leftover.dropFirst().dropLast(suffix.count)) {
        try removeTree(path)
      } else if leftover.hasSuffix(replaced), isPackName(leftover.dropFirst().dropLast(replaced.count)) {
        let pack = output + "/" + leftover.dropFirst().dropLast(replaced.count)
        if isFolder(pack) {
          try removeTree(path)
        } else if rename(path, pack) != 0 {
          throw OutputError(path, "cannot be put back: \(lastError())")
        }
      }
    }
  }

  deinit {
    // What was published is no longer there; what failed is of no use to anybody. An error here has nobody to
    // hear it: the next run clears what is left.
    try? removeTree(staging)
  }
}
