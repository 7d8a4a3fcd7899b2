package import ReviewModel

/// An order booked or cash collected.
package struct Actual: VersionedRecord {
  package var version: Version
  package var date: Day
  package var amount: Money
  /// What an order cost; blank for collections.
  package var cost = OptionalMoney.blank
  package var dimensions = Dimensions()
  package var customerName = Symbol.blank
  /// Where the price of an order below the floor stands in the list of them, from 1; 0 for every other.
  package var price: UInt32 = 0

  package init(version: Version, date: Day, amount: Money) {
    self.version = version
    self.date = date
    self.amount = amount
  }

  package var amountCompared: Money? { amount }
}

/// An invoice, open or paid.
package struct Receivable: VersionedRecord {
  package var version: Version
  package var invoiced: OptionalDay
  package var due: Day
  /// The invoice_id; kept of overdue invoices only, and only for tables that show them.
  package var id: RecordText
  package var amount: Money
  package var paid: Money
  /// nil for a blank.
  package var isDisputed: Bool?
  package var dimensions: Dimensions
  package var customerName: Symbol

  /// What is still owed: two amounts of a cell are far from 64 bits.
  package var outstanding: Money { Money(hundredths: amount.hundredths - paid.hundredths) }

  package var amountCompared: Money? { amount }
}

/// A contract. Packed: it names whom, and its products not at all.
package struct Contract: VersionedRecord {
  package var version: Version
  package var ends: Day
  package var starts: OptionalDay
  package var signed: OptionalDay
  package var amount: Money
  package var fulfilled: Money
  package var businessUnit: Symbol
  package var rep: Symbol
  package var customer: Symbol
  package var customerName: Symbol
  /// The contract_id, kept for tables that show it.
  package var id: RecordText
  /// Whether another contract follows it.
  package var isRenewed: Bool

  /// The day on which it begins: as written, else the day it was signed; blank where neither is known.
  package var start: OptionalDay { starts.isBlank ? signed : starts }

  /// Whom the contract names.
  package var dimensions: Dimensions { Dimensions(businessUnit: businessUnit, rep: rep, customer: customer) }

  package var amountCompared: Money? { amount }
}

/// What an order below the floor price was sold at.
package struct OrderPrice: Sendable {
  package var order: RecordText
  package var line: RecordText
  package var unitPrice: Money
  package var floorPrice: Money
  /// In millionths; one where the row says nothing.
  package var quantity: Int64
}

/// A visit made. Packed: a book has more of them than of anything else.
package struct Visit: VersionedRecord {
  package var version: Version
  package var date: Day
  package var rep: Symbol
  package var customer: Symbol

  /// Whom the visit names.
  package var dimensions: Dimensions { Dimensions(rep: rep, customer: customer) }
}

/// A daily sales report. Packed: its team and province are those of its rep.
package struct DailyReport: VersionedRecord {
  package var version: Version
  package var date: Day
  package var rep: Symbol
  package var orderAmount: OptionalMoney
  package var collectionAmount: OptionalMoney

  /// Whom the report names.
  package var dimensions: Dimensions { Dimensions(rep: rep) }
}

/// A target, or the plan committed for a month.
package struct Target: VersionedRecord {
  package var version: Version
  package var period: Period
  package var metric: Metric
  package var amount: Money
  /// One symbol a dimension, in the order of ``Dimension``; blank stands for all.
  package var scope: [Symbol]
  /// For commitments: the day of the promise.
  package var committedOn: OptionalDay

  /// The references of the scope.
  package var dimensions: Dimensions {
    Dimensions(
      businessUnit: scope[Dimension.businessUnit.rawValue], rep: scope[Dimension.rep.rawValue],
      product: scope[Dimension.product.rawValue])
  }

  /// The dimensions that are not blank.
  package var level: DimensionSet {
    DimensionSet(Dimension.allCases.filter { !scope[$0.rawValue].isBlank })
  }

  package var amountCompared: Money? { amount }
}

/// A set of dimensions: the level of a target.
package struct DimensionSet: Hashable, Sendable {
  /// A bit a dimension, by its raw value.
  package let bits: UInt16

  /// The set of these.
  package init(_ dimensions: [Dimension]) { bits = dimensions.reduce(0) { $0 | 1 << UInt16($1.rawValue) } }

  /// In the order of the scope columns.
  package var members: [Dimension] { Dimension.allCases.filter { bits & 1 << UInt16($0.rawValue) != 0 } }
  package var count: Int { bits.nonzeroBitCount }
  package func isSuperset(of other: DimensionSet) -> Bool { bits & other.bits == other.bits }
  /// The column names joined with `+`.
  package var name: String { members.map(\.column).joined(separator: "+") }
}
