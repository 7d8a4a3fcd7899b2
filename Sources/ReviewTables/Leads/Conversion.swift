internal import Facts
internal import ReviewModel

/// What becomes of leads, by where they come from and who follows them (docs/metrics.md, section 5).
struct Conversion: ReviewTable {
  let definition = TableDefinition(
    "conversion", .leads, [.month], needs: [[.leads]], keyColumns: 2, hasTotals: false,
    columns: [
      .text("dimension", .word("dimension")), .text("member", .member), .count("received"), .count("won"),
      .count("lost"),
      .count("live"), .rate("conversion", "won", over: "received"),
      .portion("win_rate", "won", of: ["won", "lost"]), .money("won_amount"),
      .number("average_cycle"), .count("closed_won"), .count("closed_lost"),
      .portion("close_rate", "closed_won", of: ["closed_won", "closed_lost"]),
    ])

  struct Member {
    var received = 0
    var won = 0
    var lost = 0
    var live = 0
    var wonAmount = MoneySum.zero
    var cycle = 0
    var cycles = 0
    var closedWon = 0
    var closedLost = 0

    fileprivate mutating func add(_ lead: LeadView, _ days: ClosedRange<Day>) {
      if lead.row.created.isIn(days) {
        received += 1
        if lead.isWon {
          won += 1
          wonAmount += lead.row.amount
          if let length = lead.cycle {
            cycle += length
            cycles += 1
          }
        } else if lead.kind == .lost {
          lost += 1
        } else {
          live += 1
        }
      }
      if lead.isWon, lead.row.wonOn.isIn(days) { closedWon += 1 }
      if lead.kind == .lost, lead.row.closedOn.isIn(days) { closedLost += 1 }
    }
  }

  /// What leads are told apart by, in the words of the column `dimension`.
  private enum Breakdown: String, CaseIterable {
    case source, industry, product, province, rep, competitor

    @inline(__always)
    func symbol(_ row: LeadRow) -> Symbol {
      switch self {
      case .source: row.source
      case .industry: row.dimensions.industry
      case .product: row.dimensions.product
      case .province: row.dimensions.province
      case .rep: row.dimensions.rep
      case .competitor: row.competitor
      }
    }
  }

  func table(_ review: ReviewContext) -> Table {
    let days = review.period.yearToDate
    let dimensions = Breakdown.allCases
    var all = Member()
    var byDimension = Breakdown.allCases.map { _ in Groups(Member()) }
    for lead in review.leads {
      guard lead.row.created.isIn(days) || lead.row.wonOn.isIn(days) || lead.row.closedOn.isIn(days) else {
        continue
      }
      all.add(lead, days)
      for (index, dimension) in dimensions.enumerated() {
        byDimension[index][GroupKey(review.orNone(dimension.symbol(lead.row)))].add(lead, days)
      }
    }
    var rows: [[Cell]] = []
    if all.isMaterial { rows.append([.text("all"), .blank] + all.cells) }
    for (dimension, groups) in zip(dimensions, byDimension) {
      let members = zip(groups.keys, groups.sums).filter { $0.1.isMaterial }.sorted { left, right in
        if left.1.received != right.1.received { return left.1.received > right.1.received }
        if left.1.closedWon != right.1.closedWon { return left.1.closedWon > right.1.closedWon }
        return review.text(left.0[0], precedes: right.0[0])
      }
      for (key, member) in members {
        rows.append([.text(dimension.rawValue), .text(review.text(key[0]))] + member.cells)
      }
    }
    return TableBuilder(definition).table(rows)
  }
}

extension Conversion.Member {
  fileprivate var isMaterial: Bool { received != 0 || closedWon != 0 || closedLost != 0 }

  /// The cells of the columns that are not derived.
  fileprivate var cells: [Cell] {
    [
      .count(received), .count(won), .count(lost), .count(live), .money(wonAmount),
      .number(Figure(cycle, over: cycles, decimals: 1)), .count(closedWon), .count(closedLost),
    ]
  }
}
