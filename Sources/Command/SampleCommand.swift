internal import ArgumentParser
internal import ReviewKit

struct SampleCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sample",
    abstract: "Writes a synthetic book of any size, to try things on.",
    discussion: """
      Two business units, provinces, teams, reps, weekly ledgers, seasons, slipped dates, silent leads, \
      and a few rows that are wrong on purpose. All names are invented; the same seed gives the same \
      bytes.

        reviewpack sample demo --leads 400
        reviewpack run demo --period 2026-10
      """)

  /// What a machine of 32 GiB makes.
  private static let mostLeads = 10_000_000

  @Argument(help: "The folder to write to.")
  var folder: FolderPath

  @Option(help: "How many leads the book has.")
  var leads: Int

  @Option(help: "Another seed makes another book.")
  var seed: UInt64 = 1

  @Option(help: "How many months of history it has.")
  var months = 18

  func validate() throws {
    if !(1...Self.mostLeads).contains(leads) {
      throw ValidationError("--leads \(leads): give 1 to \(Self.mostLeads) leads")
    }
    if !(1...240).contains(months) { throw ValidationError("--months \(months): give 1 to 240 months") }
  }

  func run() async throws {
    try await reportingErrors {
      let output = Output()
      for file in try Sample(leads: leads, seed: seed, months: months).write(to: folder.path) {
        try output.line(file)
      }
      try output.flush()
    }
  }
}
