internal import ReviewModel

/// The looks of a form's cells.
struct FormStyles {
  /// The headers of columns that must be filled in, and of others.
  let needed, optional: Format
  let title, remark, guideHead, guide, guideMark, text: Format
  let font: (name: String, size: Double)
  private let cells: [String: Format]

  init(_ book: borrowing Workbook, _ language: Language) throws(WriteError) {
    let font = Styles.font(of: language)
    self.font = font
    func format(_ look: (Format) -> Void) throws(WriteError) -> Format {
      try book.addFormat { format in
        format.font(font.name, size: font.size)
        format.centreVertically()
        look(format)
      }
    }
    needed = try format { format in
      format.font(font.name, size: font.size, bold: true, color: Colors.white)
      format.fill(Colors.head)
      format.align(.centre)
    }
    optional = try format { format in
      format.font(font.name, size: font.size, bold: true, color: Colors.head)
      format.fill(Colors.total)
      format.align(.centre)
      format.bottomLine(Colors.head)
    }
    title = try format { $0.font(font.name, size: 16, bold: true, color: Colors.head) }
    remark = try format { $0.font(font.name, size: font.size, color: Colors.faint) }
    guideHead = try format { format in
      format.font(font.name, size: font.size, bold: true, color: Colors.head)
      format.fill(Colors.total)
      format.align(.left)
      format.indent(1)
      format.bottomLine(Colors.head)
    }
    guide = try format { format in
      format.align(.left)
      format.indent(1)
      format.bottomLine(Colors.line)
      format.wrap()
    }
    guideMark = try format { format in
      format.bottomLine(Colors.line)
      format.align(.centre)
    }
    text = try format { _ in }
    var cells: [String: Format] = [:]
    for (number, alignment) in Self.looks {
      cells[number] = try format { format in
        format.number(number)
        format.align(alignment)
        if alignment == .left {
          format.indent(1)
          // A row grows with what is written into it.
          format.wrap()
        }
        format.bottomLine(Colors.line)
        format.unlock()
      }
    }
    self.cells = cells
  }

  /// The look of a cell to be filled in.
  func cell(_ entry: Form.Entry) -> Format {
    let number =
      switch entry {
      // As text, so that 007 keeps its zeros, and 2026-10 is not taken for a day.
      case .text, .word, .period: "@"
      case .date: "yyyy-mm-dd"
      case .datetime: "yyyy-mm-dd hh:mm"
      case .money: "#,##0.00"
      case .integer: "0"
      case .number: "General"
      case .rate: "0%"
      }
    return cells[number] ?? text
  }

  private static let looks: [(number: String, alignment: Format.Alignment)] = [
    ("@", .left), ("yyyy-mm-dd", .centre), ("yyyy-mm-dd hh:mm", .centre), ("#,##0.00", .right), ("0", .right),
    ("General", .right), ("0%", .right),
  ]
}
