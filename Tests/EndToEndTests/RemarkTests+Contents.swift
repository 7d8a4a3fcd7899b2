import Foundation
import Testing

/// What is said of what stands in files: cells, rows, headers and bytes.
extension RemarkTests {
  @Test("a file of which no row counts is said, with the commonest reason; one of which a row counts is not")
  func rejectedFiles() throws {
    try scratch.writeBookWithRejects(to: "book")
    try scratch.write(
      "collection_id,date,amount\nC1,1/10/2026,5\nC2,2/10/2026,5\nC3,2026-10-02,x\n",
      to: "book/collections.csv")
    let expected =
      "collections.csv: no row of collections counts here: of 3, all were rejected, most often for date: bad-date"
      + " (`reviewpack check book` says what would be right)"
    let verdict = "5 rows were rejected and do not count (`reviewpack check book` says why)"
    #expect(try remarks() == [expected, verdict])
    #expect(try check().last == "  " + expected)
    for language in ["zh-Hans", "zh-Hant"] {
      #expect(try check(language).last?.hasPrefix("  collections.csv: 本") == true)
    }
  }

  @Test("errors and formulas without a result are said where amounts or days are missing for them")
  func errorCells() throws {
    let rows = [
      ["order_id", "date", "amount", "province", "cost"], ["A1", "2026-10-02", "5", "#REF!", "1"],
      ["A2", "2026-10-02", "6", "", "#N/A"], ["A3", "2026-10-02", "7", "", "=D2*2"],
    ]
    try scratch.write([Scratch.Sheet(name: "Orders", rows: rows)], to: "book/orders.xlsx")
    let expected =
      "orders.xlsx:3: cells of cost that are errors, or formulas without a result, and are read as blank: 2 (open it in"
      + " Excel or WPS, which computes them, and save it; or put values in place of the errors)"
    #expect(try remarks() == [expected])
    #expect(try check().last == "  " + expected)
    for language in ["zh-Hans", "zh-Hant"] {
      #expect(try check(language).last?.hasPrefix("  orders.xlsx:3: cost ") == true)
    }
  }

  @Test(
    "a file that is there twice is said; files that differ in their last byte are not, nor of another kind")
  func copies() throws {
    let text = "order_id,date,amount\n" + (1...9000).map { "A\($0),2026-10-02,5\n" }.joined()
    try scratch.write(text + "B,2026-10-02,5", to: "book/订单202610.csv")
    try scratch.write(text + "C,2026-10-02,5", to: "book/订单202610 (2).csv")
    try scratch.write(text + "B,2026-10-02,5", to: "book/订单202610-copy.csv")
    try scratch.write(text + "C,2026-10-02,5", to: "book/orders.csv")
    try scratch.write(text + "C,2026-10-02,5", to: "book/copy.csv")
    try scratch.write(
      "inputs: {orders: {key: [], files: [\"订单*.csv\", orders.csv]}}\n", to: "book/review.yaml")
    let remedy = "(delete one of the two: rows that have no key count twice)"
    let expected = [
      "订单202610 (2).csv: is the same as orders.csv, byte for byte \(remedy)",
      "订单202610.csv: is the same as 订单202610-copy.csv, byte for byte \(remedy)",
    ]
    #expect(try remarks().prefix(2) == expected[...])
    #expect(try check().suffix(2) == expected.map { "  " + $0 }[...])
    for language in ["zh-Hans", "zh-Hant"] {
      #expect(try check(language).last?.hasPrefix("  订单202610.csv: ") == true)
    }
    #expect(try program("run", "book", "--period", "2026-10", "--quiet").errors.isEmpty)
  }

  @Test(
    "a file whose last row breaks off is said, with the line; one without a last line end or of short rows is not",
    arguments: [
      ("A1,2026-10-02,202864.88,1\nA2,2026-10-02,229", 3), ("\"A\n1\",2026-10-02,5,1\r\nA2,2026-1", 4),
      ("A1,2026-10-02,5,1\nA2,2026-10-02,229\n", nil), ("A1,2026-10-02,5,1\nA2,2026-10-02,229,", nil),
      ("A1,2026-10-02,5\nA2,2026-10-02,5,1\nA3,2026-10-02,5", nil), ("A1,2026-10-02,5", nil),
    ])
  func cutOff(rows: String, line: Int?) throws {
    try scratch.write("order_id,date,amount,cost\n" + rows, to: "book/orders.csv")
    let remedy = "(export it or copy it once more)"
    let expected = line.map {
      "orders.csv:\($0): seems to be cut off here: the last row has no line end and fewer fields than every other row"
        + " \(remedy)"
    }
    #expect(try remarks().first { $0.contains("cut off") } == expected)
    for language in ["zh-Hans", "zh-Hant"] {
      #expect(try check(language).contains { $0.contains("似乎在此中") || $0.contains("似乎在此中斷") } == (line != nil))
    }
  }

