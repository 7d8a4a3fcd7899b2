/// A worker's way from what people write to the ids that are meant, and from there to the dimensions of a fact
/// (docs/inputs.md, section 3). What was looked up once is remembered by its symbol.
package struct References: ~Copyable {
  package let masters: Masters
  package var symbols: SymbolCache
  /// Where texts go that hardly two records share.
  package let texts: RecordTextStore
  private let table: SymbolTable
  private let noUnit: Symbol
  private var reps = Meanings<RepMeaning>()
  private var customers = Meanings<CustomerMeaning>()
  private var products = Meanings<ProductMeaning>()

  private struct RepMeaning {
    var id: Symbol
    var team = Symbol.blank
    var province = Symbol.blank
  }

  private struct CustomerMeaning {
    var id: Symbol
    var province = Symbol.blank
    var city = Symbol.blank
    var industry = Symbol.blank
  }

  private struct ProductMeaning {
    /// The product's business unit; blank where the master has none.
    var unit = Symbol.blank
  }

  package init(masters: Masters, table: SymbolTable, texts: RecordTextStore) {
    self.masters = masters
    self.texts = texts
    self.table = table
    noUnit = masters.noUnit
    symbols = SymbolCache(table)
  }

  /// Resolves `rep`, `customer` and `product` of a fact as written, and fills its blanks from the masters.
  ///
  /// - Parameter customerName: what the fact calls its customer, which stands in for a blank customer_id.
  @inline(__always)
  package mutating func resolve(_ fact: inout Dimensions, customerName: Symbol = .blank) {
    if !fact.rep.isBlank {
      let meaning = reps[fact.rep] ?? learnRep(fact.rep)
      fact.rep = meaning.id
      fact.team = fact.team.or(meaning.team)
      fact.province = fact.province.or(meaning.province)
    }
    let written = fact.customer.or(customerName)
    if !written.isBlank {
      let meaning = customers[written] ?? learnCustomer(written)
      fact.customer = meaning.id
      fact.province = fact.province.or(meaning.province)
      fact.city = fact.city.or(meaning.city)
      fact.industry = fact.industry.or(meaning.industry)
    }
    if fact.businessUnit.isBlank { fact.businessUnit = unit(of: fact.product).or(noUnit) }
  }

  /// The id that a text in a rep_id column means.
  package mutating func rep(_ written: Symbol) -> Symbol {
    written.isBlank ? .blank : (reps[written] ?? learnRep(written)).id
  }

  /// The business unit of a product; blank where the master has none.
  @inline(__always)
  package mutating func unit(of product: Symbol) -> Symbol {
    product.isBlank ? .blank : (products[product] ?? learnProduct(product)).unit
  }

  @inline(never)
  private mutating func learnRep(_ written: Symbol) -> RepMeaning {
    var meaning = RepMeaning(id: written)
    if let index = masters.reps.index(meant: written, text: table.text) {
      let rep = masters.reps.records[index]
      meaning = RepMeaning(id: rep.id, team: rep.team, province: rep.province)
    }
    reps[written] = meaning
    return meaning
  }

  @inline(never)
  private mutating func learnCustomer(_ written: Symbol) -> CustomerMeaning {
    var meaning = CustomerMeaning(id: written)
    if let index = masters.customers.index(meant: written, text: table.text) {
      let customer = masters.customers.records[index]
      meaning = CustomerMeaning(
        id: customer.id, province: customer.province, city: customer.city, industry: customer.industry)
    }
    customers[written] = meaning
    return meaning
  }

  @inline(never)
  private mutating func learnProduct(_ written: Symbol) -> ProductMeaning {
    let meaning = ProductMeaning(unit: masters.products[written]?.businessUnit ?? .blank)
    products[written] = meaning
    return meaning
  }
}

/// What symbols have been found to mean, by symbol number.
private struct Meanings<Meaning: BitwiseCopyable>: ~Copyable {
  private var meanings: UnsafeMutablePointer<Meaning?>
  private var capacity = 1 << 12

  init() {
    meanings = .allocate(capacity: capacity)
    meanings.initialize(repeating: nil, count: capacity)
  }

  deinit { meanings.deallocate() }

  /// What a symbol means; nil where nobody has asked yet.
  subscript(symbol: Symbol) -> Meaning? {
    @inline(__always)
    get {
      // In bounds: numbers beyond the capacity have not been learnt.
      let number = Int(symbol.number)
      return number < capacity ? meanings[number] : nil
    }
    set {
      let number = Int(symbol.number)
      if number >= capacity {
        let larger = max(number + 1, capacity * 2)
        let moved = UnsafeMutablePointer<Meaning?>.allocate(capacity: larger)
        moved.update(from: meanings, count: capacity)
        (moved + capacity).initialize(repeating: nil, count: larger - capacity)
        meanings.deallocate()
        (meanings, capacity) = (moved, larger)
      }
      meanings[number] = newValue
    }
  }
}
