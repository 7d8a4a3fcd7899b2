import Book
import ReviewModel
import Testing

@Suite("review.yaml: what is wrong with it")
struct ConfigurationErrorTests {
  @Test(
    arguments: [
      ("languge: en", "review.yaml:1: \"languge\" is no key of review.yaml (did you mean \"language\"?)"),
      ("\n\nmoney_unit: 1000", nil),
      (
        "thresholds:\n  silent-day: 3",
        "review.yaml:2: thresholds: \"silent-day\" is no threshold (did you mean \"silent-days\"?)"
      ),
      (
        "revisit-days: {vip: 3}",
        "review.yaml:1: revisit-days: \"vip\" is no customer class "
          + "(the nearest is \"top\"; there are: strategic, top, named, channel, default)"
      ),
      (
        "top: many",
        "review.yaml:1: top: \"many\" is not a whole number from 1 to 100000 "
          + "(write digits without quotes, such as 20)"
      ),
      (
        "fiscal-year-start: 13",
        "review.yaml:1: fiscal-year-start: \"13\" is not a whole number from 1 to 12 "
          + "(write digits without quotes, such as 4)"
      ),
      (
        "money-unit: 100",
        "review.yaml:1: money-unit: \"100\" is not one of 1, 1000, 10000 (did you mean \"1000\"?)"
      ),
      (
        "language: zh",
        "review.yaml:1: language: \"zh\" is not one of zh-Hans, zh-Hant, en (write zh-Hans)"
      ),
      (
        "language: English",
        "review.yaml:1: language: \"English\" is not one of zh-Hans, zh-Hant, en (write en)"
      ),
      (
        "language: zh-TW",
        "review.yaml:1: language: \"zh-TW\" is not one of zh-Hans, zh-Hant, en (write zh-Hant)"
      ),
      (
        "money-unit: thousand",
        "review.yaml:1: money-unit: \"thousand\" is not one of 1, 1000, 10000 (write 1000)"
      ),
      ("money-unit: 万元", "review.yaml:1: money-unit: \"万元\" is not one of 1, 1000, 10000 (write 10000)"),
      (
        "inputs: {leads: {files: Opportunities.csv}}",
        "review.yaml:1: inputs.leads.files: \"Opportunities.csv\" is not a list (write [\"Opportunities.csv\"])"
      ),
      (
        "timezone: Asia/Shangai",
        "review.yaml:1: timezone: \"Asia/Shangai\" is no time zone (did you mean \"Asia/Shanghai\"?)"
      ),
      (
        "timezone: 北京",
        "review.yaml:1: timezone: \"北京\" is no time zone "
          + "(write the name of one, such as Asia/Shanghai, or an offset, such as +08:00)"
      ),
      (
        "timezone: CST",
        "review.yaml:1: timezone: \"CST\" means other zones to other people "
          + "(write the name of a city's zone, such as Asia/Shanghai, or an offset, such as +08:00)"
      ),
      ("timezone: EST", nil), ("timezone: IST", nil), ("timezone: ACT", nil), ("timezone: HKT", nil),
      ("timezone: +25:00", nil), ("timezone: '+'", nil), ("timezone: 8", nil),
      (
        "organisation: [a, b]",
        "review.yaml:1: organisation: a list is not a text "
          + "(write one text, in quotes if it contains : # , [ ] { or })"
      ),
      (
        "business-units: hardware",
        "review.yaml:1: business-units: \"hardware\" is not a list (write [\"hardware\"])"
      ),
      (
        "thresholds: 14",
        "review.yaml:1: thresholds: \"14\" is not a map of keys and values (write {silent-days: 14})"
      ),
      (
        "stages:\n  - {id: S1, kind: opne, probability: 0.1}",
        "review.yaml:2: stages[1].kind: \"opne\" is not one of open, bidding, won, closed, lost "
          + "(did you mean \"open\"?)"
      ),
      (
        "stages:\n  - {id: S1, kind: open, probability: 10}",
        "review.yaml:2: stages[1].probability: \"10\" is not a number from 0 to 1 with at most six decimals "
          + "(write 25% as 0.25, without quotes)"
      ),
      (
        "stages:\n  - {id: S1, kind: open}",
        "review.yaml:2: stages[1]: the stage has no probability (write {id: S1, kind: open, probability: 0.10})"
      ),
      (
        "stages:\n  - {id: S1, kind: open, probability: 0}\n  - {id: s1, kind: won, probability: 1}",
        "review.yaml:3: stages[2]: \"s1\" stands for two stages "
          + "(give every stage words of its own; \"S1\" has this one already)"
      ),
      (
        "required-report-fields: [note]",
        "review.yaml:1: required-report-fields[1]: \"note\" is no column of daily-reports "
          + "(did you mean \"notes\"?)"
      ),
      (
        "inputs:\n  订单: {sheet: a}",
        "review.yaml:2: inputs: \"订单\" is no kind of input (write \"orders\")"
      ),
      (
        "inputs:\n  orders:\n    snapshots: full",
        "review.yaml:3: inputs.orders.snapshots: only leads come in snapshots (delete this key)"
      ),
      (
        "inputs:\n  orders:\n    columns:\n      ammount: Total",
        "review.yaml:4: inputs.orders.columns: \"ammount\" is no column of orders (did you mean \"amount\"?)"
      ),
      (
        "inputs:\n  orders:\n    columns: {close_value: amount}",
        "review.yaml:3: inputs.orders.columns: \"close_value\" is no column of orders "
          + "(write it the other way round: amount: \"close_value\")"
      ),
      (
        "leads: {}",
        "review.yaml:1: \"leads\" is no key of review.yaml "
          + "(write it under inputs, as inputs: {leads: {…}})"
      ),
      (
        "线索台账:\n  files: [a.csv]",
        "review.yaml:1: \"线索台账\" is no key of review.yaml "
          + "(write it under inputs, as inputs: {leads: {…}})"
      ),
      (
        "inputs:\n  leads:\n    values:\n      stage:\n        A: ZZ\n        B: S2",
        "review.yaml:5: inputs.leads.values.stage.A: \"ZZ\" is no value of stage "
          + "(the nearest is \"S1\"; there are: S1, S2, S3, S4, S5, S6, lost)"
      ),
      (
        "inputs: {leads: {values: {stage: {A: Bid}}}}\nstages: [{id: Bid, kind: bidding, probability: 1}]", ""
      ),
      ("inputs: {leads: {values: {stage: {A: 丢单, B: S4-招标, C: '', D: ~}, top: {x: 是}, name: {a: b}}}}", ""),
      (
        "inputs: {leads: {values: {chance: {A: hgih}}}}",
        "review.yaml:1: inputs.leads.values.chance.A: \"hgih\" is no value of chance (did you mean \"high\"?)"
      ),
      (
        "inputs:\n  orders:\n    constants:\n      date: soon",
        "review.yaml:4: inputs.orders.constants.date: \"soon\" is no value of date (a day that exists, such as "
          + "2026-10-31; other orders through date-format in review.yaml)"
      ),
      (
        "inputs: {orders: {constants: {date: 10/9/2026}, date-format: M/D/YYYY}}", ""
      ),
      (
        "inputs: {leads: {constants: {probability: 85}}}",
        "review.yaml:1: inputs.leads.constants.probability: \"85\" is no value of probability "
          + "(from 0 to 1, such as 0.85 or 85%)"
      ),
      (
        "inputs: {orders: {constants: {amount: '-'}}}",
        "review.yaml:1: inputs.orders.constants.amount: \"-\" is no value of amount "
          + "(a value: every row needs one here)"
      ),
      (
        "inputs: {orders: {constants: {金额: 5}}}",
        "review.yaml:1: inputs.orders.constants: \"金额\" is no column of orders (write \"amount\")"
      ),
      (
        "inputs: {orders: {key: [order_id, line, order_id]}}",
        "review.yaml:1: inputs.orders.key[3]: \"order_id\" stands twice in the list (delete one of them)"
      ),
      (
        "inputs: {orders: {date-format: \"%Y-%m-%d\"}}",
        "review.yaml:1: inputs.orders.date-format: \"%Y-%m-%d\" is no date format: it names no year "
          + "(YYYY or YY) (it takes a year, a month and a day: M/D/YYYY, DD.MM.YY or \"D MMM, YYYY\")"
      ),
      (
        "inputs:\n  orders:\n    date-format:\n      updated: [M/D/YYYY, MDYYYY]",
        "review.yaml:4: inputs.orders.date-format.updated[2]: \"MDYYYY\" is no date format: a digit stands "
          + "straight after M or D, which take one or two (write MM and DD, or a sign between them: M/D/YYYY)"
      ),
      (
        "inputs: {orders: {date-format: {amount: M/D/YYYY}}}",
        "review.yaml:1: inputs.orders.date-format: \"amount\" is no column with dates of orders "
          + "(the nearest is \"default\"; there are: date, updated, default)"
      ),
      (
        "inputs: {orders: {encoding: latin1}}",
        "review.yaml:1: inputs.orders.encoding: \"latin1\" is not one of UTF-8, UTF-16LE, UTF-16BE, GB18030, Big5 "
          + "(write UTF-8)"
      ),
      (
        "inputs: {orders: {delimiter: \"，\"}}",
        "review.yaml:1: inputs.orders.delimiter: \"，\" is no delimiter "
          + "(write one of \",\" \";\" \"|\" or tab, or another single sign of ASCII)"
      ),
      // Not of this version: a key that did nothing would be worse than one that is refused.
      ("audiences: [{id: finance}]", nil),
      (
        "top: 5\nlanguage: en\ntop: 6",
        "review.yaml:1: \"top\" stands more than once in one map (keep one and delete the other)"
      ),
      // The line is where the first of them by name stands first.
      (
        (["d", "a", "c", "b", "e"] + ["e", "d", "c", "b", "a"]).map { "\($0): 1" }.joined(separator: "\n"),
        "review.yaml:2: \"a\", \"b\", \"c\", \"d\", \"e\" stands more than once in one map "
          + "(keep one and delete the other)"
      ),
      // Found by fuzzing: of keys that are maps the library tells no order and so no first line.
      (
        "{x: 1}: 1\n{y: 1}: 1\n{x: 1}: 2\n{y: 1}: 2",
        "review.yaml: \"<uncovertable>\", \"<uncovertable>\" stands more than once in one map "
          + "(keep one and delete the other)"
      ),
      (
        "thresholds:\n\tsilent-days: 3",
        "review.yaml:2: not readable as YAML: found character that cannot start any token, column 1 "
          + "(indent with spaces, never tabs; put a text that contains : # , [ ] { } * & or % in quotes)"
      ),
      (
        "- a\n- b", "review.yaml:1: a list is not a map of keys and values (write organisation: ACME)"
      ),
    ] as [(String, String?)])
  func message(_ text: String, _ message: String?) {
    if let message {
      #expect(problems(text) == (message.isEmpty ? [] : [message]))
    } else {
      #expect(problems(text).count == 1)
    }
  }

