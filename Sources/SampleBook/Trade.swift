internal import ReviewModel

/// A line of an order.
struct Order {
  let day: Day
  let customer: Int
  let product: Int
  let rep: Int
  /// Hundredths.
  let amount: Int
  let cost: Int?
  let quantity: Int?
  let unitPrice: Int?
  /// The position of the lead's order that it is, among the month's; nil for what came without a lead.
  let lead: Int?
  /// The second line of the order before.
  let continues: Bool
}

/// Cash that will come in, or came.
private struct Payment {
  let day: Day
  let customer: Int
  let product: Int
  let rep: Int
  let amount: Int
  let orderMonth: Month
  let orderNumber: Int
}

/// Orders, and what follows from them: invoices, collections, tallies.
///
/// One month at a time: only the orders of a month and the payments still to come are held.
struct Trade {
  let seed: UInt64
  let company: Company
  let customers: CustomerBase
  let workdays: Workdays
  let months: ClosedRange<Month>
  let asOf: Day
  private(set) var tally: Tally
  private(set) var diary: Diary

  /// Sales by calendar month: quarter ends, the Spring Festival dip, year-end.
  static let season = [88, 58, 122, 90, 95, 126, 90, 94, 124, 98, 100, 138]

  init(
    seed: UInt64, company: Company, customers: CustomerBase, workdays: Workdays, months: ClosedRange<Month>,
    asOf: Day
  ) {
    self.seed = seed
    self.company = company
    self.customers = customers
    self.workdays = workdays
    self.months = months
    self.asOf = asOf
    tally = Tally(months: months, reps: company.reps.count, channels: customers.channels)
    diary = Diary(reps: company.reps.count, asOf: asOf)
  }

  private static let orderColumns = [
    "order_id", "line", "date", "amount", "cost", "quantity", "unit_price", "customer_id", "rep_id",
    "product", "business_unit", "province", "lead_id", "updated",
  ]
  private static let collectionColumns = [
    "collection_id", "date", "amount", "customer_id", "rep_id", "product", "business_unit", "province",
    "order_id",
  ]

  /// Writes orders and collections, a file a year, and the receivables.
  mutating func write(to folder: String, leadOrders: [LeadOrder]) throws -> [SampleBook.WrittenFile] {
    var written: [SampleBook.WrittenFile] = []
    var receivables = try Receivables(in: folder, asOf: asOf)
    var pending: [[Payment]] = months.map { _ in [] }
    var next = leadOrders.startIndex
    var files: (orders: CSVFile, collections: CSVFile)?
    for payment in paymentsBefore() { hold(payment, in: &pending) }
    for month in months {
      if files == nil || month.month == 1 {
        for file in [files?.orders, files?.collections].compactMap(\.self) {
          written.append(try file.close())
        }
        files = (
          try CSVFile(in: folder, name: "orders-\(month.year).csv", columns: Self.orderColumns),
          try CSVFile(in: folder, name: "collections-\(month.year).csv", columns: Self.collectionColumns)
        )
      }
      guard let files else { continue }
      // What was ordered before the book begins is not in it.
      while next < leadOrders.endIndex, leadOrders[next].day < month.first { next += 1 }
      let first = next
      while next < leadOrders.endIndex, leadOrders[next].day <= month.last { next += 1 }
      let ofLeads = leadOrders[first..<next]
      let orders = orders(of: month, leadOrders: ofLeads)
      for payment in try write(orders, month, ofLeads, to: files.orders, &receivables) {
        hold(payment, in: &pending)
      }
      let position = Int(month.index - months.lowerBound.index)
      try write(pending[position], month, to: files.collections)
      pending[position] = []
    }
    if let files {
      try writeDirt(orders: files.orders, collections: files.collections)
      written += [try files.orders.close(), try files.collections.close()]
    }
    return written + [try receivables.close()]
  }

  /// Keeps a payment until its month is written, if it is one of the book's.
  private func hold(_ payment: Payment, in pending: inout [[Payment]]) {
    let offset = Int(payment.day.month.index - months.lowerBound.index)
    if payment.day <= asOf, pending.indices.contains(offset) { pending[offset].append(payment) }
  }

