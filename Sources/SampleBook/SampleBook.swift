package import ReviewModel

/// A believable, invented book of any size: the same seed gives the same bytes.
///
/// It begins on the first of January of the year in which its months begin, so that growth on last year
/// compares like with like. Everything in it follows from a few lives — of customers, leads and reps — told
/// by several witnesses: ledgers, orders, reports.
package struct SampleBook: Sendable {
  /// A file that was written.
  package struct WrittenFile: Hashable, Sendable {
    /// Its name within the folder.
    package let name: String
    /// Rows without the header; lines for what is no table.
    package let rows: Int
    /// Its size.
    package let bytes: Int
  }

  /// How many leads the book holds, over its whole time.
  package let leads: Int
  /// What the dice begin with.
  package let seed: UInt64
  /// At least so many months, the month of as-of the last.
  package let months: Int
  /// The day under review; nothing later is in the book but a few rows on purpose.
  package let asOf: Day

  /// The day that sample books are as of: the last of October 2026.
  package static let usualDay = Day(number: 20_757)

  /// A book; numbers below 1 count as 1, more than 240 months as 240.
  package init(leads: Int, seed: UInt64 = 1, months: Int = 18, asOf: Day = SampleBook.usualDay) {
    self.leads = max(1, leads)
    self.seed = seed
    self.months = min(240, max(1, months))
    self.asOf = asOf
  }

  /// Writes the book to `folder`, which is made where it is missing; files of the same names are replaced.
  @discardableResult
  package func write(to folder: String) throws -> [WrittenFile] {
    try makeFolder(folder)
    let start = Month(year: asOf.month.advanced(by: 1 - months).year, month: 1).first
    let workdays = Workdays(start: start, asOf: asOf)
    let company = Company(leads: leads, seed: seed, asOf: asOf)
    let customers = CustomerBase(leads: leads, seed: seed, start: start, asOf: asOf)
    let maker = LeadMaker(
      leads: leads, seed: seed, start: start, asOf: asOf, company: company, customers: customers)
    var trade = Trade(
      seed: seed, company: company, customers: customers, workdays: workdays,
      months: start.month...asOf.month, asOf: asOf)
    let contracts = Contracts(seed: seed, company: company, customers: customers, start: start, asOf: asOf)
    let agenda = Agenda(seed: seed, company: company, customers: customers, asOf: asOf)

    var written = [try writeSettings(to: folder)]
    written.append(try company.writeReps(to: folder))
    written.append(try customers.write(to: folder, company: company, asOf: asOf))
    written.append(try Company.writeProducts(to: folder))
    written.append(try workdays.write(to: folder))
    let ledger = try LeadLedger(maker: maker).write(to: folder)
    written += ledger.files
    written += try trade.write(to: folder, leadOrders: ledger.orders)
    let plans = Plans(
      seed: seed, company: company, channels: customers.channels, tally: trade.tally, workdays: workdays,
      start: start, asOf: asOf)
    written.append(try plans.writeTargets(to: folder))
    written.append(try plans.writeCommitments(to: folder))
    written.append(try contracts.write(to: folder, leadOrders: ledger.orders))
    let activity = Activity(
      seed: seed, company: company, customers: customers, workdays: workdays, diary: trade.diary, asOf: asOf)
    written += try activity.write(to: folder)
    written.append(try agenda.writeWeeklyPlans(to: folder))
    written.append(try agenda.writeEvents(to: folder))
    return written
  }

  /// The review.yaml beside the files: what differs from the defaults, and what a reader wants to see.
  private func writeSettings(to folder: String) throws -> WrittenFile {
    let lines = [
      "# A sample book: \(leads) leads, seed \(seed), as of \(asOf). All names in it are invented.",
      "organisation: 示例集团",
      "language: zh-Hans",
      "currency: CNY",
      "money-unit: 10000",
      "timezone: Asia/Shanghai",
      "business-units: [\(Company.units.joined(separator: ", "))]",
      "inputs:",
      "  leads:",
      "    snapshots: full",
    ]
    return try writeText(lines, in: folder, name: "review.yaml")
  }
}
