import ReviewModel
import Testing

@Suite("Money and figures")
struct FigureTests {
  @Test(
    "amounts are written with two decimals and no grouping",
    arguments: [
      (0, "0.00"), (5, "0.05"), (-5, "-0.05"), (99, "0.99"), (-100, "-1.00"), (123_450, "1234.50"),
      (10_000_000_000_000_000, "100000000000000.00"),
    ] as [(Int64, String)])
  func amount(hundredths: Int64, text: String) {
    #expect(Money(hundredths: hundredths).description == text)
    #expect(MoneySum(Money(hundredths: hundredths)).description == text)
  }

  @Test("a sum goes beyond 64 bits and comes back")
  func wideSum() {
    let largest = Money(hundredths: .max)
    var sum = MoneySum.zero
    for _ in 0..<3 { sum += largest }
    // 3 × 9223372036854775807
    #expect(sum.description == "276701161105643274.21")
    for _ in 0..<3 { sum -= largest }
    #expect(sum == .zero)
    #expect(MoneySum(largest) - (MoneySum(largest) + MoneySum(largest)) == -MoneySum(largest))
  }

  @Test("amounts compare by value")
  func order() {
    #expect(Money(hundredths: -2) < Money(hundredths: -1))
    #expect(MoneySum(hundredths: -1) < .zero)
  }

  @Test(
    "a quotient is rounded half away from zero",
    arguments: [
      (5, 2, 3), (-5, 2, -3), (5, -2, -3), (-5, -2, 3),  // exact ties
      (1, 2, 1), (-1, 2, -1),
      (1, 3, 0), (2, 3, 1), (-1, 3, 0), (-2, 3, -1),  // thirds lie on either side of a half
      (7, 4, 2), (5, 4, 1), (-7, 4, -2), (-5, 4, -1),
      (6, 3, 2), (-6, 3, -2), (0, 7, 0), (0, -7, 0),
      (49, 100, 0), (50, 100, 1), (-49, 100, 0), (-50, 100, -1),
    ])
  func quotient(dividend: Int, divisor: Int, expected: Int) {
    #expect(Int128(dividend).divided(by: Int128(divisor)) == Int128(expected))
  }

  @Test("a quotient of the widest numbers does not overflow")
  func widest() {
    #expect(Int128.max.divided(by: .max) == 1)
    #expect(Int128.max.divided(by: 1) == .max)
    // 2^127 − 1 is a tie less a half of 2: (2^127 − 1) / 2 = 2^126 − ½, away from zero 2^126.
    #expect(Int128.max.divided(by: 2) == Int128(1) << 126)
    #expect((-Int128.max).divided(by: 2) == -(Int128(1) << 126))
  }

  @Test(
    "a rate has six decimals",
    arguments: [
      (1, 3, "0.333333"), (2, 3, "0.666667"), (-2, 3, "-0.666667"), (-1, 3, "-0.333333"),
      (1, 1, "1.000000"), (0, 5, "0.000000"), (13, 16, "0.812500"), (5, 4, "1.250000"),
      // 1/2,000,000 is half a millionth: a tie. 1/2,000,001 is less.
      (1, 2_000_000, "0.000001"), (-1, 2_000_000, "-0.000001"), (1, 2_000_001, "0.000000"),
      (3, 2_000_000, "0.000002"), (-3, 2_000_000, "-0.000002"),
    ])
  func rate(numerator: Int, denominator: Int, text: String) throws {
    #expect(try #require(Figure(numerator, over: denominator)).description == text)
  }

  @Test(
    "an average has one decimal",
    arguments: [
      (1, 4, "0.3"), (-1, 4, "-0.3"), (1, 5, "0.2"), (7, 2, "3.5"), (10, 3, "3.3"), (20, 3, "6.7"),
      (-1, 20, "-0.1"), (1, 21, "0.0"),
    ])
  func average(sum: Int, count: Int, text: String) throws {
    #expect(try #require(Figure(sum, over: count, decimals: 1)).description == text)
  }

  @Test("a quotient of zero or a negative divisor is blank", arguments: [0, -1, -100])
  func blankDivisor(divisor: Int) {
    #expect(Figure(1, over: divisor) == nil)
    #expect(Figure(0, over: divisor) == nil)
    let sum = MoneySum(hundredths: Int128(divisor))
    #expect(Figure(MoneySum(hundredths: 100), over: sum) == nil)
  }

  @Test("a quotient with a blank is blank")
  func blankOperand() {
    #expect(Figure(nil, over: MoneySum(hundredths: 1)) == nil)
    #expect(Figure(MoneySum(hundredths: 1), over: nil) == nil)
  }

  @Test("a rate of amounts")
  func rateOfAmounts() {
    let actual = MoneySum(hundredths: 81_234_50)
    let target = MoneySum(hundredths: 100_000_00)
    #expect(Figure(actual, over: target)?.description == "0.812345")
    #expect(Figure(-actual, over: target)?.description == "-0.812345")
  }

  @Test("figures compare by value, whatever their decimals")
  func figureOrder() throws {
    let third = try #require(Figure(1, over: 3))
    let half = try #require(Figure(1, over: 2))
    #expect(third < half)
    #expect(try #require(Figure(1, over: 2, decimals: 1)) > third)
    #expect(try #require(Figure(-1, over: 2, decimals: 1)) < third)
    #expect(Figure(units: 5, decimals: 0).description == "5")
    #expect(Figure(units: -25, decimals: 1).approximate == -2.5)
  }
}

@Suite("Cells")
struct CellTests {
  @Test("nothing is a blank, whatever the kind")
  func blanks() {
    let blanks: [Cell] = [
      .text(String?.none), .money(MoneySum?.none), .rate(Figure?.none), .number(Figure?.none),
      .count(Int?.none), .date(Day?.none), .flag(Bool?.none),
    ]
    #expect(blanks.allSatisfy { $0.isBlank })
    #expect(!Cell.text("").isBlank && !Cell.count(0).isBlank)
  }

  @Test("money, numbers and counts other than zero make a member worth a row, texts and flags do not")
  func material() {
    #expect(Cell.money(MoneySum(hundredths: -1)).isMaterial)
    #expect(Cell.count(1).isMaterial)
    #expect(Cell.number(Figure(units: 1, decimals: 1)).isMaterial)
    #expect(!Cell.money(MoneySum.zero).isMaterial)
    #expect(!Cell.count(0).isMaterial)
    #expect(!Cell.text("x").isMaterial && !Cell.flag(true).isMaterial && !Cell.blank.isMaterial)
  }
}