  @Test("a date format is checked with the rest of the file, and under its name")
  func dateFormatBesideOthers() {
    let text = "inputs:\n  leads:\n    constants: {amount: x}\n    date-format: MDYYYY\n    sheet: [1]\n"
    let error = #expect(throws: ConfigurationError.self) {
      try Configuration.read(text: text, bookName: "book", file: "other.yaml")
    }
    #expect(
      error?.problems.map { "\($0.file):\($0.line ?? 0): \($0.column ?? "")" } == [
        "other.yaml:3: inputs.leads.constants.amount", "other.yaml:4: inputs.leads.date-format",
        "other.yaml:5: inputs.leads.sheet",
      ])
  }

  @Test func allAreReportedTogetherInTheOrderOfTheLines() {
    let text = """
      top: 0
      stages: []
      inputs:
        orders: {sheet: [1]}
        leeds: {}
      curency: CNY
      """
    #expect(
      problems(text) == [
        "review.yaml:1: top: \"0\" is not a whole number from 1 to 100000 (write digits without quotes, such as 20)",
        "review.yaml:2: stages: the list is empty "
          + "(write at least one stage, such as {id: S1, kind: open, probability: 0.10})",
        "review.yaml:4: inputs.orders.sheet: a list is not a text "
          + "(write one text, in quotes if it contains : # , [ ] { or })",
        "review.yaml:5: inputs: \"leeds\" is no kind of input (did you mean \"leads\"?)",
        "review.yaml:6: \"curency\" is no key of review.yaml (did you mean \"currency\"?)",
      ])
  }

  @Test(arguments: [
    "a: [", "a: 'b", "{a", "\u{1}", "a: *b", "--- a\n--- b", "? [a]: b", "\u{0}", "%YAML 9.9\n---\n",
  ])
  func hostileTextIsReportedAndNotFatal(_ text: String) {
    #expect(!problems(text).isEmpty)
  }

  @Test func deepNestingIsReportedAndNotFatal() {
    #expect(problems(String(repeating: "[", count: 100_000)).count == 1)
  }
}
