internal import Book
internal import ReviewModel

/// Salespeople of the roster.
final class RepMaker: RecordMaker {
  private let columns: [Int]
  private let aliases: Int
  private let tags: Int
  private let joined: Int
  private let left: Int

  init(_ columns: ColumnPlaces) {
    self.columns = ["rep_id", "name", "team", "province", "grade"].map { columns[$0] }
    aliases = columns["alias"]
    tags = columns["tags"]
    joined = columns["joined"]
    left = columns["left"]
  }

  func record(_ values: RowValues, _ version: Version, _ references: inout References) -> Rep {
    let texts = columns.map { references.symbols.symbol(values.text($0)) }
    var rep = Rep(version: version, id: texts[0])
    (rep.name, rep.team, rep.province, rep.grade) = (texts[1], texts[2], texts[3], texts[4])
    rep.aliases = listSymbols(values.text(aliases), &references)
    rep.tags = listSymbols(values.text(tags), &references)
    rep.joined = values.optionalDay(joined)
    rep.left = values.optionalDay(left)
    return rep
  }

  func dimensions(of record: Rep) -> Dimensions { Dimensions(rep: record.id) }
  func day(of record: Rep) -> Day? { nil }
}

/// Customers of the master.
final class CustomerMaker: RecordMaker {
  private let columns: [Int]
  private let aliases: Int
  private let customerClass: Int
  private let revisitDays: Int
  private let since: Int
  private let birthday: Int
  private let classes: ClassSymbols

  init(_ columns: ColumnPlaces) {
    self.columns = ["customer_id", "name", "industry", "province", "city", "channel", "groups"].map {
      columns[$0]
    }
    aliases = columns["alias"]
    customerClass = columns["customer_class"]
    revisitDays = columns["revisit_days"]
    since = columns["since"]
    birthday = columns["birthday"]
    classes = columns.making.classes
  }

  func record(_ values: RowValues, _ version: Version, _ references: inout References) -> Customer {
    let texts = columns.map { references.symbols.symbol(values.text($0)) }
    var customer = Customer(version: version, id: texts[0])
    (customer.name, customer.industry, customer.province) = (texts[1], texts[2], texts[3])
    (customer.city, customer.channel, customer.groups) = (texts[4], texts[5], texts[6])
    customer.aliases = listSymbols(values.text(aliases), &references)
    customer.customerClass = values.value(customerClass).map { classes.words[Int($0)] } ?? .blank
    customer.ownRevisitDays = values.value(revisitDays) ?? .min
    customer.since = values.optionalDay(since)
    customer.birthday = values.optionalDay(birthday)
    return customer
  }

  func dimensions(of record: Customer) -> Dimensions { Dimensions(customer: record.id) }
  func day(of record: Customer) -> Day? { nil }
}

/// Product lines.
final class ProductMaker: RecordMaker {
  private let product: Int
  private let businessUnit: Int
  private let floorPrice: Int

  init(_ columns: ColumnPlaces) {
    product = columns["product"]
    businessUnit = columns["business_unit"]
    floorPrice = columns["floor_price"]
  }

  func record(_ values: RowValues, _ version: Version, _ references: inout References) -> Product {
    var product = Product(version: version, id: references.symbols.symbol(values.text(product)))
    product.businessUnit = references.symbols.symbol(values.text(businessUnit))
    product.floorPrice = values.optionalMoney(floorPrice)
    return product
  }

  func dimensions(of record: Product) -> Dimensions {
    Dimensions(businessUnit: record.businessUnit, product: record.id)
  }
  func day(of record: Product) -> Day? { nil }
}
