internal import ArgumentParser
internal import ReviewKit
internal import ReviewModel

struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Reads everything, writes nothing, and says what the data are worth.",
    discussion: """
      For every file: how many rows it has, how many count, and why the others do not. Then every rejected \
      row with its file, line, column and text, and what would be right; then the warnings, which count \
      all the same.

        reviewpack check sales
        reviewpack check sales --period 2026-10 --format json
      """)

  enum OutputFormat: String, ExpressibleByArgument, CaseIterable { case text, json }

  @OptionGroup var book: BookOptions

  @Option(help: "text for people, json for programs.")
  var format = OutputFormat.text

  func run() async throws {
    try await reportingErrors {
      let line = ProgressLine(quiet: book.quiet)
      defer { line.end() }
      let report = try await Check(book.options) { line.show($0) }()
      line.end()
      let output = Output()
      switch format {
      case .text:
        try output.line(report.heading)
        try output.line()
        for table in report.shown where !table.rows.isEmpty || table.id == "data-quality" {
          try TextTable(table, report.catalogue, remedies: report.remedies[table.id]).print(to: output)
        }
        if !report.unread.isEmpty {
          try output.line(report.catalogue.text("check.unread"))
          for text in report.unread { try output.line("  " + Message.printable(text)) }
        }
        if !report.remarks.isEmpty {
          if !report.unread.isEmpty { try output.line() }
          try output.line(report.catalogue.text("check.remarks"))
          for text in report.remarks { try output.line("  " + Message.printable(text)) }
        }
      case .json: try output.line(report.json)
      }
      try output.flush()
      if book.strict, report.rejected > 0 { throw ExitCode(1) }
    }
  }
}
