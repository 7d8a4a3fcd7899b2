/// Moments are counted in microseconds since 1970-01-01T00:00Z: what databases write is exact, and the years that a
/// date may have fit into 64 bits, with every difference between two of them.
public enum Instant {
  /// How many a second has.
  @inlinable
  public static var second: Int64 { 1_000_000 }
  /// How many an hour has.
  @inlinable
  public static var hour: Int64 { 3600 * second }
  /// How many a day has.
  @inlinable
  public static var day: Int64 { 24 * hour }
}
