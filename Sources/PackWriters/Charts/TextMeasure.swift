/// How wide text stands, estimated without a font: East Asian wide scalars take one em, `M` and the like nearly so,
/// `i` and the like 0.42 em, others 0.6 em, and bold ones more. The estimate errs on the wide side for most fonts a
/// system has, so labels laid out by it do not collide.
enum TextMeasure {
  /// The width of `text` at a font size.
  static func width(_ text: String, size: Double = SVG.textSize, isBold: Bool = false) -> Double {
    let wide = isBold ? 1.12 : 1
    return text.unicodeScalars.reduce(0) { $0 + ems($1) } * size * wide
  }

  /// The width of the widest of these texts; 0 for none.
  static func widest(_ texts: some Sequence<String>, isBold: Bool = false) -> Double {
    texts.reduce(0) { max($0, width($1, isBold: isBold)) }
  }

  /// `text`, or as much of its beginning as fits together with `…`.
  static func fitted(_ text: String, to limit: Double, size: Double) -> String {
    guard width(text, size: size) > limit else { return text }
    var left = limit - size
    var kept = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      left -= ems(scalar) * size
      guard left >= 0 else { break }
      kept.append(scalar)
    }
    return String(kept) + "…"
  }

  /// A scalar's width. CJK, kana, Hangul, full-width forms, emoji: the blocks in which a glyph fills a square.
  private static func ems(_ scalar: Unicode.Scalar) -> Double {
    switch scalar.value {
    case 0x1100...0x115F, 0x2014...0x2026, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE4F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F000...0x1FAFF, 0x20000...0x3FFFD:
      1
    case 0x25, 0x40, 0x4D, 0x57, 0x6D, 0x77: 0.95  // % @ M W m w
    case 0x20, 0x28, 0x29, 0x49, 0x66, 0x69, 0x6A, 0x6C, 0x72, 0x74: 0.42  // space ( ) I f i j l r t
    default: 0.6
    }
  }
}
