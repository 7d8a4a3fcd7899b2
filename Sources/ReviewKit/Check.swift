internal import Book
internal import Facts
public import ReviewModel
internal import ReviewTables

/// Reads everything of a book and writes nothing: what its data are worth.
public struct Check: Sendable {
  /// What a check found.
  public struct Report: Sendable {
    /// The tables `data-quality`, `rejects` and `warnings`, whole.
    public let tables: [Table]
    /// The same for people: of one file, column and code many findings are one row.
    public let shown: [Table]
    /// The period and the day that the book was seen from, in words.
    public let heading: String
    /// The words of the book's language.
    public let catalogue: Catalogue
    /// How many rows were rejected.
    public let rejected: Int
    /// What would be right, by table: a text a row, as shown, of `rejects` and `warnings`, and of `data-quality` where
    /// a file is of no kind.
    public let remedies: [String: [String]]
    /// Headers that are not read, a sentence each.
    public let unread: [String]
    /// What the figures may be wrong by though no row is, a sentence each.
    public let remarks: [String]
  }

  private let options: Run.Options
  private let progress: (@Sendable (RunProgress) -> Void)?

  /// A check of the book of `options`; only its inputs matter.
  public init(_ options: Run.Options, progress: (@Sendable (RunProgress) -> Void)? = nil) {
    self.options = options
    self.progress = progress
  }

  /// Reads the book.
  ///
  /// - Throws: ``RunError``.
  public func callAsFunction() async throws -> Report {
    try await RunError.translating {
      let book = try OpenBook(options)
      let reader = BookReader(
        book: options.book, files: book.files, configuration: book.configuration, period: book.period,
        jobs: options.jobs, meter: Meter(reporting: progress))
      let facts = try await reader.read([])
      let catalogue = Catalogue(book.configuration.language)
      let tables = try await TableCatalogue.tables(
        of: await ReviewContext(facts), ids: ["data-quality", "rejects", "warnings"], jobs: 1, catalogue)
      let remedies = Remedies(catalogue, book, in: options.book)
      let groups = [
        "rejects": FindingGroups(facts.rejects, catalogue),
        "warnings": FindingGroups(facts.warnings, catalogue),
      ]
      var texts = groups.mapValues { $0.remedies(remedies) }
      if let quality = tables.first(where: { $0.id == "data-quality" }) {
        texts[quality.id] = remedies.remedies(
          for: quality, UnreadFiles(in: options.book, book.files, book.configuration))
      }
      let remarks = Remarks(book, facts, in: options.book)
      return Report(
        tables: tables, shown: tables.map { groups[$0.id]?.table($0) ?? $0 },
        heading: catalogue.text("check.heading", book.period.name, book.period.asOf.description),
        catalogue: catalogue, rejected: facts.rejects.count, remedies: texts,
        unread: remarks.unreadHeaders.map { Self.sentence($0, catalogue) },
        remarks: remarks.ofRows.map { $0.text(catalogue) })
    }
  }

  private static func sentence(_ unread: UnreadHeader, _ catalogue: Catalogue) -> String {
    guard let near = unread.near else { return "\(unread.file): \(unread.header)" }
    return "\(unread.file): " + catalogue.text("check.near", unread.header, near)
  }
}
