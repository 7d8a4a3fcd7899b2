internal import ArgumentParser
internal import ReviewKit
internal import ReviewModel

struct FormsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forms",
    abstract: "Writes blank forms to fill in: what is entered is read without configuration.",
    discussion: """
      Workbooks for lead ledger, visit plan, daily report, weekly plan, market and complaint report, and \
      targets, with drop-down lists and checks. Filled in and put into a book, under a name that begins as \
      theirs does, they are input. With --config the lists hold the stages, reps, customers and products \
      of that book.

        reviewpack forms blank --language zh-Hans
        reviewpack forms blank --config sales/review.yaml
      """)

  @Argument(help: "The folder to write to.")
  var folder: FolderPath

  @Option(help: "The language of headers, words and notes. Left out: the book's.")
  var language: LanguageName?

  @Option(
    help: ArgumentHelp("The review.yaml of the book that the forms are for.", valueName: "file"),
    completion: .file(extensions: ["yaml", "yml"]))
  var config: String?

  func run() async throws {
    try await reportingErrors {
      let output = Output()
      for file in try await Forms(language: language?.language, configuration: config).write(to: folder.path)
      {
        try output.line(file)
      }
      try output.flush()
    }
  }
}
