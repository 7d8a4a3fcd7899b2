internal import ReviewModel

/// How wide text stands, estimated without a font: what takes two columns takes one em, `M` and the like nearly so,
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

  /// A scalar's width. Dashes, dots and quotation marks fill a square in fonts for Chinese.
  private static func ems(_ scalar: Unicode.Scalar) -> Double {
    switch scalar.value {
    case 0x25, 0x40, 0x4D, 0x57, 0x6D, 0x77: 0.95  // % @ M W m w
    case 0x20, 0x28, 0x29, 0x49, 0x66, 0x69, 0x6A, 0x6C, 0x72, 0x74: 0.42  // space ( ) I f i j l r t
    case 0x2014...0x2026: 1
    default:
      switch scalar.columns {
      case 0: 0
      case 1: 0.6
      default: 1
      }
    }
  }
}
