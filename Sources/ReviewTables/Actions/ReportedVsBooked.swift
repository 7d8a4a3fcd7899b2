internal import Facts
internal import ReviewModel

/// The month's orders and collections as reps report them, against the books (docs/metrics.md, section 6).
struct ReportedVsBooked: ReviewTable {
  let definition = TableDefinition(
    "reported-vs-booked", .actions, [.month], needs: [[.dailyReports], [.orders]], keyColumns: 1,
    columns: [.text("rep_id", .rep)]
      + Metric.allCases.flatMap { metric -> [Column] in
        let word = metric.word
        return [
          .money("reported_\(word)"), .money("booked_\(word)"),
          .difference("\(word)_difference", "reported_\(word)", less: "booked_\(word)"),
        ]
      })

  private struct Amounts {
    var reported = MoneySum.zero
    var booked = MoneySum.zero

    var difference: Int128 { reported.hundredths - booked.hundredths }
  }

  func table(_ review: ReviewContext) -> Table {
    let (facts, month) = (review.facts, review.period.monthToDate)
    let hasCollections = facts.inputs.contains(.collections)
    var reps = Groups(ByMetric(orders: Amounts(), collections: Amounts()))
    func key(_ rep: Symbol) -> GroupKey { GroupKey(review.orNone(rep)) }
    for report in facts.dailyReports where month.contains(report.date) {
      reps[key(report.rep)].orders.reported += report.orderAmount.money ?? .zero
      reps[key(report.rep)].collections.reported += report.collectionAmount.money ?? .zero
    }
    for order in facts.orders where month.contains(order.date) {
      reps[key(order.dimensions.rep)].orders.booked += order.amount
    }
    for collection in facts.collections where month.contains(collection.date) {
      reps[key(collection.dimensions.rep)].collections.booked += collection.amount
    }
    let order = reps.keys.indices.sorted { left, right in
      let (first, second) = (
        reps[place: left].orders.difference.magnitude, reps[place: right].orders.difference.magnitude
      )
      return first == second
        ? review.text(reps.keys[left][0], precedes: reps.keys[right][0]) : first > second
    }
    let rows = order.compactMap { place -> [Cell]? in
      let (orders, collections) = (reps[place: place].orders, reps[place: place].collections)
      let cells: [Cell] = [
        .money(orders.reported), .money(orders.booked),
        .money(hasCollections ? collections.reported : nil),
        .money(hasCollections ? collections.booked : nil),
      ]
      return cells.contains(where: \.isMaterial) ? [.text(review.text(reps.keys[place][0]))] + cells : nil
    }
    return TableBuilder(definition).table(rows)
  }
}
