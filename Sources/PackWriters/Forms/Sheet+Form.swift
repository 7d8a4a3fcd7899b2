internal import CXLSXWriter
internal import ReviewModel

/// What only forms need of a sheet.
extension Sheet {
  /// Nobody sees it unless they ask for it.
  func hide() { worksheet_hide(sheet) }

  /// The width of a column, and the look of its cells that nobody has written.
  func setColumn(_ column: Int, width: Double, _ format: Format) throws(WriteError) {
    let error = worksheet_set_column(sheet, UInt16(column), UInt16(column), width, format.pointer)
    try check(error, path)
  }

  /// A note on a cell, large enough for its text.
  func note(_ text: String, _ row: Int, _ column: Int, font: (name: String, size: Double)) throws(WriteError)
  {
    let text = CellText.prepared(text)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      .reduce(0) { $0 + max(1, (String($1).columns + 35) / 36) }
    let error = font.name.withMutableCString { name in
      var options = lxw_comment_options()
      options.width = 260
      options.height = UInt16(14 + 18 * lines)
      options.font_name = name
      options.font_size = 9
      options.color = 0xFFFBE6
      return worksheet_write_comment_opt(sheet, UInt32(row), UInt16(column), text, &options)
    }
    try check(error, path)
  }

  /// Checks what is entered in a column below the first row.
  func setRule(_ rule: EntryRule, ofColumn column: Int) throws(WriteError) {
    let formula =
      switch rule.check {
      case .list(let range): range
      case .formula(let formula): formula
      default: ""
      }
    // Excel's limits: 32 characters and 255.
    let title = CellText.cut(rule.title, to: 32) ?? rule.title
    let message = CellText.cut(rule.message, to: 255) ?? rule.message
    let error = formula.withMutableCString { formula in
      title.withMutableCString { title in
        message.withMutableCString { message in
          var validation = lxw_data_validation()
          validation.set(rule.check, formula: formula)
          validation.error_title = title
          validation.error_message = message
          let type = rule.isOpen ? LXW_VALIDATION_ERROR_TYPE_WARNING : LXW_VALIDATION_ERROR_TYPE_STOP
          validation.error_type = UInt8(type.rawValue)
          return worksheet_data_validation_range(
            sheet, 1, UInt16(column), UInt32(Self.rowLimit - 1), UInt16(column), &validation)
        }
      }
    }
    try check(error, path)
  }

  /// Locks what is not unlocked, without a password; rows may be added, sorted and looked for.
  func protectHeaders() throws(WriteError) {
    var allowed = lxw_protection()
    allowed.format_cells = 1
    allowed.format_columns = 1
    allowed.format_rows = 1
    allowed.insert_rows = 1
    allowed.delete_rows = 1
    allowed.sort = 1
    allowed.autofilter = 1
    worksheet_protect(sheet, nil, &allowed)
  }
}

extension lxw_data_validation {
  fileprivate mutating func set(_ check: EntryRule.Check, formula: UnsafeMutablePointer<CChar>) {
    func between(_ type: lxw_validation_types, _ low: Double, _ high: Double) {
      validate = UInt8(type.rawValue)
      criteria = UInt8(LXW_VALIDATION_CRITERIA_BETWEEN.rawValue)
      minimum_number = low
      maximum_number = high
    }
    switch check {
    case .list:
      validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
      value_formula = formula
    case .formula:
      validate = UInt8(LXW_VALIDATION_TYPE_CUSTOM_FORMULA.rawValue)
      value_formula = formula
    case .days(let days): between(LXW_VALIDATION_TYPE_DATE_NUMBER, days.lowerBound, days.upperBound)
    case .decimal(let range): between(LXW_VALIDATION_TYPE_DECIMAL, range.lowerBound, range.upperBound)
    case .whole(let range):
      between(LXW_VALIDATION_TYPE_INTEGER, Double(range.lowerBound), Double(range.upperBound))
    }
  }
}
