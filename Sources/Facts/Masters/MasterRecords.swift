package import ReviewModel

/// A salesperson of the roster.
package struct Rep: VersionedRecord {
  package var version: Version
  /// The rep_id.
  package var id: Symbol
  /// Other words for the rep.
  package var aliases: [Symbol] = []
  /// What people call the rep.
  package var name = Symbol.blank
  /// The rep's team: that of facts that name none.
  package var team = Symbol.blank
  /// The rep's province: that of facts that name none.
  package var province = Symbol.blank
  /// The rep's grade, `A` for the best.
  package var grade = Symbol.blank
  /// What the rep knows: products, industries.
  package var tags: [Symbol] = []
  /// The first day; blank where the rep was always there.
  package var joined = OptionalDay.blank
  /// The first day without the rep; blank for one who is there.
  package var left = OptionalDay.blank

  /// A rep of whom nothing else is known yet.
  package init(version: Version, id: Symbol) {
    self.version = version
    self.id = id
  }

  /// On the roster on a day: joined by then or blank, not left by then.
  package func isPresent(on day: Day) -> Bool { !joined.isAfter(day) && !left.isOnOrBefore(day) }
}

/// A customer of the master.
package struct Customer: VersionedRecord {
  package var version: Version
  /// The customer_id.
  package var id: Symbol
  /// Other words for the customer.
  package var aliases: [Symbol] = []
  /// What people call the customer.
  package var name = Symbol.blank
  /// The canonical word.
  package var customerClass = Symbol.blank
  /// The customer's industry: that of facts that name none.
  package var industry = Symbol.blank
  /// The customer's province: that of facts that name none, nor their rep.
  package var province = Symbol.blank
  /// The customer's city: that of facts that name none.
  package var city = Symbol.blank
  /// The dealer through whom the customer buys.
  package var channel = Symbol.blank
  /// Days between two contacts, where the customer has its own; `.min` for a blank.
  var ownRevisitDays = Int64.min
  /// The groups as the row lists them: one text, since few lists differ.
  package var groups = Symbol.blank
  /// The day since which the customer is one.
  package var since = OptionalDay.blank
  /// Its year means nothing.
  package var birthday = OptionalDay.blank

  /// A customer of whom nothing else is known yet.
  package init(version: Version, id: Symbol) {
    self.version = version
    self.id = id
  }
}

extension Customer {
  /// Days between two contacts, where the customer has its own.
  package var revisitDays: Int? { ownRevisitDays == .min ? nil : Int(ownRevisitDays) }
}

/// A product line.
package struct Product: VersionedRecord {
  package var version: Version
  /// The product's name, by which facts name it.
  package var id: Symbol
  /// The unit of facts of the product that name none.
  package var businessUnit = Symbol.blank
  /// What one is to be sold at, at least; blank for any price.
  package var floorPrice = OptionalMoney.blank

  /// A product of which nothing else is known yet.
  package init(version: Version, id: Symbol) {
    self.version = version
    self.id = id
  }
}

/// A row of a master: what it is called, and by which other words people write it.
package protocol MasterRecord: VersionedRecord {
  var id: Symbol { get }
  var aliases: [Symbol] { get }
  var name: Symbol { get }
}

extension Rep: MasterRecord {}
extension Customer: MasterRecord {}
extension Product: MasterRecord {
  package var aliases: [Symbol] { [] }
  package var name: Symbol { .blank }
}
