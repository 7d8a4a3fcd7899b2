internal import Book

/// The rows of one master and the words by which they are found (docs/inputs.md, section 3).
package struct Master<Record: VersionedRecord>: Sendable {
  /// Whether the book has such a master at all: without one no reference is unknown.
  package let exists: Bool
  package let records: [Record]
  /// The record of each symbol that is an id, by symbol number; -1 for any other. Ids come before all facts, so
  /// the numbers are small.
  private let byID: [Int32]
  /// What else people call the records.
  private let words = MasterWords()

  init(exists: Bool, records: some Sequence<Record>) where Record: MasterRecord {
    self.exists = exists
    self.records = records.sorted { $0.version.position < $1.version.position }
    var byID: [Int32] = []
    for (index, record) in self.records.enumerated() {
      let number = Int(record.id.number)
      if number >= byID.count { byID += repeatElement(-1, count: number + 1 - byID.count) }
      byID[number] = Int32(index)
    }
    self.byID = byID
  }

  /// The record of an id.
  package func index(of id: Symbol) -> Int? {
    let number = Int(id.number)
    return number < byID.count && byID[number] >= 0 ? Int(byID[number]) : nil
  }

  /// The record of an id.
  package subscript(id: Symbol) -> Record? { index(of: id).map { records[$0] } }

  /// Whether an id is one that an existing master does not know.
  func isUnknown(_ id: Symbol) -> Bool { exists && !id.isBlank && index(of: id) == nil }

  /// The record that a word means: an id, else an alias, else a name.
  ///
  /// - Parameter text: the text of a symbol.
  func index(meant word: Symbol, text: (Symbol) -> String) -> Int? where Record: MasterRecord {
    if let index = index(of: word) { return index }
    return records.isEmpty ? nil : words.index(meant: word, records, text)
  }

  /// What people call a record: its name, since they know each other by names, where it is read as this record; else
  /// its id.
  package func callName(of index: Int, _ symbols: Symbols) -> Symbol where Record: MasterRecord {
    let record = records[index]
    let isMeant = !record.name.isBlank && self.index(meant: record.name, text: symbols.text) == index
    return isMeant ? record.name : record.id
  }
}

/// What the masters of a book say: read first, since every fact refers to them.
package struct Masters: Sendable {
  package let reps: Master<Rep>
  package let customers: Master<Customer>
  package let products: Master<Product>
  /// The business unit of a fact that has none.
  package let noUnit: Symbol

  /// The class of a customer; blank for one that the master does not know.
  package func customerClass(_ customer: Symbol) -> Symbol {
    // In its place: a copy of the record would count a reference to its aliases, for every row of every list.
    customers.index(of: customer).map { customers.records[$0].customerClass } ?? .blank
  }

  /// The name of a customer; blank for one that the master does not know, or that has none there.
  package func customerName(_ customer: Symbol) -> Symbol {
    customers.index(of: customer).map { customers.records[$0].name } ?? .blank
  }

  /// The dimensions of a fact that names a rep and nothing else.
  package func dimensions(ofRep rep: Symbol) -> Dimensions {
    var dimensions = Dimensions(businessUnit: noUnit, rep: rep)
    if let rep = reps[rep] { (dimensions.team, dimensions.province) = (rep.team, rep.province) }
    return dimensions
  }

  /// A dimension of a fact. A channel belongs to customers of class channel only.
  package func symbol(_ dimension: Dimension, of fact: Dimensions, channelClass: Symbol) -> Symbol {
    switch dimension {
    case .businessUnit: fact.businessUnit
    case .province: fact.province
    case .city: fact.city
    case .team: fact.team
    case .rep: fact.rep
    case .product: fact.product
    case .industry: fact.industry
    case .customerClass: customerClass(fact.customer)
    case .channel:
      customers[fact.customer].map { $0.customerClass == channelClass ? $0.channel : .blank } ?? .blank
    }
  }
}
