internal import CByteScan
package import ReviewModel

/// One row of a lead ledger (docs/inputs.md, section 2), packed: a book holds a state of every lead in memory.
/// References are resolved; dates and amounts that the row leaves out are blank, `amount` and `collected` zero.
package struct LeadRow: VersionedRecord {
  package var version: Version
  /// The row's own, in millionths; -1 for a blank, where the stage's counts.
  package var probability: Int32 = -1
  /// What the lead is worth.
  package var amount: Money = .zero
  /// What is still to be collected, as the row says; see ``expectedCollection``.
  package var expectedCollectionAsWritten = OptionalMoney.blank
  /// What has been collected of the amount.
  package var collected: Money = .zero
  /// What was bid.
  package var bidPrice = OptionalMoney.blank
  /// The day on which the lead came in.
  package var created = OptionalDay.blank
  /// The day on which the tender is expected.
  package var expectedBidOn = OptionalDay.blank
  /// The day on which the tender was won.
  package var wonOn = OptionalDay.blank
  /// The day on which the order is expected.
  package var expectedOrderOn = OptionalDay.blank
  /// The day of the order.
  package var orderedOn = OptionalDay.blank
  /// The day on which the money is expected.
  package var expectedCollectionOn = OptionalDay.blank
  /// The day on which the lead was closed, won or lost.
  package var closedOn = OptionalDay.blank
  /// The day on which somebody last saw to it.
  package var lastFollowed = OptionalDay.blank
  /// Whose lead it is and where.
  package var dimensions = Dimensions()
  /// What the row calls its customer.
  package var customerName = Symbol.blank
  /// Where the lead came from.
  package var source = Symbol.blank
  /// Who else is after it.
  package var competitor = Symbol.blank
  /// Why it was lost.
  package var lostReason = Symbol.blank
  /// The numbers of the lead's name, and of its id where the key is another, in the ledger's own table of texts.
  var name: UInt32 = 0
  var id: UInt32 = 0
  /// `.min` for a blank.
  package var follows: Int64 = .min
  // Between a field of eight bytes and four of one: elsewhere the row would be eight bytes longer.
  /// What decided a lead that was won, as the row lists it; kept only for tables that show it.
  package var keyFactors = Symbol.blank
  /// The position of the stage in the configured list.
  package var stage: UInt8 = 0
  /// The position of the word in its vocabulary; 255 for a blank.
  package var chance: UInt8 = 255
  /// 0, 1; 255 for a blank.
  package var top: UInt8 = 255
  // One byte for both, for the same reason.
  private var marks: UInt8 = 1

  package var amountCompared: Money? { amount }

  /// Whether the row's effective day lies on or before the day of the state, or is blank.
  var isDue: Bool {
    get { marks & 1 != 0 }
    set { marks = newValue ? marks | 1 : marks & ~1 }
  }
  /// Whether rewinding blanked a date.
  package internal(set) var isRewound: Bool {
    get { marks & 2 != 0 }
    set { marks = newValue ? marks | 2 : marks & ~2 }
  }

  /// A row that says nothing yet.
  package init(version: Version) { self.version = version }

  /// How often the lead was followed; nil for a blank.
  package var followCount: Int? { follows == .min ? nil : Int(follows) }

  /// Whether the lead was marked TOP; nil for a blank.
  package var isTop: Bool? { top == 255 ? nil : top == 1 }

  /// The day from which the row counts; blank when it always does.
  package var effective: OptionalDay { version.updated.isBlank ? created : version.updated }

  /// What is expected still to be collected: as written, else the amount less what was collected, not below 0.
  package var expectedCollection: Money {
    outstanding(of: amount, asWritten: expectedCollectionAsWritten, collected: collected)
  }
}

extension LeadRow {
  /// Has the memory of a row fetched, for whoever looks at it soon: rows of a list lie far from each other.
  package static func prefetch(_ row: UnsafePointer<LeadRow>) {
    let start = UnsafeRawPointer(row)
    for line in stride(from: 0, to: MemoryLayout<LeadRow>.size, by: 64) { byte_scan_prefetch(start + line) }
  }
}

/// What is still to be collected of an amount: as written, else the amount less what was collected, not below 0
/// (docs/inputs.md, section 2, leads).
private func outstanding(of amount: Money, asWritten: OptionalMoney, collected: Money) -> Money {
  asWritten.money ?? Money(hundredths: max(0, amount.hundredths - collected.hundredths))
}

/// What of a lead's state at the previous review day matters today.
package struct LeadBefore: VersionedRecord {
  package var version: Version
  /// The position of the stage in the configured list.
  package var stage: UInt8
  var isDue: Bool
  /// What the lead was worth.
  package var amount: Money
  /// What was still to be collected, as the row said; see ``expectedCollection``.
  package var expectedCollectionAsWritten: OptionalMoney
  /// What had been collected of the amount.
  package var collected: Money
  /// The day on which the lead came in.
  package var created: OptionalDay
  /// The day on which the tender was won.
  package var wonOn: OptionalDay
  /// The day on which the order was expected.
  package var expectedOrderOn: OptionalDay
  /// The day of the order.
  package var orderedOn: OptionalDay
  /// The day on which the money was expected.
  package var expectedCollectionOn: OptionalDay
  /// The day on which the lead was closed.
  package var closedOn: OptionalDay

  init(_ row: LeadRow, isDue: Bool) {
    version = row.version
    stage = row.stage
    self.isDue = isDue
    amount = row.amount
    expectedCollectionAsWritten = row.expectedCollectionAsWritten
    collected = row.collected
    created = row.created
    wonOn = row.wonOn
    expectedOrderOn = row.expectedOrderOn
    orderedOn = row.orderedOn
    expectedCollectionOn = row.expectedCollectionOn
    closedOn = row.closedOn
  }

  /// What was expected still to be collected: as written, else the amount less what was collected, not below 0.
  package var expectedCollection: Money {
    outstanding(of: amount, asWritten: expectedCollectionAsWritten, collected: collected)
  }
}

/// A row of a lead's history, as much of it as promises and collections ask for.
package struct LeadVersion: VersionedRecord {
  package let version: Version
  /// The number of the lead's next version in the list of all; `.max` for the last.
  var next: UInt32 = .max
  /// The day from which the row counts; blank when it always does.
  package let effective: OptionalDay
  /// The day on which the order was expected.
  package let expectedOrderOn: OptionalDay
  /// The day on which the money was expected.
  package let expectedCollectionOn: OptionalDay
  /// The day of the order.
  package let orderedOn: OptionalDay
  /// The day on which the lead was closed.
  package let closedOn: OptionalDay
  /// What had been collected of the amount.
  package let collected: Money
  /// Whose lead it was and where.
  package let dimensions: Dimensions

  init(_ row: LeadRow) {
    version = row.version
    effective = row.effective
    expectedOrderOn = row.expectedOrderOn
    expectedCollectionOn = row.expectedCollectionOn
    orderedOn = row.orderedOn
    closedOn = row.closedOn
    collected = row.collected
    dimensions = row.dimensions
  }
}
