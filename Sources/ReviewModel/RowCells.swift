/// The cells of one row, put one after the other into memory that the next row uses again: a table as long as the book
/// asks for none a row, and its texts are bytes where they stand, never a `String` that is counted.
public struct RowCells: ~Copyable {
  /// What a cell holds, as a writer of words looks at it.
  public enum Content {
    case blank
    /// UTF-8; valid until the cells are changed.
    case text(UnsafeRawBufferPointer)
    /// An amount, a rate or another number: `units` × 10^-`decimals`, shown with all decimals.
    case decimal(units: Int128, decimals: Int)
    case count(Int)
    case date(Day)
    case flag(Bool)
  }

  @usableFromInline
  enum Kind: UInt8, BitwiseCopyable { case blank, text, ownText, money, rate, number, count, date, flag }

  @usableFromInline
  struct Entry: BitwiseCopyable {
    /// The value; of a text where it begins, of an own one among the row's own, of a wide number its place among those.
    @usableFromInline var value: Int64
    /// Of a text, in bytes.
    @usableFromInline var length: UInt32
    @usableFromInline var kind: Kind
    @usableFromInline var decimals: UInt8
    /// Whether the number is beyond 64 bits.
    @usableFromInline var isWide: Bool

    @inlinable
    init(_ kind: Kind, _ value: Int64 = 0, length: UInt32 = 0, decimals: Int = 0, isWide: Bool = false) {
      self.value = value
      self.length = length
      self.kind = kind
      self.decimals = UInt8(truncatingIfNeeded: decimals)
      self.isWide = isWide
    }
  }

  // Memory of its own in place of arrays, which look at each append whether somebody shares them: a ledger of 140,000
  // leads has five million cells.
  @usableFromInline var entries: UnsafeMutablePointer<Entry>
  @usableFromInline var capacity = 64
  @usableFromInline var texts: UnsafeMutableRawPointer
  @usableFromInline var textCapacity = 4096
  @usableFromInline var wide: [Int128] = []
  @usableFromInline var entryCount = 0
  @usableFromInline var textEnd = 0
  @usableFromInline var othersTextCount = 0

  /// No cells.
  public init() {
    entries = .allocate(capacity: capacity)
    texts = .allocate(byteCount: textCapacity, alignment: 1)
  }

  deinit {
    entries.deallocate()
    texts.deallocate()
  }

  /// Begins the next row.
  @inlinable
  public mutating func removeAll() {
    entryCount = 0
    textEnd = 0
    othersTextCount = 0
    if !wide.isEmpty { wide.removeAll() }
  }

  /// How many cells there are.
  @inlinable
  public var count: Int { entryCount }

  /// The bytes of all texts together.
  @inlinable
  public var textCount: Int { textEnd + othersTextCount }

  /// The bytes of the texts that were put together here.
  @inlinable
  public var ownTextCount: Int { textEnd }

  @inlinable
  @inline(__always)
  mutating func put(_ entry: Entry) {
    if entryCount == capacity { grow() }
    // In bounds: the memory holds `capacity` entries.
    (entries + entryCount).initialize(to: entry)
    entryCount += 1
  }

  @usableFromInline
  @inline(never)
  mutating func grow() {
    let larger = UnsafeMutablePointer<Entry>.allocate(capacity: capacity * 2)
    larger.update(from: entries, count: entryCount)
    entries.deallocate()
    (entries, capacity) = (larger, capacity * 2)
  }

  @usableFromInline
  @inline(never)
  mutating func growTexts(by count: Int) {
    while textEnd + count > textCapacity { textCapacity *= 2 }
    let larger = UnsafeMutableRawPointer.allocate(byteCount: textCapacity, alignment: 1)
    larger.copyMemory(from: texts, byteCount: textEnd)
    texts.deallocate()
    texts = larger
  }
}

/// Putting cells.
extension RowCells {
  /// A blank.
  @inlinable
  public mutating func putBlank() { put(Entry(.blank)) }

  /// A text in UTF-8 that stays where it is for as long as the row is looked at.
  @inlinable
  @inline(__always)
  public mutating func put(text: UnsafeRawBufferPointer) {
    precondition(text.count <= Int(UInt32.max), "a text of more than 4 GiB")
    put(
      Entry(
        .text, Int64(Int(bitPattern: text.baseAddress)), length: UInt32(truncatingIfNeeded: text.count)))
    othersTextCount += text.count
  }

  /// A text, or a blank for nil.
  @inlinable
  public mutating func put(text: String?) {
    guard let text else { return putBlank() }
    let start = textEnd
    extendText(text)
    putText(from: start)
  }

  /// Adds to a text that is put together out of pieces and becomes a cell by `putText(from:)`.
  @inlinable
  public mutating func extendText(_ piece: UnsafeRawBufferPointer) {
    if textEnd + piece.count > textCapacity { growTexts(by: piece.count) }
    if let base = piece.baseAddress { (texts + textEnd).copyMemory(from: base, byteCount: piece.count) }
    textEnd += piece.count
  }

