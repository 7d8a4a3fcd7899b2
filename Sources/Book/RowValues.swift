/// The typed values of one row: a word a column, and for text the bytes.
///
/// Lent by a ``RowDecoder`` until it decodes the next row: the texts point into the block, or into constants that the
/// decoder keeps.
public struct RowValues {
  @usableFromInline let scalars: UnsafeMutablePointer<Int64>
  @usableFromInline let texts: UnsafeMutablePointer<FieldBytes>

  /// The value of a typed column; nil for a blank.
  @inlinable
  @inline(__always)
  public func value(_ column: Int) -> Int64? {
    let raw = scalars[column]
    return raw == .min ? nil : raw
  }

  /// The trimmed text of a text or list column; empty for a blank.
  @inlinable
  @inline(__always)
  public func text(_ column: Int) -> FieldBytes { texts[column] }
}
