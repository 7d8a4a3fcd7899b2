internal import Facts
internal import ReviewModel

/// How the customers of band A differ from the others (docs/metrics.md, section 7).
struct TopProfile: ReviewTable {
  let definition = TableDefinition(
    "top-profile", .customers, [.month], needs: [[.orders, .leads, .dailyReports]], keyColumns: 2,
    hasTotals: false,
    columns: [
      .text("dimension", .word("dimension")), .text("member", .member), .count("a_customers"),
      .rate("a_share"), .rate("other_share"), .multiple("lift"),
    ])

  /// Customers of band A, and of the others.
  private struct Count {
    var top = 0
    var others = 0

    mutating func add(isTop: Bool) { if isTop { top += 1 } else { others += 1 } }

    /// The share of the top customers over that of the others.
    func lift(of all: Count) -> Figure? {
      all.top > 0 ? Figure(top * all.others, over: all.top * others) : nil
    }
  }

  func table(_ review: ReviewContext) -> Table {
    let (values, customers) = (review.value, review.facts.masters.customers)
    let dimensions: [Dimension] = [.customerClass, .industry, .province]
    var all = Count()
    var byDimension = dimensions.map { _ in Groups(Count()) }
    for (place, entry) in values.entries.enumerated() {
      let isTop = values.band(ofRank: place + 1) == "A"
      let master = customers[entry.customer]
      let members = [master?.customerClass, master?.industry, master?.province]
      all.add(isTop: isTop)
      for (index, member) in members.enumerated() {
        byDimension[index][GroupKey(review.orNone(member ?? .blank))].add(isTop: isTop)
      }
    }
    let rows = zip(dimensions, byDimension).flatMap { dimension, groups in
      zip(groups.keys, groups.sums).filter { $0.1.top > 0 }
        .map { (member: $0[0], count: $1, lift: $1.lift(of: all)) }
        .sorted { left, right in
          guard left.lift == right.lift else {
            return right.lift.map { right in left.lift.map { $0 > right } ?? false } ?? true
          }
          return review.text(left.member, precedes: right.member)
        }
        .map { member, count, lift -> [Cell] in
          [
            .text(dimension.column), .text(review.text(member)), .count(count.top),
            .rate(Figure(count.top, over: all.top)), .rate(Figure(count.others, over: all.others)),
            .rate(lift),
          ]
        }
    }
    return TableBuilder(definition).table(rows)
  }
}
