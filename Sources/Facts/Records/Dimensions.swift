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
  package var businessUnit = Symbol.blank
  package var province = Symbol.blank
  package var city = Symbol.blank
  package var team = Symbol.blank
  package var rep = Symbol.blank
  package var product = Symbol.blank
  package var industry = Symbol.blank
  package var customer = Symbol.blank

  package init(
    businessUnit: Symbol = .blank, rep: Symbol = .blank, product: Symbol = .blank, customer: Symbol = .blank
  ) {
    self.businessUnit = businessUnit
    self.rep = rep
    self.product = product
    self.customer = customer
  }
}
