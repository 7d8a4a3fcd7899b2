extension Unicode.Scalar {
  /// The columns that it takes where text is set in columns: 2 where it is wide or full-width by UAX #11 of Unicode
  /// 16.0, or an emoji; 0 for marks on others and for what is not seen, which UAX #11 leaves to others; else 1.
  ///
  /// Ranges hold what is not assigned between those that are wide.
  @inlinable
  public var columns: Int {
    switch value {
    case 0..<0x300: 1
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3040...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3,
      0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
      0x16FE0...0x1B2FF, 0x1F200...0x1F265, 0x20000...0x3FFFD:
      2
    default: rareColumns
    }
  }

  @usableFromInline
  var rareColumns: Int {
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: 0
    default:
      // The letters of flags come in pairs, which are wide together.
      properties.isEmojiPresentation && !(0x1F1E6...0x1F1FF).contains(value) ? 2 : 1
    }
  }
}

extension String {
  /// The columns that it takes where text is set in columns.
  public var columns: Int { unicodeScalars.reduce(0) { $0 + $1.columns } }
}
