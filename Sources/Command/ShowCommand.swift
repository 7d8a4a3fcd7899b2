internal import ArgumentParser
internal import ReviewKit

struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Shows one file as the reader sees it, before any meaning.",
    discussion: #"JSON Lines, header included: {"line": 1, "fields": ["lead_id", "stage"]}"#)

  @Argument(help: "The file.", completion: .file())
  var file: String

  @Option(help: "The encoding, where it cannot be told from the bytes.")
  var encoding: String?

  @Option(help: "The character between fields, where it cannot be told from the header row.")
  var delimiter: String?

  func run() throws {
    try reportingErrors {
      let output = BufferedOutput()
      try Show(file: file, encoding: encoding, delimiter: delimiter)() { line, fields in
        output.write(
          "{\"line\": \(line), \"fields\": [" + fields.map(JSONText.quoted).joined(separator: ", ") + "]}\n")
      }
      output.flush()
    }
  }
}
