internal import Facts
internal import ReviewModel

/// What became of a book, in a line: said at the end of a run.
enum Verdict {
  static func text(_ facts: BookFacts, unread: Int) -> String {
    let period = facts.period
    let sum = { (count: KeyPath<RowCounts, Int>) in facts.quality.reduce(0) { $0 + $1.counts[keyPath: count] }
    }
    let rows =
      "\(counted(sum(\.rows), "row")) of \(counted(Set(facts.quality.map(\.file)).count, "file")) read:"
      + " \(sum(\.accepted)) accepted, \(sum(\.superseded)) superseded, \(sum(\.future)) future,"
      + " \(sum(\.rejected)) rejected"
    return "\(period.name) as of \(period.asOf), with a forecast for \(period.forecastMonth): \(rows)"
      + (unread == 0 ? "" : "; \(counted(unread, "file")) not read")
  }

  private static func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}
