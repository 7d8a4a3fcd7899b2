/// SplitMix64 (Steele, Lea, Flood: "Fast Splittable Pseudorandom Number Generators", 2014).
///
/// Every thing of a book has a generator of its own, made from the seed, its kind and its number. So a thing
/// is the same in whatever order the files are written, and nothing need be remembered. Only integers and
/// the four operations of IEEE 754 are used: a seed gives the same bytes on every machine.
struct Random {
  /// What a generator is for: no two kinds of things share one.
  enum Stream: UInt64 {
    case rep = 1
    case customer, lead, demand, order, cash, contract, activity, plan, event, target
  }

  private var state: UInt64

  init(seed: UInt64, _ stream: Stream, _ number: Int = 0, _ part: Int = 0) {
    state = Self.mixed(seed &+ stream.rawValue &* 0xD1B5_4A32_D192_ED03)
    state = Self.mixed(state ^ UInt64(bitPattern: Int64(number)) &* 0x9E37_79B9_7F4A_7C15)
    state = Self.mixed(state ^ UInt64(bitPattern: Int64(part)) &* 0xA24B_AED4_963E_E407)
  }

  private static func mixed(_ value: UInt64) -> UInt64 {
    var z = value
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return Self.mixed(state)
  }

  /// 0 ..< `bound`; 0 where `bound` is not positive.
  mutating func below(_ bound: Int) -> Int {
    bound <= 0 ? 0 : Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// A number of `range`, all alike likely.
  mutating func between(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.count)
  }

  /// True `percent` times of a hundred.
  mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

  /// 0 ..< 1.
  mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// One of a list that is not empty.
  mutating func pick<Element>(_ list: [Element]) -> Element { list[below(list.count)] }
}

/// A part of `total` for each of `weights`, in whole `unit`s, that add up to `total` less what does not fill
/// a unit; that rest goes to the first part.
func shared(_ total: Int, by weights: [Int], unit: Int = 1) -> [Int] {
  guard !weights.isEmpty else { return [] }
  let sum = weights.reduce(0, +)
  let parts = sum > 0 ? weights : weights.map { _ in 1 }
  let whole = Int128(total / unit)
  let all = Int128(sum > 0 ? sum : weights.count)
  var reached = 0
  var before: Int128 = 0
  var result: [Int] = []
  for part in parts {
    reached += part
    let upTo = whole * Int128(reached) / all
    result.append(Int(upTo - before) * unit)
    before = upTo
  }
  result[0] += total % unit
  return result
}
