import Book
import ReviewModel
import Testing

/// Reads `text` as the bytes of a field.
func reading(_ text: String, _ read: (FieldBytes) -> Scalar) -> Scalar {
  Array(text.utf8).withUnsafeBytes(read)
}

@Suite("Values: money, numbers, rates")
struct ValuesNumberTests {
  static let amounts: [(String, Int64)] = [
    ("0", 0), ("5", 500), ("-5", -500), ("+5", 500), ("1234.5", 123_450), ("1234.56", 123_456),
    (".5", 50), ("5.", 500), ("-.5", -50), ("+5.", 500), ("007", 700), ("-0", 0), ("  12.30\t", 1230),
    // Thousands.
    ("1,234", 123_400), ("1,234.50", 123_450), ("12,345,678", 1_234_567_800), ("123,456.", 12_345_600),
    ("-1,000", -100_000), ("0,123", 12_300),
    // Sign, prefix, parentheses.
    ("¥5", 500), ("￥5", 500), ("$5", 500), ("€5", 500), ("CNY5", 500), ("RMB 5", 500), ("USD5.25", 525),
    ("EUR 1,000", 100_000), ("-¥5", -500), ("¥-5", -500), ("+$5", 500), ("$+5", 500), ("(¥5)", -500),
    ("¥(5)", -500), ("(1,000.50)", -100_050), ("( 5 )", -500), ("- 5", -500), ("CNY -5", -500), ("¥.5", 50),
    // Suffixes.
    ("5元", 500), ("5 元", 500), ("1.2万", 1_200_000), ("1.2萬", 1_200_000), ("1.2万元", 1_200_000),
    ("3亿", 30_000_000_000), ("3億", 30_000_000_000), ("3亿元", 30_000_000_000), ("-¥1,234.5万元", -1_234_500_000),
    ("(5万)", -5_000_000), ("(5)万", -5_000_000), ("5 万元", 5_000_000), (".5万", 500_000),
    ("5.亿", 50_000_000_000),
    // Rounding, once, after scaling, half away from zero.
    ("1.005", 101), ("-1.005", -101), ("1.004999999999999999", 100), ("1.0049", 100), ("(1.005)", -101),
    ("0.123456万", 123_456), ("0.1234565万", 123_457), ("0.12345649万", 123_456), ("0.0000000001亿", 1),
    ("0.00000000005亿", 1), ("0.00000000004999亿", 0), ("-0.004", 0), ("999.995", 100_000),
    // The range.
    ("100000000000000", 10_000_000_000_000_000), ("-100,000,000,000,000.00", -10_000_000_000_000_000),
    ("1000000亿", 10_000_000_000_000_000), ("100000000000000.004", 10_000_000_000_000_000),
    ("99999999999999.99", 9_999_999_999_999_999), ("00000000000000000000000005", 500),
    ("123456789012.34", 12_345_678_901_234), ("1234567890123.45", 123_456_789_012_345),
    // NFKC.
    ("１２３４．５０", 123_450), ("￥１，２３４", 123_400), ("（５）", -500), ("－５", -500), ("＄５", 500),
    ("\u{3000}5\u{a0}", 500), ("5\u{a0}元", 500), ("①", 100),
  ]

  @Test("money", arguments: amounts)
  func money(text: String, hundredths: Int64) {
    #expect(reading(text, Scalar.money) == Scalar(hundredths))
  }

  @Test(
    "not money",
    arguments: [
      "12,34", "1,2345", "1234,567", ",123", "1,", "1,234,", "1.234,5", "1,,234", "1.5,000", ".", "+", "¥",
      "()",
      "(", "5)", "(5", "-(5)", "(-5)", "--5", "+-5", "-¥-5", "¥¥5", "¥$5", "1e5", "1E5", "0x10", "5 5", "5元元",
      "万", "5万万", "5萬元", "5億元", "5千", "cny5", "US$5", "5¥", "5 USD", "5%", "NaN", "inf", "abc", "Null",
      "n/a", "---", "1 234", "5元 5", "-元", "1.2.3", "\u{2212}5", "5\u{0}", "(5万", "(5)万)", "五",
      "99999999999999999999x",
    ])
  func notMoney(text: String) {
    #expect(reading(text, Scalar.money) == .malformed)
  }

  @Test(
    "money beyond 10^14",
    arguments: [
      "100000000000000.01", "-100000000000000.01", "100000000000000.005", "100,000,000,000,001", "1000001亿",
      "10000000001万", "999999999999999999999999999999", "(9999999999999999亿)", "9223372036854775808",
    ])
  func moneyOutOfRange(text: String) {
    #expect(reading(text, Scalar.money) == .outOfRange)
  }

