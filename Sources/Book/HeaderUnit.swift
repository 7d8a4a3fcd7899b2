/// The unit that a header of amounts names: 目标(万元), Amount (k).
package enum HeaderUnit {
  private static let words: Set = [
    "千", "千元", "仟元", "万", "萬", "万元", "萬元", "百万", "百萬", "百万元", "百萬元", "千万", "千萬", "千万元", "千萬元", "亿", "億",
    "亿元", "億元", "k", "thousand", "thousands", "000", "'000", "000s", "'000s", "mn", "m", "mio", "million",
    "millions",
  ]

  /// What stands beside a unit in the same parentheses.
  private static let beside: Set = [
    "单位", "單位", "in", "unit", "units", "of", "rmb", "cny", "usd", "eur", "¥", "$", "€",
  ]

  /// The unit, as it is compared; nil where amounts are of the currency itself. It stands in parentheses, or as a word
  /// of its own at the end; in Chinese, where words have nothing between them, 万元 is one but 千 is not.
  package static func unit(in header: String) -> String? {
    let header = normalisedHeader(header)
    let parts = header.split { "()[]【】〔〕<>".contains($0) }
    guard let last = parts.last else { return nil }
    let tokens = last.split { "_:,/;、,".contains($0) }.map(String.init).filter { !beside.contains($0) }
    if parts.count > 1 || tokens.count > 1, let unit = tokens.last, words.contains(unit),
      parts.count == 1 || tokens.count == 1
    {
      return unit
    }
    return words.filter { $0.unicodeScalars.count > 1 && $0.hasSuffix("元") && header.hasSuffix($0) }
      .max { $0.unicodeScalars.count < $1.unicodeScalars.count }
  }
}