  /// Adds to a text that is put together out of pieces.
  @inlinable
  public mutating func extendText(_ piece: String) {
    var piece = piece
    piece.withUTF8 { extendText(UnsafeRawBufferPointer($0)) }
  }

  /// The text whose pieces were added since `ownTextCount` was `start`.
  @inlinable
  public mutating func putText(from start: Int) {
    precondition(textEnd - start <= Int(UInt32.max), "a text of more than 4 GiB")
    put(Entry(.ownText, Int64(start), length: UInt32(truncatingIfNeeded: textEnd - start)))
  }

  /// One amount.
  @inlinable
  public mutating func put(_ money: Money) { put(Entry(.money, money.hundredths, decimals: 2)) }

  /// An amount, or a blank for nil.
  @inlinable
  public mutating func put(_ sum: MoneySum?) {
    guard let sum else { return putBlank() }
    put(.money, sum.hundredths, decimals: 2)
  }

  /// A rate, or a blank for nil.
  @inlinable
  public mutating func put(rate figure: Figure?) {
    guard let figure else { return putBlank() }
    put(.rate, figure.units, decimals: figure.decimals)
  }

  /// A rate of `millionths`.
  @inlinable
  public mutating func put(rateInMillionths millionths: Int) {
    put(Entry(.rate, Int64(millionths), decimals: 6))
  }

  /// A count, or a blank for nil.
  @inlinable
  public mutating func put(count: Int?) {
    guard let count else { return putBlank() }
    put(Entry(.count, Int64(count)))
  }

  /// A day, or a blank for nil.
  @inlinable
  public mutating func put(_ day: Day?) {
    guard let day else { return putBlank() }
    put(Entry(.date, Int64(day.number)))
  }

  /// A flag, or a blank for nil.
  @inlinable
  public mutating func put(_ flag: Bool?) {
    guard let flag else { return putBlank() }
    put(Entry(.flag, flag ? 1 : 0))
  }

  /// A cell.
  public mutating func put(_ cell: Cell) {
    switch cell {
    case .blank: putBlank()
    case .text(let text): put(text: text)
    case .money(let sum): put(sum)
    case .rate(let figure): put(rate: figure)
    case .number(let figure): put(.number, figure.units, decimals: figure.decimals)
    case .count(let count): put(count: count)
    case .date(let day): put(day)
    case .flag(let flag): put(flag)
    }
  }

  @usableFromInline
  mutating func put(_ kind: Kind, _ units: Int128, decimals: Int) {
    if let value = Int64(exactly: units) {
      put(Entry(kind, value, decimals: decimals))
    } else {
      put(Entry(kind, Int64(wide.count), decimals: decimals, isWide: true))
      wide.append(units)
    }
  }
}

/// Looking at cells.
extension RowCells {
  /// What a cell holds. `index` is below `count`.
  @inlinable
  @inline(__always)
  public func content(_ index: Int) -> Content {
    precondition(index >= 0 && index < entryCount, "index out of range")
    let entry = entries[index]
    switch entry.kind {
    case .blank: return .blank
    case .text, .ownText: return .text(text(entry))
    case .money, .rate, .number: return .decimal(units: units(entry), decimals: Int(entry.decimals))
    case .count: return .count(Int(entry.value))
    case .date: return .date(Day(number: Int32(truncatingIfNeeded: entry.value)))
    case .flag: return .flag(entry.value != 0)
    }
  }

  /// A cell as a value.
  public subscript(index: Int) -> Cell {
    precondition(index >= 0 && index < entryCount, "index out of range")
    let entry = entries[index]
    func figure() -> Figure { Figure(units: units(entry), decimals: Int(entry.decimals)) }
    return switch entry.kind {
    case .blank: .blank
    case .text, .ownText: .text(String(decoding: text(entry), as: UTF8.self))
    case .money: .money(MoneySum(hundredths: units(entry)))
    case .rate: .rate(figure())
    case .number: .number(figure())
    case .count: .count(Int(entry.value))
    case .date: .date(Day(number: Int32(truncatingIfNeeded: entry.value)))
    case .flag: .flag(entry.value != 0)
    }
  }

  /// The cells as values.
  public var cells: [Cell] { (0..<count).map { self[$0] } }

  @inlinable
  @inline(__always)
  func text(_ entry: Entry) -> UnsafeRawBufferPointer {
    // In bounds: an entry of a text says where its bytes are.
    UnsafeRawBufferPointer(
      start: entry.kind == .ownText
        ? UnsafeRawPointer(texts + Int(entry.value)) : UnsafeRawPointer(bitPattern: Int(entry.value)),
      count: Int(entry.length))
  }

  @inlinable
  @inline(__always)
  func units(_ entry: Entry) -> Int128 {
    entry.isWide ? wide[Int(entry.value)] : Int128(entry.value)
  }
}
