internal import ReviewModel

/// The looks of a workbook's cells, each made once.
struct Styles {
  /// How a value is shown: as its kind asks for.
  enum Value: Int, CaseIterable {
    case text, money, price, rate, count, number, decimals, date, flag

    /// The format of numbers; nil for texts.
    fileprivate func format(_ currency: String) -> String? {
      switch self {
      case .text, .flag: nil
      case .price: "#,##0.00\" \(currency.filter { $0 != "\"" })\""
      case .money: "#,##0.00"
      case .rate: "0.0%"
      case .count: "#,##0"
      case .number: "#,##0.0"
      case .decimals: "#,##0.00"
      case .date: "yyyy-mm-dd"
      }
    }

    fileprivate var alignment: Format.Alignment {
      switch self {
      case .text: .left
      case .date, .flag: .centre
      default: .right
      }
    }

    /// The look of a column's cells, as far as its kind tells.
    init(_ kind: ValueKind) {
      self =
        switch kind {
        case .text, .datetime: .text
        case .money: .money
        case .rate: .rate
        case .count: .count
        case .number: .number
        case .date: .date
        case .flag: .flag
        }
    }
  }

  let organisation, title, note, link, remark, group, groupCount, faint, faintRight: Format
  /// The head of a column of numbers that has no filter.
  let plainHead: Format
  /// What is laid over a cell by its grade, the poorest first.
  let grades: [(grade: Grade, format: Format)]
  private let heads: [Format]
  private let bare: [Format]
  private let cells: [Format]
  private let totals: [Format]

  init(_ book: borrowing Workbook, _ language: Language, currency: String) throws(WriteError) {
    let (font, size) = Self.font(of: language)
    func text(_ look: (Format) -> Void) throws(WriteError) -> Format {
      try book.addFormat { format in
        format.align(.left)
        format.indent(1)
        format.centreVertically()
        look(format)
      }
    }
    organisation = try text { $0.font(font, size: 20, bold: true, color: Colors.head) }
    title = try text { $0.font(font, size: 14, bold: true, color: Colors.head) }
    note = try text { $0.font(font, size: 9, color: Colors.faint) }
    remark = try text { $0.font(font, size: 9, italic: true, color: Colors.faint) }
    faint = try text { $0.font(font, size: size, color: Colors.faint) }
    faintRight = try text { format in
      format.font(font, size: size, color: Colors.faint)
      format.align(.right)
    }
    link = try text { format in
      format.font(font, size: size, color: Colors.link)
      format.underline()
    }
    group = try text { format in
      format.font(font, size: size + 1, bold: true, color: Colors.head)
      format.bottomLine(Colors.head)
    }
    groupCount = try text { format in
      format.font(font, size: 9, color: Colors.faint)
      format.align(.right)
      format.bottomLine(Colors.head)
    }
    heads = try [Format.Alignment.left, .centre, .right].map { alignment throws(WriteError) in
      try book.addFormat { format in
        format.font(font, size: size, bold: true, color: Colors.white)
        format.fill(Colors.head)
        format.wrap()
        format.centreVertically()
        format.align(alignment)
        // The filter's button sits in the corner on the right.
        if alignment != .centre { format.indent(alignment == .right ? 2 : 1) }
      }
    }
    plainHead = try book.addFormat { format in
      format.font(font, size: size, bold: true, color: Colors.white)
      format.fill(Colors.head)
      format.centreVertically()
      format.align(.right)
    }
    // Three looks for each kind of value: bare, in a table, in its totals.
    func formats(_ look: (Format) -> Void) throws(WriteError) -> [Format] {
      try Value.allCases.map { value throws(WriteError) in
        try book.addFormat { format in
          format.align(value.alignment)
          if value.alignment == .left { format.indent(1) }
          format.centreVertically()
          if let number = value.format(currency) { format.number(number) }
          look(format)
        }
      }
    }
    bare = try formats { $0.font(font, size: size) }
    cells = try formats { format in
      format.font(font, size: size)
      format.bottomLine(Colors.line)
    }
    totals = try formats { format in
      format.font(font, size: size, bold: true)
      format.fill(Colors.total)
      format.topLine(Colors.head)
    }
    grades = try Grade.allCases.map { grade throws(WriteError) in
      let colors = Colors.of(grade)
      return (
        grade,
        try book.addFormat { format in
          format.fill(colors.fill)
          format.color(colors.ink)
        }
      )
    }
  }

  /// The font of a language, and its size in points.
  static func font(of language: Language) -> (name: String, size: Double) {
    switch language {
    case .simplifiedChinese: ("Microsoft YaHei", 10)
    case .traditionalChinese: ("Microsoft JhengHei", 10)
    case .english: ("Calibri", 11)
    }
  }

  func bare(_ value: Value) -> Format { bare[value.rawValue] }
  func cell(_ value: Value) -> Format { cells[value.rawValue] }
  func total(_ value: Value) -> Format { totals[value.rawValue] }

  func head(_ value: Value) -> Format {
    switch value.alignment {
    case .left: heads[0]
    case .centre: heads[1]
    case .right: heads[2]
    }
  }
}

extension Section {
  /// The colour of its tabs.
  var color: UInt32 {
    switch self {
    case .achievement: 0x1F4E79
    case .projects: 0x2E75B6
    case .leads: 0x2F855A
    case .actions: 0xB7791F
    case .customers: 0x6B46C1
    case .money: 0xC05621
    case .pack: 0x718096
    }
  }
}
