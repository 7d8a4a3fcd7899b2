internal import ArgumentParser
internal import ReviewKit
internal import ReviewModel

struct ShowCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Shows one file as the reader sees it, before any meaning.",
    discussion: """
      JSON Lines, a row each, header included: the line on which it starts, and its fields.

        reviewpack show sales/leads.csv
        {"line": 1, "fields": ["lead_id", "stage"]}
        {"line": 2, "fields": ["L-101", "S3"]}

      Of a JSON file the header is line 0: the names of all members of its objects.

        reviewpack show export.txt --delimiter ";"
        reviewpack show book.xlsx --sheet 台账
      """)

  @Argument(help: "The file.", completion: .file())
  var file: String

  @Option(help: "The encoding, where the bytes do not tell: UTF-8, UTF-16LE, UTF-16BE, GB18030 or Big5.")
  var encoding: String?

  @Option(
    help: ArgumentHelp(
      "The character between fields, or tab, where it cannot be told from the header row.",
      valueName: "character"))
  var delimiter: String?

  @Option(help: ArgumentHelp("The sheet of a workbook. Left out: the first.", valueName: "name"))
  var sheet: String?

  func run() async throws {
    try await reportingErrors {
      let output = Output()
      try Show(file: file, encoding: encoding, delimiter: delimiter, sheet: sheet)() { line, fields in
        let fields = JSONText.array(fields.map(JSONText.quoted))
        try output.line(JSONText.object([("line", String(line)), ("fields", fields)]))
      }
      try output.flush()
    }
  }
}
