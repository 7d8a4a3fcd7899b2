internal import Foundation
internal import ReviewModel

/// What a workbook says of itself: its sheets, how it numbers days, where its parts are.
struct XLSXWorkbook: Sendable {
  /// A sheet of cells.
  private struct Sheet: Sendable {
    let name: String
    let part: String
    let isHidden: Bool
  }

  private let file: String
  private var sheets: [Sheet] = []
  let dateSystem: DateSystem
  /// The part with the formats of cells; nil where there is none.
  let styles: String?
  /// The part with the texts that cells share; nil where there is none.
  let sharedStrings: String?

  /// Reads the workbook part of a package, wherever it is.
  init(_ package: XLSXPackage) throws(FileError) {
    file = package.file
    guard let part = try Relationships(of: "", in: package).part(ofType: "officeDocument") else {
      throw Self.noWorkbook(file)
    }
    let handler = Handler()
    guard try package.read(part, handler) else { throw Self.noWorkbook(file) }
    let related = try Relationships(of: part, in: package)
    dateSystem = handler.isFrom1904 ? .from1904 : .from1900
    styles = related.part(ofType: "styles")
    sharedStrings = related.part(ofType: "sharedStrings")
    for sheet in handler.sheets {
      // Sheets of charts, dialogs and macros are no worksheets.
      guard let found = related.part(withID: sheet.id), found.type == "worksheet" else { continue }
      sheets.append(Sheet(name: sheet.name, part: found.name, isHidden: sheet.isHidden))
    }
  }

  /// The names of the worksheets, in the workbook's order.
  var sheetNames: [String] { sheets.map(\.name) }

  /// The part of the sheet of that name; without a name, of the first that a person sees.
  func part(ofSheet name: String?) throws(FileError) -> String {
    guard let name else {
      guard let sheet = sheets.first(where: { !$0.isHidden }) ?? sheets.first else {
        throw FileError(
          file: file, problem: "the workbook has no worksheet", remedy: "put the rows on a worksheet")
      }
      return sheet.part
    }
    guard let sheet = sheets.first(where: { Self.folded($0.name) == Self.folded(name) }) else {
      let names = sheetNames.prefix(20).joined(separator: ", ") + (sheets.count > 20 ? " …" : "")
      throw FileError(
        file: file, problem: "there is no worksheet \(name)",
        remedy: sheets.isEmpty ? "it has none at all" : "it has \(names)")
    }
    return sheet.part
  }

  /// Its scalars in NFKC, without white space around them.
  private static func folded(_ name: String) -> [Unicode.Scalar] {
    Array(
      name.precomposedStringWithCompatibilityMapping.trimmingCharacters(in: .whitespacesAndNewlines)
        .unicodeScalars)
  }

  private static func noWorkbook(_ file: String) -> FileError {
    FileError(
      file: file, problem: "is a zip file, but there is no workbook in it",
      remedy: "give a workbook that Excel saved as .xlsx")
  }

  private final class Handler: ElementHandler {
    var sheets: [(name: String, id: String, isHidden: Bool)] = []
    var isFrom1904 = false

    func start(_ element: Element) {
      if element.isNamed("workbookPr") {
        isFrom1904 = element.flag("date1904")
      } else if element.isNamed("sheet"), let name = element.text(of: "name"), let id = element.relationship {
        sheets.append((name, id, element.text(of: "state").map { $0 != "visible" } ?? false))
      }
    }

    func end() {}
    func text(_ bytes: UnsafeRawBufferPointer) {}
  }
}
