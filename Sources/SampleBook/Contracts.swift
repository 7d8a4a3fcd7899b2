internal import ReviewModel

/// Contracts: yearly frameworks with the better customers, most of them renewed, and one for each large lead.
struct Contracts {
  let seed: UInt64
  let company: Company
  let customers: CustomerBase
  let start: Day
  let asOf: Day

  func write(to folder: String, leadOrders: [LeadOrder]) throws -> SampleBook.WrittenFile {
    let file = try CSVFile(
      in: folder, name: "contracts.csv",
      columns: [
        "contract_id", "customer_id", "rep_id", "business_unit", "lead_id", "signed", "starts", "ends",
        "amount", "fulfilled", "renewed_by",
      ])
    for (number, customer) in customers.all.enumerated() where customer.classWord < 3 {
      var random = Random(seed: seed, .contract, number)
      if random.chance(customer.classWord == 2 ? 35 : 92) {
        try writeFrameworks(number, customer, &random, to: file)
      }
    }
    for order in leadOrders where order.amount >= 20_000_000 && order.day >= start {
      var random = Random(seed: seed, .contract, order.lead, 1)
      let begins = order.day + 5
      let ends = begins + random.pick([180, 270, 365, 540])
      let renewed = ends < asOf + 10 && random.chance(58)
      let done = min(100, max(0, (asOf - begins) * 100 / (ends - begins) + random.between(-25...12)))
      file.code("HTX", order.lead + 1, 6)
      try write(
        customer: order.customer, product: order.product, lead: order.lead, signed: order.day, starts: begins,
        ends: ends, amount: order.amount, done: done,
        renewedBy: renewed ? (order.customer, 9) : nil, to: file)
    }
    return try file.close()
  }

  /// A framework a year, from the customer's own anniversary.
  private func writeFrameworks(
    _ number: Int, _ customer: Customer, _ random: inout Random, to file: CSVFile
  ) throws {
    let product = random.pick(Company.productsOfUnit[random.chance(customer.hardware) ? 0 : 1])
    var begins = max(customer.since, start - random.between(30...364))
    let amount = Int(customer.weight * 40) * 100_000 + 5_000_000
    var year = 1
    while begins <= asOf {
      let ends = begins + 364
      // Renewed in the weeks before the end; what still runs for long cannot be yet.
      let renewed = ends < asOf + 20 && random.chance(76) && customer.buys(on: ends)
      let signed = begins - random.between(3...20)
      let elapsed = min(100, (asOf - begins) * 100 / 365)
      let done = max(0, min(100, elapsed + random.between(-24...14)))
      file.code("HTK", number + 1, 5, part: year)
      try write(
        customer: number, product: product, lead: nil, signed: signed, starts: begins, ends: ends,
        amount: amount / 100 * (100 + 6 * year), done: done, renewedBy: renewed ? (number, year + 1) : nil,
        to: file)
      guard renewed else { return }
      begins = ends + 1
      year += 1
    }
  }

  private func write(
    customer: Int, product: Int, lead: Int?, signed: Day, starts: Day, ends: Day, amount: Int, done: Int,
    renewedBy: (number: Int, year: Int)?, to file: CSVFile
  ) throws {
    let unit = Company.products[product].unit
    let owner = company.owner(unit: unit, province: customers.all[customer].province, customer: customer)
    file.code("C", customer + 1, 5)
    file.code("R", company.standIn(for: owner, on: asOf) + 1, 4)
    file.text(Company.units[unit])
    if let lead { file.code("L", lead + 1, 6) } else { file.blank() }
    file.day(signed)
    file.day(starts)
    file.day(ends)
    file.money(amount)
    file.money(amount / 100 * done)
    if let renewedBy { file.code("HTK", renewedBy.number + 1, 5, part: renewedBy.year) }
    try file.endRow()
  }
}
