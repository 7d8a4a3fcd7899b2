import ReviewModel
import Testing

@Suite("Cells of a row, in memory that is used again")
struct RowCellsTests {
  private static let most = Int128.max
  private static let every: [Cell] = [
    .blank, .text(""), .text("é客😀"), .money(MoneySum(hundredths: -1)), .money(MoneySum(hundredths: most)),
    .rate(Figure(units: -812_345, decimals: 6)), .rate(Figure(units: -most, decimals: 6)),
    .number(Figure(units: 5, decimals: 1)), .count(.min), .count(.max), .date(Day(number: -25_567)),
    .flag(true), .flag(false),
  ]

  @Test("what is put is what is there, beyond sixty-four cells and four thousand bytes, row after row")
  func cells() {
    var cells = RowCells()
    for times in [1, 40, 2] {
      cells.removeAll()
      let row = (0..<times).flatMap { time in
        Self.every + [.text(String(repeating: "客", count: time * 7))]
      }
      for cell in row { cells.put(cell) }
      let (count, seen) = (cells.count, cells.cells)
      #expect(count == row.count)
      #expect(seen == row)
    }
  }

  @Test("nil is a blank, pieces make up one text, and a text that stays is not copied")
  func putting() {
    var cells = RowCells()
    let text = Array("stays".utf8)
    text.withUnsafeBytes { bytes in
      cells.put(text: bytes)
      cells.put(text: String?.none)
      cells.put(MoneySum?.none)
      cells.put(count: nil)
      cells.put(Day?.none)
      cells.put(Bool?.none)
      cells.put(rate: nil)
      let start = cells.ownTextCount
      cells.extendText("a")
      cells.extendText("")
      cells.extendText(bytes)
      cells.putText(from: start)
      cells.put(Money(hundredths: 7))
      cells.put(rateInMillionths: 5)
      let (seen, length) = (cells.cells, cells.textCount)
      #expect(
        seen == [.text("stays")] + [Cell](repeating: .blank, count: 6)
          + [
            .text("astays"), .money(MoneySum(hundredths: 7)), .rate(Figure(units: 5, decimals: 6)),
          ])
      #expect(length == 11)
    }
  }

  @Test("rows of either kind are the same to whoever goes through them")
  func rows() {
    let made = Rows([[.count(0), .text("a")], [.count(1), .blank]])
    let put = Rows(count: 2) { place, cells in
      cells.put(count: place)
      cells.put(text: place == 0 ? "a" : nil)
    }
    for rows in [made, put] {
      #expect(Array(rows) == [[.count(0), .text("a")], [.count(1), .blank]])
      var seen: [[Cell]] = []
      rows.forEach(in: 1..<2) { place, cells in seen.append([.count(place)] + cells.cells) }
      #expect(seen == [[.count(1), .count(1), .blank]])
    }
  }
}
