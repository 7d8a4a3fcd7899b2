internal import ArgumentParser
internal import ReviewKit
internal import ReviewModel

struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Makes the pack of a month or week.",
    discussion: """
      The pack replaces an older one of the same period whole, or not at all. Standard output gets one line a written \
      file.

        reviewpack run sales --period 2026-10
        reviewpack run sales --period 2026-W43 --as-of 2026-10-21 --formats xlsx,html
      """)

  @OptionGroup var book: BookOptions

  @Option(
    help: ArgumentHelp("The folder in which the pack's folder is made.", valueName: "dir"),
    completion: .directory)
  var output = "output"

  @Option(help: "What is written, of xlsx, html, json and csv.")
  var formats = FormatList(formats: Set(Run.Format.allCases))

  @Option(help: ArgumentHelp("Only these tables, by id with commas between them.", valueName: "ids"))
  var tables: TableList?

  @Option(
    help: ArgumentHelp("A folder whose files replace the deck's templates.", valueName: "dir"),
    completion: .directory)
  var templates: String?

  func run() async throws {
    try await reportingErrors {
      var options = book.options
      options.output = output
      options.formats = formats.formats
      options.tables = tables?.ids
      options.templates = templates
      let line = ProgressLine(quiet: book.quiet)
      let outcome = try await Run(options) { line.show($0) }()
      line.end()
      for warning in outcome.warnings where !book.quiet { Message.write(warning) }
      for file in outcome.files { print(file) }
      if outcome.rejected > 0 {
        if !book.quiet {
          Message.write("\(outcome.rejected) rows were rejected (see rejects.csv, or run `reviewpack check`)")
        }
        if book.strict { throw ExitCode(1) }
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
}

/// Ids of tables with commas between them.
struct TableList: ExpressibleByArgument {
  let ids: Set<String>

  init?(argument: String) {
    ids = Set(argument.split(separator: ",").map(String.init))
    guard !ids.isEmpty, ids.isSubset(of: Tables.definitions.map(\.id)) else { return nil }
  }
}
