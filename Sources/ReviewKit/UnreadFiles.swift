internal import Book
internal import FlatFiles
internal import Foundation
internal import ReviewModel

/// The files of a book that are of no kind, and how each becomes input.
struct UnreadFiles {
  /// How many of those that nothing is known of are named.
  private static let named = 3
  /// A file larger than this is not opened for advice.
  private static let mostBytes = 16 << 20

  /// What to do with a file, as a sentence of the catalogues.
  struct Advice {
    let file: String
    let remedy: Remark.Argument
    /// Whether the advice is of this file, and no general word.
    let isSpecific: Bool

    func text(_ catalogue: Catalogue) -> String { Remark.words(remedy, catalogue) }
  }

  private let folder: String
  private let files: BookFiles
  private let configuration: Configuration
  private let overlooked: Set<String>
  /// Those that hold, or may hold, a table.
  let tables: [String]

  init(in folder: String, _ files: BookFiles, _ configuration: Configuration) {
    self.folder = folder
    self.files = files
    self.configuration = configuration
    let overlooked = Set(files.overlooked)
    self.overlooked = overlooked
    tables = files.unrecognised.filter {
      FileName.isTable($0) || UnreadFormat(path: $0) != nil || overlooked.contains($0)
    }
  }

  /// What `run` says: of each file that is meant as input by its name, or whose kind can be guessed, how it becomes
  /// input; of all others their names, as far as they are few.
  var remarks: [Remark] {
    let all = tables.filter { isOverlooked($0) || !isLeftOut($0) }.map(advice)
    let meant = all.filter { isOverlooked($0.file) }
    let guessed = all.filter { !isOverlooked($0.file) && $0.isSpecific }
    // A text without the headers of a kind is mostly a note to whoever opens the folder.
    let others = all.filter {
      !isOverlooked($0.file) && !$0.isSpecific && UnreadFormat(path: $0.file) != .text
    }
    func unread(_ advice: Advice) -> Remark {
      Remark(file: advice.file, key: "unread", arguments: [advice.remedy])
    }
    let settings = files.unrecognised.filter(Self.isConfiguration).map(advice)
    return settings.map(unread)
      + meant.map { Remark(file: $0.file, key: "overlooked", arguments: [$0.remedy]) }
      + guessed.map(unread) + (others.count > 1 ? [together(others.map(\.file))] : others.map(unread))
  }

  private func together(_ files: [String]) -> Remark {
    let names = Remark.Argument.text(files.prefix(Self.named).joined(separator: ", "))
    let more = files.count - Self.named
    return Remark(
      key: "unread.all",
      arguments: [more > 0 ? .sentence("remark.and-more", [names, .number(more)]) : names, .text(folder)])
  }

  private func isOverlooked(_ path: String) -> Bool { overlooked.contains(path) }

  /// Whether somebody took a file for the book's review.yaml by another spelling of its name.
  private static func isConfiguration(_ path: String) -> Bool {
    ["review.yml", "review.yaml"].contains(path.lowercased())
  }

  /// Whether somebody said on purpose that a file is no input, or it has nothing to read.
  private func isLeftOut(_ path: String) -> Bool {
    guard let kind = files.excluded[path] else { return false }
    return configuration.options(of: kind).files == [] || (isForm(path) && isBlankWorkbook(path))
  }

  /// How a file becomes input.
  func advice(for path: String) -> Advice {
    func advice(_ key: String, _ arguments: [Remark.Argument] = [], isSpecific: Bool = true) -> Advice {
      Advice(
        file: path, remedy: .sentence("remedy.unrecognised" + key, arguments), isSpecific: isSpecific)
    }
    if Self.isConfiguration(path) { return advice(".configuration") }
    let format = UnreadFormat(path: path)
    if let format, format != .text { return advice(".\(format.rawValue)", isSpecific: false) }
    if let kind = files.excluded[path] {
      return advice(isForm(path) ? ".form" : ".excluded", [.kinds([kind]), .text(kind.rawValue)])
    }
    if format == nil, isOverlooked(path) { return advice(".format") }
    if !isOverlooked(path), let kind = KindGuess.kind(headers: headers(of: path), path: path) {
      if configuration.options(of: kind).files != nil {
        return advice(".kind.files", [.kinds([kind]), .text(kind.rawValue)])
      }
      let name = path.split(separator: "/").last.map(String.init) ?? path
      let newName = "\(kind.rawValue)-\(format == .text ? FileName.withoutExtension(name) + ".csv" : name)"
      return advice(".kind", [.kinds([kind]), .text(newName), .text(kind.rawValue)])
    }
    guard format == .text || FileName.isTable(path) else { return advice(".other", isSpecific: false) }
    return advice(format == .text ? ".text" : "", isSpecific: false)
  }

  /// The names of the forms that this program writes.
  private static let forms = Set(
    Language.allCases.flatMap { language in
      let catalogue = Catalogue(language)
      return Forms.kinds.map { catalogue.text("form.file.\($0.rawValue)") + ".xlsx" }
    })

  private func isForm(_ path: String) -> Bool {
    Self.forms.contains(path.split(separator: "/").last.map(String.init) ?? path)
  }

  private func isBlankWorkbook(_ path: String) -> Bool {
    var block = RowBlock()
    var nested = RowBlock()
    // What cannot be read is no blank form.
    guard let file = try? XLSXFile(path: folder + "/" + path, name: path),
      (try? file.next(into: &block, nested: &nested)) == true
    else { return false }
    return block.rowCount == 0
  }

  /// The headers of a file; none where it cannot be read, which nobody has asked for.
  private func headers(of path: String) -> [String] {
    let full = folder + "/" + path
    let size = (try? FileManager.default.attributesOfItem(atPath: full)[.size] as? Int) ?? nil
    guard let size, size <= Self.mostBytes, let file = try? open(full, path) else { return [] }
    if case .row(let names, _) = file.header { return names }
    var block = RowBlock()
    var nested = RowBlock()
    guard (try? file.next(into: &block, nested: &nested)) == true else { return [] }
    return (file as? any MemberFile)?.members.unread ?? []
  }

  private func open(_ full: String, _ path: String) throws -> any RowFile {
    let members = MemberPlan(fieldCount: 0) { _ in [] }
    switch FileName.format(of: path) {
    case .json: return try JSONFile(path: full, name: path, members: members)
    case .jsonLines: return try JSONLinesFile(path: full, name: path, members: members)
    case .xlsx: return try XLSXFile(path: full, name: path)
    case .csv, .tsv, nil: return try DelimitedFile(path: full, name: path)
    }
  }
}
