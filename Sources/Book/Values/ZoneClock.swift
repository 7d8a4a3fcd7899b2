internal import Foundation
package import ReviewModel

/// Turns local date and time into UTC by the IANA rules of one zone.
///
/// The zone's changes from 1900 to 2200 are listed once, so that no cell asks Foundation.
/// (FoundationEssentials alone knows no zone but GMT; the rules are in the part of Foundation that carries
/// ICU.)
package struct ZoneClock: Hashable, Sendable {
  /// The local moments at which each offset begins, ascending.
  private let starts: [Int64]
  /// How far east of UTC, one more than `starts`: the first holds before all of them.
  private let offsets: [Int64]

  /// Universal time. Made without Foundation, whose time zones take milliseconds to load.
  package static var utc: ZoneClock { ZoneClock(starts: [], offsets: [0]) }

  private init(starts: [Int64], offsets: [Int64]) {
    self.starts = starts
    self.offsets = offsets
  }

  /// The clock of a zone by its name in Foundation: an IANA zone such as `Asia/Shanghai`, or `GMT+0800`; nil for a name
  /// that is none.
  package init?(identifier: String) {
    guard let zone = TimeZone(identifier: identifier) else { return nil }
    let end = Date(timeIntervalSince1970: 7_258_118_400 + 86_400)
    var instant = Date(timeIntervalSince1970: -2_208_988_800 - 86_400)
    var offset = Int64(zone.secondsFromGMT(for: instant)) * Instant.second
    var starts: [Int64] = []
    var offsets = [offset]
    while let next = zone.nextDaylightSavingTimeTransition(after: instant), next > instant, next < end {
      let changed = Int64(zone.secondsFromGMT(for: next)) * Instant.second
      if changed != offset {
        starts.append(Int64(next.timeIntervalSince1970.rounded()) * Instant.second + max(offset, changed))
        offsets.append(changed)
      }
      (instant, offset) = (next, changed)
    }
    self.starts = starts
    self.offsets = offsets
  }

  /// The instant of `local`, what a clock on the wall has counted since its 1970-01-01T00:00. A time that a change
  /// skips or repeats is read by the offset before the change: of two instants, the earlier.
  package func instant(ofLocal local: Int64) -> Int64 {
    // Most zones changed for the last time long ago.
    guard let last = starts.last, local < last else { return local - offsets[starts.count] }
    return local - offset { starts[$0] <= local }
  }

  /// The day that a clock on the wall shows at an instant.
  package func day(of instant: Int64) -> Day {
    // A change comes when the clock, by the later of the offsets around it, shows its start.
    let local = instant + offset { starts[$0] - max(offsets[$0], offsets[$0 + 1]) <= instant }
    return Day(number: Int32((local < 0 ? local - (Instant.day - 1) : local) / Instant.day))
  }

  /// The offset after the last of the changes that have come; those that have stand before those that have not.
  private func offset(_ hasCome: (Int) -> Bool) -> Int64 {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if hasCome(middle) { low = middle + 1 } else { high = middle }
    }
    return offsets[low]
  }
}
