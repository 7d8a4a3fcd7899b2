/// What a cell's number format makes of its number.
enum NumberFormat: Hashable, Sendable {
  case number
  /// A day, and perhaps a time of day.
  case date
  /// A time of day; also a day where the number holds one.
  case time
  /// Hours that may exceed a day.
  case elapsed

  /// The format of an id that a workbook need not define (ECMA-376, part 1, 18.8.30). Ids 27 to 36 and 50 to 58 are
  /// those of East Asian versions; what some of them show differs between these.
  init(builtIn id: Int) {
    switch id {
    case 14...17, 22, 27...31, 36, 50...54, 57, 58: self = .date
    case 18...21, 32...35, 45, 47, 55, 56: self = .time
    case 46: self = .elapsed
    default: self = .number
    }
  }

  /// The format that a code such as `yyyy"年"m"月"d"日"` describes. Its first section is that of positive numbers.
  init(code: some StringProtocol) {
    var has = Parts()
    var scalars = code.unicodeScalars.makeIterator()
    scan: while let scalar = scalars.next() {
      switch scalar {
      case ";": break scan
      case "\"": while let next = scalars.next(), next != "\"" {}
      // What follows is shown as it is, leaves its width free, or fills the cell.
      case "\\", "_", "*": _ = scalars.next()
      case "[":
        var content = ""
        while let next = scalars.next(), next != "]" { content.unicodeScalars.append(next) }
        has.bracket(content)
      case "y", "Y", "d", "D": has.day = true
      case "m", "M": has.month = true
      case "h", "H", "s", "S": has.time = true
      default: break
      }
    }
    self = has.format
  }

  /// Which letters stand in a code.
  private struct Parts {
    var day = false
    /// Or minute.
    var month = false
    var time = false
    var elapsed = false

    /// `[h]`, `[mm]`, `[ss]` count on; `[Red]`, `[$-804]`, `[<100]` say nothing here.
    mutating func bracket(_ content: String) {
      let letters = Set(content.lowercased())
      if letters == ["h"] || letters == ["m"] || letters == ["s"] { elapsed = true }
    }

    var format: NumberFormat {
      if day { return .date }
      if elapsed { return .elapsed }
      if time { return .time }
      return month ? .date : .number
    }
  }
}

/// The number formats of a workbook's cells, by the style that a cell names.
struct CellFormats: Sendable {
  private let formats: [NumberFormat]

  /// Reads the part with the styles.
  init(_ handler: StyleHandler) {
    formats = handler.styles.map { handler.codes[$0] ?? NumberFormat(builtIn: $0) }
  }

  /// No styles: every number is one.
  init() { formats = [] }

  /// The format of a style.
  subscript(style: Int) -> NumberFormat { formats.indices.contains(style) ? formats[style] : .number }
}

/// Reads what styles.xml says of number formats.
final class StyleHandler: ElementHandler {
  /// The formats that the workbook defines, by id.
  private(set) var codes: [Int: NumberFormat] = [:]
  /// The id of the number format of each style of cells.
  private(set) var styles: [Int] = []
  private var path: [Bool] = []
  /// How deep `cellXfs` stands: other lists have `xf` elements too.
  private var isInStyles = false

  func start(_ element: Element) {
    let isList = element.isNamed("cellXfs")
    if isList { isInStyles = true }
    path.append(isList)
    if element.isNamed("numFmt"), let id = element.text(of: "numFmtId").flatMap({ Int($0) }),
      let code = element.text(of: "formatCode")
    {
      codes[id] = NumberFormat(code: code)
    } else if isInStyles, element.isNamed("xf") {
      styles.append(element.text(of: "numFmtId").flatMap { Int($0) } ?? 0)
    }
  }

  func end() {
    if path.popLast() == true { isInStyles = false }
  }

  func text(_ bytes: UnsafeRawBufferPointer) {}
}