  @Test(
    "blank words",
    arguments: [
      "", "-", "--", "—", "N/A", "NA", "null", "NULL", "无", "無", " ", "\u{3000}", " - ", "Ｎ／Ａ", "－",
    ])
  func blanks(text: String) throws {
    let clock = try #require(ZoneClock(identifier: "UTC"))
    let dates = DateReader()
    #expect(reading(text, Scalar.money).isBlank)
    #expect(reading(text, Scalar.integer).isBlank)
    #expect(reading(text, Scalar.number).isBlank)
    #expect(reading(text, Scalar.rate).isBlank)
    #expect(reading(text, Scalar.flag).isBlank)
    #expect(reading(text, dates.date).isBlank)
    #expect(reading(text) { dates.datetime($0, clock: clock) }.isBlank)
    #expect(reading(text) { dates.period($0, .any) }.isBlank)
  }

  @Test("money as written comes back")
  func moneyRoundTrip() {
    var random = SplitMix(state: 20_261_122)
    for _ in 0..<20_000 {
      let magnitude = Int64(random.next() % 10_000_000_000_000_001) >> Int64(random.next() % 50)
      let money = Money(hundredths: random.next() % 2 == 0 ? magnitude : -magnitude)
      let expected = Scalar(money.hundredths)
      let plain = money.description
      #expect(reading(plain, Scalar.money) == expected)
      #expect(reading(grouped(plain), Scalar.money) == expected)
      #expect(reading("¥" + plain + "00元", Scalar.money) == expected)
    }
  }

  /// `text` with a comma before each group of three digits of its whole part.
  private func grouped(_ text: String) -> String {
    let point = text.firstIndex(of: ".") ?? text.endIndex
    var result = ""
    for (index, digit) in text[..<point].reversed().enumerated() {
      if index > 0, index % 3 == 0, digit != "-" { result.append(",") }
      result.append(digit)
    }
    return String(result.reversed()) + text[point...]
  }

  @Test(
    "integers",
    arguments: [
      ("0", 0), ("7", 7), ("-7", -7), ("+7", 7), ("(7)", -7), ("1,234", 1234), ("１２", 12), (" 12 ", 12),
      ("100000000000000", 100_000_000_000_000),
    ] as [(String, Int64)])
  func integers(text: String, value: Int64) {
    #expect(reading(text, Scalar.integer) == Scalar(value))
  }

  @Test("not integers", arguments: ["5.0", "5.", ".5", "5.5", "¥5", "5元", "5万", "1,23", "5%", "1e3", "x"])
  func notIntegers(text: String) {
    #expect(reading(text, Scalar.integer) == .malformed)
  }

  @Test("integers beyond 10^14", arguments: ["100000000000001", "-100000000000001", "99999999999999999999"])
  func integersOutOfRange(text: String) {
    #expect(reading(text, Scalar.integer) == .outOfRange)
  }

  @Test(
    "numbers",
    arguments: [
      ("1.5", 1_500_000), ("-0.000001", -1), ("0.0000005", 1), ("-0.0000005", -1), ("0.00000049", 0),
      ("1,000.25", 1_000_250_000), ("(2)", -2_000_000), (".5", 500_000), ("5.", 5_000_000),
      ("1000000000000", 1_000_000_000_000_000_000), ("3", 3_000_000), ("1.234567", 1_234_567),
    ] as [(String, Int64)])
  func numbers(text: String, millionths: Int64) {
    #expect(reading(text, Scalar.number) == Scalar(millionths))
  }

  @Test("not numbers", arguments: ["¥5", "5元", "5万", "5%", "1e3", "12,34", "."])
  func notNumbers(text: String) {
    #expect(reading(text, Scalar.number) == .malformed)
  }

  @Test(
    "numbers beyond 10^12", arguments: ["1000000000000.000001", "-1000000000001", "99999999999999999999"])
  func numbersOutOfRange(text: String) {
    #expect(reading(text, Scalar.number) == .outOfRange)
  }

  @Test(
    "rates",
    arguments: [
      ("0.85", 850_000), ("85%", 850_000), ("85 %", 850_000), ("85％", 850_000), ("0", 0), ("1", 1_000_000),
      ("100%", 1_000_000), ("12.34567%", 123_457), ("12.34564%", 123_456), ("0.1234565", 123_457),
      (".5", 500_000), ("0.0%", 0),
    ] as [(String, Int64)])
  func rates(text: String, millionths: Int64) {
    #expect(reading(text, Scalar.rate) == Scalar(millionths))
  }

  @Test("rates outside 0 … 1", arguments: ["85", "1.01", "-0.1", "101%", "-5%", "1.000001", "100.0001%"])
  func ratesOutOfRange(text: String) {
    #expect(reading(text, Scalar.rate) == .outOfRange)
  }

  @Test("not rates", arguments: ["%", "85%%", "85‰", "x", "¥0.5", "%85"])
  func notRates(text: String) {
    #expect(reading(text, Scalar.rate) == .malformed)
  }
}

/// Sebastiano Vigna's SplitMix64: the same numbers in every run.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = (state ^ state >> 30) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ mixed >> 27) &* 0x94d0_49bb_1331_11eb
    return mixed ^ mixed >> 31
  }
}
