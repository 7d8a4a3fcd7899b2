internal import ArgumentParser

@main
struct ReviewPackCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reviewpack",
    abstract: "Turns a folder of flat files into a sales review pack: a workbook, a deck, and the figures behind them.",
    discussion: """
      Put your exports into a folder - leads.csv, orders.csv, targets.csv, or whatever you have - and run

        reviewpack run FOLDER --period 2026-10

      The pack is then in output/2026-10: review.xlsx, deck.html, review.json, and every table as CSV. Files are told \
      by their names and columns by their headers, in English or Chinese; a review.yaml in the folder says what is \
      different about yours. Start with `reviewpack check FOLDER`, which says how your files are read and which rows \
      are not, and why.

      Exit codes: 0 done; 1 done, but rows were rejected and --strict was given; 64 wrong usage; 65 bad input; 66 no \
      such book, or no input in it; 73 the output cannot be created; 74 read or write error.
      """,
    version: "reviewpack 0.1.0",
    subcommands: [RunCommand.self, CheckCommand.self, ShowCommand.self, SampleCommand.self, TablesCommand.self])
}
