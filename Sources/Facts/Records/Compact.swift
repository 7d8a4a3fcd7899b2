public import ReviewModel

/// A day that may be blank, in four bytes: a lead has nine of them.
public struct OptionalDay: Hashable, Sendable, BitwiseCopyable {
  @usableFromInline var number: Int32

  /// The day, or a blank for nil.
  @inlinable
  public init(_ day: Day?) { number = day?.number ?? .min }

  /// A blank.
  @inlinable
  public static var blank: OptionalDay { OptionalDay(nil) }

  /// The day; nil for a blank.
  @inlinable
  public var day: Day? { number == .min ? nil : Day(number: number) }
  /// Whether there is no day.
  @inlinable
  public var isBlank: Bool { number == .min }

  /// Whether two are one day, or both blank.
  @inlinable
  public static func == (left: OptionalDay, right: OptionalDay) -> Bool { left.number == right.number }

  /// Blank before every day: the order of versions.
  @inlinable
  public static func < (left: OptionalDay, right: OptionalDay) -> Bool { left.number < right.number }

  /// A day that is not blank and not after `other`.
  @inlinable
  public func isOnOrBefore(_ other: Day) -> Bool { number <= other.number && number != .min }
  /// A day that is not blank and after `other`.
  @inlinable
  public func isAfter(_ other: Day) -> Bool { number > other.number }
  /// A day that is not blank and inside `days`.
  @inlinable
  public func isIn(_ days: ClosedRange<Day>) -> Bool {
    number >= days.lowerBound.number && number <= days.upperBound.number
  }
}

/// An amount that may be blank, in eight bytes.
public struct OptionalMoney: Hashable, Sendable, BitwiseCopyable {
  @usableFromInline var hundredths: Int64

  /// The amount, or a blank for nil.
  @inlinable
  public init(_ money: Money?) { hundredths = money?.hundredths ?? .min }

  /// A blank.
  @inlinable
  public static var blank: OptionalMoney { OptionalMoney(nil) }

  /// The amount; nil for a blank, which is not zero.
  @inlinable
  public var money: Money? { hundredths == .min ? nil : Money(hundredths: hundredths) }
}

/// A moment that may be blank, in eight bytes.
package struct OptionalInstant: Hashable, Sendable, BitwiseCopyable {
  @usableFromInline var number: Int64

  /// The moment, or a blank for nil.
  @inlinable
  package init(_ instant: Int64?) { number = instant ?? .min }

  /// As ``ReviewModel/Instant`` counts.
  @inlinable
  package var instant: Int64? { number == .min ? nil : number }
}

/// Where a record stands in reading order: the number of its file, the line on which its row starts, and the place
/// within the row where one row holds several records. One number, so that the later of two is the larger.
public struct Position: Hashable, Comparable, Sendable, BitwiseCopyable {
  @usableFromInline let packed: UInt64

  /// How many files can be told apart.
  public static let mostFiles = 1 << 20

  /// The last place within a row that can be told apart.
  package static let lastPart = 1 << 10 - 1

  /// `file` below 2^20, since a book may have a file a report, `line` below 2^34, `part` below 2^10.
  @inlinable
  public init(file: Int, line: Int, part: Int = 0) {
    packed = UInt64(file) << 44 | UInt64(line) << 10 | UInt64(part)
  }

  /// The number of the file in reading order, from 0.
  @inlinable
  public var file: Int { Int(packed >> 44) }
  /// The line on which the row starts, from 1.
  @inlinable
  public var line: Int { Int(packed >> 10 & 0x3_FFFF_FFFF) }

  /// By file, then line, then place within the row.
  @inlinable
  public static func < (left: Position, right: Position) -> Bool { left.packed < right.packed }
}

/// Which of two rows of one key is newer: the later `updated` (blank is oldest), then the later in reading order.
public struct Version: Hashable, Comparable, Sendable, BitwiseCopyable {
  // In this order the four bytes after `updated` are free for the field that follows a version in a record.
  /// Where the row stands.
  public let position: Position
  /// The day that the row is of, as its column `updated` says.
  public let updated: OptionalDay

  /// The version of a row at a position.
  @inlinable
  public init(updated: OptionalDay, position: Position) {
    self.updated = updated
    self.position = position
  }

  /// Whether the left one is the older.
  @inlinable
  public static func < (left: Version, right: Version) -> Bool {
    left.updated == right.updated ? left.position < right.position : left.updated < right.updated
  }
}

/// A row that counts only as long as no newer one of its key comes.
public protocol VersionedRecord: Sendable {
  /// What tells which of two rows of one key is the newer.
  var version: Version { get }
  /// What it is worth, where rows of one key are hardly the same thing twice if they are worth different amounts.
  var amountCompared: Money? { get }
}

extension VersionedRecord {
  /// Nil: of most kinds the last row of a key is the one that is meant.
  @inlinable
  public var amountCompared: Money? { nil }
}
