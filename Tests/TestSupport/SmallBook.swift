internal import Book
package import Facts
internal import Foundation
package import ReviewModel
internal import ReviewTables

/// A book of a test: a folder of its own, gone when the test is done with it.
package final class SmallBook: Sendable {
  /// The book's folder.
  package let folder: String
  private let settings: String

  /// Writes files by name; folders of a name are made.
  ///
  /// - Parameter settings: the text of a review.yaml.
  package init(_ files: KeyValuePairs<String, String>, settings: String = "") throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("book-\(UUID().uuidString)").path
    self.settings = settings
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for (name, text) in files { try write(name, Array(text.utf8)) }
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// Writes one more file, or another in the place of one.
  package func write(_ name: String, _ bytes: [UInt8]) throws {
    let url = URL(fileURLWithPath: folder).appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
  }

  /// The text of a file.
  package func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name)), as: UTF8.self)
  }

  /// Takes a file away.
  package func remove(_ name: String) throws {
    try FileManager.default.removeItem(atPath: folder + "/" + name)
  }

  /// The book's files as discovery finds them, and its configuration.
  private func opened() throws -> (files: BookFiles, configuration: Configuration) {
    let configuration = try Configuration.read(text: settings, bookName: "book")
    return (try BookFiles.discover(in: folder, configuration: configuration, skipping: []), configuration)
  }

  /// The facts of the book, seen from a month or week; by default with all that any table asks for.
  package func facts(
    _ period: String = "2026-10", asOf: String? = nil, jobs: Int = 1, details: FactDetails = .all
  ) async throws -> BookFacts {
    let (files, configuration) = try opened()
    guard let span = ReviewPeriod.span(period),
      let review = ReviewPeriod(span, asOf: asOf.flatMap { Day($0) }, calendar: configuration.fiscalCalendar)
    else { throw NoSuchPeriod(period: period, asOf: asOf) }
    return try await BookReader(
      book: folder, files: files, configuration: configuration, period: review, jobs: jobs
    ).read(details)
  }

  /// The tables of a review of the book, by default all of its cadence.
  package func tables(
    _ period: String = "2026-10", asOf: String? = nil, ids: Set<String>? = nil, jobs: Int = 1
  ) async throws -> [Table] {
    try await TableCatalogue.tables(
      of: ReviewContext(facts(period, asOf: asOf, jobs: jobs)), ids: ids, jobs: jobs, Catalogue(.english))
  }

  /// One table of a review of the book.
  package func table(
    _ id: String, _ period: String = "2026-10", asOf: String? = nil, jobs: Int = 1
  ) async throws -> Table {
    let tables = try await tables(period, asOf: asOf, ids: [id], jobs: jobs)
    guard let table = tables.first, tables.count == 1 else { throw NoSuchTable(id: id) }
    return table
  }

  private struct NoSuchPeriod: Error {
    let period: String
    let asOf: String?
  }

  private struct NoSuchTable: Error {
    let id: String
  }
}
