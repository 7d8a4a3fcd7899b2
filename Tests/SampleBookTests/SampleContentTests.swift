import ReviewModel
import SampleBook
import Testing

@Suite("What a sample book tells")
struct SampleContentTests {
  /// Required columns (docs/inputs.md, section 2), and in how many rows one of them is blank on purpose.
  static let required: [(kind: String, columns: [String], blanks: Int)] = [
    ("reps", ["rep_id"], 0), ("customers", ["customer_id"], 0), ("products", ["product"], 0),
    ("calendar", ["date", "workday"], 0), ("targets", ["period", "metric", "amount"], 0),
    ("commitments", ["period", "metric", "amount", "committed_on"], 0), ("leads-", ["lead_id", "stage"], 1),
    ("daily-reports", ["rep_id", "date"], 0), ("visits", ["rep_id", "date"], 1),
    ("visit-plans", ["rep_id", "date", "customer_id"], 0), ("weekly-plans", ["rep_id", "week", "item"], 1),
    ("orders-", ["order_id", "date", "amount"], 1), ("collections-", ["collection_id", "date", "amount"], 1),
    ("receivables", ["invoice_id", "due_date", "amount"], 1),
    ("contracts", ["contract_id", "ends", "amount"], 0),
    ("events", ["event_id", "date", "kind"], 0),
  ]

  @Test("rows are as wide as their header, required fields blank only where meant")
  func shape() throws {
    let book = try WrittenBook(SampleBook(leads: 400))
    for file in book.files where file.name.hasSuffix(".csv") {
      let lines = try book.lines(file.name)
      let width = try #require(lines.first).count
      #expect(lines.allSatisfy { $0.count == width }, "\(file.name)")
    }
    for (kind, columns, blanks) in Self.required {
      let rows = try book.rows(kind)
      #expect(columns.allSatisfy { rows.first?[$0] != nil }, "\(kind)")
      let short = rows.count { row in columns.contains { row[text: $0].isEmpty } }
      #expect(short == blanks, "\(kind)")
    }
  }

  @Test("ids are unique but for what is issued twice on purpose")
  func keys() throws {
    let book = try WrittenBook(SampleBook(leads: 400))
    for (kind, key) in [
      ("reps", "rep_id"), ("reps", "name"), ("customers", "customer_id"), ("customers", "name"),
      ("collections-", "collection_id"), ("receivables", "invoice_id"), ("contracts", "contract_id"),
      ("events", "event_id"), ("visits", "visit_id"), ("leads-2026-10-31", "lead_id"),
    ] {
      let values = try book.rows(kind).map { $0[text: key] }
      #expect(Set(values).count == values.count, "\(kind) \(key)")
    }
    let orders = try book.rows("orders-").map { $0[text: "order_id"] + "/" + $0[text: "line"] }
    #expect(Set(orders).count == orders.count - 1)
  }

  /// docs/metrics.md, section 4, worked out from the ledgers before and after October.
  @Test("every outcome of a promise is there", arguments: [(400, UInt64(1)), (400, 7), (200, 2), (3000, 1)])
  func promises(leads: Int, seed: UInt64) throws {
    let book = try WrittenBook(SampleBook(leads: leads, seed: seed))
    let now = Dictionary(
      try book.rows("leads-2026-1").map { ($0[text: "lead_id"], $0) }, uniquingKeysWith: { $1 })
    let last = Set(try book.rows("leads-2026-10-31").map { $0[text: "lead_id"] })
    var orders: [String: Int] = [:]
    var cash: [String: Int] = [:]
    for before in try book.rows("leads-2026-09-30") where !["S6", "lost"].contains(before[text: "stage"]) {
      let id = before[text: "lead_id"]
      let after = now[id] ?? before
      let isVanished = !last.contains(id)
      let isLost = after[text: "stage"] == "lost"
      let order = before[text: "expected_order_on"]
      if before[text: "ordered_on"].isEmpty, order.hasPrefix("2026-10") {
        let isKept = !after[text: "ordered_on"].isEmpty || after[text: "stage"] == "S6"
        let slipped = after[text: "expected_order_on"] > order
        let outcome =
          isVanished ? "vanished" : isKept ? "kept" : isLost ? "lost" : slipped ? "slipped" : "missed"
        orders[outcome, default: 0] += 1
      }
      let day = before[text: "expected_collection_on"]
      let stated = before[text: "expected_collection"]
      let promised = stated.isEmpty ? before[amount: "amount"] : before[amount: "expected_collection"]
      if day.hasPrefix("2026-10"), promised > 0 {
        let paid = after[amount: "collected"] - before[amount: "collected"]
        let slipped = after[text: "expected_collection_on"] > day
        let outcome =
          isVanished
          ? "vanished"
          : paid >= promised
            ? "kept" : paid > 0 ? "partial" : isLost ? "lost" : slipped ? "slipped" : "missed"
        cash[outcome, default: 0] += 1
      }
    }
    #expect(Set(orders.keys) == ["kept", "slipped", "missed", "lost", "vanished"])
    #expect(Set(cash.keys) == ["kept", "partial", "slipped", "missed", "lost", "vanished"])
  }

