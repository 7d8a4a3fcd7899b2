internal import Facts
internal import ReviewModel

/// What the bands of customers bring, and how few customers bring 80 % (docs/metrics.md, section 7).
struct ValueBands: ReviewTable {
  let definition = TableDefinition(
    "value-bands", .customers, [.month], needs: [[.orders, .leads, .dailyReports]], keyColumns: 1,
    hasTotals: false,
    columns: [
      .text("band", .word("band")), .count("customers"), .money("value"), .rate("share"),
      .average("average", "value", per: "customers"),
    ])

  func table(_ review: ReviewContext) -> Table {
    let values = review.value
    guard !values.entries.isEmpty else { return Table(definition, rows: Rows([])) }
    var rows: [[Cell]] = []
    for band in ["A", "B", "C"] {
      let members = values.entries.enumerated().filter { values.band(ofRank: $0.offset + 1) == band }
      rows.append(row(band, members.map(\.element), of: values.positive))
    }
    var most: [CustomerValues.Entry] = []
    var sum = MoneySum.zero
    for entry in values.entries {
      if sum.hundredths * 5 >= values.positive.hundredths * 4 { break }
      most.append(entry)
      sum += entry.value
    }
    rows.append(row("80%", most, of: values.positive))
    return TableBuilder(definition).table(rows)
  }

  private func row(_ band: String, _ members: [CustomerValues.Entry], of whole: MoneySum) -> [Cell] {
    let value = members.map(\.value).reduce(.zero, +)
    return [.text(band), .count(members.count), .money(value), .rate(Figure(value, over: whole))]
  }
}
