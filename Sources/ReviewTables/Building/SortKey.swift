internal import Facts
internal import ReviewModel

/// What the order of long lists is decided by: two numbers, lowest first, and the beginning of a text. It stands beside
/// the place of what is sorted, so that a comparison follows no pointer unless all of it is alike.
struct SortKey {
  private let first: UInt64
  private let second: UInt64
  private let text: UInt64

  init(_ first: UInt64, _ second: UInt64 = 0, text: UnsafeRawBufferPointer = .init(start: nil, count: 0)) {
    self.first = first
    self.second = second
    // The first byte highest, zeros behind a shorter text: such numbers stand in the order of bytes, and only equal
    // ones leave it open.
    self.text =
      text.count >= 8
      ? UInt64(bigEndian: text.loadUnaligned(as: UInt64.self))
      : text.enumerated().reduce(0) { $0 | UInt64($1.element) << (56 - 8 * UInt64($1.offset)) }
  }

  /// Whether this key stands before another; nil where the keys do not say.
  @inline(__always)
  fileprivate func precedes(_ other: SortKey) -> Bool? {
    if first != other.first { return first < other.first }
    if second != other.second { return second < other.second }
    return text == other.text ? nil : text < other.text
  }
}

extension SortKey {
  /// A number for amounts that are to stand highest first.
  static func highestFirst(_ amount: Money) -> UInt64 { highestFirst(amount.hundredths) }
  /// A number for numbers that are to stand highest first.
  static func highestFirst(_ number: Int64) -> UInt64 { ~(UInt64(bitPattern: number) ^ 1 << 63) }
}

extension Array {
  /// The elements in the order of their keys; of equal keys `precedes` says.
  func sorted(key: (Element) -> SortKey, or precedes: (Element, Element) -> Bool) -> [Element] {
    var placed = enumerated().map { (key: key($1), place: $0) }
    placed.sort { left, right in
      left.key.precedes(right.key) ?? precedes(self[left.place], self[right.place])
    }
    return placed.map { self[$0.place] }
  }
}

extension ReviewContext {
  /// Leads highest amount first, then by their lead_id.
  func largestFirst(_ leads: [LeadView]) -> [LeadView] {
    leads.sorted(
      key: { SortKey(SortKey.highestFirst($0.row.amount), text: leadWords.sortable($0.number)) },
      or: { facts.leads.precedes($0.number, $1.number) })
  }
}
