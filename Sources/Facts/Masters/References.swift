/// A worker's way from what people write to the ids that are meant, and from there to the dimensions of a fact
/// (docs/inputs.md, section 3). What was looked up once is remembered by its symbol.
package struct References {
  package let masters: Masters
  package var symbols: SymbolCache
  private let table: SymbolTable
  private var reps = Memory()
  private var customers = Memory()
  private var products = Memory()

  /// What symbols have been found to mean, by symbol number.
  private struct Memory {
    private var meanings: [Meaning?] = []

    mutating func meaning(of symbol: Symbol, _ find: () -> Meaning) -> Meaning {
      let number = Int(symbol.number)
      if number < meanings.count, let known = meanings[number] { return known }
      if number >= meanings.count {
        meanings.append(contentsOf: repeatElement(nil, count: number + 1 - meanings.count + number / 4))
      }
      let found = find()
      meanings[number] = found
      return found
    }
  }

  private struct Meaning {
    var id: Symbol
    var record: Int32
  }

  package init(masters: Masters, table: SymbolTable) {
    self.masters = masters
    self.table = table
    symbols = SymbolCache(table)
  }

  /// Resolves `rep`, `customer` and `product` of a fact as written, and fills its blanks from the masters.
  ///
  /// - Parameter customerName: what the fact calls its customer, which stands in for a blank customer_id.
  package mutating func resolve(_ fact: inout Dimensions, customerName: Symbol = .blank) {
    let (masters, table) = (masters, table)
    if !fact.rep.isBlank {
      let meaning = reps.meaning(of: fact.rep) { Self.meaning(of: fact.rep, in: masters.reps, table) }
      fact.rep = meaning.id
      if meaning.record >= 0 {
        let rep = masters.reps.records[Int(meaning.record)]
        fact.team = fact.team.or(rep.team)
        fact.province = fact.province.or(rep.province)
      }
    }
    let written = fact.customer.or(customerName)
    if !written.isBlank {
      let meaning = customers.meaning(of: written) { Self.meaning(of: written, in: masters.customers, table) }
      fact.customer = meaning.id
      if meaning.record >= 0 {
        let customer = masters.customers.records[Int(meaning.record)]
        fact.province = fact.province.or(customer.province)
        fact.city = fact.city.or(customer.city)
        fact.industry = fact.industry.or(customer.industry)
      }
    }
    if fact.businessUnit.isBlank { fact.businessUnit = unit(of: fact.product) ?? masters.noUnit }
  }

  /// The id that a text in a rep_id column means.
  package mutating func rep(_ written: Symbol) -> Symbol {
    guard !written.isBlank else { return .blank }
    let (masters, table) = (masters, table)
    return reps.meaning(of: written) { Self.meaning(of: written, in: masters.reps, table) }.id
  }

  /// The business unit of a product; nil where the master has none.
  package mutating func unit(of product: Symbol) -> Symbol? {
    guard !product.isBlank else { return nil }
    let (masters, table) = (masters, table)
    let meaning = products.meaning(of: product) { Self.meaning(of: product, in: masters.products, table) }
    guard meaning.record >= 0 else { return nil }
    let unit = masters.products.records[Int(meaning.record)].businessUnit
    return unit.isBlank ? nil : unit
  }

  private static func meaning<Record: MasterRecord>(
    of text: Symbol, in master: Master<Record>, _ table: SymbolTable
  ) -> Meaning {
    guard let index = master.index(meant: text, symbols: table) else { return Meaning(id: text, record: -1) }
    return Meaning(id: master.records[index].id, record: Int32(index))
  }
}
