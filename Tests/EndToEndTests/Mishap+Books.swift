extension Mishap {
  /// What is wrong with a book.
  static let ofBooks: [Mishap] = [
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
        book/.reviewpack.lock: by this file the folder is one that packs are written to, of which nothing is read \
        (if it is the book, move the packs out of it and delete the file)
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
      testDescription: "a date format that is none, and a text that is no value, in another review.yaml",
      files: [
        "book/orders.csv": orders,
        "other.yaml": "inputs:\n  orders:\n    date-format: MDYYYY\n    constants: {amount: x}\n",
      ],
      arguments: ["run", "book", "--period", "2026-10", "--config", "other.yaml"], code: 65,
      messages: [
        """
        other.yaml:3: inputs.orders.date-format: "MDYYYY" is no date format: a digit stands straight after M or D, \
        which take one or two (write MM and DD, or a sign between them: M/D/YYYY)
        """,
        """
        other.yaml:4: inputs.orders.constants.amount: "x" is no value of amount (an amount such as 1200.50, \
        1,200.50, (300) or 86万)
        """,
      ]),
    Mishap(
      testDescription: "no such review.yaml", files: ["book/orders.csv": orders],
      arguments: ["run", "book", "--period", "2026-10", "--config", "other.yaml"], code: 65,
      messages: ["other.yaml: the file cannot be read (is it there, and may you read it?)"]),
  ]
}
