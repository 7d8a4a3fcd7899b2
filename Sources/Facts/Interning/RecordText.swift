internal import Synchronization

/// A text that hardly two records share - the id of an invoice, what a plan says - in four bytes: where it begins
/// among the texts of its book. Unlike a ``Symbol`` it costs no place in the order of all texts, and two equal texts
/// may have two numbers.
package struct RecordText: Hashable, Sendable, BitwiseCopyable {
  fileprivate let number: UInt32

  /// The blank text.
  package static var blank: RecordText { RecordText(number: 0) }

  package var isBlank: Bool { number == 0 }
}

extension TextArena {
  /// Keeps a text.
  package mutating func keep(_ bytes: UnsafeRawBufferPointer) -> RecordText {
    RecordText(number: append(bytes))
  }
}

/// The texts of a book's records while it is read, shared by all workers.
package final class RecordTextStore: Sendable {
  private let arena = Mutex(TextArena())

  package init() {}

  /// Keeps a text.
  package func text(_ bytes: UnsafeRawBufferPointer) -> RecordText {
    bytes.isEmpty ? .blank : arena.withLock { $0.keep(bytes) }
  }

  /// The texts, when all have been kept; the store is empty afterwards.
  package func take() -> RecordTexts {
    RecordTexts(
      arena.withLock { arena in
        var taken = TextArena()
        swap(&taken, &arena)
        return taken
      })
  }
}

/// Texts that have all been kept: those of a book that has been read, or of a table.
package final class RecordTexts: Sendable {
  private let arena: TextArena

  package init(_ arena: consuming TextArena) { self.arena = arena }

  /// A text; nil for the blank one.
  package subscript(text: RecordText) -> String? { text.isBlank ? nil : arena.text(text.number) }

  /// A text in UTF-8, empty for the blank one; good for as long as the texts.
  package func bytes(_ text: RecordText) -> UnsafeRawBufferPointer { arena.places[text.number] }

  /// Whether one text stands before another, by bytes, a blank last; of equal ones `other` says.
  package func precedes(_ left: RecordText, _ right: RecordText, or other: @autoclosure () -> Bool = false)
    -> Bool
  {
    isBefore(left, right) || (!isBefore(right, left) && other())
  }

  private func isBefore(_ left: RecordText, _ right: RecordText) -> Bool {
    if left.isBlank || right.isBlank { return right.isBlank && !left.isBlank }
    return bytes(left).precedes(bytes(right))
  }
}
