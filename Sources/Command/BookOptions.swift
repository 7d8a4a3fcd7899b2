internal import ArgumentParser
internal import ReviewKit
internal import ReviewModel

/// What `run` and `check` say of a book.
struct BookOptions: ParsableArguments {
  @Argument(help: "The folder that holds the files.")
  var book = FolderPath(".")

  @Option(
    help: ArgumentHelp(
      "The month or ISO week reviewed: 2026-10 or 2026-W43. Left out: the last month that is complete today.",
      valueName: "period"))
  var period: String?

  @Option(help: ArgumentHelp("A day of the period to look from, in place of its last.", valueName: "day"))
  var asOf: String?

  @Option(
    help: ArgumentHelp("A review.yaml in place of the book's own.", valueName: "file"),
    completion: .file(extensions: ["yaml", "yml"]))
  var config: String?

  @Option(help: "The language of labels, titles and sheets, in place of the book's.")
  var language: LanguageName?

  @Option(help: "How many workers read and compute side by side. Left out: as many as the machine has cores.")
  var jobs: Int?

  @Flag(help: "End with 1 when a row was rejected.")
  var strict = false

  @Flag(help: "Say nothing unless something is wrong.")
  var quiet = false

  mutating func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs \(jobs): give a number of workers, 1 or more") }
  }

  /// The options of a run.
  var options: Run.Options {
    var options = Run.Options(book: book.path)
    options.period = period
    options.asOf = asOf
    options.configuration = config
    options.language = language?.language
    options.jobs = jobs ?? Machine.cores
    return options
  }
}
