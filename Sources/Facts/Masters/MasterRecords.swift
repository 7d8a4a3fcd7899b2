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

  package init(version: Version, id: Symbol) {
    self.version = version
    self.id = id
  }
}

/// A product line.
package struct Product: VersionedRecord {
  package var version: Version
  package var id: Symbol
  package var businessUnit = Symbol.blank

  package init(version: Version, id: Symbol) {
    self.version = version
    self.id = id
  }
}

/// A row of a master: what it is called, and by which other words people write it.
protocol MasterRecord: VersionedRecord {
  var id: Symbol { get }
  var aliases: [Symbol] { get }
  var name: Symbol { get }
}

extension Rep: MasterRecord {}
extension Customer: MasterRecord {}
extension Product: MasterRecord {
  var aliases: [Symbol] { [] }
  var name: Symbol { .blank }
}