  /// What comes in for orders of the half year before the book, lest its first months look unpaid.
  private func paymentsBefore() -> [Payment] {
    (1...6).reversed().flatMap { back -> [Payment] in
      let month = months.lowerBound.advanced(by: -back)
      return orders(of: month, leadOrders: []).enumerated().flatMap { number, order in
        terms(of: order, nil, month, number + 1).payments
      }
    }
  }

  /// The orders of a month by day, a lead's before others, then by customer.
  private func orders(of month: Month, leadOrders: ArraySlice<LeadOrder>) -> [Order] {
    var orders: [Order] = leadOrders.indices.map { position in
      let order = leadOrders[position]
      var random = Random(seed: seed, .order, order.lead, -1)
      let unit = Company.products[order.product].unit
      let owner = company.owner(
        unit: unit, province: customers.all[order.customer].province, customer: order.customer)
      return Order(
        day: order.day, customer: order.customer, product: order.product,
        rep: company.standIn(for: owner, on: order.day), amount: order.amount,
        cost: order.amount / 100 * random.between(60...82), quantity: nil, unitPrice: nil, lead: position,
        continues: false)
    }
    // Some growth, month by month.
    let age = month.index - months.upperBound.index
    let level = Double(Self.season[month.month - 1]) / 100 * (1 + 0.007 * Double(age))
    for (number, customer) in customers.all.enumerated() where customer.since <= month.last {
      var random = Random(seed: seed, .demand, number, Int(month.index))
      var count = Int(0.72 * customer.weight.squareRoot() * level + random.unit())
      let isFirst = customer.since >= month.first
      if isFirst { count = max(1, count) }
      for repetition in 0..<count {
        var day = random.chance(26) ? month.last - random.below(9) : month.first + random.below(month.length)
        if isFirst, repetition == 0 || day < customer.since { day = customer.since }
        day = workdays.near(day)
        guard customer.buys(on: day), day <= asOf else { continue }
        append(order(of: number, on: day, &random), to: &orders, &random)
      }
    }
    // Sorted by day; a second line stays behind its first, as the position decides among equals.
    return orders.enumerated().sorted {
      ($0.element.day, $0.offset) < ($1.element.day, $1.offset)
    }.map(\.element)
  }

  private func order(of number: Int, on day: Day, _ random: inout Random) -> Order {
    let customer = customers.all[number]
    let unit = random.chance(customer.hardware) ? 0 : 1
    // A customer keeps to a few products.
    let choice = Company.productsOfUnit[unit]
    var product = choice[(number + random.below(random.chance(70) ? 2 : choice.count)) % choice.count]
    // Small customers buy the small things.
    if customer.weight < 0.4, Company.products[product].listPrice > 1_600_000 {
      product = choice[choice.count - 1]
    }
    return order(of: number, product: product, on: day, &random)
  }

  private func order(of number: Int, product: Int, on day: Day, _ random: inout Random) -> Order {
    let customer = customers.all[number]
    let line = Company.products[product]
    let root = customer.weight.squareRoot()
    let size = 800_000 * root * root.squareRoot() * (0.4 + 2.4 * random.unit() * random.unit())
    let quantity = max(1, Int(size) / line.listPrice)
    let price =
      random.chance(5)
      ? line.floorPrice / 100 * random.between(88...98)
      : max(line.floorPrice, line.listPrice / 100 * random.between(84...100))
    let amount = quantity * price
    let owner = company.owner(unit: line.unit, province: customer.province, customer: number)
    return Order(
      day: day, customer: number, product: product, rep: company.standIn(for: owner, on: day),
      amount: amount, cost: random.below(1000) < 8 ? nil : amount / 100 * random.between(58...80),
      quantity: quantity, unitPrice: price, lead: nil, continues: false)
  }

