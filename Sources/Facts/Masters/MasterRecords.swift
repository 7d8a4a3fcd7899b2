package import ReviewModel

/// A salesperson of the roster.
package struct Rep: VersionedRecord {
  package var version: Version
  package var id: Symbol
  package var aliases: [Symbol] = []
  package var name = Symbol.blank
  package var team = Symbol.blank
  package var province = Symbol.blank
  package var grade = Symbol.blank
  /// What the rep knows: products, industries.
  package var tags: [Symbol] = []
  package var joined = OptionalDay.blank
  package var left = OptionalDay.blank

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
  package var id: Symbol
  package var aliases: [Symbol] = []
  package var name = Symbol.blank
  /// The canonical word.
  package var customerClass = Symbol.blank
  package var industry = Symbol.blank
  package var province = Symbol.blank
  package var city = Symbol.blank
  package var channel = Symbol.blank
  /// Days between two contacts, where the customer has its own; `.min` for a blank.
  var ownRevisitDays = Int64.min
  /// The groups as the row lists them: one text, since few lists differ.
  package var groups = Symbol.blank
  package var since = OptionalDay.blank
  /// Its year means nothing.
  package var birthday = OptionalDay.blank

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
  package var id: Symbol
  package var businessUnit = Symbol.blank
  package var floorPrice = OptionalMoney.blank

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
