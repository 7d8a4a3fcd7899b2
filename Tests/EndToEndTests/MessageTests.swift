import Foundation
import Testing

/// What a new user meets: each message whole, its exit code, and nothing half-written (docs/outputs.md,
/// section 1).
@Suite("Messages and exit codes")
struct MessageTests {
  /// Something that goes wrong.
  struct Mishap: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// Files of the folder in which the program is started.
    var files: [String: String] = [:]
    var arguments = ["run", "book", "--period", "2026-10"]
    let code: Int32
    let messages: [String]
  }

  private static let orders = "order_id,date,amount\nA1,2026-10-02,12.50\n"

  static let mishapsOfBooks: [Mishap] = [
    Mishap(
      testDescription: "an empty folder", files: ["book/.keep": ""], code: 66,
      messages: [
        """
        book: no leads, orders or daily-reports are in this folder (put a file there that is called leads.csv, for one)
        """
      ]),
    Mishap(
      testDescription: "a folder of files of no kind",
      files: ["book/pipeline.csv": "a\n1\n", "book/crm/deals.tsv": "a\n1\n"], code: 66,
      messages: [
        """
        book: no leads, orders or daily-reports are in this folder; it has crm/deals.tsv, pipeline.csv (rename a file, \
        say to leads.csv, or write into review.yaml: inputs: {leads: {files: ["crm/deals.tsv"]}})
        """
      ]),
    Mishap(
      testDescription: "a folder that packs were written to",
      files: [
        "book/.reviewpack.lock": "", "book/orders.csv": orders,
        "book/review.yaml": "inputs: {orders: {files: [\"orders*.csv\"]}}\n",
      ], code: 66,
      messages: [
        """
        book/.reviewpack.lock: by this file the folder is one that packs are written to, of which nothing is read (if it \
        is the book, move the packs out of it and delete the file)
        """
      ]),
    Mishap(
      testDescription: "leads that review.yaml hides",
      files: [
        "book/leads.csv": "lead_id,stage\nL1,S1\n", "book/review.yaml": "inputs: {leads: {files: []}}\n",
      ], code: 66,
      messages: [
        """
        book: no leads, orders or daily-reports are in this folder; review.yaml says inputs.leads.files: [] \
        (delete it, or list the files, such as ["leads*.csv"])
        """
      ]),
    Mishap(
      testDescription: "a member that no object has",
      files: [
        "book/orders.json": #"[{"order_id":"A1","date":"2026-10-02","amount":5}]"#,
        "book/review.yaml": "inputs: {orders: {columns: {amount: amuont}}}\n",
      ], code: 65,
      messages: [
        """
        orders.json: amount: review.yaml reads it from the member "amuont", which no object of this file has \
        (members here that nothing reads: amount; rename the one that is meant, or name it in review.yaml)
        """
      ]),
    Mishap(
      testDescription: "nothing but the name of a delimiter", files: ["book/orders.csv": "sep=;\n"], code: 65,
      messages: ["order_id", "date", "amount"].map {
        let aliases = ["order_id": "order_id, 订单号", "date": "date, 日期, 订单日期, 下单日期", "amount": "amount, 金额"]
        return "orders.csv:1: \($0): the required column is missing (accepted headers: \(aliases[$0] ?? ""); "
          + "the file has no header row)"
      }),
    Mishap(
      testDescription: "nothing at that path", arguments: ["run", "bok"], code: 66,
      messages: ["bok: there is no such folder"]),
    Mishap(
      testDescription: "nothing at that path, for check", arguments: ["check", "bok"], code: 66,
      messages: ["bok: there is no such folder"]),
    Mishap(
      testDescription: "a file in place of a folder", files: ["book": orders], code: 66,
      messages: ["book: this is a file, not a folder (give the folder that holds the files)"]),
    Mishap(
      testDescription: "a required column misspelled",
      files: ["book/orders.csv": "order_id,date,amout\nA1,2026-10-02,12.50\n"], code: 65,
      messages: [
        """
        orders.csv:1: amount: the required column is missing (is it "amout"? Then rename that header, or \
        write in review.yaml inputs: {orders: {columns: {amount: "amout"}}}; accepted headers: amount, 金额)
        """
      ]),
    Mishap(
      testDescription: "two headers for one column",
      files: ["book/orders.csv": "order_id,date,amount,Amount\nA1,2026-10-02,12.50,1\n"], code: 65,
      messages: [
        """
        orders.csv:1: amount: the header "amount" stands 2 times, in columns 3 and 4 (rename or delete all \
        but one)
        """
      ]),
    Mishap(
      testDescription: "a quote that never closes",
      files: [
        "book/orders.csv": "order_id,date,amount\nA1,2026-10-02,1\nA2,2026-10-02,\"12.50\nA3,2026-10-01,1\n"
      ],
      code: 65,
      messages: [
        "orders.csv:3: a quote opens here and never closes (close the quote, or double it within a field)"
      ]),
    Mishap(
      testDescription: "an empty file", files: ["book/orders.csv": ""], code: 65,
      messages: ["orders.csv: the file is empty (begin it with a header row)"]),
    Mishap(
      testDescription: "every file error is told, not only the first",
      files: ["book/orders.csv": "", "book/leads.csv": "lead_id\nL1\n"], code: 65,
      messages: [
        """
        leads.csv:1: stage: the required column is missing (accepted headers: stage, 阶段, 销售阶段, deal_stage; \
        the file has: lead_id)
        """,
        "orders.csv: the file is empty (begin it with a header row)",
      ]),
    Mishap(
      testDescription: "files that are not what their names say",
      files: [
        "book/orders.json": #"[{"order_id": "1" "date": "2026-10-01"}]"#, "book/leads.xlsx": "PK",
        "book/visits.json": "7",
      ],
      code: 65,
      messages: [
        "leads.xlsx: the workbook is damaged or cut off: Not a zip archive (copy or export it again; or open it in"
          + " Excel and save it as .xlsx)",
        "orders.json:1: not JSON: a comma, a colon, a bracket or a value is missing, at character 19 of the line"
          + " (byte offset 18) (export the file again)",
        "visits.json: not a table: it is a single value (write an array of objects, a row each)",
      ]),
    Mishap(
      testDescription: "an unknown key in review.yaml",
      files: ["book/orders.csv": orders, "book/review.yaml": "organisation: X\nlanguge: en\n"], code: 65,
      messages: ["review.yaml:2: \"languge\" is no key of review.yaml (did you mean \"language\"?)"]),
    Mishap(
      testDescription: "no such review.yaml", files: ["book/orders.csv": orders],
      arguments: ["run", "book", "--period", "2026-10", "--config", "other.yaml"], code: 65,
      messages: ["other.yaml: the file cannot be read (is it there, and may you read it?)"]),
  ]

  static let mishapsOfOutput: [Mishap] = [
    Mishap(
      testDescription: "an output folder that cannot be made", files: ["book/orders.csv": orders],
      arguments: ["run", "book", "--period", "2026-10", "--output", "/proc/reviewpack"], code: 73,
      messages: [
        """
        /proc/reviewpack: cannot be created: No such file or directory (give --output a folder that may be \
        written to)
        """
      ]),
    Mishap(
      testDescription: "an output folder below a file", files: ["book/orders.csv": orders, "file": ""],
      arguments: ["run", "book", "--period", "2026-10", "--output", "file/output"], code: 73,
      messages: [
        "file/output: cannot be created: Not a directory (give --output a folder that may be written to)"
      ]),
    Mishap(
      testDescription: "a file in place of the output folder",
      files: ["book/orders.csv": orders, "file": ""],
      arguments: ["run", "book", "--period", "2026-10", "--output", "file"], code: 73,
      messages: ["file: this is a file, not a folder (give --output a folder that may be written to)"]),
    Mishap(
      testDescription: "the book as the output folder", files: ["book/orders.csv": orders],
      arguments: ["run", "book", "--period", "2026-10", "--output", "book/../book"], code: 64,
      messages: [
        """
        --output book/../book: this is the book itself, which is not read once packs are written to it (give a folder in \
        or beside it, such as output)
        """
      ]),
    Mishap(
      testDescription: "no such folder of templates", files: ["book/orders.csv": orders],
      arguments: ["run", "book", "--period", "2026-10", "--templates", "tempaltes"], code: 64,
      messages: ["--templates tempaltes: there is no such folder (give one with files such as deck.mustache)"]
    ),
  ]

  static let mishapsOfArguments: [Mishap] = [
    Mishap(
      testDescription: "no such period", files: ["book/orders.csv": orders],
      arguments: ["run", "book", "--period", "2026-13"], code: 64,
      messages: ["--period 2026-13: no such period (a month 2026-10, or an ISO week 2026-W43)"]),
    Mishap(
      testDescription: "no such week", files: ["book/orders.csv": orders],
      arguments: ["run", "book", "--period", "2026-W54"], code: 64,
      messages: ["--period 2026-W54: no such period (a month 2026-10, or an ISO week 2026-W43)"]),
    Mishap(
      testDescription: "a quarter", files: ["book/orders.csv": orders],
      arguments: ["run", "book", "--period", "2026-Q4"], code: 64,
      messages: [
        "--period 2026-Q4: no such period (a pack is of a month or an ISO week: 2026-10 or 2026-W43)"
      ]),
    Mishap(
      testDescription: "a month written otherwise", files: ["book/orders.csv": orders],
      arguments: ["run", "book", "--period", "2026-9"], code: 64,
      messages: ["--period 2026-9: no such period (did you mean 2026-09?)"]),
    Mishap(
      testDescription: "a week written otherwise", files: ["book/orders.csv": orders],
      arguments: ["run", "book", "--period", "2026-w47"], code: 64,
      messages: ["--period 2026-w47: no such period (did you mean 2026-W47?)"]),
    Mishap(
      testDescription: "a day outside the period", files: ["book/orders.csv": orders],
      arguments: ["run", "book", "--period", "2026-10", "--as-of", "2026-11-01"], code: 64,
      messages: ["--as-of 2026-11-01: not a day of the period (2026-10-01 to 2026-10-31)"]),
    Mishap(
      testDescription: "no such day", files: ["book/orders.csv": orders],
      arguments: ["run", "book", "--period", "2026-10", "--as-of", "31.10.2026"], code: 64,
      messages: ["--as-of 31.10.2026: no such day (YYYY-MM-DD)"]),
    Mishap(
      testDescription: "no such table", files: ["book/orders.csv": orders],
      arguments: ["run", "book", "--tables", "funnel,ledgr"], code: 64,
      messages: [
        """
        --tables ledgr: there is no such table (did you mean ledger? `reviewpack tables` lists them) (see \
        `reviewpack help run`)
        """
      ]),
    Mishap(
      testDescription: "no such table to tell of", arguments: ["tables", "x"], code: 64,
      messages: [
        "x: there is no such table (`reviewpack tables` lists them) (see `reviewpack help tables`)"
      ]),
    Mishap(
      testDescription: "no such option", arguments: ["run", "book", "--perod", "2026-10"], code: 64,
      messages: ["Unknown option '--perod'. Did you mean '--period'? (see `reviewpack help run`)"]),
    Mishap(
      testDescription: "no such command", arguments: ["rum"], code: 64,
      messages: ["Unexpected argument 'rum' (see `reviewpack help`)"]),
    Mishap(
      testDescription: "no such format", arguments: ["run", "book", "--formats", "pdf"], code: 64,
      messages: [
        """
        The value 'pdf' is invalid for '--formats <formats>'. Please provide one of 'xlsx', 'html', 'json' \
        or 'csv' (see `reviewpack help run`)
        """
      ]),
    Mishap(
      testDescription: "no workers", arguments: ["run", "book", "--jobs", "0"], code: 64,
      messages: ["--jobs 0: give a number of workers, 1 or more (see `reviewpack help run`)"]),
    Mishap(
      testDescription: "no place for the sample", files: ["file": ""],
      arguments: ["sample", "file/demo", "--leads", "4"], code: 73,
      messages: [
        "file/demo: cannot be created: Not a directory (give a folder that can be written)"
      ]),
    Mishap(
      testDescription: "no folder for the sample", arguments: ["sample", "--leads", "4"], code: 64,
      messages: ["Missing expected argument '<folder>' (see `reviewpack help sample`)"]),
    Mishap(
      testDescription: "no file to show", arguments: ["show", "nothing.csv"], code: 65,
      messages: [
        """
        nothing.csv: cannot be opened: No such file or directory (check that the file exists and may be read)
        """
      ]),
  ]

  @Test(
    "says it, and leaves nothing half-written",
    arguments: mishapsOfBooks + mishapsOfOutput + mishapsOfArguments)
  func isTold(mishap: Mishap) throws {
    let scratch = try Scratch()
    for (name, text) in mishap.files { try scratch.write(text, to: name) }
    try scratch.write("old", to: "output/2026-10/review.json")
    let before = try scratch.tree(".")
    let outcome = try Program(folder: scratch.folder).run(mishap.arguments)
    #expect(outcome.errorLines == mishap.messages.map { "reviewpack: " + $0 })
    #expect(outcome.code == mishap.code)
    #expect(outcome.output == "")
    var after = try scratch.tree(".")
    // The lock of an output folder stays.
    after["output/.reviewpack.lock"] = nil
    #expect(after == before)
    #expect(scratch.leftovers(in: "output").isEmpty)
  }

  @Test("a control character of a file does not reach the terminal")
  func controls() throws {
    let scratch = try Scratch()
    try scratch.write("order_id,date,amou\u{1B}[31m\nA1,2026-10-02,1\n", to: "book/orders.csv")
    let outcome = try Program(folder: scratch.folder)("run", "book")
    #expect(outcome.code == 65)
    #expect(outcome.errorLines.count == 1)
    #expect(!outcome.errors.contains("\u{1B}"))
  }

  @Test(
    "a standard stream that takes nothing is an error, not a crash",
    arguments: ["show", "check", "tables", "run"])
  func fullStreams(command: String) throws {
    let scratch = try Scratch()
    try scratch.writeBookWithRejects(to: "book")
    let arguments = [
      "show": ["book/orders.csv"], "check": ["book"], "tables": [], "run": ["book", "--period", "2026-10"],
    ]
    let words = [Program.path, command] + (arguments[command] ?? [])
    func shell(_ redirection: String) throws -> (code: Int32, errors: String) {
      let shell = Process()
      shell.executableURL = URL(filePath: "/bin/sh")
      shell.arguments = ["-c", "\"$@\" \(redirection)", "sh"] + words
      shell.currentDirectoryURL = URL(filePath: scratch.folder)
      try shell.run()
      shell.waitUntilExit()
      return (shell.terminationStatus, (try? scratch.text("errors")) ?? "")
    }
    let full = try shell(">/dev/full 2>errors")
    #expect(full.code == 74)
    #expect(
      full.errors == "reviewpack: standard output: cannot be written: No space left on device\n"
        || command == "run")
    #expect(full.errors.hasPrefix("reviewpack: "))
    // A closed stream: nothing is said, and no file is taken for it.
    #expect(try shell(">&- 2>&-").code == 0)
    #expect(try shell(">output.txt 2>/dev/full").code == 0)
    #expect(try scratch.text("output.txt").isEmpty == false)
  }

  @Test("rejected rows are counted, listed and explained; only --strict ends with 1")
  func rejects() throws {
    let scratch = try Scratch()
    try scratch.writeBookWithRejects(to: "book")
    let program = Program(folder: scratch.folder)
    let run = try program("run", "book", "--period", "2026-10", "--formats", "csv", "--tables", "rejects")
    #expect(run.code == 0)
    #expect(
      run.errorLines.dropFirst() == [
        "reviewpack: 2 rows were rejected and do not count (`reviewpack check book` says why)"
      ])
    #expect(run.outputLines == ["output/2026-10/tables/rejects.csv", "output/2026-10/rejects.csv"])
    let expected = """
      \u{FEFF}file,line,column,code,text\r
      orders.csv,3,date,bad-date,31/02/2026\r
      orders.csv,4,amount,bad-money,"12,34x"\r

      """
    #expect(try scratch.text("output/2026-10/rejects.csv") == expected)

    let strict = try program("run", "book", "--period", "2026-10", "--strict", "--quiet")
    #expect(strict.code == 1)
    #expect(strict.errors == "")
    #expect(scratch.names(in: "output/2026-10").contains("review.xlsx"))

    let check = try program("check", "book", "--period", "2026-10", "--language", "en")
    #expect(check.code == 0)
    #expect(check.errors == "")
    let lines = check.outputLines
    let date = try #require(lines.first { $0.contains("bad-date") })
    #expect(
      fields(of: date) == [
        "orders.csv", "3", "date", "bad-date", "31/02/2026",
        "a day that exists, such as 2026-10-31; other orders through date-format in review.yaml",
      ])
    let money = try #require(lines.first { $0.contains("bad-money") })
    #expect(
      fields(of: money) == [
        "orders.csv", "4", "amount", "bad-money", "12,34x",
        "an amount such as 1200.50, 1,200.50, (300) or 86万",
      ])
    #expect(try program("check", "book", "--strict").code == 1)
    #expect(scratch.names(in: ".") == ["book", "output"])
  }

  @Test("a file of no kind is listed, and how to make it of one is told")
  func unrecognised() throws {
    let scratch = try Scratch()
    try scratch.writeBook(to: "book")
    try scratch.write("a,b\n", to: "book/pipeline.csv")
    let outcome = try Program(folder: scratch.folder)(
      "check", "book", "--period", "2026-10", "--language", "en")
    #expect(outcome.code == 0)
    let line = try #require(outcome.outputLines.first { $0.hasPrefix("pipeline.csv") })
    #expect(
      fields(of: line) == [
        "pipeline.csv",
        "a name that begins with a kind (leads-2026-10.csv), or inputs: KIND: files: in review.yaml",
      ])
    // The line of the file that is read has no remedy, nor have the totals.
    #expect(outcome.outputLines.filter { $0.contains("in review.yaml") }.count == 1)
  }

  @Test("what would be right is told for each kind of mistake", arguments: ["en", "zh-Hans", "zh-Hant"])
  func remedies(language: String) throws {
    let scratch = try Scratch()
    let long = String(repeating: "x", count: 32_768)
    try scratch.write(
      """
      lead_id,stage,amount,chance,probability,top,follows,created,name
      L1,S9,,,,,,,
      L2,,,,,,,,
      L3,S1,x,,,,,,
      L4,S1,,vast,,,,,
      L5,S1,,,1.5,,,,
      L6,S1,,,maybe,,,,
      L7,S1,,,,perhaps,,,
      L8,S1,,,,,1.5,,
      L9,S1,,,,,,soon,
      L10,S1,,,,,,,a\u{0}b
      L11,S1,,,,,,,\(long)
      L12,S1,,,,,,,name,more
      L13
      L14,S1,200000000000000,,,,,,

      """, to: "book/leads.csv")
    try scratch.write(
      "event_id,date,kind,severity\nE1,2026-10-01,market,4\n", to: "book/events.csv")
    try scratch.write(
      "period,metric,amount\n2026-13,orders,1\n", to: "book/targets.csv")
    try scratch.write(
      "rep_id,week,item\nR1,2026-10,x\nR1,later,x\n", to: "book/weekly-plans.csv")
    try scratch.write(
      "rep_id,date,submitted_at\nR1,2026-10-01,late\n", to: "book/daily-reports.csv")
    let outcome = try Program(folder: scratch.folder)(
      "check", "book", "--period", "2026-10", "--language", language)
    #expect(outcome.code == 0)
    let rows = outcome.outputLines.map(fields).filter { $0.count > 3 && $0[0].hasSuffix(".csv") }
    var remedies: [String: Set<String>] = [:]
    for row in rows {
      if let code = row.first(where: Self.codes.contains) {
        remedies[code, default: []].insert(row[row.count - 1])
      }
    }
    #expect(Set(remedies.keys) == Self.codes)
    #expect(remedies.values.joined().allSatisfy { !$0.hasPrefix("remedy") && !$0.contains("{") })
    #expect(remedies["bad-enum"]?.contains { $0.contains("high, medium, low, none") } == true)
    #expect(remedies["bad-enum"]?.contains { $0.contains("S1, S2, S3, S4, S5, S6, lost") } == true)
    #expect(remedies["bad-period"]?.contains { $0.contains("2026-Q4") } == true)
    #expect(remedies["bad-period"]?.contains { $0.hasSuffix("2026-W43") && !$0.contains("2026-Q4") } == true)
    #expect(remedies["out-of-range"]?.count == 3)
  }

  private static let codes: Set = [
    "missing-required", "bad-money", "bad-date", "bad-datetime", "bad-number", "bad-flag", "bad-enum",
    "bad-period",
    "too-many-fields", "too-few-fields", "nul", "too-long", "out-of-range",
  ]

  /// The fields of a line of a table for people: at least two spaces stand between them.
  private func fields(of line: String) -> [String] {
    line.components(separatedBy: "  ").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
  }
}
