import Facts
import ReviewModel
import TestSupport
import Testing

/// What people write and whom they mean, and how blanks are filled (docs/inputs.md, section 3).
struct ReferenceTests {
  private static let reps = """
    rep_id,alias,name,team,province
    R1,old-1;一号,Ann,East,Shandong
    R2,old-2;shared,Bob,West,
    R3,shared,Chi,,Hebei
    R4,,Twin,North,
    R5,,Twin,North,
    R6,Ann,R1,South,
    """
  private static let customers = """
    customer_id,alias,name,customer_class,industry,province,city,channel
    C1,一号店,Great Mill,channel,steel,Anhui,Hefei,Chan
    C2,,Small Mill,top,paper,Jilin,Jilin City,Chan
    C3,Mill,Twin Mill,,,,,
    C4,Mill,Twin Mill,,,,,
    """
  private static let products = """
    product,business_unit
    pump,hardware
    valve,
    """

  @Test(
    "a rep is found by id, then alias, then name, after NFKC and trim; what two share is not resolved",
    arguments: [
      ("R1", "R1"), ("old-1", "R1"), ("一号", "R1"), ("Bob", "R2"), ("Ｂｏｂ", "R2"), ("ｏｌｄ－２", "R2"),
      (" Bob\u{3000}", "R2"), ("bob", "bob"), ("shared", "shared"), ("Twin", "Twin"), ("nobody", "nobody"),
      // An id before an alias before a name: Ann is R6's alias and R1's name, R1 is an id and R6's name.
      ("Ann", "R6"), ("Chi", "R3"),
    ])
  func rep(written: String, meant: String) async throws {
    let book = try SmallBook([
      "reps.csv": Self.reps, "orders.csv": "order_id,date,amount,rep_id\n1,2026-10-01,5,\(written)\n",
    ])
    let facts = try await book.facts()
    let order = try #require(facts.orders.first)
    #expect(facts.symbols.text(order.dimensions.rep) == meant)
    let isKnown = ["R1", "R2", "R3", "R6"].contains(meant)
    #expect(facts.warnings.map(\.code) == (isKnown ? [] : [.unknownReference]))
  }

  @Test(
    "a customer is found by customer_id, and by customer where that is blank; else the id is the name",
    arguments: [
      ("C1", "", "C1"), ("一号店", "", "C1"), ("Great Mill", "", "C1"), ("", "Great Mill", "C1"),
      ("", "一号店", "C1"), ("", "C2", "C2"), ("", "Twin Mill", "Twin Mill"), ("", "Mill", "Mill"),
      ("", "Unknown Mill", "Unknown Mill"), ("C9", "Great Mill", "C9"), ("", "", ""),
    ])
  func customer(id: String, name: String, meant: String) async throws {
    let book = try SmallBook([
      "customers.csv": Self.customers,
      "orders.csv": "order_id,date,amount,customer_id,customer\n1,2026-10-01,5,\(id),\(name)\n",
    ])
    let facts = try await book.facts()
    let order = try #require(facts.orders.first)
    #expect(facts.symbols.text(order.dimensions.customer) == meant)
    #expect(facts.symbols.text(order.customerName) == name)
  }

