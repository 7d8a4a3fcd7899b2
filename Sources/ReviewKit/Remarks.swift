internal import Book
internal import Facts
internal import FlatFiles
internal import Foundation
internal import ReviewModel

/// Everything that a person should know of a book that has been read though no row of it is wrong.
struct Remarks {
  private let book: OpenBook
  private let facts: BookFacts
  private let folder: String
  /// JSON files that wrap their rows into an object with other members, with the member: one row, and rejected.
  private let wrapped: [(file: String, member: String)]
  /// How many files of one matter are named.
  private static let filesNamed = 4

  init(_ book: OpenBook, _ facts: BookFacts, in folder: String) {
    self.book = book
    self.facts = facts
    self.folder = folder
    let suspects = Set(facts.quality.filter { $0.counts.rows == 1 && $0.counts.rejected == 1 }.map(\.file))
    wrapped = book.files.files.filter { $0.format == .json && suspects.contains($0.path) }.compactMap {
      file in
      Self.rowsMember(of: file, in: folder, book.configuration).map { (file.path, $0) }
    }
  }

  /// Everything, in the order in which `run` says it.
  func all(_ unread: UnreadFiles) -> [Remark] { ofRows + unread.remarks + ofHeaders }

  /// What of the figures may be wrong: `run` and `check` say so alike.
  var ofRows: [Remark] {
    future + facts.doubts.map(remark)
      + wrapped.map { Remark(file: $0.file, key: "wrapped", arguments: [.text($0.member)]) }
      + rejectedFiles + errorCells + unitsInHeaders
      + FileRemarks(in: folder, book, facts.quality).all
  }

  /// Amounts whose header in review.yaml names a unit, which nothing multiplies them by.
  private var unitsInHeaders: [Remark] {
    InputKind.allCases.flatMap { kind -> [Remark] in
      let files = book.files.files.filter { $0.kind == kind }.map(\.path)
      guard !files.isEmpty else { return [] }
      let options = book.configuration.options(of: kind)
      return KindSchema.of(kind).columns.filter { $0.type == .money }.compactMap { column in
        guard let header = options.columns[column.id], let unit = HeaderUnit.unit(in: header) else {
          return nil
        }
        return Remark(file: listed(files), key: "unit", arguments: [.text(header), .text(unit)])
      }
    }
  }

  /// Amounts and days that are missing for a spreadsheet's errors: they are blank, and the rows count.
  private var errorCells: [Remark] {
    struct Place: Hashable {
      let file: String
      let column: String
    }
    let errors = facts.warnings.filter { $0.code == .errorCell }
    let lines = Dictionary(grouping: errors) {
      Place(file: $0.location.file, column: $0.location.column ?? "")
    }
    .mapValues { $0.map(\.location.line) }
    // By file and by column as the schema has them: the order of a Dictionary shows nowhere.
    return book.files.files.flatMap { file in
      KindSchema.of(file.kind).columns.filter { [.money, .date, .datetime].contains($0.type) }.compactMap {
        column in
        guard let lines = lines[Place(file: file.path, column: column.id)] else { return nil }
        return Remark(
          file: file.path, line: lines.min(), key: "error-cells",
          arguments: [.text(column.id), .number(lines.count)])
      }
    }
  }

  /// Files of which no row of a kind counts: "2 rows were rejected" would be said of one bad row in a hundred files,
  /// too.
  private var rejectedFiles: [Remark] {
    let whole = facts.quality.filter { file in
      file.counts.rows > 0 && file.counts.rejected == file.counts.rows
        && !wrapped.contains { $0.file == file.file }
    }
    guard !whole.isEmpty else { return [] }
    let rejects = Dictionary(grouping: facts.rejects) { $0.location.file }
    return whole.map { file in
      let reasons = Dictionary(grouping: rejects[file.file] ?? []) { finding in
        (finding.location.column.map { "\($0): " } ?? "") + finding.code.rawValue
      }.mapValues(\.count)
      // Of reasons as common as each other the first by name: the order of a Dictionary shows nowhere.
      let commonest = reasons.max { ($0.value, $1.key) < ($1.value, $0.key) }
      return Remark(
        file: file.file, key: "rejected",
        arguments: [
          .kinds([file.kind]), .number(file.counts.rows), .text(commonest?.key ?? ""), .text(folder),
        ])
    }
  }

