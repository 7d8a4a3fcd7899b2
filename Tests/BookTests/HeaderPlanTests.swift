import Book
import ReviewModel
import Testing

private typealias Options = Configuration.InputOptions

private func plan(
  _ headers: [String], _ kind: InputKind = .orders, columns: [String: String] = [:],
  constants: [String: String] = [:]
) throws(HeaderError) -> HeaderPlan {
  var options = Options()
  options.columns = columns
  options.constants = constants
  return try HeaderPlan(headers: headers, schema: .of(kind), options: options, file: "a.csv")
}

/// The index of the field that a column is read from.
private func source(_ column: String, of plan: HeaderPlan, _ kind: InputKind = .orders) -> Int? {
  KindSchema.of(kind).index(of: column).flatMap { plan.sources[$0] }
}

private func problems(_ make: () throws(HeaderError) -> HeaderPlan) -> [String] {
  do {
    _ = try make()
    return []
  } catch {
    return error.problems.map(\.description)
  }
}

@Suite("Headers find their columns")
struct HeaderPlanTests {
  @Test(arguments: [
    "order_id", "Order ID", " ORDER--id ", "order - _ id", "ｏｒｄｅｒ＿ｉｄ", "订单号", "\u{3000}订单号\u{A0}",
    "order\nid",
    "order\u{2011}id",
  ])
  func writingDoesNotMatter(_ header: String) throws {
    let plan = try plan(["日期", header, "金额"])
    #expect(source("order_id", of: plan) == 1)
    #expect(source("date", of: plan) == 0)
    #expect(source("amount", of: plan) == 2)
    #expect(source("line", of: plan) == nil)
    #expect(plan.findings.isEmpty)
  }

  @Test(arguments: ["orderid", "order.id", "订 单号", "_order_id", "order_id_"])
  func butLettersDo(_ header: String) {
    #expect(problems { () throws(HeaderError) in try plan(["date", header, "amount"]) }.count == 1)
  }

  @Test func theCanonicalNameWinsThenTheOrderOfTheAliases() throws {
    let canonical = try plan(["金额", "date", "order_id", "Amount"])
    #expect(source("amount", of: canonical) == 3)
    #expect(
      canonical.findings == [
        Finding(.unusedColumn, at: SourceLocation(file: "a.csv", line: 1, column: "amount"), text: "金额")
      ])

    let aliases = try plan(["owner", "负责人", "工号", "date", "order_id", "amount"])
    #expect(source("rep_id", of: aliases) == 2)
    #expect(aliases.findings.map(\.text) == ["owner", "负责人"])
    #expect(aliases.findings.map(\.location.column) == ["rep_id", "rep_id"])

