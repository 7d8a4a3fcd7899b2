package import ReviewModel

/// A small set of words with their codes, matched without regard to case. Of two equal words the first
/// counts.
struct WordTable: Hashable, Sendable {
  private struct Entry: Hashable {
    let start: Int
    let count: Int
    let code: Int
  }

  /// The folded words (``CompatibilityForm/folded(_:)``), one after the other.
  private var bytes: [UInt8] = []
  private var entries: [Entry] = []

  /// Adds a word; an empty one is never matched.
  mutating func add(_ word: String, code: Int) {
    let folded = CompatibilityForm.folded(word)
    if folded.isEmpty { return }
    entries.append(Entry(start: bytes.count, count: folded.count, code: code))
    bytes += folded
  }

  /// The code of the word that is all of `text`, whose ASCII letters may be of either case.
  func code(of text: FieldBytes) -> Int? {
    bytes.withUnsafeBufferPointer { bytes in
      for entry in entries where entry.count == text.count {
        var index = 0
        while index < text.count, Self.lowercase(text[index]) == bytes[entry.start + index] { index += 1 }
        if index == text.count { return entry.code }
      }
      return nil
    }
  }

  @inline(__always)
  private static func lowercase(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

  /// The code that `match` finds in a field of an enum: in the trimmed bytes, or else in their folded form.
  /// Only the empty field is blank.
  @inline(__always)
  static func reading(_ bytes: FieldBytes, _ match: (FieldBytes) -> Int?) -> Scalar {
    let text = TextTrim.trim(bytes)
    if text.isEmpty { return .blank }
    if let code = match(text) { return Scalar(Int64(code)) }
    if CompatibilityForm.isCertain(text) { return .malformed }
    return CompatibilityForm.folded(text.text).withUnsafeBytes { folded in
      folded.isEmpty ? .blank : match(folded).map { Scalar(Int64($0)) } ?? .malformed
    }
  }
}

/// Reads an enum: a word of a vocabulary, canonical or alias, as its position there.
package struct WordMatcher: Sendable {
  private var table = WordTable()

  /// A matcher of the words of `vocabulary`.
  package init(_ vocabulary: Vocabulary) {
    for (code, word) in vocabulary.words.enumerated() { table.add(word.canonical, code: code) }
    for (code, word) in vocabulary.words.enumerated() {
      for alias in word.aliases { table.add(alias, code: code) }
    }
  }

  /// The position of the word in its vocabulary.
  package func read(_ bytes: FieldBytes) -> Scalar { WordTable.reading(bytes, table.code) }
}

/// Reads a stage as its position in the configured list: by id or alias, else by what stands before its first
/// `-`, `_`, space or `:`. The first stage of kind lost is also 丢单 and 输单.
package struct StageMatcher: Sendable {
  private var table = WordTable()

  /// A matcher of `stages`. An id goes before an alias, both before 丢单 and 输单.
  package init(_ stages: [Stage]) {
    for (code, stage) in stages.enumerated() { table.add(stage.id, code: code) }
    for (code, stage) in stages.enumerated() {
      for alias in stage.aliases { table.add(alias, code: code) }
    }
    if let lost = stages.firstIndex(where: { $0.kind == .lost }) {
      for word in ["丢单", "输单"] { table.add(word, code: lost) }
    }
  }

  /// The position of the stage in the configured list.
  package func read(_ bytes: FieldBytes) -> Scalar {
    WordTable.reading(bytes) { text in
      if let code = table.code(of: text) { return code }
      let separators: (UInt8) -> Bool = {
        $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: " ")
          || $0 == UInt8(ascii: ":")
      }
      guard let end = text.firstIndex(where: separators) else { return nil }
      return table.code(of: text.part(0, end))
    }
  }
}

extension Scalar {
  /// A flag as 1 or 0: true/false, 1/0, yes/no, y/n, 是/否, √/×, in any case.
  package static func flag(_ bytes: FieldBytes) -> Scalar {
    if bytes.count == 1, bytes[0] & 0xfe == 0x30 { return Scalar(Int64(bytes[0] & 1)) }
    return reading(bytes) { text in
      flags.code(of: text).map { Scalar(Int64($0)) } ?? .malformed
    }
  }

  private static let flags: WordTable = {
    var table = WordTable()
    for word in ["true", "1", "yes", "y", "是", "√"] { table.add(word, code: 1) }
    for word in ["false", "0", "no", "n", "否", "×"] { table.add(word, code: 0) }
    return table
  }()
}