  /// Headers that no column is read from. Members of an object that is no row are none.
  var unreadHeaders: [UnreadHeader] {
    let wrapped = Set(wrapped.map(\.file))
    return facts.unread.filter { !wrapped.contains($0.file) }
  }

  /// Headers that are nearly one that a file lacks. A column that nobody asked for is no news; one that is nearly a
  /// name may be the amounts of a whole ledger.
  var ofHeaders: [Remark] {
    unreadHeaders.compactMap { unread in
      unread.near.map {
        Remark(
          file: unread.file, line: unread.line, key: "header", arguments: [.text(unread.header), .text($0)])
      }
    }
  }

  private func remark(_ doubt: Doubt) -> Remark {
    switch doubt {
    case .undatedSnapshots(let files, let areBesideDated):
      return Remark(
        file: listed(files), key: areBesideDated ? "undated.beside" : "undated",
        arguments: [.text(files.last ?? ""), .text(book.period.asOf.description)])
    case .repeatedKey(let file, let kind, let rows, let line):
      let key = book.configuration.key(of: .of(kind))
      let isOrderLine = kind == .orders && key == KindSchema.of(.orders).key
      return Remark(
        file: file, line: line, key: isOrderLine ? "repeated.orders" : "repeated",
        arguments: [
          .number(rows), .text(key.prefix(3).joined(separator: ", ") + (key.count > 3 ? " …" : "")),
          .text(kind.rawValue),
        ])
    case .totalRows(let file, let word, let lines, let rows):
      return Remark(
        file: file, line: lines.first, key: "total",
        arguments: [
          .text(word), .number(rows),
          .text(lines.map(String.init).joined(separator: ", ") + (rows > lines.count ? " …" : "")),
        ])
    case .targetsElsewhere(let file, let first, let last):
      return Remark(
        file: file, key: "targets", arguments: [.text(book.period.name), .text(first), .text(last)])
    case .noRows(let files, let kinds):
      return Remark(file: listed(files), key: "no-rows", arguments: [.kinds(kinds)])
    }
  }

  private var future: [Remark] {
    let today = book.today
    guard today < book.period.span.days.lowerBound else { return [] }
    let last = OpenBook.lastCompleteMonth(before: today)
    return [
      Remark(
        file: book.period.name, key: "future", arguments: [.text(today.description), .text(last.description)])
    ]
  }

  /// The member of a file's only object that holds rows, or an object in which they stand.
  private static func rowsMember(
    of file: InputFile, in folder: String, _ configuration: Configuration
  ) -> String? {
    let path = folder + "/" + file.path
    let encoding = configuration.options(of: file.kind).encoding
    var names: [String] = []
    var values: [String] = []
    // It has been read once: if it cannot be now, there is nothing to remark.
    try? MemberGrid { members, noteLimit throws(FileError) in
      try JSONFile(path: path, name: file.path, encoding: encoding, members: members, noteLimit: noteLimit)
    }
    .forEachRow { line, fields in
      if line == 0 { names = fields } else { values = fields }
    }
    return zip(names, values).first { _, value in
      let start = value.filter { !$0.isWhitespace }.prefix(2)
      return start == "[{" || (start.first == "{" && value.contains("["))
    }?.0
  }

  private func listed(_ files: [String]) -> String {
    files.count <= Self.filesNamed
      ? files.joined(separator: ", ")
      : files.prefix(Self.filesNamed - 1).joined(separator: ", ") + " … " + (files.last ?? "")
  }
}
