package import Facts
package import ReviewModel

/// The facts of a book with the views that several tables share, each computed once. A class, since every row that is
/// made when it is asked for holds it.
package final class ReviewContext: Sendable {
  package let facts: BookFacts
  /// What was booked and what was collected, from whatever source the book has.
  let actuals: Actuals
  /// Those of the review's month and week so far.
  let currentActuals: ByMetric<[Actual]>
  /// The days of the month that is forecast.
  let forecastDays: ClosedRange<Day>
  /// The targets, and the plans committed.
  let targets: TargetBook
  let commitments: TargetBook
  let views: LeadViews
  /// The texts of leads, and the words of their stages and chances.
  let leadWords: LeadWords
  let stageIDs: WordList
  let chances = WordList(Vocabulary.chance.words.map(\.canonical))
  /// The value of each customer.
  let value: CustomerValues
  let shared = SharedViews()
  /// By symbol: its place in the order of display; `unlisted` for every other text.
  private let unitRanks: [Int32]
  private static let unlisted: Int32 = 1 << 30

  /// The views of a book's facts, computed side by side.
  package init(_ facts: BookFacts) async {
    async let targets = TargetBook(facts.targets, onlyUnit: { Self.onlyUnit(facts) }, facts)
    async let commitments = TargetBook(
      TargetBook.inForce(facts.commitments), onlyUnit: { Self.onlyUnit(facts) }, facts)
    async let views = LeadViews(facts.leads)
    self.facts = facts
    leadWords = facts.leads.words
    stageIDs = WordList(facts.leads.stages.stages.map(\.id))
    forecastDays = facts.period.forecastMonth.days
    actuals = Actuals(facts)
    currentActuals = actuals.rows(in: facts.period.current)
    value = CustomerValues(facts, actuals)
    self.targets = await targets
    self.commitments = await commitments
    self.views = await views
    let order = facts.unitsInOrder
    unitRanks = (0..<facts.symbols.count).map { number in
      let text = facts.symbols.bytes(Symbol(number: UInt32(number)))
      return order.firstIndex { $0.utf8.elementsEqual(text) }.map { Int32($0) } ?? Self.unlisted
    }
  }

  var period: ReviewPeriod { facts.period }

  /// Where the actuals and the value of customers came from.
  package var sources: ReviewPack.Sources {
    ReviewPack.Sources(
      orders: actuals.sources[.orders].rawValue, collections: actuals.sources[.collections].rawValue,
      value: value.source.rawValue)
  }

  /// What the period before brought.
  package var previous: ReviewPack.Previous {
    func sum(_ metric: Metric) -> MoneySum {
      actuals.rows[metric].reduce(into: .zero) { sum, actual in
        if period.previousRange.contains(actual.date) { sum += actual.amount }
      }
    }
    return ReviewPack.Previous(
      name: period.previousName, orders: sum(.orders), collections: sum(.collections))
  }

  /// A dimension of a fact; blank where it has none.
  func symbol(_ dimension: Dimension, of fact: Dimensions) -> Symbol {
    facts.masters.symbol(dimension, of: fact, channelClass: facts.channelClass)
  }

  /// A symbol, or `(none)` for the blank one.
  func orNone(_ symbol: Symbol) -> Symbol { symbol.or(facts.masters.noUnit) }

  /// The text of a symbol; nil for the blank one.
  func text(_ symbol: Symbol) -> String? { facts.symbols[symbol] }

  /// Whether one text stands before another, by bytes; a blank stands last.
  func text(_ left: Symbol, precedes right: Symbol) -> Bool {
    if left.isBlank != right.isBlank { return right.isBlank }
    return facts.symbols.rank(left) < facts.symbols.rank(right)
  }

  /// Where a text stands by bytes, a blank last: the lower, the earlier.
  func order(_ symbol: Symbol) -> UInt32 { symbol.isBlank ? .max : facts.symbols.rank(symbol) }

  /// Where a business unit stands: in display order, then by name, a blank last.
  func unitOrder(_ unit: Symbol) -> UInt64 {
    UInt64(unitRanks[Int(unit.number)]) << 32 | UInt64(order(unit))
  }

  /// Whether one business unit stands before another: in display order, then by name.
  func unit(_ left: Symbol, precedes right: Symbol) -> Bool { unitOrder(left) < unitOrder(right) }

  /// The name by which a customer is shown: the master's, else the fact's, else the id.
  func customerName(_ customer: Symbol, _ ownName: Symbol) -> String? {
    text(self.customer(customer, named: ownName))
  }

  /// The symbol of the name by which a customer is shown.
  func customer(_ customer: Symbol, named ownName: Symbol) -> Symbol {
    facts.masters.customerName(customer).or(ownName).or(customer)
  }

  /// The only business unit of the book's accepted rows; nil where they have several, or none.
  private static func onlyUnit(_ facts: BookFacts) -> Symbol? {
    var only: Symbol?
    var areSeveral = false
    func note(_ unit: Symbol) {
      guard unit != facts.masters.noUnit, unit != only else { return }
      areSeveral = areSeveral || only != nil
      only = unit
    }
    for lead in facts.leads.standing { note(facts.leads.now[lead].dimensions.businessUnit) }
    for order in facts.orders { note(order.dimensions.businessUnit) }
    for collection in facts.collections { note(collection.dimensions.businessUnit) }
    for receivable in facts.receivables { note(receivable.dimensions.businessUnit) }
    for contract in facts.contracts { note(contract.dimensions.businessUnit) }
    return areSeveral ? nil : only
  }
}
