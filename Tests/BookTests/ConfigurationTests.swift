import Book
import FlatFiles
import ReviewModel
import Testing

private func read(_ text: String) throws -> Configuration {
  try Configuration.read(text: text, bookName: "示例")
}

/// Every message about a text, one a line.
func problems(_ text: String) -> [String] {
  do {
    _ = try Configuration.read(text: text, bookName: "示例")
    return []
  } catch {
    return error.problems.map(\.description)
  }
}

@Suite("review.yaml: what it says")
struct ConfigurationTests {
  @Test(arguments: ["", "# nothing yet\n", "---\n", "top:\n", "inputs:\n  leads:\n", "\u{FEFF}"])
  func nothingSaidGivesTheDefaults(_ text: String) throws {
    var expected = Configuration(organisation: "示例")
    if text.contains("leads") { expected.inputs[.leads] = nil }
    #expect(try read(text) == expected)
  }

  @Test func defaults() {
    let configuration = Configuration(organisation: "示例")
    #expect(configuration.organisation == "示例")
    #expect(configuration.language == .simplifiedChinese)
    #expect(configuration.currency == "CNY")
    #expect(configuration.moneyUnit == 1)
    #expect(configuration.timeZone == "Asia/Shanghai")
    #expect(configuration.fiscalCalendar.startMonth == 1)
    #expect(configuration.top == 20)
    #expect(configuration.businessUnits.isEmpty)
    #expect(configuration.stages == Stage.standard)
    let thresholds = configuration.thresholds
    #expect(thresholds.silentDays == 14 && thresholds.keyLeadDays == 7 && thresholds.repIdleDays == 7)
    #expect(thresholds.churnDays == 180 && thresholds.renewalDays == 90)
    #expect(thresholds.reportDeadlineHours == 33 && thresholds.maxOpenLeads == 50)
    #expect(configuration.revisitDays.byClass == [30, 30, 60, 90])
    #expect(configuration.revisitDays.otherwise == 90)
    #expect(
      configuration.requiredReportFields == [
        "attendance", "expense", "competitor_info", "feedback", "notes",
      ])
    #expect(configuration.inputs.isEmpty)
  }

  @Test(
    "zones by name and by offset, east of Greenwich with +",
    arguments: [
      ("Asia/Shanghai", 8), ("PRC", 8), ("Singapore", 8), ("UTC", 0), ("GMT", 0), ("+08:00", 8),
      ("\"-05:00\"", -5),
      ("+8", 8), ("UTC+8", 8), ("GMT+08:00", 8), ("Etc/GMT+8", -8),
    ])
  func zones(name: String, hours: Int64) throws {
    let zone = try read("timezone: \(name)").timeZone
    let clock = try #require(ZoneClock(identifier: zone))
    #expect(clock.instant(ofLocal: 1_790_000_000_000_000) == 1_790_000_000_000_000 - hours * 3_600_000_000)
  }

  @Test func theExampleOfTheContract() throws {
    let configuration = try read(
      """
      organisation: 示例集团        # default: the folder's name
      language: zh-Hant
      currency: USD
      money-unit: 10000
      timezone: America/New_York
      fiscal-year-start: 4
      top: 5
      business-units: [hardware, software]
      stages:
        - {id: S1, kind: open, probability: 0.10}
        - {id: 投标, kind: bidding, probability: 0.355, name: 投标中, alias: [Bid, B]}
      thresholds: {silent-days: 7}
      revisit-days: {strategic: 20, default: 45}
      required-report-fields: [notes]
      inputs:
        leads:
          files: ["crm/sales_pipeline*.csv"]
          snapshots: full
          key: [lead_id]
          columns: {lead_id: opportunity_id, rep_id: sales_agent, customer: account, amount: close_value}
          values: {stage: {Prospecting: S1, Engaging: S1, Won: 投标, Lost: Bid}}
          constants: {business_unit: hardware}
          date-format: [M/D/YYYY, "D MMM, YYYY"]
          encoding: GB18030
          delimiter: ";"
          sheet: 台账
        visits:
          key: []
      """)
    #expect(configuration.organisation == "示例集团")
    #expect(configuration.language == .traditionalChinese)
    #expect(configuration.currency == "USD")
    #expect(configuration.moneyUnit == 10000)
    #expect(configuration.timeZone == "America/New_York")
    #expect(configuration.fiscalCalendar == FiscalCalendar(startMonth: 4))
    #expect(configuration.top == 5)
    #expect(configuration.businessUnits == ["hardware", "software"])
    #expect(
      configuration.stages == [
        Stage(id: "S1", kind: .open, probability: 100_000),
        Stage(id: "投标", kind: .bidding, probability: 355_000, aliases: ["Bid", "B"], name: "投标中"),
      ])
    #expect(configuration.thresholds.silentDays == 7)
    #expect(configuration.thresholds.churnDays == 180)
    #expect(configuration.revisitDays.byClass == [20, 30, 60, 90])
    #expect(configuration.revisitDays.otherwise == 45)
    #expect(configuration.requiredReportFields == ["notes"])

    let leads = configuration.options(of: .leads)
    #expect(leads.files == ["crm/sales_pipeline*.csv"])
    #expect(leads.filesLine == 17)
    #expect(leads.hasFullSnapshots)
    #expect(leads.key == ["lead_id"])
    #expect(
      leads.columns == [
        "lead_id": "opportunity_id", "rep_id": "sales_agent", "customer": "account", "amount": "close_value",
      ])
    #expect(
      leads.values["stage"]?.map { "\($0.text) \($0.replacement)" } == [
        "Prospecting S1", "Engaging S1", "Won 投标", "Lost Bid",
      ])
    #expect(leads.constants == ["business_unit": "hardware"])
    #expect(leads.dateFormats(of: "created").map(\.pattern) == ["M/D/YYYY", "D MMM, YYYY"])
    #expect(leads.encoding == .gb18030)
    #expect(leads.delimiter == UInt8(ascii: ";"))
    #expect(leads.sheet == "台账")
    #expect(configuration.options(of: .visits).key == [])
    #expect(configuration.options(of: .orders) == Configuration.InputOptions())
  }

  @Test(
    arguments: [
      ("0", 0), ("1", 1_000_000), ("1.000000000", 1_000_000), ("0.1", 100_000), (".5", 500_000), ("0.", 0),
      ("0.000001", 1), ("00.85", 850_000), ("0.2500000", 250_000), ("0.999999", 999_999),
    ] as [(String, Int32)])
  func probabilitiesAreExact(_ text: String, _ millionths: Int32) throws {
    #expect(
      try read("stages: [{id: A, kind: open, probability: \(text)}]").stages.map(\.probability) == [
        millionths
      ])
  }

  @Test(arguments: [
    "1.1", "-0.1", "1.0000001", "0.0000001", "10%", "1e-1", "\"0.5\"", ".", "[1]", "0,5", "99999999999999",
    "x",
  ])
  func noProbability(_ text: String) {
    #expect(problems("stages: [{id: A, kind: open, probability: \(text)}]").count == 1)
  }

  @Test func dateFormatsOfColumns() throws {
    let leads = try read(
      "inputs: {leads: {date-format: {closed_on: [D/M/YYYY, DD.MM.YY], default: M/D/YYYY}}}"
    )
    .options(of: .leads)
    #expect(leads.dateFormats(of: "closed_on").map(\.pattern) == ["D/M/YYYY", "DD.MM.YY"])
    #expect(leads.dateFormats(of: "created").map(\.pattern) == ["M/D/YYYY"])
  }

  @Test(arguments: [
    ("utf-8", "UTF-8"), ("UTF8", "UTF-8"), ("utf-16le", "UTF-16LE"), ("UTF-16BE", "UTF-16BE"),
    ("GBK", "GB18030"), ("gb2312", "GB18030"), ("cp936", "GB18030"), ("big5", "Big5"), ("CP950", "Big5"),
  ])
  func encodings(_ text: String, _ encoding: String) throws {
    let options = try read("inputs: {orders: {encoding: \(text)}}").options(of: .orders)
    #expect(options.encoding?.name == encoding)
  }

  @Test(
    arguments: [(",", 44), (";", 59), ("\\t", 9), ("tab", 9), ("|", 124), ("^", 94)] as [(String, UInt8)])
  func delimiters(_ text: String, _ byte: UInt8) throws {
    #expect(try read("inputs: {orders: {delimiter: \"\(text)\"}}").options(of: .orders).delimiter == byte)
  }

  @Test func wordsStayAsWritten() throws {
    let options = try read("inputs: {leads: {values: {top: {No: n, 1: y, '': no}}, constants: {name: 007}}}")
      .options(of: .leads)
    #expect(options.values["top"]?.map { "\($0.text)>\($0.replacement)" } == ["No>n", "1>y", ">no"])
    #expect(options.constants == ["name": "007"])
  }

  @Test func bytesThatAreNoUTF8() {
    #expect {
      try Configuration.read(bytes: [0x74, 0x6F, 0x70, 0x3A, 0xB2, 0xFA], bookName: "b")
    } throws: { error in
      (error as? ConfigurationError)?.problems.map(\.description) == [
        "review.yaml: the file is not in UTF-8 (save it again with the encoding UTF-8)"
      ]
    }
  }
}
