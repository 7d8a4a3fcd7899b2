internal import Book
internal import Synchronization

/// The aliases and names of a master's records by what they mean (docs/inputs.md, section 3).
///
/// Gathered when a reference first asks that is no id: most books name by id, and ten thousand names, each put into the
/// form in which they are compared, cost as much as reading the master.
final class MasterWords: Sendable {
  private struct Meanings {
    /// The record that an alias, else a name, means; words that two records share mean none.
    var byAlias: [[UInt8]: Int?] = [:]
    var byName: [[UInt8]: Int?] = [:]
  }

  private let meanings = Mutex<Meanings?>(nil)

  /// The record that an alias, else a name, means.
  func index(meant word: Symbol, _ records: [some MasterRecord], _ text: (Symbol) -> String) -> Int? {
    let word = Self.comparable(word, text)
    return meanings.withLock { meanings in
      let known = meanings ?? Self.gathered(records, text)
      meanings = known
      return (known.byAlias[word] ?? nil) ?? (known.byName[word] ?? nil)
    }
  }

  private static func gathered(_ records: [some MasterRecord], _ text: (Symbol) -> String) -> Meanings {
    var meanings = Meanings()
    for (index, record) in records.enumerated() {
      let aliases = record.aliases.map { comparable($0, text) }
      for alias in Set(aliases) {
        meanings.byAlias[alias] = meanings.byAlias[alias] == nil ? .some(index) : .some(nil)
      }
      guard !record.name.isBlank else { continue }
      let name = comparable(record.name, text)
      meanings.byName[name] = meanings.byName[name] == nil ? .some(index) : .some(nil)
    }
    return meanings
  }

  /// A word as aliases and names are compared: after NFKC and trim, by its bytes.
  private static func comparable(_ word: Symbol, _ text: (Symbol) -> String) -> [UInt8] {
    var text = text(word)
    return text.withUTF8 { CompatibilityForm.nfkcTrimmed(UnsafeRawBufferPointer($0)) }
  }
}
