internal import ArgumentParser

@main
struct ReviewPackCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "reviewpack")
}
