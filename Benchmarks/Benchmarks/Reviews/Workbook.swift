internal import Foundation
internal import ReviewKit
internal import XLSXWriter

/// The rows of a file as a workbook of one sheet, with shared texts, numbers and dates, as a spreadsheet saves it.
struct Workbook {
  private static let calendar = Calendar(identifier: .gregorian)

  private let source: URL

  /// A CSV file.
  init(of file: URL) { source = file }

  /// Writes it.
  func write(to file: URL) throws {
    guard let workbook = workbook_new(file.path) else { throw Problem("\(file.path): cannot be created") }
    let sheet = workbook_add_worksheet(workbook, nil)
    let dateFormat = workbook_add_format(workbook)
    format_set_num_format(dateFormat, "yyyy-mm-dd")
    var row: lxw_row_t = 0
    try Show(file: source.path)() { _, fields in
      for (column, field) in fields.enumerated() {
        let column = lxw_col_t(column)
        let error =
          if var day = Self.day(field) {
            worksheet_write_datetime(sheet, row, column, &day, dateFormat)
          } else {
            switch FieldValue(field) {
            case .blank: LXW_NO_ERROR
            case .number(let number): worksheet_write_number(sheet, row, column, number, nil)
            case .text(let text): worksheet_write_string(sheet, row, column, text, nil)
            }
          }
        try Self.check(error, file)
      }
      row += 1
    }
    try Self.check(workbook_close(workbook), file)
  }

  /// The day that a field is, as `YYYY-MM-DD`; of one that does not exist the library would make another.
  private static func day(_ field: String) -> lxw_datetime? {
    let parts = field.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2], let year = Int32(parts[0]), let month = Int32(parts[1]),
      let day = Int32(parts[2]),
      DateComponents(calendar: calendar, year: Int(year), month: Int(month), day: Int(day)).isValidDate
    else { return nil }
    return lxw_datetime(year: year, month: month, day: day, hour: 0, min: 0, sec: 0)
  }

  private static func check(_ error: lxw_error, _ file: URL) throws {
    guard error == LXW_NO_ERROR else {
      throw Problem("\(file.path): \(String(cString: lxw_strerror(error)))")
    }
  }
}
