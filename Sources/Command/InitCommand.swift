internal import ArgumentParser
internal import ReviewKit
internal import ReviewModel

struct InitCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Writes a starter book: a review.yaml that explains itself, and the forms.",
    discussion: """
      Nothing that is there already is replaced.

        reviewpack init sales
        reviewpack run sales --period 2026-10
      """)

  @Argument(help: "The folder of the book.")
  var folder: FolderPath

  @Option(help: "The language of the book.")
  var language = LanguageName(.simplifiedChinese)

  func run() async throws {
    try await reportingErrors {
      let output = Output()
      for file in try StarterBook(language: language.language).write(to: folder.path) {
        try output.line(file)
      }
      try output.flush()
    }
  }
}
