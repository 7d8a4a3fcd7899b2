/// What facts are grouped by and targets are set for, in the order of the scope columns (docs/inputs.md, section 2).
package enum Dimension: Int, CaseIterable, Hashable, Sendable {
  case businessUnit, province, city, team, rep, product, customerClass, industry, channel

  /// The column's id.
  package var column: String {
    switch self {
    case .businessUnit: "business_unit"
    case .province: "province"
    case .city: "city"
    case .team: "team"
    case .rep: "rep_id"
    case .product: "product"
    case .customerClass: "customer_class"
    case .industry: "industry"
    case .channel: "channel"
    }
  }
}

/// Who, where and what a fact is about, after docs/inputs.md, section 3: references resolved, blanks filled from the
/// masters. Class and channel are the customer's alone and are asked of the master.
package struct Dimensions: Hashable, Sendable {
  /// The own, else the product's, else `(none)`; blank of kinds without one.
  package var businessUnit = Symbol.blank
  /// The own, else the rep's, else the customer's.
  package var province = Symbol.blank
  /// The own, else the customer's.
  package var city = Symbol.blank
  /// The own, else the rep's.
  package var team = Symbol.blank
  /// The rep_id, or what was written where it means nobody of the roster.
  package var rep = Symbol.blank
  /// The product as written.
  package var product = Symbol.blank
  /// The own, else the customer's.
  package var industry = Symbol.blank
  /// The customer_id; without one the customer's name.
  package var customer = Symbol.blank

  /// Dimensions of which most are blank.
  package init(
    businessUnit: Symbol = .blank, rep: Symbol = .blank, product: Symbol = .blank, customer: Symbol = .blank
  ) {
    self.businessUnit = businessUnit
    self.rep = rep
    self.product = product
    self.customer = customer
  }
}