  @Test("blanks come from the rep, then the customer, the unit from the product, else (none)")
  func blanks() async throws {
    let book = try SmallBook([
      "reps.csv": Self.reps, "customers.csv": Self.customers, "products.csv": Self.products,
      "orders.csv": """
      order_id,date,amount,rep_id,customer_id,product,business_unit,province,city,team,industry
      1,2026-10-01,1,R1,C1,pump,,,,,
      2,2026-10-01,1,R2,C1,valve,,,,,
      3,2026-10-01,1,R1,C1,pump,own,own,own,own,own
      4,2026-10-01,1,R3,,,,,,,
      5,2026-10-01,1,,C2,other,,,,,
      6,2026-10-01,1,Ann,Great Mill,,,,,,
      """,
    ])
    let facts = try await book.facts()
    let shown = facts.orders.sorted { $0.version < $1.version }.map { order in
      let fact = order.dimensions
      return [fact.businessUnit, fact.team, fact.province, fact.city, fact.industry].map {
        facts.symbols[$0] ?? "-"
      }.joined(separator: " ")
    }
    #expect(
      shown == [
        // The rep's province before the customer's; R2 has none.
        "hardware East Shandong Hefei steel", "(none) West Anhui Hefei steel", "own own own own own",
        "(none) - Hebei - -", "(none) - Jilin Jilin City paper", "(none) South Anhui Hefei steel",
      ])
  }

  @Test("class and channel are the customer's; a channel counts for class channel alone")
  func classes() async throws {
    let book = try SmallBook([
      "customers.csv": Self.customers,
      "orders.csv": """
      order_id,date,amount,customer_id
      1,2026-10-01,1,C1
      2,2026-10-01,1,C2
      3,2026-10-01,1,C3
      4,2026-10-01,1,
      """,
    ])
    let facts = try await book.facts()
    let shown = facts.orders.sorted { $0.version < $1.version }.map { order in
      [Dimension.customerClass, .channel].map {
        let symbol = facts.masters.symbol($0, of: order.dimensions, channelClass: facts.channelClass)
        return facts.symbols[symbol] ?? "-"
      }.joined(separator: " ")
    }
    #expect(shown == ["channel Chan", "top -", "- -", "- -"])
  }

  @Test("targets and commitments name reps as facts do, and fill their unit from the product")
  func targets() async throws {
    let book = try SmallBook([
      "reps.csv": Self.reps, "products.csv": Self.products,
      "targets.csv": "period,metric,amount,rep_id,product\n2026,orders,1,Bob,pump\n2026,orders,2,,valve\n",
      "commitments.csv": "period,metric,amount,rep_id,committed_on\n2026-10,orders,1,一号,2026-10-01\n",
    ])
    let facts = try await book.facts()
    let shown = (facts.targets.sorted { $0.version < $1.version } + facts.commitments).map { target in
      target.scope.map { facts.symbols[$0] ?? "-" }.joined(separator: " ") + " " + target.level.name
    }
    #expect(
      shown == [
        "hardware - - - R2 pump - - - business_unit+rep_id+product", "- - - - - valve - - - product",
        "- - - - R1 - - - - rep_id",
      ])
  }

  @Test("an unknown reference is listed once a row and column, and for accepted rows only")
  func unknown() async throws {
    let book = try SmallBook([
      "reps.csv": Self.reps, "customers.csv": Self.customers, "products.csv": Self.products,
      "calendar.csv": "date,workday\n2026-10-01,no\n",
      "leads.csv": """
      lead_id,stage,rep_id,customer,product,updated
      L1,S1,R8,No Mill,press,2026-10-02
      L1,S1,R7,Gone Mill,lathe,2026-10-01
      L2,S1,R8,,,2026-11-02
      L3,bad,R8,,,2026-10-02
      """,
      "orders.csv": """
      order_id,date,amount,rep_id,customer_id
      1,2026-10-01,1,R9,C1
      """,
      "targets.csv": "period,metric,amount,rep_id,product\n2026,orders,1,R9,anvil\n",
      "weekly-plans.csv": "rep_id,week,item\nR9,2026-W44,call\n",
      "visit-plans.csv": "rep_id,date,customer_id\nR1,2026-10-02,C9\n",
      "events.csv": "event_id,date,kind,rep_id\nE1,2026-10-02,market,R9\n",
      "contracts.csv": "contract_id,ends,amount,customer_id\nK1,2026-12-31,1,C9\n",
    ])
    let warnings = try await book.facts().warnings.map { finding in
      "\(finding.location.file):\(finding.location.line) \(finding.location.column ?? "-") "
        + "\(finding.code.rawValue) \(finding.text ?? "-")"
    }
    #expect(
      warnings == [
        "contracts.csv:2 customer_id unknown-reference C9", "events.csv:2 rep_id unknown-reference R9",
        "leads.csv:2 customer_id unknown-reference No Mill", "leads.csv:2 product unknown-reference press",
        "leads.csv:2 rep_id unknown-reference R8", "orders.csv:2 rep_id unknown-reference R9",
        "targets.csv:2 product unknown-reference anvil", "targets.csv:2 rep_id unknown-reference R9",
        "visit-plans.csv:2 customer_id unknown-reference C9",
        "weekly-plans.csv:2 rep_id unknown-reference R9",
      ])
  }

  @Test("without a master nothing is unknown")
  func noMasters() async throws {
    let book = try SmallBook([
      "orders.csv": "order_id,date,amount,rep_id,customer,product\n1,2026-10-01,1,R9,No Mill,press\n"
    ])
    let facts = try await book.facts()
    #expect(facts.warnings == [])
    #expect(facts.quality.map(\.counts.warnings) == [0])
  }

  @Test("a master of which every row was rejected knows nobody")
  func emptyMaster() async throws {
    let book = try SmallBook([
      "reps.csv": "rep_id,name,joined\nR1,Ann,soon\n",
      "orders.csv": "order_id,date,amount,rep_id\n1,2026-10-01,1,R1\n",
    ])
    let facts = try await book.facts()
    #expect(facts.rejects.map(\.code) == [.badDate])
    #expect(facts.warnings.map(\.code) == [.unknownReference])
  }
}
