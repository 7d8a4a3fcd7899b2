internal import Book
internal import ReviewModel

/// Values of rows of one kind to records.
///
/// A class, since the loop over rows takes its maker along from row to row: places of thirty columns would be copied.
protocol RecordMaker: AnyObject, Sendable {
  associatedtype Record: VersionedRecord
  init(_ columns: ColumnPlaces)
  /// The record of a row, with its references resolved and its blanks filled.
  func record(_ values: RowValues, _ version: Version, _ references: inout References) -> Record
  /// What of the record its key is made of.
  func dimensions(of record: Record) -> Dimensions
  /// The day from which a row without `updated` counts; nil when it always does.
  func day(of record: Record) -> Day?
}

/// What makers know of a run besides the columns of their kind.
struct Making: Sendable {
  let classes: ClassSymbols
  /// What tables ask for beyond what every run keeps.
  let details: FactDetails
  let period: ReviewPeriod
  let configuration: Configuration
  /// The book's clock, where any of its kinds has times.
  var clock: ZoneClock
  /// Where the prices of orders below the floor gather.
  let prices = SharedList<OrderPrice>()
}

/// Where the columns of a kind stand in its schema.
struct ColumnPlaces {
  let schema: KindSchema
  let making: Making

  /// The place of a column that the schema has.
  subscript(column: String) -> Int {
    guard let place = schema.index(of: column) else {
      preconditionFailure("\(schema.kind.rawValue) has no column \(column)")
    }
    return place
  }

  /// The place of a column that not every kind has.
  func ifAny(_ column: String) -> Int? { schema.index(of: column) }
}

/// The canonical words of customer classes as symbols, by their codes.
struct ClassSymbols: Sendable {
  let words: [Symbol]
  /// The class of the customers that belong to a channel.
  let channel: Symbol

  init(_ table: SymbolTable) {
    words = Vocabulary.customerClass.words.map { table.symbol($0.canonical) }
    channel = table.symbol("channel")
  }
}

extension RowValues {
  @inline(__always)
  func money(_ column: Int) -> Money? { value(column).map { Money(hundredths: $0) } }
  @inline(__always)
  func optionalMoney(_ column: Int) -> OptionalMoney { OptionalMoney(money(column)) }
  @inline(__always)
  func day(_ column: Int) -> Day? { value(column).map { Day(number: Int32($0)) } }
  @inline(__always)
  func optionalDay(_ column: Int) -> OptionalDay { OptionalDay(day(column)) }
  @inline(__always)
  func code(_ column: Int) -> UInt8 { value(column).map { UInt8($0) } ?? 255 }
}

/// The places of the columns that say whom and what a fact is about.
final class DimensionPlaces: Sendable {
  private let businessUnit: Int?
  private let province: Int?
  private let city: Int?
  private let team: Int?
  private let rep: Int?
  private let product: Int?
  private let industry: Int?
  private let customer: Int?
  private let customerName: Int?

  init(_ columns: ColumnPlaces) {
    businessUnit = columns.ifAny("business_unit")
    province = columns.ifAny("province")
    city = columns.ifAny("city")
    team = columns.ifAny("team")
    rep = columns.ifAny("rep_id")
    product = columns.ifAny("product")
    industry = columns.ifAny("industry")
    customer = columns.ifAny("customer_id")
    customerName = columns.ifAny("customer")
  }

  /// The dimensions of a row, resolved and filled, and what the row calls its customer.
  func read(_ values: RowValues, _ references: inout References) -> (Dimensions, customerName: Symbol) {
    func symbol(_ place: Int?) -> Symbol {
      guard let place else { return .blank }
      return references.symbols.symbol(values.text(place))
    }
    var dimensions = Dimensions()
    dimensions.businessUnit = symbol(businessUnit)
    dimensions.province = symbol(province)
    dimensions.city = symbol(city)
    dimensions.team = symbol(team)
    dimensions.rep = symbol(rep)
    dimensions.product = symbol(product)
    dimensions.industry = symbol(industry)
    dimensions.customer = symbol(customer)
    let name = symbol(customerName)
    references.resolve(&dimensions, customerName: name)
    return (dimensions, name)
  }
}

/// The items of a list column as symbols.
func listSymbols(_ text: FieldBytes, _ references: inout References) -> [Symbol] {
  var symbols: [Symbol] = []
  TextList.forEach(text) { symbols.append(references.symbols.symbol($0)) }
  return symbols
}
