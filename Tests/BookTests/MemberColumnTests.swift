import Book
import FlatFiles
import ReviewModel
import Testing

@Suite("Members of objects find their columns")
struct MemberColumnTests {
  private typealias Field = MemberPlan.Field

  private func place(_ column: String, _ kind: InputKind) throws -> Int {
    try #require(KindSchema.of(kind).index(of: column))
  }

  @Test("a member is known by the names of headers, the canonical one first")
  func names() throws {
    let plan = MemberPlan(columnsOf: .of(.orders), options: .init())
    #expect(plan.fieldCount == KindSchema.of(.orders).columns.count)
    let date = try place("date", .orders)
    // 日期 is the date of every kind, 订单日期 and 下单日期 are the orders' own.
    #expect(plan.fields("date") == [Field(place: date, rank: 0)])
    #expect(plan.fields(" Date ") == [Field(place: date, rank: 0)])
    #expect(plan.fields("日期") == [Field(place: date, rank: 1)])
    #expect(plan.fields("下单日期") == [Field(place: date, rank: 3)])
    #expect(plan.fields("订单号") == [Field(place: try place("order_id", .orders), rank: 1)])
    #expect(plan.fields("remark").isEmpty)
    #expect(plan.fields("").isEmpty)
  }

  @Test("what review.yaml maps is read from there only, and one member may serve several columns")
  func mapped() throws {
    var options = Configuration.InputOptions()
    options.columns = ["order_id": "No", "line": "No", "date": "day"]
    let plan = MemberPlan(columnsOf: .of(.orders), options: options)
    #expect(
      plan.fields("no") == [
        Field(place: try place("order_id", .orders), rank: 0),
        Field(place: try place("line", .orders), rank: 0),
      ])
    #expect(plan.fields("date").isEmpty)
    #expect(plan.fields("order_id").isEmpty)
  }

  @Test("visits within daily reports take rep, date and version from the report")
  func visits() throws {
    let plan = NestedPlan(visitsOf: .of(.dailyReports), .of(.visits), options: .init())
    #expect(plan.isNested("visits") && plan.isNested("Visits"))
    #expect(!plan.isNested("visit") && !plan.isNested("rep_id"))
    let pairs = plan.inherited.map { [$0.outer, $0.nested] }
    #expect(
      pairs
        == (try ["rep_id", "date", "updated"].map { [try place($0, .dailyReports), try place($0, .visits)] }))
    #expect(plan.members.fields("result") == [Field(place: try place("result", .visits), rank: 0)])
  }
}
