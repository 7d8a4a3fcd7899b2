import Foundation
import Testing

/// Headers that are not where they are looked for: where they are instead.
@Suite("Headers elsewhere")
struct HeaderSearchTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func errors() throws -> [String] {
    let outcome = try Program(folder: scratch.folder)("run", "book", "--period", "2026-10")
    #expect(outcome.code == 65)
    return outcome.errorLines.map { String($0.dropFirst("reviewpack: ".count)) }
  }

  private static let below =
    "the headers do not stand here, but on line 2 "
    + "(delete the lines above it: titles and names of groups are no headers)"

  @Test("below a title, in a text")
  func belowTitle() throws {
    try scratch.write("销售订单表,,\n订单号,日期,金额\nA1,2026-10-01,5\n", to: "book/orders.csv")
    #expect(try errors() == ["orders.csv:1: " + Self.below])
  }

  @Test("below the names of groups, in a workbook")
  func belowGroups() throws {
    let rows = [
      ["发票信息", "", "", "金额信息", ""], ["发票号", "开票日期", "到期日", "金额", "已付"],
      ["I1", "2026-10-01", "2026-11-01", "5", "1"],
    ]
    try scratch.write(
      [Scratch.Sheet(name: "应收", rows: rows, merges: ["A1:C1", "D1:E1"])], to: "book/receivables.xlsx")
    try scratch.writeBook(to: "book")
    #expect(try errors() == ["receivables.xlsx:1: " + Self.below])
  }

  @Test("in Big5, which was read as GB18030; what is advised is enough")
  func inBig5() throws {
    // 訂單號,日期,金額 in Big5.
    let headers: [UInt8] = [
      0xAD, 0x71, 0xB3, 0xE6, 0xB8, 0xB9, 0x2C, 0xA4, 0xE9, 0xB4, 0xC1, 0x2C, 0xAA, 0xF7, 0xC3, 0x42,
    ]
    try scratch.write("", to: "book/orders.csv")
    try Data(headers + Array("\nA1,2026-10-02,5\n".utf8)).write(
      to: URL(filePath: scratch.path("book/orders.csv")))
    let columns = "columns: {order_id: 訂單號, amount: 金額}"
    try scratch.write("inputs: {orders: {\(columns)}}\n", to: "book/review.yaml")
    #expect(
      try errors() == [
        "orders.csv:1: the text was read as GB18030; as Big5 its headers are 訂單號, 日期, 金額 (write in review.yaml"
          + " inputs: {orders: {encoding: Big5}})"
      ])
    try scratch.write("inputs: {orders: {encoding: Big5, \(columns)}}\n", to: "book/review.yaml")
    #expect(try Program(folder: scratch.folder)("run", "book", "--period", "2026-10").code == 0)
  }

  @Test("on another sheet", arguments: [("订单", "订单"), ("Orders 2026", "\"Orders 2026\"")])
  func otherSheet(name: String, written: String) throws {
    let orders = [["订单号", "日期", "金额"], ["A1", "2026-10-01", "5"]]
    try scratch.write(
      [
        Scratch.Sheet(name: "说明", rows: [["填表说明", "版本"], ["请填第二页", "1"]]),
        Scratch.Sheet(name: name, rows: orders),
      ], to: "book/orders.xlsx")
    #expect(
      try errors() == [
        "orders.xlsx:1: the sheet that is read lacks columns of orders, but the sheet \"\(name)\" has them (write in"
          + " review.yaml inputs: {orders: {sheet: \(written)}})"
      ])
    // What is advised is enough.
    try scratch.write("inputs: {orders: {sheet: \(written)}}\n", to: "book/review.yaml")
    #expect(try Program(folder: scratch.folder)("run", "book", "--period", "2026-10").code == 0)
  }

  @Test("nowhere: every column that is missing is told")
  func nowhere() throws {
    try scratch.write("a,b\n1,2\n", to: "book/orders.csv")
    #expect(try errors().count == 3)
  }
}
