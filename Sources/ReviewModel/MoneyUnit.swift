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
    self.currency = catalogue.currency(currency)
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
  // 39 digits, 13 commas, a point, a sign and as many zeros after the point as a figure has. A string of so much room
  // would ask for memory, and most figures need none.
  withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 64 + decimals) { text in
    var start = text.count
    func put(_ byte: UInt8) {
      start -= 1
      text[start] = byte
    }
    // From the last digit to the first. Nearly all figures have less than 64 bits, and a division of 128 is a call.
    var written = 0
    func putDigits(_ digits: some UnsignedInteger & FixedWidthInteger) {
      var rest = digits
      repeat {
        if written == decimals, decimals > 0 { put(UInt8(ascii: ".")) }
        if written > decimals, (written - decimals) % 3 == 0 { put(UInt8(ascii: ",")) }
        let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
        put(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: digit))
        rest = quotient
        written += 1
      } while rest != 0 || written <= decimals
    }
    if let small = UInt64(exactly: units.magnitude) { putDigits(small) } else { putDigits(units.magnitude) }
    if units < 0 { put(UInt8(ascii: "-")) }
    return String(decoding: text[start...], as: UTF8.self)
  }
}
