internal import Book
internal import ReviewModel

/// Orders booked and cash collected.
final class ActualMaker: RecordMaker {
  private let date: Int
  private let amount: Int
  private let cost: Int?
  private let prices: PriceReader?
  private let places: DimensionPlaces

  init(_ columns: ColumnPlaces) {
    prices = PriceReader(columns)
    date = columns["date"]
    amount = columns["amount"]
    cost = columns.ifAny("cost")
    places = DimensionPlaces(columns)
  }

  func record(_ values: RowValues, _ version: Version, _ references: inout References) -> Actual {
    var actual = Actual(
      version: version, date: values.day(date) ?? .distantPast, amount: values.money(amount) ?? .zero)
    if let cost { actual.cost = values.optionalMoney(cost) }
    (actual.dimensions, actual.customerName) = places.read(values, &references)
    if let prices { actual.price = prices.place(of: actual, values, references) }
    return actual
  }

  func dimensions(of record: Actual) -> Dimensions { record.dimensions }
  func day(of record: Actual) -> Day? { record.date }
}

/// Invoices. They count from their invoice date.
final class ReceivableMaker: RecordMaker {
  private let id: Int
  private let invoiced: Int
  private let due: Int
  private let amount: Int
  private let paid: Int
  private let disputed: Int
  private let places: DimensionPlaces
  /// The last day whose invoices are overdue, where a table asks for their ids.
  private let lastOverdue: Day

  init(_ columns: ColumnPlaces) {
    let making = columns.making
    lastOverdue = making.details.contains(.invoices) ? making.period.asOf - 1 : .distantPast - 1
    id = columns["invoice_id"]
    invoiced = columns["invoice_date"]
    due = columns["due_date"]
    amount = columns["amount"]
    paid = columns["paid"]
    disputed = columns["disputed"]
    places = DimensionPlaces(columns)
  }

  func record(_ values: RowValues, _ version: Version, _ references: inout References) -> Receivable {
    let (dimensions, name) = places.read(values, &references)
    var invoice = Receivable(
      version: version, invoiced: values.optionalDay(invoiced), due: values.day(due) ?? .distantPast,
      id: .blank, amount: values.money(amount) ?? .zero, paid: values.money(paid) ?? .zero,
      isDisputed: values.value(disputed).map { $0 == 1 }, dimensions: dimensions, customerName: name)
    if invoice.due <= lastOverdue, invoice.outstanding > .zero {
      invoice.id = references.texts.text(values.text(id))
    }
    return invoice
  }

  func dimensions(of record: Receivable) -> Dimensions { record.dimensions }
  func day(of record: Receivable) -> Day? { record.invoiced.day }
}

/// Visits made.
final class VisitMaker: RecordMaker {
  private let date: Int
  private let places: DimensionPlaces

  init(_ columns: ColumnPlaces) {
    date = columns["date"]
    places = DimensionPlaces(columns)
  }

  func record(_ values: RowValues, _ version: Version, _ references: inout References) -> Visit {
    let (dimensions, _) = places.read(values, &references)
    return Visit(
      version: version, date: values.day(date) ?? .distantPast, rep: dimensions.rep,
      customer: dimensions.customer)
  }

  func dimensions(of record: Visit) -> Dimensions { record.dimensions }
  func day(of record: Visit) -> Day? { record.date }
}

/// Daily sales reports.
final class DailyReportMaker: RecordMaker {
  private let rep: Int
  private let date: Int
  private let orderAmount: Int
  private let collectionAmount: Int

  init(_ columns: ColumnPlaces) {
    rep = columns["rep_id"]
    date = columns["date"]
    orderAmount = columns["order_amount"]
    collectionAmount = columns["collection_amount"]
  }

  func record(_ values: RowValues, _ version: Version, _ references: inout References) -> DailyReport {
    DailyReport(
      version: version, date: values.day(date) ?? .distantPast,
      rep: references.rep(references.symbols.symbol(values.text(rep))),
      orderAmount: values.optionalMoney(orderAmount), collectionAmount: values.optionalMoney(collectionAmount)
    )
  }

  func dimensions(of record: DailyReport) -> Dimensions { record.dimensions }
  func day(of record: DailyReport) -> Day? { record.date }
}

/// Targets, and commitments, which count from the day of the promise.
final class TargetMaker: RecordMaker {
  private let period: Int
  private let metric: Int
  private let amount: Int
  private let committedOn: Int?
  private let scope: [Int]
  private let classes: ClassSymbols

  init(_ columns: ColumnPlaces) {
    period = columns["period"]
    metric = columns["metric"]
    amount = columns["amount"]
    committedOn = columns.ifAny("committed_on")
    scope = Dimension.allCases.map { columns[$0.column] }
    classes = columns.making.classes
  }

  func record(_ values: RowValues, _ version: Version, _ references: inout References) -> Target {
    var symbols = Dimension.allCases.map { dimension in
      dimension == .customerClass
        ? values.value(scope[dimension.rawValue]).map { classes.words[Int($0)] } ?? .blank
        : references.symbols.symbol(values.text(scope[dimension.rawValue]))
    }
    symbols[Dimension.rep.rawValue] = references.rep(symbols[Dimension.rep.rawValue])
    if symbols[Dimension.businessUnit.rawValue].isBlank {
      symbols[Dimension.businessUnit.rawValue] = references.unit(of: symbols[Dimension.product.rawValue])
    }
    return Target(
      version: version, period: values.value(period).flatMap { Period(code: $0) } ?? .year(0),
      metric: Metric(rawValue: values.code(metric)) ?? .orders, amount: values.money(amount) ?? .zero,
      scope: symbols, committedOn: committedOn.map { values.optionalDay($0) } ?? .blank)
  }

  func dimensions(of record: Target) -> Dimensions { record.dimensions }
  func day(of record: Target) -> Day? { record.committedOn.day }
}