  /// Some orders have a second line, of another product of the unit.
  private func append(_ order: Order, to orders: inout [Order], _ random: inout Random) {
    orders.append(order)
    guard random.chance(14) else { return }
    let choice = Company.productsOfUnit[Company.products[order.product].unit]
    let other = choice[(order.product + random.between(1...choice.count - 1)) % choice.count]
    let line = self.order(of: order.customer, product: other, on: order.day, &random)
    guard line.product != order.product else { return }
    orders.append(
      Order(
        day: line.day, customer: line.customer, product: line.product, rep: order.rep, amount: line.amount,
        cost: line.cost, quantity: line.quantity, unitPrice: line.unitPrice, lead: nil, continues: true))
  }

  private mutating func write(
    _ orders: [Order], _ month: Month, _ leadOrders: ArraySlice<LeadOrder>, to file: CSVFile,
    _ receivables: inout Receivables
  ) throws -> [Payment] {
    var payments: [Payment] = []
    var number = 0
    for (position, order) in orders.enumerated() {
      let lineBefore = order.continues
      let hasNext = position + 1 < orders.count && orders[position + 1].continues
      if !lineBefore { number += 1 }
      let lead = order.lead.map { leadOrders[$0] }
      try write(order, lead, month, number, line: lineBefore ? 2 : hasNext ? 1 : nil, to: file)
      tally.add(
        order.amount, .orders, month: month, customer: customers.all[order.customer], product: order.product,
        rep: order.rep, team: company.reps[order.rep].team, channels: customers.channels)
      diary.note(order)
      let terms = terms(of: order, lead, month, number)
      payments += terms.payments
      try receivables.write(
        order, month: month, number: number, line: lineBefore, due: terms.due,
        paid: terms.payments.filter { $0.day <= asOf }.map(\.amount).reduce(0, +), disputed: terms.disputed)
    }
    return payments
  }

  private func write(
    _ order: Order, _ lead: LeadOrder?, _ month: Month, _ number: Int, line: Int?, to file: CSVFile
  ) throws {
    let customer = customers.all[order.customer]
    file.serial("SO", month, number)
    if let line { file.integer(line) } else { file.blank() }
    file.day(order.day)
    file.money(order.amount)
    file.money(order.cost)
    if let quantity = order.quantity { file.integer(quantity) } else { file.blank() }
    file.money(order.unitPrice)
    file.code("C", order.customer + 1, 5)
    // Some clerks type the name where the number belongs.
    if number % 90 == 17 {
      file.text(company.reps[order.rep].name)
    } else {
      file.code("R", order.rep + 1, 4)
    }
    file.text(Company.products[order.product].name)
    file.text(Company.units[Company.products[order.product].unit])
    file.text(Company.provinces[customer.province].name)
    if let lead { file.code("L", lead.lead + 1, 6) } else { file.blank() }
    try file.endRow()
  }

  /// When an order is due, and when its money comes.
  private func terms(
    of order: Order, _ lead: LeadOrder?, _ month: Month, _ number: Int
  ) -> (due: Day, payments: [Payment], disputed: Bool) {
    func payment(_ day: Day, _ amount: Int) -> Payment {
      Payment(
        day: workdays.near(day), customer: order.customer, product: order.product, rep: order.rep,
        amount: amount, orderMonth: month, orderNumber: number)
    }
    if let lead {
      return (lead.due, lead.payments.map { payment($0.day, $0.amount) }, false)
    }
    var random = Random(seed: seed, .cash, order.customer, Int(order.day.number) * 16 + order.product)
    let days = [75, 60, 45, 30][customers.all[order.customer].classWord]
    let due = order.day + 5 + days
    let part = order.amount / 100 * random.pick([30, 50, 60])
    let roll = random.below(100)
    switch roll {
    case ..<56: return (due, [payment(due + random.between(-20...18), order.amount)], false)
    case ..<80:
      let first = due + random.between(-28...6)
      return (
        due, [payment(first, part), payment(first + random.between(12...55), order.amount - part)], false
      )
    case ..<95: return (due, [payment(due + random.between(30...150), order.amount)], false)
    case ..<98:
      let first = due + random.between(5...40)
      let settled = first + random.between(90...320)
      return (due, [payment(first, part), payment(settled, order.amount - part)], true)
    default: return (due, [payment(due + random.between(150...500), order.amount)], roll == 99)
    }
  }

