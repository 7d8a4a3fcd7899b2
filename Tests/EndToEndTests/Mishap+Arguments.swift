extension Mishap {
  /// What is wrong with an argument.
  static let ofArguments: [Mishap] = [
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
      testDescription: "no table of the review", files: ["book/orders.csv": orders],
      arguments: ["run", "book", "--period", "2026-W43", "--tables", "team-month,churn"], code: 64,
      messages: [
        """
        --tables team-month, churn: a weekly review has no such table (`reviewpack tables ID` says in which \
        reviews it stands)
        """
      ]),
    Mishap(
      testDescription: "an empty folder", arguments: ["forms", ""], code: 64,
      messages: ["The value '' is invalid for '<folder>' (see `reviewpack help forms`)"]),
    Mishap(
      testDescription: "more leads than a machine holds",
      arguments: ["sample", "demo", "--leads", "99999999999"],
      code: 64, messages: ["--leads 99999999999: give 1 to 10000000 leads (see `reviewpack help sample`)"]),
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
}

extension Mishap {
  /// What is wrong with a place to write to or to take templates from.
  static let ofOutput: [Mishap] = [
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
      testDescription: "what is no pack where the pack goes",
      files: ["book/orders.csv": orders, "packs/2026-10/leads.csv": "lead_id\n"],
      arguments: ["run", "book", "--period", "2026-10", "--output", "packs"], code: 73,
      messages: [
        """
        packs/2026-10: stands where the pack goes, and holds leads.csv, which is of no pack (move it away, or \
        give another --output)
        """
      ]),
    Mishap(
      testDescription: "a folder for the sample that has something in it",
      files: ["mine/leads.csv": "lead_id\n"],
      arguments: ["sample", "mine", "--leads", "4"], code: 73,
      messages: ["mine: the folder holds leads.csv already (give one that is new, or empty)"]),
    Mishap(
      testDescription: "a template that takes in itself",
      files: [
        "book/orders.csv": orders, "own/cover.mustache": "{{> slide}}", "own/slide.mustache": "{{> cover }}",
      ],
      arguments: ["run", "book", "--period", "2026-10", "--templates", "own"], code: 65,
      messages: [
        """
        own/slide.mustache: takes in cover.mustache, which takes in slide.mustache (templates that do not take \
        in each other)
        """
      ]),
    Mishap(
      testDescription: "a template that is none of the deck's",
      files: ["book/orders.csv": orders, "own/cover.mustache": "{{> page}}"],
      arguments: ["run", "book", "--period", "2026-10", "--templates", "own"], code: 65,
      messages: [
        """
        own/cover.mustache: takes in page.mustache, which is no template of the deck (cover.mustache, \
        deck.mustache, entry.mustache, figures.mustache, list.mustache, slide.mustache)
        """
      ]),
    Mishap(
      testDescription: "the book as the output folder", files: ["book/orders.csv": orders],
      arguments: ["run", "book", "--period", "2026-10", "--output", "book/../book"], code: 64,
      messages: [
        """
        --output book/../book: this is the book itself, which is not read once packs are written to it (give a folder \
        in or beside it, such as output)
        """
      ]),
    Mishap(
      testDescription: "no such folder of templates", files: ["book/orders.csv": orders],
      arguments: ["run", "book", "--period", "2026-10", "--templates", "tempaltes"], code: 64,
      messages: ["--templates tempaltes: there is no such folder (give one with files such as deck.mustache)"]
    ),
  ]
}
