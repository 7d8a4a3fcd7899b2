/// The binary logarithm of the length of a block.
@usableFromInline let bits = 12

/// Records in the order in which they came, in blocks of 4,096: adding one never moves the others, so that a list of
/// millions is never held twice and never reserves room for millions more.
public struct RecordList<Record: Sendable>: RandomAccessCollection, Sendable {
  /// Where the blocks are; behind a pointer, since the compiler guards every access to a variable of a class.
  @usableFromInline
  struct Header {
    @usableFromInline var count = 0
    @usableFromInline var blockCount = 0
    @usableFromInline var capacity = 64
    @usableFromInline var blocks: UnsafeMutablePointer<UnsafeMutablePointer<Record>>

    @usableFromInline
    init() { blocks = .allocate(capacity: 64) }
  }

  /// The owner of the blocks.
  ///
  /// @unchecked: blocks are written by `append` and `subscript` alone, which are mutating and first make sure that
  /// nobody else holds the owner; what several threads share is only read.
  @usableFromInline
  final class Blocks: @unchecked Sendable {
    @usableFromInline let header: UnsafeMutablePointer<Header>

    @usableFromInline
    init() {
      header = .allocate(capacity: 1)
      header.initialize(to: Header())
    }

    deinit {
      for block in 0..<header.pointee.blockCount {
        let used = Swift.min(header.pointee.count - block << bits, 1 << bits)
        if used > 0 { header.pointee.blocks[block].deinitialize(count: used) }
      }
      // Only now: what a block begins may hold the next ones.
      for block in 0..<header.pointee.blockCount where Self.beginsMemory(block) {
        header.pointee.blocks[block].deallocate()
      }
      header.pointee.blocks.deallocate()
      header.deallocate()
    }

    @inlinable
    func append(_ record: Record) {
      let count = header.pointee.count
      if count == header.pointee.blockCount << bits { addBlock() }
      (header.pointee.blocks[count >> bits] + count & (1 << bits - 1)).initialize(to: record)
      header.pointee.count = count + 1
    }

    /// Whether a block's memory was asked for by itself: the first four are, for most lists are short; after them
    /// sixteen share one piece of large pages.
    private static func beginsMemory(_ block: Int) -> Bool { block < 4 || block % 16 == 4 }

    @usableFromInline
    func addBlock() {
      let (blocks, count) = (header.pointee.blocks, header.pointee.blockCount)
      if count == header.pointee.capacity {
        header.pointee.capacity = count * 2
        header.pointee.blocks = .allocate(capacity: count * 2)
        header.pointee.blocks.update(from: blocks, count: count)
        blocks.deallocate()
      }
      header.pointee.blocks[count] =
        if count < 4 {
          .allocate(capacity: 1 << bits)
        } else if Self.beginsMemory(count) {
          LargePages.allocate(byteCount: 16 * MemoryLayout<Record>.stride << bits)
            .bindMemory(to: Record.self, capacity: 16 << bits)
        } else {
          header.pointee.blocks[count - 1] + 1 << bits
        }
      header.pointee.blockCount = count + 1
    }

    @inlinable
    @inline(__always)
    func place(_ index: Int) -> UnsafeMutablePointer<Record> {
      precondition(index >= 0 && index < header.pointee.count, "index out of range")
      return header.pointee.blocks[index >> bits] + index & (1 << bits - 1)
    }
  }

  @usableFromInline var owner = Blocks()

  /// A list without records.
  public init() {}

  /// A list of these.
  @inlinable
  public init(_ records: some Sequence<Record>) {
    for record in records { owner.append(record) }
  }

  /// Always 0.
  @inlinable public var startIndex: Int { 0 }
  /// How many records there are.
  @inlinable public var endIndex: Int { owner.header.pointee.count }

  /// The record that came as number `index`. Changing one copies the list first where another holds it too.
  public subscript(index: Int) -> Record {
    @inlinable
    @inline(__always)
    get { owner.place(index).pointee }
    @inlinable
    @inline(__always)
    _modify {
      makeUnique()
      yield &owner.place(index).pointee
    }
  }

  /// Where the records stand, for as long as the list lives and is not changed: so that a wide record need not be
  /// copied to look at one of its fields, nor the list's owner be counted.
  ///
  /// @unchecked: the records are only read.
  public struct Places: BitwiseCopyable, @unchecked Sendable {
    @usableFromInline let header: UnsafePointer<Header>

    @inlinable
    init(_ owner: Blocks) { header = UnsafePointer(owner.header) }

    /// Where record `index` stands; not to be kept longer than the list, nor over a change of it.
    @inlinable
    @inline(__always)
    public subscript(index: Int) -> UnsafePointer<Record> {
      precondition(index >= 0 && index < header.pointee.count, "index out of range")
      return UnsafePointer(header.pointee.blocks[index >> bits] + index & (1 << bits - 1))
    }
  }

  /// Where the records stand. They hold nobody: whoever asks keeps the list alive as long as it uses them.
  @inlinable
  public var places: Places { Places(owner) }

  /// A way through all records, block by block.
  public struct Iterator: IteratorProtocol {
    @usableFromInline let owner: Blocks
    /// The next record, the end of its block or of all records, and how many blocks have been begun.
    @usableFromInline var place: UnsafeMutablePointer<Record>?
    @usableFromInline var end: UnsafeMutablePointer<Record>?
    @usableFromInline var block = 0

    @inlinable
    init(_ owner: Blocks) { self.owner = owner }

    /// The next record, copied; nil after the last.
    @inlinable
    @inline(__always)
    public mutating func next() -> Record? {
      if place == end, !beginBlock() { return nil }
      guard let record = place else { return nil }
      place = record + 1
      return record.pointee
    }

    @inlinable
    mutating func beginBlock() -> Bool {
      let left = owner.header.pointee.count - block << bits
      guard left > 0 else { return false }
      let start = owner.header.pointee.blocks[block]
      place = start
      end = start + Swift.min(left, 1 << bits)
      block += 1
      return true
    }
  }

  /// A way through the records of now, which it keeps: changing the list meanwhile copies it.
  @inlinable
  public func makeIterator() -> Iterator { Iterator(owner) }

  /// Adds a record at the end. Copies the list first where another holds it too; else no record moves.
  @inlinable
  public mutating func append(_ record: Record) {
    makeUnique()
    owner.append(record)
  }

  @inlinable
  mutating func makeUnique() {
    guard !isKnownUniquelyReferenced(&owner) else { return }
    let copy = Blocks()
    for index in 0..<owner.header.pointee.count { copy.append(owner.place(index).pointee) }
    owner = copy
  }
}
