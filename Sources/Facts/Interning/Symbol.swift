internal import Book
internal import Synchronization

/// A text that many rows share - a province, a rep, a product - as a small number. The blank text is number 0.
public struct Symbol: Hashable, Sendable, BitwiseCopyable {
  /// Its place in the book's table of symbols.
  public let number: UInt32

  /// The symbol of a number that the table gave.
  @inlinable
  public init(number: UInt32) { self.number = number }

  /// Whether two are one text.
  @inlinable
  public static func == (left: Symbol, right: Symbol) -> Bool { left.number == right.number }

  /// The blank text.
  @inlinable
  public static var blank: Symbol { Symbol(number: 0) }

  /// Whether it is the blank text.
  @inlinable
  public var isBlank: Bool { number == 0 }

  /// This symbol, or `other` where it is blank.
  @inlinable
  public func or(_ other: @autoclosure () -> Symbol) -> Symbol { isBlank ? other() : self }
}

/// The symbols of a book while it is read, shared by all workers.
package final class SymbolTable: Sendable {
  private let table: Mutex<ByteTable>

  /// A table that holds the blank text alone.
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

  /// Every text by its symbol's number, when reading is over; the table is empty afterwards.
  package func frozen() -> Symbols {
    Symbols(
      table.withLock { table in
        var taken = ByteTable()
        swap(&taken, &table)
        return taken
      })
  }
}

/// The symbols of a book that has been read: texts by number, and their order by bytes.
public struct Symbols: Sendable {
  /// The owner of what the pointers beside it point to.
  ///
  /// @unchecked: nothing of it changes once it is made.
  private final class Texts: @unchecked Sendable {
    let table: ByteTable
    let ranks: UnsafeMutablePointer<UInt32>

    init(_ table: consuming ByteTable) {
      ranks = .allocate(capacity: table.count)
      let places = table.places
      let order = (0..<table.count).sorted { places[$0].precedes(places[$1]) }
      for (rank, index) in order.enumerated() { ranks[index] = UInt32(rank) }
      self.table = table
    }

    deinit { ranks.deallocate() }
  }

  // Pointers beside their owner: a table of the review looks at millions of texts, and each look through a class or an
  // array would count a reference that all workers share.
  private let owner: Texts
  @usableFromInline let places: TextPlaces
  @usableFromInline nonisolated(unsafe) let ranks: UnsafePointer<UInt32>
  /// How many symbols there are, the blank one included.
  package let count: Int

  init(_ table: consuming ByteTable) {
    count = table.count
    owner = Texts(table)
    places = owner.table.places
    ranks = UnsafePointer(owner.ranks)
  }

  /// The text of a symbol in UTF-8, empty for the blank one; good for as long as the symbols.
  @inlinable
  public func bytes(_ symbol: Symbol) -> UnsafeRawBufferPointer { places[Int(symbol.number)] }

  /// The text of a symbol; empty for the blank one.
  package func text(_ symbol: Symbol) -> String { String(decoding: bytes(symbol), as: UTF8.self) }

  /// The text of a symbol; nil for the blank one.
  package subscript(symbol: Symbol) -> String? { symbol.isBlank ? nil : text(symbol) }

  /// The items of a list that was kept as one text.
  package func items(_ symbol: Symbol) -> [String] {
    var items: [String] = []
    TextList.forEach(bytes(symbol)) { items.append(String(decoding: $0, as: UTF8.self)) }
    return items
  }

  /// Where a symbol stands in the order of bytes: the lower, the earlier.
  @inlinable
  public func rank(_ symbol: Symbol) -> UInt32 { ranks[Int(symbol.number)] }
}