    let own = try plan(["下单日期", "日期", "order_id", "amount"])
    #expect(source("date", of: own) == 1)
    #expect(own.findings.map(\.text) == ["下单日期"])
  }

  @Test func theSameHeaderTwiceIsAnErrorAlsoWhereABetterOneCounts() throws {
    #expect(
      problems { () throws(HeaderError) in
        try plan(["lead_id", "stage", "rep_id", "owner", "Owner"], .leads)
      } == [
        "a.csv:1: rep_id: the header \"owner\" stands 2 times, in columns 4 and 5 (rename or delete all but one)"
      ])
    // A header that is mapped has no other, and what nobody reads may stand as often as it likes.
    let mapped = try plan(
      ["lead_id", "stage", "seller", "owner", "owner", "x", "x"], .leads, columns: ["rep_id": "seller"])
    #expect(source("rep_id", of: mapped, .leads) == 2)
  }

  @Test func unknownAndBlankHeadersAreNobodysBusiness() throws {
    let plan = try plan(["order_id", "", "remarks", " ", "", "date", "amount"])
    #expect(source("amount", of: plan) == 6)
    #expect(plan.findings.isEmpty)
  }

  @Test func aMappedColumnComesFromThatHeaderOnly() throws {
    let plan = try plan(
      ["order_id", "date", "amount", "close value", "account"],
      columns: ["amount": "Close_Value", "customer_id": "account"])
    #expect(source("amount", of: plan) == 3)
    // One header serves two columns: `account` is an alias of customer too.
    #expect(source("customer_id", of: plan) == 4)
    #expect(source("customer", of: plan) == 4)
    #expect(plan.findings.isEmpty)
  }

  @Test func aHeaderThatServesAnotherColumnIsInUse() throws {
    let plan = try plan(["order_id", "date", "amount", "金额"], columns: ["cost": "金额"])
    #expect(source("cost", of: plan) == 3)
    #expect(plan.findings.isEmpty)
  }

  @Test func aConstantStandsInForARequiredColumn() throws {
    let plan = try plan(["order_id", "amount"], constants: ["date": "2026-10-01"])
    #expect(source("date", of: plan) == nil)
  }

  @Test func ownMeaningsOfAKind() throws {
    let plans = try plan(["工号", "日期", "客户名称", "区域"], .visitPlans)
    #expect(source("customer_id", of: plans, .visitPlans) == 2)
    #expect(source("region", of: plans, .visitPlans) == 3)
    #expect(source("name", of: try plan(["客户编号", "客户名称"], .customers), .customers) == 1)
  }

  @Test func aFileWithoutHeaders() {
    #expect(
      problems { () throws(HeaderError) in try plan([], .calendar, columns: ["workday": "free"]) } == [
        "a.csv:1: date: the required column is missing (accepted headers: date, 日期; the file has no header row)",
        "a.csv:1: workday: review.yaml reads it from the header \"free\", which this file lacks "
          + "(the file has no header row)",
      ])
  }

  @Test func messages() {
    #expect(
      problems { () throws(HeaderError) in try plan(["order_id", "date", "amuont"]) } == [
        "a.csv:1: amount: the required column is missing (is it \"amuont\"? Then rename that header, or write in "
          + "review.yaml inputs: {orders: {columns: {amount: \"amuont\"}}}; accepted headers: amount, 金额)"
      ])
    #expect(
      problems { () throws(HeaderError) in try plan(["订单号", "", "签约", "金额"]) } == [
        "a.csv:1: date: the required column is missing "
          + "(accepted headers: date, 日期, 订单日期, 下单日期; the file has: 订单号, 签约, 金额)"
      ])
    #expect(
      problems { () throws(HeaderError) in
        try plan(["order_id", "date", "金额", "close value"], columns: ["amount": "close_vaule"])
      } == [
        "a.csv:1: amount: review.yaml reads it from the header \"close_vaule\", which this file lacks "
          + "(headers here that nothing reads: 金额, close value; "
          + "rename the one that is meant, or name it in review.yaml)"
      ])
    // Net is as near to gross as a slip would be: nothing is guessed.
    #expect(
      problems { () throws(HeaderError) in
        try plan(["order_id", "date", "无税金额", "价税合计"], columns: ["amount": "含税金额"])
      } == [
        "a.csv:1: amount: review.yaml reads it from the header \"含税金额\", which this file lacks "
          + "(headers here that nothing reads: 无税金额, 价税合计; rename the one that is meant, or name it in review.yaml)"
      ])
    #expect(
      problems { () throws(HeaderError) in try plan(["金额", "order_id", "date", "金额 "]) } == [
        "a.csv:1: amount: the header \"金额\" stands 2 times, in columns 1 and 4 (rename or delete all but one)"
      ])
  }

  @Test func allAreReportedTogether() {
    #expect(problems { () throws(HeaderError) in try plan(["x"]) }.count == 3)
  }

  @Test func aTwiceGivenHeaderThatNobodyReadsIsNoError() throws {
    #expect(try plan(["order_id", "date", "amount", "memo", "memo"]).findings.isEmpty)
  }

  @Test func headersThatNobodyReadsAreNamedWithWhatTheyMayHaveMeant() throws {
    let plan = try plan(["订单号", "日期", "金额", "省分", "备注", "", "Amount "])
    #expect(plan.unread.map(\.header) == ["省分", "备注"])
    #expect(plan.unread.map(\.near) == ["省区", nil])
    #expect(plan.unread.map(\.file) == ["a.csv", "a.csv"])
    // The loser of two headers for one column is a warning of its own.
    #expect(plan.findings.map(\.text) == ["金额"])
  }
}
