internal import Glibc

/// Numbers for the names of members, from 0 in the order in which they are met.
///
/// Objects of one file have the same members in the same order, so a name is first compared with the one that followed
/// the same predecessor last time; only what is new or moves about is looked up.
struct NameIndex {
  /// What `number(of:after:)` takes for the first member of an object.
  static let start = 0

  /// How many names there are.
  private(set) var count = 0
  private var bytes: [UInt8] = []
  /// Where the name of each number ends in `bytes`.
  private var ends: [Int] = []
  /// The number that followed each number, at the number plus 1; at 0 what comes first.
  private var followers: [Int] = [-1]
  /// The first name of a hash, and the next one of the same hash after each.
  private var first: [Int: Int] = [:]
  private var sameHash: [Int] = []

  /// The number of `name`, which comes after the one numbered `previous - 1`, or first at `start`.
  @inline(__always)
  mutating func number(of name: UnsafeRawBufferPointer, after previous: Int) -> Int {
    let guess = followers[previous]
    if guess >= 0, isName(guess, name) { return guess }
    return lookUp(name, after: previous)
  }

  @inline(never)
  private mutating func lookUp(_ name: UnsafeRawBufferPointer, after previous: Int) -> Int {
    var hasher = Hasher()
    hasher.combine(bytes: name)
    let hash = hasher.finalize()
    var number = first[hash] ?? -1
    while number >= 0, !isName(number, name) { number = sameHash[number] }
    if number < 0 {
      number = count
      count += 1
      bytes.append(contentsOf: name)
      ends.append(bytes.count)
      followers.append(-1)
      sameHash.append(first[hash] ?? -1)
      first[hash] = number
    }
    followers[previous] = number
    return number
  }

  @inline(__always)
  private func isName(_ number: Int, _ name: UnsafeRawBufferPointer) -> Bool {
    let start = number == 0 ? 0 : ends[number - 1]
    guard ends[number] - start == name.count, let other = name.baseAddress else {
      return ends[number] == start && name.isEmpty
    }
    return bytes.withUnsafeBytes { known in
      known.baseAddress.map { memcmp($0 + start, other, name.count) == 0 } ?? name.isEmpty
    }
  }
}
