import Facts
import ReviewModel
import TestSupport
import Testing

/// What records are made of: positions, versions, lists.
struct RecordTests {
  @Test(
    "a position keeps file and line, and orders by file, line, part",
    arguments: [(0, 1), (7, 2), (65_535, 3), (65_536, 4), (1_048_575, 17_179_869_183)])
  func positions(file: Int, line: Int) {
    let position = Position(file: file, line: line)
    #expect(position.file == file)
    #expect(position.line == line)
    #expect(position < Position(file: file, line: line, part: 1))
    #expect(
      Position(file: file, line: line, part: 1023) < Position(file: file + 1, line: 0) || file == 1_048_575)
    #expect(Position(file: file, line: line - 1, part: 1023) < position)
  }

  @Test("records are packed: of leads, orders, visits and invoices a book has hundreds of thousands")
  func sizes() {
    #expect(MemoryLayout<LeadRow>.stride <= 152)
    #expect(MemoryLayout<Actual>.stride <= 72)
    #expect(MemoryLayout<Receivable>.stride <= 80)
    #expect(MemoryLayout<Visit>.stride <= 24)
    #expect(MemoryLayout<Contract>.stride <= 64)
  }

  @Test("a list keeps its records while it grows, and a copy is a list of its own")
  func lists() {
    // Sixty-six blocks: the directory of blocks grows once.
    let count = 66 * 4096 + 1
    var list = RecordList<Int>()
    for number in 0..<count { list.append(number) }
    let copy = list
    list[4096] = -1
    list.append(-2)
    #expect(copy.count == count && list.count == count + 1)
    #expect(copy[4096] == 4096 && list[4096] == -1 && list[count] == -2)
    #expect(copy.elementsEqual(0..<count))
    #expect(list.places[4095].pointee == 4095)
    #expect(RecordList<Int>().isEmpty)
    #expect(Array(RecordList([3, 1, 2])) == [3, 1, 2])
  }

  @Test("a list lets go of what it holds")
  func release() {
    final class Thing: Sendable {}
    weak var first: Thing?
    weak var last: Thing?
    do {
      var list = RecordList<Thing>()
      // Beyond the blocks that have memory of their own.
      let things = (0..<6 * 4096 + 1).map { _ in Thing() }
      (first, last) = (things.first, things.last)
      for thing in things { list.append(thing) }
      #expect(first != nil && last != nil)
    }
    #expect(first == nil && last == nil)
  }

  @Test("more stages than a lead's row can tell apart are an error of review.yaml")
  func stages() async throws {
    func settings(_ count: Int) -> String {
      "stages:\n" + (1...count).map { "  - {id: T\($0), kind: open, probability: 0.1}\n" }.joined()
    }
    let text = "lead_id,stage\nA,T1\nB,T200\n"
    let largest = try SmallBook(["leads.csv": text], settings: settings(200))
    #expect(try await largest.table("ledger").shown("lead_id stage") == ["A T1", "B T200"])
    let larger = try SmallBook(["leads.csv": text], settings: settings(201))
    await #expect(throws: (any Error).self) { try await larger.facts() }
  }
}
