internal import Facts
internal import ReviewModel

/// The members of a grouping by up to three dimensions; a blank is `(none)`.
struct GroupKey: Hashable, Sendable {
  private(set) var first = Symbol.blank
  private(set) var second = Symbol.blank
  private(set) var third = Symbol.blank

  @inline(__always)
  init(_ first: Symbol = .blank, _ second: Symbol = .blank) { (self.first, self.second) = (first, second) }

  /// A number that differs in its low bits for keys that differ little: the high half of a product.
  @inline(__always)
  fileprivate var scattered: Int {
    let mixed =
      UInt64(first.number) &* 0x9E37_79B9_7F4A_7C15 ^ UInt64(second.number) &* 0xC2B2_AE3D_27D4_EB4F
      ^ UInt64(third.number) &* 0xD6E8_FEB8_6659_FD93
    return Int(truncatingIfNeeded: mixed >> 32)
  }

  subscript(index: Int) -> Symbol {
    get {
      switch index {
      case 0: first
      case 1: second
      default: third
      }
    }
    set {
      switch index {
      case 0: first = newValue
      case 1: second = newValue
      default: third = newValue
      }
    }
  }
}

/// What a table groups facts by: at most three dimensions.
struct Grouping: Sendable {
  let dimensions: [Dimension]

  init(_ dimensions: Dimension...) { self.init(dimensions) }
  init(_ dimensions: [Dimension]) { self.dimensions = dimensions }

  /// The member a fact belongs to; nil where it belongs to none, as facts of other customers do to a channel.
  func key(of fact: Dimensions, in review: ReviewContext) -> GroupKey? {
    var key = GroupKey()
    for (index, dimension) in dimensions.enumerated() {
      if case .channel = dimension,
        review.facts.masters.customerClass(fact.customer) != review.facts.channelClass
      {
        return nil
      }
      key[index] = review.orNone(review.symbol(dimension, of: fact))
    }
    return key
  }

  /// The cells that name a member.
  func cells(of key: GroupKey, in review: ReviewContext) -> [Cell] {
    dimensions.indices.map { .text(review.text(key[$0])) }
  }

  /// The columns that name a member.
  var columns: [Column] { dimensions.map { Column.text($0.column, $0.display) } }

  /// The order of members: business units in display order, then by name; anything else by its bytes.
  func precedes(_ left: GroupKey, _ right: GroupKey, from start: Int = 0, in review: ReviewContext) -> Bool {
    for (index, dimension) in dimensions.enumerated().dropFirst(start) where left[index] != right[index] {
      return dimension == .businessUnit
        ? review.unit(left[index], precedes: right[index]) : review.text(left[index], precedes: right[index])
    }
    return false
  }
}

extension Dimension {
  /// How a column of the dimension is shown to people.
  var display: Column.Display {
    switch self {
    case .rep: .rep
    case .customerClass: .word("customer_class")
    default: .verbatim
    }
  }
}

/// Sums by member, in the order in which members come; sorted before anything is shown.
///
/// An open-addressing table over the members: facts outnumber them by far, and a member is three small numbers.
struct Groups<Sum> {
  private(set) var keys: [GroupKey] = []
  private(set) var sums: [Sum] = []
  /// The place of a member + 1, or 0 for an empty slot; a power of two of them.
  private var slots = [UInt32](repeating: 0, count: 64)
  private let zero: Sum

  init(_ zero: Sum) { self.zero = zero }

  /// The place of a member; nil where it has not come. Inlined: the groups would be copied for the call, with a zero of
  /// a dozen sums.
  @inline(__always)
  func find(_ key: GroupKey) -> Int? {
    var slot = key.scattered & (slots.count - 1)
    while slots[slot] != 0 {
      let place = Int(slots[slot]) - 1
      if keys[place] == key { return place }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// Makes sure that a member is there. Its place.
  @discardableResult
  mutating func insert(_ key: GroupKey) -> Int {
    if let known = find(key) { return known }
    if keys.count * 2 >= slots.count {
      slots = Array(repeating: 0, count: slots.count * 2)
      for place in keys.indices { link(place) }
    }
    keys.append(key)
    sums.append(zero)
    link(keys.count - 1)
    return keys.count - 1
  }

  private mutating func link(_ place: Int) {
    var slot = keys[place].scattered & (slots.count - 1)
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = UInt32(place + 1)
  }

  /// The sum of a member; zero for one that has not come. Changing it adds the member.
  subscript(key: GroupKey) -> Sum {
    get { find(key).map { sums[$0] } ?? zero }
    _modify {
      let place = insert(key)
      yield &sums[place]
    }
  }

  /// The sum at a place.
  subscript(place place: Int) -> Sum {
    get { sums[place] }
    _modify { yield &sums[place] }
  }
}

extension Groups: Sendable where Sum: Sendable {}

extension ReviewContext {
  /// The rows of a grouped table in the order of its members: those with a figure that is neither zero nor blank.
  func members<Sum>(
    of groups: Groups<Sum>, by grouping: Grouping, _ figures: (GroupKey, Sum) -> [Cell]
  ) -> [[Cell]] {
    groups.keys.sorted { grouping.precedes($0, $1, in: self) }.compactMap { key in
      let cells = figures(key, groups[key])
      return cells.contains(where: \.isMaterial) ? grouping.cells(of: key, in: self) + cells : nil
    }
  }
}