  /// docs/metrics.md, section 4: what `new-collection` lists of the week before, whose F window ends the month.
  @Test("in the last whole week customers promise to pay sooner")
  func sooner() throws {
    let book = try WrittenBook(SampleBook(leads: 700))
    let before = Dictionary(
      try book.rows("leads-2026-10-18").map { ($0[text: "lead_id"], $0[text: "expected_collection_on"]) },
      uniquingKeysWith: { $1 })
    let sooner = try book.rows("leads-2026-10-25").count { lead in
      let day = lead[text: "expected_collection_on"]
      let known = before[lead[text: "lead_id"]] ?? ""
      return day > "2026-10-25" && day <= "2026-10-31" && known > "2026-10-31"
        && !["S6", "lost"].contains(lead[text: "stage"])
    }
    #expect(sooner >= 2)
  }

  @Test("targets add up, but for the reps'")
  func targets() throws {
    let rows = try WrittenBook(SampleBook(leads: 400)).rows("targets")
    let scopes = [
      "business_unit", "province", "city", "team", "rep_id", "product", "customer_class", "industry",
      "channel",
    ]
    var sums: [String: Double] = [:]
    for row in rows where row[text: "period"].hasPrefix("2026") && !row[text: "period"].contains("W") {
      let level = scopes.filter { !row[text: $0].isEmpty }.joined(separator: "+")
      sums[row[text: "metric"] + " " + level, default: 0] += row[amount: "amount"]
    }
    for metric in ["orders", "collections"] {
      let company = try #require(sums[metric + " "])
      #expect(company > 0)
      for level in ["", "+province", "+product", "+team", "+customer_class", "+industry", "+province+city"] {
        #expect(sums[metric + " business_unit" + level] == company, "\(level)")
      }
      let reps = try #require(sums[metric + " rep_id"])
      #expect(reps < company && reps > company * 0.96)
    }
  }

  @Test("provinces reach from 60 to 120 percent of October's targets", arguments: [UInt64(1), 2, 3])
  func achievement(seed: UInt64) throws {
    let book = try WrittenBook(SampleBook(leads: 1000, seed: seed))
    var actual: [String: Double] = [:]
    for order in try book.rows("orders-2026") where order[text: "date"].hasPrefix("2026-10") {
      guard !order[text: "order_id"].isEmpty, !order[text: "order_id"].hasPrefix("SO-") else { continue }
      actual[order[text: "business_unit"] + order[text: "province"], default: 0] += order[amount: "amount"]
    }
    var rates: [Double] = []
    for target in try book.rows("targets") where target[text: "period"] == "2026-10" {
      let isProvince =
        !target[text: "province"].isEmpty && target[text: "city"].isEmpty
        && target[text: "metric"] == "orders" && target[amount: "amount"] > 0
      guard isProvince else { continue }
      rates.append(
        actual[target[text: "business_unit"] + target[text: "province"], default: 0]
          / target[amount: "amount"])
    }
    #expect(rates.count == 20)
    #expect(rates.allSatisfy { $0 > 0.55 && $0 < 1.2 })
    #expect(rates.contains { $0 < 0.85 } && rates.contains { $0 > 1 })
  }

  @Test("a fifth of the customers bring most of the orders, and every age of debt is there")
  func tradeShape() throws {
    let book = try WrittenBook(SampleBook(leads: 400))
    var customers: [String: Double] = [:]
    for order in try book.rows("orders-") {
      customers[order[text: "customer_id"], default: 0] += order[amount: "amount"]
    }
    let values = customers.values.sorted(by: >)
    let share = values.prefix((values.count + 4) / 5).reduce(0, +) / values.reduce(0, +)
    #expect(share > 0.65 && share < 0.9)
    var buckets: Set<Int> = []
    var disputed = 0
    for invoice in try book.rows("receivables") where invoice[amount: "amount"] > invoice[amount: "paid"] {
      guard let due = Day(invoice[text: "due_date"]) else { continue }
      let days = SampleBook.usualDay - due
      buckets.insert(days <= 0 ? 0 : days <= 30 ? 1 : days <= 60 ? 2 : days <= 90 ? 3 : 4)
      if invoice[text: "disputed"] == "是" { disputed += 1 }
    }
    #expect(buckets == [0, 1, 2, 3, 4])
    #expect(disputed > 0)
  }
}
