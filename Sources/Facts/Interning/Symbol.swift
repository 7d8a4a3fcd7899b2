internal import Book
internal import Synchronization

/// A text that many rows share - a province, a rep, a product - as a small number. The blank text is number 0.
public struct Symbol: Hashable, Sendable, BitwiseCopyable {
  public let number: UInt32

  @inlinable
  public init(number: UInt32) { self.number = number }

  @inlinable
  public static func == (left: Symbol, right: Symbol) -> Bool { left.number == right.number }

  /// The blank text.
  @inlinable
  public static var blank: Symbol { Symbol(number: 0) }

  @inlinable
  public var isBlank: Bool { number == 0 }

  /// This symbol, or `other` where it is blank.
  @inlinable
  public func or(_ other: @autoclosure () -> Symbol) -> Symbol { isBlank ? other() : self }
}

/// The symbols of a book while it is read, shared by all workers.
package final class SymbolTable: Sendable {
  private let table: Mutex<ByteTable>

  package init() {
    var table = ByteTable(capacity: 4096)
    _ = table.insert(UnsafeRawBufferPointer(start: nil, count: 0))
    self.table = Mutex(table)
  }

  /// The symbol of a text.
  package func symbol(_ bytes: UnsafeRawBufferPointer) -> Symbol {
    table.withLock { Symbol(number: UInt32($0.insert(bytes).index)) }
  }

  /// The symbol of a text.
  package func symbol(_ text: String) -> Symbol {
    var text = text
    return text.withUTF8 { symbol(UnsafeRawBufferPointer($0)) }
  }

  /// The text of a symbol.
  package func text(_ symbol: Symbol) -> String { table.withLock { $0.text(Int(symbol.number)) } }

  /// Every text by its symbol's number: for when reading is over and no symbol is added any more.
  package func frozen() -> Symbols {
    table.withLock { table in
      Symbols(
        texts: (0..<table.count).map { table.text($0) },
        inOrder: (0..<table.count).sorted { table.precedes($0, $1) })
    }
  }
}

/// The symbols of a book that has been read: texts by number, and their order by bytes.
package struct Symbols: Sendable {
  private let texts: [String]
  /// The position of each symbol in the order of bytes.
  private let ranks: [UInt32]

  /// - Parameter order: the numbers of the texts in the order of their bytes.
  init(texts: [String], inOrder order: [Int]) {
    self.texts = texts
    var ranks = [UInt32](repeating: 0, count: texts.count)
    for (rank, index) in order.enumerated() { ranks[index] = UInt32(rank) }
    self.ranks = ranks
  }

  /// The text of a symbol; empty for the blank one.
  package func text(_ symbol: Symbol) -> String { texts[Int(symbol.number)] }

  /// The text of a symbol; nil for the blank one.
  package subscript(symbol: Symbol) -> String? { symbol.isBlank ? nil : texts[Int(symbol.number)] }

  /// The items of a list that was kept as one text.
  package func items(_ symbol: Symbol) -> [String] {
    var text = self.text(symbol)
    var items: [String] = []
    text.withUTF8 { bytes in
      TextList.forEach(UnsafeRawBufferPointer(bytes)) { items.append(String(decoding: $0, as: UTF8.self)) }
    }
    return items
  }

  /// Where a symbol stands in the order of bytes: the lower, the earlier.
  package func rank(_ symbol: Symbol) -> UInt32 { ranks[Int(symbol.number)] }

  /// How many symbols there are, the blank one included.
  package var count: Int { texts.count }
}