  @Test("rows whose id says that they are totals are said, once each; rejected and future ones are not")
  func totalsByID() throws {
    try scratch.write(
      """
      order_id,date,amount,customer
      A1,2026-10-02,5,Total Energies
      合 計,2026-10-31,5,合计
      Capital-1,2026-10-02,5,
      本月合计,2026-10-31,5,
      小计,,5,
      总计,2026-11-30,5,

      """, to: "book/orders.csv")
    try scratch.write("lead_id,stage,amount\nL1,S1,5\nGrand total,S1,5\n", to: "book/leads.csv")
    try scratch.write(
      "rep_id,date,order_amount\nR1,2026-10-02,5\nTotal,2026-10-31,5\n", to: "book/daily-reports.csv")
    func remark(_ place: String, _ name: String) -> String {
      let line = place.split(separator: ":")[1]
      return
        "\(place): rows that look like totals (\(name)) and count beside what they sum up: 1, on line \(line)"
        + " (delete them, or they count twice)"
    }
    #expect(
      try remarks().filter { $0.contains("total") } == [
        remark("daily-reports.csv:3", "Total"), remark("leads.csv:3", "Grand total"),
        remark("orders.csv:3", "合 計"), remark("orders.csv:5", "本月合计"),
      ])
  }

  @Test("a unit in the header that review.yaml maps to an amount is said")
  func units() throws {
    try scratch.write("订单号,日期,签约额(万元),成本(元)\nA1,2026-10-02,591,3\n", to: "book/orders.csv")
    try scratch.write(
      "inputs: {orders: {columns: {amount: 签约额(万元), cost: 成本(元)}}}\n", to: "book/review.yaml")
    let expected =
      "orders.csv: amounts in the column 签约额(万元) are read as they stand, though its header names the unit 万元"
      + " (write each cell with its unit, as 591万, or in full; review.yaml has no setting that multiplies)"
    #expect(try remarks() == [expected])
    #expect(try check().last == "  " + expected)
    for language in ["zh-Hans", "zh-Hant"] {
      #expect(try check(language).last?.hasPrefix("  orders.csv: 签约额(万元) ") == true)
    }
  }

  @Test("a text that has private characters in GB18030 and is Big5 is said; Chinese in GB18030 is not")
  func big5() throws {
    func write(_ province: [UInt8]) throws {
      let text = Array("order_id,date,amount,province\nA1,2026-10-02,5,".utf8) + province + [0x0A]
      try scratch.write("", to: "book/orders.csv")
      try Data(text).write(to: URL(filePath: scratch.path("book/orders.csv")))
    }
    // 山東 in Big5.
    try write([0xA4, 0x73, 0xAA, 0x46])
    let expected =
      "orders.csv: was read as GB18030, where it has characters that nobody writes; it may be Big5 (if its words look"
      + " wrong in the pack, write in review.yaml inputs: {orders: {encoding: Big5}})"
    #expect(try remarks() == [expected])
    #expect(try check().last == "  " + expected)
    for language in ["zh-Hans", "zh-Hant"] {
      #expect(try check(language).last?.contains("inputs: {orders: {encoding: Big5}}") == true)
    }
    // 山东 in GB18030; a private character there that is none of Big5.
    for other: [UInt8] in [[0xC9, 0xBD, 0xB6, 0xAB], [0xA2, 0xA0, 0xC9, 0xBD]] {
      try write(other)
      #expect(try remarks().isEmpty)
    }
    try write([0xA4, 0x73, 0xAA, 0x46])
    try scratch.write("inputs: {orders: {encoding: GB18030}}\n", to: "book/review.yaml")
    #expect(try remarks().isEmpty)
  }
}
