/// In what people read amounts: a currency in ones, thousands or ten thousands.
///
/// Rounding for people happens here; what it rounds is the exact value.
public struct MoneyUnit: Hashable, Sendable {
  /// What amounts are divided by.
  public let divisor: Int
  /// Its name: `万元`.
  public let name: String
  /// The currency's name: `元`.
  public let currency: String

  /// The unit by its divisor and the currency's code.
  public init(_ divisor: Int, currency: String, _ catalogue: Catalogue) {
    self.divisor = max(divisor, 1)
    let key = "currency.\(currency)"
    let known = catalogue.text(key)
    self.currency = known == key ? currency : known
    name = catalogue.text("unit.\(self.divisor)", self.currency)
  }

  /// An amount in this unit: whole units of 1, a decimal of larger ones; an amount that this would show as
  /// zero keeps the decimals that it needs.
  public func text(_ sum: MoneySum) -> String {
    let wanted = divisor == 1 ? 0 : 1
    for decimals in wanted..<7 {
      let units = scaled(sum, to: decimals)
      if units != 0 || sum == .zero { return groupedText(units, decimals: decimals) }
    }
    return groupedText(0, decimals: wanted)
  }

  /// An amount in this unit with two decimals, as in the workbook's cells.
  public func preciseText(_ sum: MoneySum) -> String { groupedText(scaled(sum, to: 2), decimals: 2) }

  /// What one piece costs, in the currency itself, which it names where this unit is another.
  public func priceText(_ sum: MoneySum) -> String {
    let price = groupedText(sum.hundredths, decimals: 2)
    return divisor == 1 ? price : "\(price) \(currency)"
  }

  private func scaled(_ sum: MoneySum, to decimals: Int) -> Int128 {
    (sum.hundredths * powerOfTen(decimals)).divided(by: Int128(divisor) * 100)
  }
}

/// `units` × 10^-`decimals` with a comma between thousands.
public func groupedText(_ units: Int128, decimals: Int) -> String {
  let (whole, rest) = units.magnitude.quotientAndRemainder(dividingBy: powerOfTen(decimals).magnitude)
  let digits = Array(String(whole).utf8)
  var text = units < 0 ? "-" : ""
  for (index, digit) in digits.enumerated() {
    if index > 0, (digits.count - index) % 3 == 0 { text += "," }
    text.unicodeScalars.append(Unicode.Scalar(digit))
  }
  guard decimals > 0 else { return text }
  let tail = String(rest)
  return text + "." + String(repeating: "0", count: decimals - tail.utf8.count) + tail
}
