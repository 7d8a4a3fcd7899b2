/// Which bytes lie inside quotes, 64 bytes at a time, carried from one step to the next.
///
/// RFC 4180 with the two latitudes of docs/inputs.md, section 5: a quote opens only at the start of a field, and
/// after a closing quote everything up to the delimiter is ordinary. So quotes pair up by parity, which six shifts
/// compute for 64 bytes, as long as each quote that parity would open stands at the start of a field or right
/// after a closing quote (a doubled quote: closed and opened again). The rare quote that does neither is ordinary;
/// `dropOrdinary` takes it out, and parity holds for the rest.
struct QuoteState {
  /// All ones when the next byte lies inside quotes.
  private(set) var inside: UInt64 = 0
  /// 1 when a quote as the next byte would open a field or reopen one. Rows begin so.
  private var mayOpen: UInt64 = 1

  /// What one step of 64 bytes turned out to be.
  struct Step {
    /// From an opening quote up to its closing quote, the latter excluded.
    var inside: UInt64
    /// Quotes of which a field's text is more than the bytes between its first and last: doubled or ordinary.
    var awkward: UInt64
  }

  /// Takes a step without a quote in it while outside quotes.
  @inline(__always)
  mutating func step(separators: UInt64) {
    mayOpen = separators >> 63
  }

  /// Takes a step; `separators` are delimiters, line feeds and carriage returns wherever they stand.
  @inline(__always)
  mutating func step(quotes: UInt64, separators: UInt64) -> Step {
    var quotes = quotes
    var inside = Self.parity(quotes) ^ self.inside
    var opening = quotes & inside
    var closing = quotes & ~inside
    var awkward: UInt64 = 0
    if opening & ~((separators | closing) << 1 | mayOpen) != 0 {
      awkward = dropOrdinary(&quotes, separators: separators)
      inside = Self.parity(quotes) ^ self.inside
      opening = quotes & inside
      closing = quotes & ~inside
    }
    // A reopened field is one whose opening quote follows a closing one, here or in the step before.
    awkward |= opening & ~(separators << 1) & ~1 | opening & 1
    mayOpen = (separators | closing) >> 63
    self.inside = UInt64(bitPattern: Int64(bitPattern: inside) >> 63)
    return Step(inside: inside, awkward: awkward)
  }

  /// Removes the quotes that are ordinary characters and returns them.
  @inline(never)
  private func dropOrdinary(_ quotes: inout UInt64, separators: UInt64) -> UInt64 {
    var left = quotes
    var ordinary: UInt64 = 0
    var isInside = inside != 0
    var opens = separators << 1 | mayOpen
    while left != 0 {
      let quote = left & (0 &- left)
      left ^= quote
      if isInside {
        isInside = false
        opens |= quote << 1
      } else if opens & quote != 0 {
        isInside = true
      } else {
        ordinary |= quote
      }
    }
    quotes ^= ordinary
    return ordinary
  }

  /// Each bit the parity of itself and all lower bits.
  @inline(__always)
  private static func parity(_ bits: UInt64) -> UInt64 {
    var bits = bits
    bits ^= bits << 1
    bits ^= bits << 2
    bits ^= bits << 4
    bits ^= bits << 8
    bits ^= bits << 16
    bits ^= bits << 32
    return bits
  }
}
