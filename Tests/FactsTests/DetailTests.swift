import Facts
import ReviewModel
import TestSupport
import Testing

/// What is kept of rows only for the tables that ask for it.
struct DetailTests {
  private func book() throws -> SmallBook {
    try SmallBook([
      "products.csv": "product,floor_price\npump,100\n",
      "orders.csv": """
      order_id,line,date,amount,product,unit_price,quantity
      O1,7,2026-10-01,5,pump,99.5,
      O2,,2026-10-01,5,pump,100,2
      O3,,2025-12-31,5,pump,1,2
      """,
      "receivables.csv":
        "invoice_id,due_date,amount,paid\nI1,2026-10-30,5,\nI2,2026-10-31,5,\nI3,2026-10-30,5,5\n",
      "contracts.csv": "contract_id,ends,amount\nK,2026-12-31,5\n",
      "leads.csv": "lead_id,stage,won_on,key_factors\nA,S5,2026-10-01,price;brand\nB,S1,,price\n",
    ])
  }

  @Test("without being asked for nothing of them is kept")
  func none() async throws {
    let facts = try await book().facts(details: [])
    #expect(facts.prices.isEmpty && facts.orders.allSatisfy { $0.price == 0 })
    #expect(facts.receivables.allSatisfy(\.id.isBlank) && facts.contracts.allSatisfy(\.id.isBlank))
    #expect(facts.leads.standing.allSatisfy { facts.leads.now[$0].keyFactors.isBlank })
  }

  @Test("asked for: prices of this year's orders below the floor, ids of overdue invoices and of contracts")
  func all() async throws {
    let facts = try await book().facts()
    let texts = facts.texts
    #expect(facts.orders.map(\.price).sorted() == [0, 0, 1])
    let price = try #require(facts.prices.first)
    #expect(facts.prices.count == 1 && texts[price.order] == "O1" && texts[price.line] == "7")
    #expect(price.unitPrice == Money(hundredths: 99_50) && price.floorPrice == Money(hundredths: 100_00))
    #expect(price.quantity == 1_000_000)
    #expect(facts.receivables.compactMap { texts[$0.id] } == ["I1"])
    #expect(facts.contracts.map { texts[$0.id] } == ["K"])
    let factors = facts.leads.standing.map { facts.symbols.items(facts.leads.now[$0].keyFactors) }
    #expect(Set(factors) == [["price", "brand"], []])
  }

  @Test("texts of records: by bytes, a blank last, equal ones as someone else says")
  func texts() {
    let store = RecordTextStore()
    func text(_ text: String) -> RecordText {
      var text = text
      return text.withUTF8 { store.text(UnsafeRawBufferPointer($0)) }
    }
    let (zed, a, again, blank) = (text("Z"), text("a"), text("a"), text(""))
    let texts = store.take()
    #expect(texts[zed] == "Z" && texts[again] == "a" && texts[blank] == nil && blank == .blank)
    #expect(texts.precedes(zed, a) && !texts.precedes(a, zed) && texts.precedes(a, blank))
    #expect(!texts.precedes(a, again) && texts.precedes(a, again, or: true))
    #expect(!texts.precedes(a, zed, or: true) && !texts.precedes(blank, a, or: true))
    #expect(texts.precedes(blank, blank, or: true) && !texts.precedes(blank, blank))
  }
}
