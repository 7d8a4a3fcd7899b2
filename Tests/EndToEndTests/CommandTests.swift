import Foundation
import Testing

/// Commands other than `run`, and what they teach.
@Suite("Commands")
struct CommandTests {
  private let scratch: Scratch
  private let program: Program

  init() throws {
    scratch = try Scratch()
    program = Program(folder: scratch.folder)
  }

  @Test(
    "--help shows an example and tells of every option",
    arguments: ["run", "check", "show", "sample", "tables"])
  func help(command: String) throws {
    let outcome = try program(command, "--help")
    #expect(outcome.code == 0)
    #expect(outcome.errors == "")
    #expect(outcome.output.contains("\n  reviewpack \(command) "), "no example")
    let options = outcome.outputLines.filter { $0.hasPrefix("  --") }
    #expect(!options.isEmpty)
    // An option's text stands on its line, or on the next where the option is long.
    for (line, next) in zip(outcome.outputLines, outcome.outputLines.dropFirst()) where line.hasPrefix("  --")
    {
      #expect(
        line.count > 26 && line.dropFirst(24).contains(" ") || next.hasPrefix("            "), "\(line)")
    }
    #expect(try program("help", command).output == outcome.output)
  }

  @Test("defaults are told")
  func defaults() throws {
    let run = try program("run", "--help").output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for text in ["(default: .)", "(default: output)", "default: xlsx,html,json,csv)"] {
      #expect(run.contains(text), "\(text)")
    }
    let sample = try program("sample", "--help").output
    #expect(sample.contains("(default: 1)") && sample.contains("(default: 18)"))
  }

  @Test("the program teaches how to begin, and gives its version")
  func root() throws {
    let help = try program("--help")
    #expect(help.code == 0)
    for word in ["reviewpack run FOLDER --period 2026-10", "SUBCOMMANDS:", "Exit codes"] {
      #expect(help.output.contains(word), "\(word)")
    }
    #expect(try program().output == help.output)
    let version = try program("--version")
    #expect(version.code == 0)
    #expect(version.output.wholeMatch(of: /reviewpack [0-9]+\.[0-9]+\.[0-9]+\n/) != nil)
  }

  @Test("completions know commands, options and tables", arguments: ["bash", "zsh", "fish"])
  func completions(shell: String) throws {
    let outcome = try program("--generate-completion-script", shell)
    #expect(outcome.code == 0)
    #expect(outcome.errors == "")
    for word in ["check", "period", "templates", "province-month", "zh-Hant"] {
      #expect(outcome.output.contains(word), "\(word)")
    }
    try scratch.write(outcome.output, to: "completion")
    if shell == "bash" {
      let bash = Process()
      bash.executableURL = URL(filePath: "/usr/bin/env")
      bash.arguments = ["bash", "-n", scratch.path("completion")]
      try bash.run()
      bash.waitUntilExit()
      #expect(bash.terminationStatus == 0)
    }
  }

  @Test("tables are told as JSON, all or one, with columns, units, needs and formulas")
  func tables() throws {
    let all = try JSONValue.read(text: program("tables", "--format", "json").output).array
    let ids = all.compactMap { $0["id"].text }
    #expect(ids.count == all.count && Set(ids).count == ids.count)
    #expect(ids.first == "province-month" && ids.contains("checklist") && ids.last == "warnings")
    for table in all {
      #expect(table["title"].text?.isEmpty == false && table["about"].text?.isEmpty == false)
      #expect(!table["columns"].array.isEmpty && !table["cadence"].array.isEmpty)
      for column in table["columns"].array {
        for key in ["id", "label", "kind", "unit"] { #expect(column[key].text?.isEmpty == false) }
      }
    }
    let one = try JSONValue.read(text: program("tables", "province-month", "--format", "json").output).array
    #expect(one == all.filter { $0["id"] == .text("province-month") })
    let rate = one.first?["columns"].array.first { $0["id"] == .text("orders_rate") }
    #expect(rate?["kind"] == .text("rate"))
    #expect(rate?["formula"] == .text("orders_actual / orders_target"))
    let text = try program("tables", "province-month", "--language", "zh-Hans")
    #expect(text.outputLines.first?.hasPrefix("province-month  ") == true)
    #expect(text.output.contains("orders_actual / orders_target"))
    #expect(try program("tables").outputLines.count == ids.count)
  }

  @Test("show gives every row with its line, quotes and line breaks undone")
  func show() throws {
    try scratch.write(
      "name;note\r\n\"a;\"\"b\"\"\";\"two\nlines\"\r\n\r\n,=1\\;\t\r\n", to: "x.csv")
    let outcome = try program("show", "x.csv")
    #expect(outcome.code == 0)
    #expect(
      outcome.outputLines == [
        #"{"line": 1, "fields": ["name", "note"]}"#, #"{"line": 2, "fields": ["a;\"b\"", "two\nlines"]}"#,
        #"{"line": 5, "fields": [",=1\\", "\t"]}"#,
      ])
    for line in outcome.outputLines { _ = try JSONValue.read(text: line) }
    let other = try program("show", "x.csv", "--delimiter", "tab")
    #expect(other.outputLines.first == #"{"line": 1, "fields": ["name;note"]}"#)
    let wrong = try program("show", "x.csv", "--delimiter", "ab")
    #expect(wrong.code == 64)
    #expect(wrong.errors == "reviewpack: --delimiter ab: not one character (such as ; or tab)\n")
  }

  @Test("show reads what Excel writes in China and in Taiwan, and names the first byte that it cannot read")
  func showEncodings() throws {
    // 编号 and 編號.
    let china = Data([0xB1, 0xE0, 0xBA, 0xC5] + Array(",x\n".utf8))
    let taiwan = Data([0xBD, 0x73, 0xB8, 0xB9] + Array(",x\n".utf8))
    try scratch.write("", to: "china.csv")
    try china.write(to: URL(fileURLWithPath: scratch.path("china.csv")))
    try taiwan.write(to: URL(fileURLWithPath: scratch.path("taiwan.csv")))
    try (taiwan + [0xFF]).write(to: URL(fileURLWithPath: scratch.path("broken.csv")))
    let found = try program("show", "china.csv")
    #expect(found.outputLines == [#"{"line": 1, "fields": ["编号", "x"]}"#])
    #expect(try program("show", "china.csv", "--encoding", "gbk").output == found.output)
    let named = try program("show", "taiwan.csv", "--encoding", "big5")
    #expect(named.outputLines == [#"{"line": 1, "fields": ["編號", "x"]}"#])

    let broken = try program("show", "broken.csv")
    #expect(broken.code == 65)
    #expect(
      broken.errors == """
        reviewpack: broken.csv:2: the text is neither UTF-8 nor GB18030: the byte at offset 7 is invalid (save it in \
        UTF-8 (in Excel: CSV UTF-8), or give its encoding, such as Big5)

        """)
    let wrong = try program("show", "china.csv", "--encoding", "latin1")
    #expect(wrong.code == 64)
    #expect(
      wrong.errors
        == "reviewpack: --encoding latin1: not one of UTF-8, UTF-16LE, UTF-16BE, GB18030, Big5\n")
  }

  @Test("check tells programs the same as people")
  func check() throws {
    try scratch.writeBookWithRejects(to: "book")
    let outcome = try program("check", "book", "--period", "2026-10", "--format", "json")
    #expect(outcome.code == 0)
    let tables = try JSONValue.read(text: outcome.output).array
    #expect(tables.compactMap { $0["id"].text } == ["data-quality", "rejects", "warnings"])
    #expect(
      tables[1]["rows"].array.first
        == .array([.text("orders.csv"), .integer(3), .text("date"), .text("bad-date"), .text("31/02/2026")]))
    #expect(scratch.names(in: ".") == ["book"])
  }

  @Test("templates of one's own replace those of the deck; one that is none is told")
  func templates() throws {
    try scratch.writeBook(to: "book")
    let original = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources/PackWriters/Templates/deck.mustache")
    let deck = try String(contentsOf: original, encoding: .utf8)
    let body = try #require(deck.range(of: "<body"))
    try scratch.write(
      deck.replacingCharacters(in: body, with: "<!-- our own --><body"), to: "templates/deck.mustache")
    let arguments = ["run", "book", "--period", "2026-10", "--formats", "html", "--templates", "templates"]
    let outcome = try program.run(arguments)
    #expect(outcome.code == 0, "\(outcome.errors)")
    let made = try scratch.text("output/2026-10/deck.html")
    #expect(made.contains("<!-- our own --><body"))

    try scratch.write("\n{{#open}}", to: "templates/deck.mustache")
    let broken = try program.run(arguments)
    #expect(broken.code == 65)
    #expect(broken.errorLines.count == 1)
    #expect(broken.errors.hasPrefix("reviewpack: templates/deck.mustache:2: not a template: "))
    #expect(try scratch.text("output/2026-10/deck.html") == made)
    #expect(scratch.names(in: "output") == [".reviewpack.lock", "2026-10"])
  }

  @Test("run says a line a written file, and only on standard output")
  func outputLines() throws {
    try scratch.writeBook(to: "book")
    let outcome = try program("run", "book", "--period", "2026-10")
    #expect(outcome.errorLines.count == 1)
    let written = try scratch.tree("output/2026-10").keys.map { "output/2026-10/" + $0 }.sorted()
    #expect(outcome.outputLines.sorted() == written)
    let first = ["review.xlsx", "deck.html", "review.json"].map { "output/2026-10/" + $0 }
    #expect(outcome.outputLines.prefix(3).elementsEqual(first))
  }

  @Test("only the tables asked for are in the pack")
  func onlyTables() throws {
    try scratch.writeBook(to: "book")
    let outcome = try program(
      "run", "book", "--period", "2026-10", "--formats", "json,csv", "--tables", "funnel,province-month")
    #expect(
      outcome.outputLines.map { $0.split(separator: "/").last } == [
        "review.json", "province-month.csv", "funnel.csv",
      ])
    let pack = try JSONValue.read(scratch.path("output/2026-10/review.json"))
    #expect(pack["tables"].array.compactMap { $0["id"].text } == ["province-month", "funnel"])
  }
}
