internal import ArgumentParser
internal import ReviewKit
internal import ReviewModel

struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Makes the pack of a month or week.",
    discussion: """
      The pack replaces an older one of the same period whole, or not at all. Standard output gets one \
      line a written file.

        reviewpack run sales --period 2026-10
        reviewpack run sales --period 2026-W43 --as-of 2026-10-21 --formats xlsx,html
      """)

  @OptionGroup var book: BookOptions

  @Option(
    help: ArgumentHelp("The folder in which the pack's folder is made.", valueName: "dir"))
  var output = FolderPath("output")

  @Option(help: "What is written, with commas between.")
  var formats = FormatList(formats: Set(Run.Format.allCases))

  @Option(help: ArgumentHelp("Only these tables, by id with commas between them.", valueName: "ids"))
  var tables: TableList?

  @Option(
    help: ArgumentHelp("A folder whose files replace the deck's templates.", valueName: "dir"))
  var templates: FolderPath?

  mutating func validate() throws {
    for id in tables?.ids ?? [] where !Tables.definitions.contains(where: { $0.id == id }) {
      throw ValidationError(Tables.unknown(id, in: "--tables"))
    }
  }

  func run() async throws {
    try await reportingErrors {
      var options = book.options
      options.output = output.path
      options.formats = formats.formats
      options.tables = tables.map { Set($0.ids) }
      options.templates = templates?.path
      options.remarks = !book.quiet
      let line = ProgressLine(quiet: book.quiet)
      defer { line.end() }
      let outcome = try await Run(options) { progress in
        if progress == .computing { Memory.keepPieces() }
        line.show(progress)
      }()
      line.end()
      for warning in outcome.warnings where !book.quiet { Message.write(warning) }
      let output = Output()
      for file in outcome.files { try output.line(file) }
      try output.flush()
      if !book.quiet { Message.write(outcome.verdict) }
      if outcome.rejected > 0, !book.quiet {
        let said =
          outcome.rejected == 1
          ? "1 row was rejected and does" : "\(outcome.rejected) rows were rejected and do"
        Message.write("\(said) not count (`reviewpack check \(book.book.path)` says why)")
      }
      // The pack is published and said. What it was made of goes with the process: to give it back piece by piece takes
      // 10 ms for 200,000 leads.
      withExtendedLifetime(outcome) {
        Self.exit(withError: ExitCode(outcome.rejected > 0 && book.strict ? 1 : 0))
      }
    }
  }
}

/// Formats with commas between them.
struct FormatList: ExpressibleByArgument {
  let formats: Set<Run.Format>

  init(formats: Set<Run.Format>) { self.formats = formats }

  init?(argument: String) {
    let words = argument.split(separator: ",").map { Run.Format(rawValue: String($0)) }
    guard !words.isEmpty, !words.contains(nil) else { return nil }
    formats = Set(words.compactMap { $0 })
  }

  var defaultValueDescription: String { "xlsx,html,json,csv" }
  static var allValueStrings: [String] { Run.Format.allCases.map(\.rawValue) }
  static var defaultCompletionKind: CompletionKind { .list(allValueStrings) }
}

/// Ids of tables with commas between them.
struct TableList: ExpressibleByArgument {
  let ids: [String]

  init?(argument: String) {
    ids = argument.split(separator: ",").map(String.init)
    guard !ids.isEmpty else { return nil }
  }

  static var defaultCompletionKind: CompletionKind { .list(Tables.definitions.map(\.id)) }
}

extension Tables {
  /// What to say of an id that no table has.
  static func unknown(_ id: String, in place: String? = nil) -> String {
    let near = nearest(to: id).map { "did you mean \($0)? " } ?? ""
    return
      "\(place.map { $0 + " " } ?? "")\(id): there is no such table (\(near)`reviewpack tables` lists them)"
  }
}
