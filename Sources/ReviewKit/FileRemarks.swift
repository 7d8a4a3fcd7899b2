internal import Book
internal import Facts
internal import FlatFiles
internal import Foundation
internal import Glibc
internal import ReviewModel

/// What the files of a book show by their bytes, apart from their rows: that one is there twice, cut off, or in
/// another encoding.
struct FileRemarks {
  private let folder: String
  private let files: [InputFile]
  private let configuration: Configuration
  private let quality: [FileQuality]

  init(in folder: String, _ book: OpenBook, _ quality: [FileQuality]) {
    self.folder = folder
    files = book.files.files
    configuration = book.configuration
    self.quality = quality
  }

  /// Everything, a matter after the other.
  var all: [Remark] { copies + cutOff + maybeBig5 }

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

  // MARK: - Files cut off

  /// Texts whose last row has neither an end nor all its fields, though all others have.
  private var cutOff: [Remark] {
    files.compactMap { file in
      guard file.format == .csv || file.format == .tsv, mayBeCutOff(file), let line = cutOffLine(of: file)
      else {
        return nil
      }
      return Remark(file: file.path, line: line, key: "cut-off")
    }
  }

  /// Whether a file ends within a line that has fewer delimiters than the first: many programs leave the last line
  /// without an end, and no whole file is to be read twice for it.
  private func mayBeCutOff(_ file: InputFile) -> Bool {
    // What is compressed says itself that it is cut off.
    guard !file.path.lowercased().hasSuffix(".gz"), let handle = FileHandle(forReadingAtPath: path(of: file)),
      let size = try? handle.seekToEnd()
    else { return false }
    func bytes(from start: UInt64, _ count: Int) -> Data {
      guard (try? handle.seek(toOffset: start)) != nil else { return Data() }
      return ((try? handle.read(upToCount: count)) ?? nil) ?? Data()
    }
    let isLineEnd = { (byte: UInt8) in byte == 0x0A || byte == 0x0D }
    // A line end has a zero byte beside it in UTF-16.
    let end = bytes(from: size - min(size, 2), 2).last { $0 != 0 }
    guard let end, !isLineEnd(end) else { return false }
    let tail = bytes(from: size - min(size, UInt64(Self.longestLine)), Self.longestLine)
    let header = bytes(from: 0, Self.longestLine).prefix { !isLineEnd($0) }
    let last = tail.suffix(from: tail.lastIndex(where: isLineEnd).map { $0 + 1 } ?? tail.startIndex)
    let delimiters = configuration.options(of: file.kind).delimiter.map { [$0] } ?? Dialect.delimiters
    let fields = delimiters.map { delimiter in header.count { $0 == delimiter } }
    guard let most = fields.max(), let place = fields.firstIndex(of: most) else { return false }
    return last.count { $0 == delimiters[place] } < most
  }

  /// As far from its beginning and its end a file's first and last line are looked for.
  private static let longestLine = 1 << 16

  /// The line of the last row, where it alone is shorter than the header.
  private func cutOffLine(of file: InputFile) -> Int? {
    guard let reader = try? file.open(at: path(of: file), configuration.options(of: file.kind)),
      case .row(let names, _) = reader.header
    else { return nil }
    var block = RowBlock()
    var nested = RowBlock()
    var last: RowEntry?
    var rows = 0
    while (try? reader.next(into: &block, nested: &nested)) == true {
      let isWhole = block.withRows { _, _, entries in
        for row in entries {
          if let last, last.fieldCount < names.count { return false }
          last = row
          rows += 1
        }
        return true
      }
      guard isWhole else { return nil }
    }
    guard rows > 1, let last, last.fieldCount < names.count else { return nil }
    return last.line
  }

  // MARK: - Big5

  /// Texts that were read as GB18030 for want of a word, have characters there that nobody writes, and are Big5 from
  /// beginning to end.
  private var maybeBig5: [Remark] {
    quality.compactMap { file in
      guard file.encoding == TextEncoding.gb18030.name, configuration.options(of: file.kind).encoding == nil,
        beginningHasPrivateCharacters(folder + "/" + file.file),
        (try? TextFile(path: folder + "/" + file.file, name: file.file, encoding: .big5)) != nil
      else { return nil }
      return Remark(file: file.file, key: "big5", arguments: [.text(file.kind.rawValue)])
    }
  }

  /// Of Chinese in Big5 every tenth character or so is a private one in GB18030, so the beginning tells.
  private func beginningHasPrivateCharacters(_ path: String) -> Bool {
    guard let bytes = try? FileHandle(forReadingAtPath: path)?.read(upToCount: 1 << 18),
      let end = bytes.lastIndex(of: UInt8(ascii: "\n")),
      let text = try? TextFile(BytesInMemory(bytes[...end]), name: path, encoding: .gb18030)
    else { return false }
    var decoded = [UInt8](repeating: 0, count: text.size)
    guard let count = try? decoded.withUnsafeMutableBytes({ try text.source.read(into: $0) }) else {
      return false
    }
    return zip(decoded[..<count], decoded[..<count].dropFirst()).contains { first, second in
      // U+E000 to U+F8FF in UTF-8.
      first == 0xEE || (first == 0xEF && second < 0xA4)
    }
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

/// Bytes that have been read, as the text of a file.
private final class BytesInMemory: ByteSource {
  private let bytes: Data
  private var offset = 0

  init(_ bytes: Data) { self.bytes = bytes }

  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    let part = bytes.dropFirst(offset).prefix(buffer.count)
    buffer.copyBytes(from: part)
    offset += part.count
    return part.count
  }

  func rewind() { offset = 0 }
  func pause() {}
}
