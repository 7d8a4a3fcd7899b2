internal import CXLSXWriter
internal import ReviewModel

/// How cells look. Owned by its workbook.
struct Format {
  let pointer: UnsafeMutablePointer<lxw_format>

  init(_ pointer: UnsafeMutablePointer<lxw_format>) { self.pointer = pointer }

  func font(
    _ name: String, size: Double, bold: Bool = false, italic: Bool = false, color: UInt32 = Colors.ink
  ) {
    format_set_font_name(pointer, name)
    format_set_font_size(pointer, size)
    format_set_font_color(pointer, color)
    if bold { format_set_bold(pointer) }
    if italic { format_set_italic(pointer) }
  }

  func number(_ format: String) { format_set_num_format(pointer, format) }
  func fill(_ color: UInt32) { format_set_bg_color(pointer, color) }
  func color(_ color: UInt32) { format_set_font_color(pointer, color) }
  func wrap() { format_set_text_wrap(pointer) }
  /// Keeps a text off its cell's edge, by so many blanks.
  func indent(_ blanks: UInt8) { format_set_indent(pointer, blanks) }
  func underline() { format_set_underline(pointer, UInt8(LXW_UNDERLINE_SINGLE.rawValue)) }

  /// Lets people write where the sheet is protected.
  func unlock() { format_set_unlocked(pointer) }

  func topLine(_ color: UInt32) {
    format_set_top(pointer, UInt8(LXW_BORDER_THIN.rawValue))
    format_set_top_color(pointer, color)
  }

  func bottomLine(_ color: UInt32) {
    format_set_bottom(pointer, UInt8(LXW_BORDER_THIN.rawValue))
    format_set_bottom_color(pointer, color)
  }

  enum Alignment { case left, centre, right }

  func align(_ alignment: Alignment) {
    let value =
      switch alignment {
      case .left: LXW_ALIGN_LEFT
      case .centre: LXW_ALIGN_CENTER
      case .right: LXW_ALIGN_RIGHT
      }
    format_set_align(pointer, UInt8(value.rawValue))
  }

  func centreVertically() { format_set_align(pointer, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue)) }
}

/// The colours of the workbook: ink and greys, one blue, and the three of an achievement.
enum Colors {
  static let ink: UInt32 = 0x1F2937
  static let faint: UInt32 = 0x6B7280
  static let line: UInt32 = 0xDFE3E8
  static let head: UInt32 = 0x1F3A5F
  static let white: UInt32 = 0xFFFFFF
  static let total: UInt32 = 0xEEF2F7
  static let link: UInt32 = 0x1D4ED8
  static let bar: UInt32 = 0xC3D7F0

  static func of(_ grade: Grade) -> (fill: UInt32, ink: UInt32) {
    switch grade {
    case .poor: (0xFBE3E1, 0x9B1C1C)
    case .fair: (0xFFF3D1, 0x7A5200)
    case .good: (0xE1F2E3, 0x14532D)
    }
  }
}
