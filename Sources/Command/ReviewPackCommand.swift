internal import ArgumentParser

@main
struct ReviewPackCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reviewpack",
    abstract:
      "Turns a folder of flat files into a sales review pack: workbook, deck, and the figures behind them.",
    discussion: """
      Put your exports into a folder - leads.csv, orders.csv, targets.csv, or whatever you have - and run

        reviewpack run FOLDER --period 2026-10

      The pack is then in output/2026-10: review.xlsx, deck.html, review.json, and every table as CSV. \
      Files are told by their names and columns by their headers, in English or Chinese; a review.yaml in \
      the folder says what is different about yours. Start with `reviewpack check FOLDER`, which says how \
      your files are read and which rows are not, and why. Without files of your own, `reviewpack sample \
      demo --leads 400` writes some.

      Exit codes: 0 done; 1 done, but rows were rejected and --strict was given; 64 wrong usage; 65 bad \
      input; 66 no such book, or no input in it; 73 the output cannot be created; 74 read or write error.
      """,
    version: "reviewpack 0.1.0",
    subcommands: [
      RunCommand.self, CheckCommand.self, ShowCommand.self, InitCommand.self, FormsCommand.self,
      SampleCommand.self, TablesCommand.self,
    ])

  /// Parses and runs; what the parser has to say goes to people the way of every other message.
  static func main() async {
    StandardStream.openAll()
    Memory.returnLargePieces()
    do {
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch let code as ExitCode {
      exit(withError: code)
    } catch {
      // Help, the version and completion scripts come this way too.
      guard exitCode(for: error) == .validationFailure else { exit(withError: error) }
      Message.write(usage: message(for: error), of: subcommand)
      exit(withError: ExitCode.validationFailure)
    }
  }

  /// The subcommand that was asked for, if it was one.
  private static var subcommand: String? {
    let names = configuration.subcommands.compactMap { $0.configuration.commandName }
    return CommandLine.arguments.dropFirst().first { !$0.hasPrefix("-") }.flatMap {
      names.contains($0) ? $0 : nil
    }
  }
}
