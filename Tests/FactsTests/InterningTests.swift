import Facts
import Testing

/// Texts and keys as numbers: `ByteTable`, `SymbolTable`, `SymbolCache`, `Symbols`.
struct InterningTests {
  @Test("a table numbers distinct strings in the order in which they come")
  func numbers() {
    var table = ByteTable(capacity: 1)
    let texts = ["b", "", "a", "b", "\0", "a\0", "", "a"]
    var seen: [String] = []
    for text in texts {
      let (index, isNew) = insert(text, into: &table)
      seen.append("\(index)\(isNew ? "+" : "")")
    }
    #expect(seen == ["0+", "1+", "2+", "0", "3+", "4+", "1", "2"])
    let (count, missing, last) = (table.count, find("c", in: table), find("a\0", in: table))
    #expect(count == 5)
    #expect(missing == nil)
    #expect(last == 4)
  }

  @Test("a table keeps its strings while slots and bytes grow")
  func growth() {
    var table = ByteTable(capacity: 1)
    // From one byte to three hundred: short and long strings, together far beyond the first arena.
    let texts = (0..<3000).map { String(repeating: "客", count: $0 % 100) + String($0) }
    for (number, text) in texts.enumerated() {
      let (index, isNew) = insert(text, into: &table)
      #expect(index == number && isNew)
    }
    var wrong: [Int] = []
    for (number, text) in texts.enumerated()
    where find(text, in: table) != number || table.text(number) != text || insert(text, into: &table).isNew {
      wrong.append(number)
    }
    #expect(wrong == [])
    let count = table.count
    #expect(count == 3000)
  }

  @Test("strings stand in the order of their bytes, a beginning before the whole")
  func order() {
    var table = ByteTable()
    // In order: the blank one, a NUL, capitals, a prefix, its continuation, then bytes above 127.
    let ordered = ["", "\0", "B", "a", "a\0", "aa", "b", "é", "客", "😀"]
    for text in ordered.reversed() { _ = insert(text, into: &table) }
    for (left, earlier) in ordered.enumerated() {
      for (right, later) in ordered.enumerated() {
        guard let first = find(earlier, in: table), let second = find(later, in: table) else {
          Issue.record("\(earlier) or \(later) is lost")
          continue
        }
        let precedes = table.precedes(first, second)
        #expect(precedes == (left < right), "\(earlier) \(later)")
      }
    }
  }

  @Test("what is canonically equal but other bytes is another symbol, ranked by bytes")
  func symbols() {
    let table = SymbolTable()
    var cache = SymbolCache(table)
    let composed = "\u{E9}"
    let decomposed = "e\u{301}"
    let texts = ["z", composed, decomposed, "Z", "中", ""]
    let symbols = texts.map { text in
      var text = text
      return text.withUTF8 { cache.symbol(UnsafeRawBufferPointer($0)) }
    }
    #expect(Set(symbols).count == 6)
    #expect(symbols[5] == .blank)
    #expect(symbols == texts.map { table.symbol($0) })
    let frozen = table.frozen()
    #expect(frozen.count == 6)
    // By first bytes: blank, 5A, 65 CC 81, 7A, C3 A9, E4 B8 AD.
    let order = symbols.sorted { frozen.rank($0) < frozen.rank($1) }.map { Array(frozen.text($0).utf8) }
    #expect(order == ["", "Z", decomposed, "z", composed, "中"].map { Array($0.utf8) })
    #expect(frozen[.blank] == nil)
    #expect(frozen[symbols[4]] == "中")
  }

  @Test("an arena gives back what was put in, however long, and has number 0 for the blank text")
  func arena() {
    var arena = TextArena()
    // Odd lengths, so that texts begin at odd places; together beyond several growths.
    let texts = ["", "客", "", "a"] + (0..<300).map { String(repeating: "x", count: $0 * 7 % 501) + "\($0)" }
    var numbers: [UInt32] = []
    for text in texts {
      var text = text
      numbers.append(text.withUTF8 { arena.append(UnsafeRawBufferPointer($0)) })
    }
    var wrong: [String] = []
    for (number, text) in zip(numbers, texts) where arena.text(number) != text { wrong.append(text) }
    #expect(wrong == [])
    #expect(numbers[0] == 0 && numbers[2] == 0)
    // Every text that is not blank has a place of its own.
    #expect(Set(numbers.dropFirst(3)).count == 301 && !numbers.dropFirst(3).contains(0))
  }

  private func insert(_ text: String, into table: inout ByteTable) -> (index: Int, isNew: Bool) {
    var text = text
    return text.withUTF8 { table.insert(UnsafeRawBufferPointer($0)) }
  }

  private func find(_ text: String, in table: borrowing ByteTable) -> Int? {
    var text = text
    return text.withUTF8 { table.find(UnsafeRawBufferPointer($0)) }
  }
}
