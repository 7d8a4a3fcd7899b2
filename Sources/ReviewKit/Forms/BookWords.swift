internal import Book
internal import Facts
internal import Foundation
internal import ReviewModel

/// The words of a book that people choose from in forms: its reps, customers and products, and what its masters group
/// them by.
struct BookWords {
  private var words: [String: [String]] = [:]

  /// Of no book.
  init() {}

  /// The words of the masters of a book.
  init(of options: Run.Options, _ configuration: Configuration) async throws {
    let files = try OpenBook.files(options, configuration).only([.reps, .customers, .products])
    let month = OpenBook.day(configuration.timeZone, Date()).month
    guard let today = ReviewPeriod(.month(month), calendar: configuration.fiscalCalendar) else {
      self.init()
      return
    }
    let facts = try await BookReader(
      book: options.book, files: files, configuration: configuration, period: today, jobs: 1
    ).read([])
    self.init(facts, configuration)
  }

  /// What may be chosen in a column; nothing where the book does not say.
  subscript(column: String) -> [String] { words[column] ?? [] }

  private init(_ facts: BookFacts, _ configuration: Configuration) {
    let masters = facts.masters
    let text = facts.symbols.text
    let present = masters.reps.records.indices.filter {
      masters.reps.records[$0].isPresent(on: facts.period.asOf)
    }
    let reps = present.map { masters.reps.records[$0] }
    words["rep_id"] = present.map { text(masters.reps.callName(of: $0, facts.symbols)) }
    let customers = masters.customers.records.indices.map {
      text(masters.customers.callName(of: $0, facts.symbols))
    }
    words["customer_id"] = customers
    words["customer"] = customers
    words["product"] = masters.products.records.map { text($0.id) }
    words["business_unit"] = Self.distinct(
      configuration.businessUnits, and: masters.products.records.map { text($0.businessUnit) })
    words["team"] = Self.distinct([], and: reps.map { text($0.team) })
    words["province"] = Self.distinct(
      [], and: reps.map { text($0.province) } + masters.customers.records.map { text($0.province) })
    words["city"] = Self.distinct([], and: masters.customers.records.map { text($0.city) })
    words["industry"] = Self.distinct([], and: masters.customers.records.map { text($0.industry) })
    words["channel"] = Self.distinct([], and: masters.customers.records.map { text($0.channel) })
  }

  /// Each once, without blanks: those given first in their order, others by their bytes.
  private static func distinct(_ first: [String], and others: [String]) -> [String] {
    var seen = Set(first.map { Array($0.utf8) })
    let rest = others.filter { !$0.isEmpty && seen.insert(Array($0.utf8)).inserted }
    return first + rest.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
