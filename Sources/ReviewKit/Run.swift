internal import Book
internal import Facts
internal import Foundation
internal import PackArchive
internal import PackWriters
public import ReviewModel
internal import ReviewTables

/// A review pack from a folder of flat files: the whole way, on one page.
///
///     book ──▶ rows ──▶ records ──▶ facts ──▶ tables ──▶ pack
public struct Run: Sendable {
  /// What a pack is made of and where it goes.
  public struct Options: Sendable {
    /// The folder that holds the files.
    public var book: String
    /// `YYYY-MM` or `YYYY-Www`; nil for the last month that is complete today in the book's time zone.
    public var period: String?
    /// `YYYY-MM-DD`, a day of the period; nil for its last.
    public var asOf: String?
    /// The folder in which the pack's folder stands.
    public var output = "output"
    /// A review.yaml in place of the book's own.
    public var configuration: String?
    /// In place of the book's language.
    public var language: Language?
    /// What is written.
    public var formats = Set(Format.allCases)
    /// Ids of the tables wanted; nil for all of the cadence.
    public var tables: Set<String>?
    /// A folder whose files replace the deck's templates.
    public var templates: String?
    /// How many workers read and compute side by side.
    public var jobs = 1
    /// Whether the outcome's warnings tell also what the pack may be wrong by though no row is, for which files of no
    /// kind are opened.
    public var remarks = true

    /// The defaults for a book.
    public init(book: String) { self.book = book }
  }

  /// What can be written.
  public enum Format: String, CaseIterable, Hashable, Sendable {
    /// `review.xlsx`, `deck.html`, `review.json`, and `tables/` with `rejects.csv`.
    case xlsx, html, json, csv
  }

  /// What came of a run.
  public struct Outcome: Sendable {
    /// The pack's folder.
    public let pack: String
    /// The files written, by their paths.
    public let files: [String]
    /// How many rows were rejected.
    public let rejected: Int
    /// What a person should know though nothing failed.
    public let warnings: [String]
    /// What became of the book's rows and files, in a line.
    public let verdict: String
    /// What the pack was made of. It goes with the outcome, so that a program that is about to end need not take apart,
    /// record by record, what the system takes back at once.
    let made: (of: ReviewContext, ReviewPack)
  }

  private let options: Options
  private let progress: (@Sendable (RunProgress) -> Void)?

  /// A run with these options; `progress` hears how far it has come.
  public init(_ options: Options, progress: (@Sendable (RunProgress) -> Void)? = nil) {
    self.options = options
    self.progress = progress
  }

  /// Makes the pack.
  ///
  /// - Throws: ``RunError``, which says what to tell a person and with what code to end.
  public func callAsFunction() async throws -> Outcome {
    try await RunError.translating {
      if let templates = options.templates, !Self.isFolder(templates) {
        throw RunError(
          .usage,
          ["--templates \(templates): there is no such folder (give one with files such as deck.mustache)"])
      }
      guard !BookFiles.areOne(options.book, options.output) else {
        throw RunError(
          .usage,
          [
            "--output \(options.output): this is the book itself, which is not read once packs are written to it"
              + " (give a folder in or beside it, such as output)"
          ])
      }
      // What cannot be written is said before an hour's reading, not after it.
      let templates = options.formats.contains(.html) ? try DeckTemplates(folder: options.templates) : nil
      let book = try OpenBook(options)
      try Self.checkTables(options.tables, in: book.period.cadence)
      try Publication.check(book.period.folderName, in: options.output)
      let reader = BookReader(
        book: options.book, files: book.files, configuration: book.configuration, period: book.period,
        jobs: options.jobs, meter: Meter(reporting: progress))
      let facts = try await reader.read(
        TableCatalogue.details(of: options.tables, in: book.period.cadence))

      progress?(.computing)
      let review = await ReviewContext(facts)
      let catalogue = Catalogue(book.configuration.language)
      let tables = try await TableCatalogue.tables(
        of: review, ids: options.tables, jobs: options.jobs, catalogue)
      let pack = ReviewPack(
        review, tables, book.configuration, previous: options.formats.contains(.html) ? review.previous : nil)

      progress?(.writing)
      let publication = try Publication(of: book.period.folderName, in: options.output)
      let (files, warnings) = try await PackFiles(pack, catalogue, options, templates).write(
        to: publication.staging)
      let destination = publication.destination
      let replaced = Self.replaced(destination, book.configuration.organisation)
      try publication.publish()
      let unread = UnreadFiles(in: options.book, book.files, book.configuration)
      let remarks = options.remarks ? replaced + Remarks(book, facts, in: options.book).all(unread) : []
      let english = Catalogue(.english)
      return Outcome(
        pack: destination, files: files.map { destination + "/" + $0 }, rejected: facts.rejects.count,
        warnings: remarks.condensed(book: options.book).map { $0.text(english) } + warnings,
        verdict: Verdict.text(facts, unread: unread.tables.count), made: (review, pack))
    }
  }
}

extension Run {
  /// A pack of no table is of no use to anybody.
  private static func checkTables(_ ids: Set<String>?, in cadence: ReviewPeriod.Cadence) throws {
    guard let ids else { return }
    let wanted = TableCatalogue.definitions.filter { ids.contains($0.id) }
    guard !wanted.contains(where: { $0.cadences.contains(cadence) }) else { return }
    let names = wanted.map(\.id).joined(separator: ", ")
    throw RunError(
      .usage,
      [
        "--tables \(names): a \(cadence)ly review has no such table "
          + "(`reviewpack tables ID` says in which reviews it stands)"
      ])
  }

  /// What to say where the pack takes the place of another organisation's.
  private static func replaced(_ pack: String, _ organisation: String) -> [Remark] {
    guard let owner = PackOwner.organisation(of: pack), owner != organisation else { return [] }
    return [Remark(file: pack, key: "replaced", arguments: [.text(owner), .text(organisation)])]
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
  }
}

/// How far a run has come.
public enum RunProgress: Hashable, Sendable {
  /// Files read to their end, of how many; rows and decoded bytes so far.
  case reading(filesDone: Int, files: Int, rows: Int, bytes: Int)
  case computing
  case writing
}

extension Meter {
  convenience init(reporting progress: (@Sendable (RunProgress) -> Void)?) {
    guard let progress else {
      self.init()
      return
    }
    self.init { state in
      progress(
        .reading(filesDone: state.filesDone, files: state.files, rows: state.rows, bytes: state.bytes))
    }
  }
}

extension ReviewPack {
  init(
    _ review: ReviewContext, _ tables: [Table], _ configuration: Configuration, previous: Previous?
  ) {
    let facts = review.facts
    self.init(
      organisation: configuration.organisation, language: configuration.language,
      currency: configuration.currency, moneyUnit: configuration.moneyUnit, period: facts.period,
      sources: review.sources, tables: tables, inputs: facts.inputs, stages: configuration.stages,
      repNames: Dictionary(
        facts.masters.reps.records.compactMap { rep in
          facts.symbols[rep.name].map { (facts.symbols.text(rep.id), $0) }
        }, uniquingKeysWith: { first, _ in first }), previous: previous)
  }
}
