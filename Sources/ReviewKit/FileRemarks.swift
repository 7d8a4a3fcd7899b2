internal import Book
internal import Facts
internal import FlatFiles
internal import Foundation
internal import Glibc
internal import ReviewModel

/// What the files of a book show by their bytes, apart from their rows: that one is there twice.
struct FileRemarks {
  private let folder: String
  private let files: [InputFile]

  init(in folder: String, _ files: [InputFile]) {
    self.folder = folder
    self.files = files
  }

  /// Everything, a matter after the other.
  var all: [Remark] { copies }

  // MARK: - Copies

  /// Files of one kind whose bytes are those of an earlier one: `订单202610 (1).csv`.
  private var copies: [Remark] {
    struct Likeness: Hashable {
      let kind: InputKind
      let size: Int
    }
    let ofOneSize = Dictionary(grouping: files) { Likeness(kind: $0.kind, size: size(of: $0)) }
    let pairs = ofOneSize.filter { $0.key.size > 0 && $0.value.count > 1 }.values.flatMap(pairs)
    let originals = Dictionary(pairs.map { ($0.copy, $0.original.path) }) { first, _ in first }
    return files.compactMap { file in
      originals[file].map { Remark(file: file.path, key: "copy", arguments: [.text($0)]) }
    }
  }

  /// Among files of one size, in reading order. Most differ in their first bytes: of thousands of small reports each is
  /// opened once, and only those that begin alike are compared.
  private func pairs(_ files: [InputFile]) -> [(copy: InputFile, original: InputFile)] {
    var originals: [Int: [InputFile]] = [:]
    return files.compactMap { file in
      guard let beginning = pieces(of: file).next().map(Self.hash) else { return nil }
      if let original = originals[beginning]?.first(where: { areEqual($0, file) }) { return (file, original) }
      originals[beginning, default: []].append(file)
      return nil
    }
  }

  /// Of all bytes: that of `Data` itself is of the first few, which are the same headers in all of them.
  private static func hash(_ bytes: Data) -> Int {
    var hasher = Hasher()
    bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
    return hasher.finalize()
  }

  private func areEqual(_ one: InputFile, _ other: InputFile) -> Bool {
    let (one, other) = (pieces(of: one), pieces(of: other))
    while let piece = one.next() {
      guard piece == other.next() else { return false }
    }
    return other.next() == nil
  }

  /// The bytes of a file piece by piece; none where it cannot be read any more.
  private func pieces(of file: InputFile) -> AnyIterator<Data> {
    let handle = FileHandle(forReadingAtPath: path(of: file))
    return AnyIterator {
      guard let piece = try? handle?.read(upToCount: 1 << 16), !piece.isEmpty else { return nil }
      return piece
    }
  }

  private func size(of file: InputFile) -> Int {
    var status = stat()
    return stat(path(of: file), &status) == 0 ? Int(status.st_size) : 0
  }

  private func path(of file: InputFile) -> String { folder + "/" + file.path }
}
