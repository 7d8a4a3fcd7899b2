package import ReviewModel

/// An order booked or cash collected.
package struct Actual: VersionedRecord {
  package var version: Version
  /// The day of the order or of the payment.
  package var date: Day
  /// Ordered or collected; negative for what is taken back.
  package var amount: Money
  /// What an order cost; blank for collections.
  package var cost = OptionalMoney.blank
  /// Whose it is and where.
  package var dimensions = Dimensions()
  /// What the row calls its customer.
  package var customerName = Symbol.blank
  /// Where the price of an order below the floor stands in the list of them, from 1; 0 for every other.
  package var price: UInt32 = 0

  /// A row of which nothing else is known yet.
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
  /// The day of the invoice; blank where the row does not say.
  package var invoiced: OptionalDay
  /// The day by which it is to be paid.
  package var due: Day
  /// The invoice_id; kept of overdue invoices only, and only for tables that show them.
  package var id: RecordText
  /// What the invoice is over.
  package var amount: Money
  /// Paid of it; zero for a blank.
  package var paid: Money
  /// nil for a blank.
  package var isDisputed: Bool?
  /// Whose it is and where.
  package var dimensions: Dimensions
  /// What the row calls its customer.
  package var customerName: Symbol

  /// What is still owed: two amounts of a cell are far from 64 bits.
  package var outstanding: Money { Money(hundredths: amount.hundredths - paid.hundredths) }

  package var amountCompared: Money? { amount }
}

/// A contract. Packed: it names whom, and its products not at all.
package struct Contract: VersionedRecord {
  package var version: Version
  /// The last day of the contract.
  package var ends: Day
  /// The first; see ``start``.
  package var starts: OptionalDay
  /// The day of the signature; blank where the row does not say.
  package var signed: OptionalDay
  /// What the contract is over.
  package var amount: Money
  /// Fulfilled of it; zero for a blank.
  package var fulfilled: Money
  /// The own, else `(none)`.
  package var businessUnit: Symbol
  /// Whose contract it is; may be blank.
  package var rep: Symbol
  /// The customer_id; without one the customer's name.
  package var customer: Symbol
  /// What the row calls its customer.
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
  /// The order_id.
  package var order: RecordText
  /// The line within the order; may be blank.
  package var line: RecordText
  /// What one was sold at.
  package var unitPrice: Money
  /// What one is to be sold at, at least.
  package var floorPrice: Money
  /// In millionths; one where the row says nothing.
  package var quantity: Int64
}

/// A visit made. Packed: a book has more of them than of anything else.
package struct Visit: VersionedRecord {
  package var version: Version
  /// The day of the visit.
  package var date: Day
  /// Who visited.
  package var rep: Symbol
  /// The customer_id; without one the customer's name, and blank without either.
  package var customer: Symbol

  /// Whom the visit names.
  package var dimensions: Dimensions { Dimensions(rep: rep, customer: customer) }
}

/// A daily sales report. Packed: its team and province are those of its rep.
package struct DailyReport: VersionedRecord {
  package var version: Version
  /// The day that the report is of.
  package var date: Day
  /// Who reports.
  package var rep: Symbol
  /// Ordered on the day, as the rep says; blank where the report does not.
  package var orderAmount: OptionalMoney
  /// Collected on the day, as the rep says; blank where the report does not.
  package var collectionAmount: OptionalMoney

  /// Whom the report names.
  package var dimensions: Dimensions { Dimensions(rep: rep) }
}

/// A target, or the plan committed for a month.
package struct Target: VersionedRecord {
  package var version: Version
  /// What the target is for: a year, quarter, month or week.
  package var period: Period
  /// What is to be reached.
  package var metric: Metric
  /// How much of it.
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
  /// How many dimensions the set has.
  package var count: Int { bits.nonzeroBitCount }
  /// Whether all dimensions of the other set are in this one.
  package func isSuperset(of other: DimensionSet) -> Bool { bits & other.bits == other.bits }
  /// The column names joined with `+`.
  package var name: String { members.map(\.column).joined(separator: "+") }
}
