internal import ArgumentParser
internal import ReviewKit
internal import ReviewModel

struct TablesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tables",
    abstract: "Says what the tables of a pack are: columns, units, formulas, needs.",
    discussion: """
        reviewpack tables                               every table, a line each
        reviewpack tables province-month                one table, column by column
        reviewpack tables province-month --format json  the same for a program
      """)

  enum OutputFormat: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Argument(help: "The id of a table.", completion: .list(Tables.definitions.map(\.id)))
  var table: String?

  @Option(help: "text for people, json for programs.")
  var format = OutputFormat.text

  @Option(help: "The language of titles and labels.")
  var language = LanguageName(.english)

  func validate() throws {
    if let table, !Tables.definitions.contains(where: { $0.id == table }) {
      throw ValidationError(Tables.unknown(table))
    }
  }

  func run() async throws {
    try await reportingErrors {
      let catalogue = Catalogue(language.language)
      let wanted = Tables.definitions.filter { table == nil || $0.id == table }
      let output = Output()
      switch format {
      case .json:
        let tables = wanted.map { TableDescription($0, catalogue).json }
        try output.line("[\n" + tables.joined(separator: ",\n") + "\n]")
      case .text where table == nil:
        let width = wanted.map(\.id.count).max() ?? 0
        for definition in wanted {
          let id = definition.id + String(repeating: " ", count: width - definition.id.count)
          try output.line("\(id)  \(catalogue.title(of: definition.id)): \(catalogue.about(definition.id))")
        }
      case .text: for definition in wanted { try output.line(TableDescription(definition, catalogue).text) }
      }
      try output.flush()
    }
  }
}
