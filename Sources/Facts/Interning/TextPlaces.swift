/// Where the texts of a ``ByteTable`` stand, one after the other: for looking at millions of them without a `String`,
/// and without asking who holds the table. Good for as long as the table is there and nothing is added to it.
///
/// @unchecked: the bytes are only read.
public struct TextPlaces: BitwiseCopyable, @unchecked Sendable {
  @usableFromInline let bytes: UnsafeRawPointer
  /// Where each text ends and the next begins.
  @usableFromInline let ends: UnsafePointer<UInt32>

  /// Text `index`, which must be one of the table's.
  @inlinable
  @inline(__always)
  public subscript(index: Int) -> UnsafeRawBufferPointer {
    let start = index == 0 ? 0 : Int(ends[index - 1])
    return UnsafeRawBufferPointer(start: bytes + start, count: Int(ends[index]) - start)
  }
}

/// Where the texts of a ``TextArena`` stand; good for as long as the arena is there and nothing is added to it.
///
/// @unchecked: the bytes are only read.
public struct ArenaPlaces: BitwiseCopyable, @unchecked Sendable {
  @usableFromInline let bytes: UnsafeRawPointer

  /// The text of a number that the arena gave.
  @inlinable
  @inline(__always)
  public subscript(number: UInt32) -> UnsafeRawBufferPointer {
    let start = bytes + Int(number)
    return UnsafeRawBufferPointer(start: start + 4, count: Int(start.loadUnaligned(as: UInt32.self)))
  }
}
