import Foundation
import ReviewModel

/// The numbers of a deck, and those that its pack allows, each written by other code than the deck's.
enum DeckNumbers {
  /// All numbers that stand in slides, but for page numbers, counts of rows and the names of things.
  static func slides(of html: String) throws -> [String] {
    var text = html[(html.range(of: "<main>")?.upperBound ?? html.startIndex)...]
    text = text[..<(text.range(of: "<script>")?.lowerBound ?? text.endIndex)]
    let passed = [
      #"<section class="slide cover"(?s:.*?)</section>"#, #"<p class="(page|more|unit|sheet)">(?s:.*?)</p>"#,
      #"<figcaption>.*?</figcaption>"#, #"<h2(?s:.*?)</h2>"#, #"<caption>.*?</caption>"#,
      #"<th(?s:.*?)</th>"#,
      #"<text class="(label|legend)"(?s:.*?)</text>"#, #"<title(?s:.*?)</title>"#, #"<dt>.*?</dt>"#,
      #"<desc(?s:.*?)</desc>"#, #"<h3>.*?</h3>"#, #"<strong>.*?</strong>"#,
    ]
    var stripped = String(text)
    for pattern in passed {
      stripped = stripped.replacingOccurrences(of: pattern, with: " ", options: .regularExpression)
    }
    // A word with a digit in it is a name, a day is one text.
    return stripped.replacingOccurrences(of: "<[^>]*>", with: "\n", options: .regularExpression)
      .split(whereSeparator: \.isNewline).flatMap { $0.split(separator: /[ ，；:;、]|达成|差额|逾期|占|应收|时间进度/) }
      .map(String.init).filter { $0.wholeMatch(of: /-?[0-9][0-9,]*(\.[0-9]+)?%?/) != nil }
  }

  /// Every cell and total as a deck may write it: exact, rounded, in per cent, in units of money; and what the
  /// summary makes of them: numbers of rows, and forecasts less their targets.
  static func all(in pack: ReviewPack) throws -> Set<String> {
    var known: Set<String> = []
    for table in pack.tables {
      known.formUnion(writings(of: .count(table.rows.count), moneyUnit: 1))
      known.formUnion(writings(of: .count(0), moneyUnit: 1))
      for metric in ["orders", "collections"] {
        guard let forecast = table.definition.index(of: "\(metric)_forecast"), let totals = table.totals,
          let target = table.definition.index(of: "\(metric)_forecast_target"),
          case .money(let reached) = totals[forecast], case .money(let aim) = totals[target]
        else { continue }
        known.formUnion(writings(of: .money(reached - aim), moneyUnit: pack.moneyUnit))
      }
      for row in Array(table.rows) + [table.totals ?? []] {
        for cell in row { known.formUnion(writings(of: cell, moneyUnit: pack.moneyUnit)) }
      }
    }
    return known
  }

  private static func writings(of cell: Cell, moneyUnit: Int) -> [String] {
    switch cell {
    case .money(let sum):
      guard let value = Decimal(string: sum.description) else { return [] }
      return (0..<7).map { written(value / Decimal(moneyUnit), decimals: $0) }
    case .rate(let figure):
      guard let value = Decimal(string: figure.description) else { return [] }
      return [written(value * 100, decimals: 1) + "%", written(value, decimals: 2)]
    case .number(let figure): return [figure.description]
    case .count(let count): return [written(Decimal(count), decimals: 0)]
    case .text(let text): return [text]
    default: return []
    }
  }

  /// Rounded half away from zero, with thousands apart.
  private static func written(_ value: Decimal, decimals: Int) -> String {
    var exact = value
    var rounded = Decimal()
    NSDecimalRound(&rounded, &exact, decimals, .plain)
    let formatter = NumberFormatter()
    formatter.locale = Locale(identifier: "en_US_POSIX")
    formatter.numberStyle = .decimal
    formatter.usesGroupingSeparator = true
    formatter.groupingSize = 3
    formatter.minimumFractionDigits = decimals
    formatter.maximumFractionDigits = decimals
    return formatter.string(from: rounded as NSDecimalNumber) ?? ""
  }
}

/// SHA-256 after FIPS 180-4, small and slow.
enum SHA256 {
  static func digest(_ message: [UInt8]) -> [UInt8] {
    let primes = (2...311).filter { n in !(2..<n).contains { n % $0 == 0 } }
    /// The first 32 bits of the fraction of a root.
    func fraction(_ root: Double) -> UInt32 { UInt32((root - root.rounded(.down)) * 4_294_967_296) }
    let constants = primes.prefix(64).map { fraction(cbrt(Double($0))) }
    var state = primes.prefix(8).map { fraction(Double($0).squareRoot()) }
    var bytes = message + [0x80]
    while bytes.count % 64 != 56 { bytes.append(0) }
    bytes += (0..<8).map { UInt8(truncatingIfNeeded: (message.count * 8) >> (56 - 8 * $0)) }
    func turned(_ word: UInt32, _ by: UInt32) -> UInt32 { word >> by | word << (32 - by) }
    for block in stride(from: 0, to: bytes.count, by: 64) {
      var words = (0..<16).map { index in
        (0..<4).reduce(UInt32(0)) { $0 << 8 | UInt32(bytes[block + index * 4 + $1]) }
      }
      for index in 16..<64 {
        let early = words[index - 15]
        let late = words[index - 2]
        let low = turned(early, 7) ^ turned(early, 18) ^ early >> 3
        let high = turned(late, 17) ^ turned(late, 19) ^ late >> 10
        words.append(words[index - 16] &+ low &+ words[index - 7] &+ high)
      }
      var v = state
      for index in 0..<64 {
        let high = turned(v[4], 6) ^ turned(v[4], 11) ^ turned(v[4], 25)
        let choice = (v[4] & v[5]) ^ (~v[4] & v[6])
        let first = v[7] &+ high &+ choice &+ constants[index] &+ words[index]
        let low = turned(v[0], 2) ^ turned(v[0], 13) ^ turned(v[0], 22)
        let majority = (v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2])
        v = [first &+ low &+ majority, v[0], v[1], v[2], v[3] &+ first, v[4], v[5], v[6]]
      }
      for index in 0..<8 { state[index] &+= v[index] }
    }
    return state.flatMap { word in (0..<4).map { UInt8(truncatingIfNeeded: word >> (24 - 8 * $0)) } }
  }
}