  private mutating func write(_ payments: [Payment], _ month: Month, to file: CSVFile) throws {
    let sorted = payments.enumerated().sorted {
      ($0.element.day, $0.offset) < ($1.element.day, $1.offset)
    }
    for (position, payment) in sorted.map(\.element).enumerated() {
      let line = Company.products[payment.product]
      let customer = customers.all[payment.customer]
      file.serial("HK", month, position + 1)
      file.day(payment.day)
      file.money(payment.amount)
      file.code("C", payment.customer + 1, 5)
      file.code("R", payment.rep + 1, 4)
      file.text(line.name)
      file.text(Company.units[line.unit])
      file.text(Company.provinces[customer.province].name)
      file.serial("SO", payment.orderMonth, payment.orderNumber)
      try file.endRow()
      tally.add(
        payment.amount, .collections, month: month, customer: customer, product: payment.product,
        rep: payment.rep, team: company.reps[payment.rep].team, channels: customers.channels)
      diary.note(collected: payment.amount, rep: payment.rep, on: payment.day)
    }
  }

  /// What real exports hold too, each row told in its first field.
  private func writeDirt(orders: CSVFile, collections: CSVFile) throws {
    let day = asOf.description
    let unit = Company.units[0]
    func order(_ id: String, _ date: String, _ amount: String, _ customer: String, _ rep: String) throws {
      try orders.row(id, "", date, amount, "", "", "", customer, rep, "智能终端", unit, "浙江", "", "")
    }
    try order("SO-金额有误", day, "12,34.50", "C00002", "R0001")
    try order("SO-日期有误", "\(asOf.month.year)-13-05", "18000", "C00002", "R0001")
    try order("", day, "26000", "C00006", "R0001")
    try order("SO-客户未建档", day, "36500", "C-新客户", "R0002")
    try order("SO-人员未建档", day, "18250", "C00007", "外聘顾问")
    try orders.row(
      "SO-产品未建档", "", day, "9900", "6100", "5", "1980", "C00010", "R0003", "智能手环", unit, "广东", "", "")
    // Dated after the day under review.
    try order("SO-次月预录", (asOf + 3).description, "73000", "C00008", "R0003")
    // Issued twice; the later version counts.
    let first = asOf.month.first + 13
    for (amount, updated) in [("91250", first), ("84000", first + 4)] {
      try orders.row(
        "SO-重开1", "", first.description, amount, "62000", "", "", "C00009", "R0001", "智能终端", unit, "浙江", "",
        updated.description)
    }
    try collections.row("HK-金额缺失", day, "", "C00002", "R0001", "智能终端", unit, "浙江", "")
    try collections.row("HK-预收", (asOf + 2).description, "50000", "C00003", "R0002", "工业网关", unit, "江苏", "")
  }
}

/// The ledger of invoices: all of this year, and of earlier ones what is still owed.
private struct Receivables {
  private let file: CSVFile
  private let asOf: Day

  init(in folder: String, asOf: Day) throws {
    self.asOf = asOf
    file = try CSVFile(
      in: folder, name: "receivables.csv",
      columns: [
        "invoice_id", "customer_id", "rep_id", "business_unit", "invoice_date", "due_date", "amount", "paid",
        "disputed",
      ])
  }

  mutating func write(
    _ order: Order, month: Month, number: Int, line: Bool, due: Day, paid: Int, disputed: Bool
  ) throws {
    let issued = order.day + 1 + number % 6
    guard issued <= asOf, issued.month.year == asOf.month.year || paid < order.amount else { return }
    file.serial("FP", month, number, line: line ? 2 : 1)
    file.code("C", order.customer + 1, 5)
    file.code("R", order.rep + 1, 4)
    file.text(Company.units[Company.products[order.product].unit])
    file.day(issued)
    file.day(due)
    file.money(order.amount)
    file.money(paid == 0 ? nil : paid)
    file.text(disputed && paid < order.amount ? "是" : "")
    try file.endRow()
  }

  func close() throws -> SampleBook.WrittenFile {
    try file.row("FP-到期日缺失", "C00002", "R0001", Company.units[0], asOf.description, "", "12000", "", "")
    return try file.close()
  }
}
