internal import ReviewModel

/// What each rep booked on each day of the last two months, so that reports can tell it — or not quite.
struct Diary {
  let days: ClosedRange<Day>
  private var ordered: [Int]
  private var collected: [Int]
  /// A customer that ordered that day, and how much; -1 for none.
  private var customer: [Int32]
  private var amount: [Int]

  init(reps: Int, asOf: Day) {
    days = asOf.month.advanced(by: -1).first...asOf
    let cells = reps * days.count
    ordered = [Int](repeating: 0, count: cells)
    collected = ordered
    amount = ordered
    customer = [Int32](repeating: -1, count: cells)
  }

  private func cell(_ rep: Int, _ day: Day) -> Int? {
    days.contains(day) ? rep * days.count + (day - days.lowerBound) : nil
  }

  mutating func note(_ order: Order) {
    guard let cell = cell(order.rep, order.day) else { return }
    ordered[cell] += order.amount
    guard !order.continues else { return }
    customer[cell] = Int32(order.customer)
    amount[cell] = order.amount
  }

  mutating func note(collected sum: Int, rep: Int, on day: Day) {
    guard let cell = cell(rep, day) else { return }
    collected[cell] += sum
  }

  /// Hundredths booked and collected by a rep on a day.
  func sums(rep: Int, on day: Day) -> (ordered: Int, collected: Int) {
    cell(rep, day).map { (ordered[$0], collected[$0]) } ?? (0, 0)
  }

  /// An order of the day by that rep.
  func order(rep: Int, on day: Day) -> (customer: Int, amount: Int)? {
    guard let cell = cell(rep, day), customer[cell] >= 0 else { return nil }
    return (Int(customer[cell]), amount[cell])
  }
}
