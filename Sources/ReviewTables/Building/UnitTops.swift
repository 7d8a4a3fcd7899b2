internal import Facts
internal import HeapModule
internal import ReviewModel

/// Of each business unit the entries with the largest amounts, and what there is in all: the TOP lists
/// (docs/metrics.md, section 4). Of two entries the smaller stands nearer the end of its list.
struct UnitTops<Entry: Comparable> {
  fileprivate struct Unit {
    var best = Heap<Entry>()
    /// The amount of the last in the list.
    var least = MoneySum.zero
    var total = 0
    var totalAmount = MoneySum.zero
  }

  private let top: Int
  private var units = Groups(Unit())
  private let amount: (Entry) -> MoneySum

  /// Lists of `top` entries each, by an amount; entries of equal amounts are told apart by their order.
  init(top: Int, by amount: @escaping (Entry) -> MoneySum) {
    self.top = top
    self.amount = amount
  }

  /// Adds an entry of a unit, which is made only where its amount may do.
  @inline(__always)
  mutating func add(_ entry: @autoclosure () -> Entry, of amount: MoneySum, to unit: Symbol) {
    units[GroupKey(unit)].add(entry, amount, top: top, self.amount)
  }

  /// The entries of all lists with their ranks, unit by unit in display order.
  func ranked(in review: ReviewContext) -> [(unit: Symbol, rank: Int, entry: Entry)] {
    order(in: review).flatMap { unit in
      units[GroupKey(unit)].best.unordered.sorted(by: >).enumerated().map { (unit, $0 + 1, $1) }
    }
  }

  /// What the lists leave out.
  func truncations(in review: ReviewContext) -> [Truncation] {
    order(in: review).compactMap { symbol in
      let unit = units[GroupKey(symbol)]
      guard unit.total > top, let name = review.text(symbol) else { return nil }
      return Truncation(businessUnit: name, shown: top, total: unit.total, totalAmount: unit.totalAmount)
    }
  }

  private func order(in review: ReviewContext) -> [Symbol] {
    units.keys.map(\.first).sorted { review.unit($0, precedes: $1) }
  }
}

extension UnitTops.Unit {
  @inline(__always)
  fileprivate mutating func add(
    _ entry: () -> Entry, _ amount: MoneySum, top: Int, _ amountOf: (Entry) -> MoneySum
  ) {
    total += 1
    totalAmount += amount
    // Most entries are too small for a list that is full.
    if best.count == top, amount < least { return }
    let entry = entry()
    if best.count < top {
      best.insert(entry)
    } else if let last = best.min, last < entry {
      best.replaceMin(with: entry)
    }
    least = best.min.map(amountOf) ?? .zero
  }
}
