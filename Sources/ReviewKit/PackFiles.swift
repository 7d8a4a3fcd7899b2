internal import Foundation
internal import PackArchive
internal import PackWriters
internal import ReviewModel
internal import ReviewTables

/// The files of a pack (docs/outputs.md, section 2), in the order in which they are named to people.
struct PackFiles {
  private let pack: ReviewPack
  private let catalogue: Catalogue
  private let options: Run.Options
  private let templates: DeckTemplates?

  /// - Parameter templates: what a deck is written with; nil for none.
  init(_ pack: ReviewPack, _ catalogue: Catalogue, _ options: Run.Options, _ templates: DeckTemplates?) {
    self.templates = templates
    self.pack = pack
    self.catalogue = catalogue
    self.options = options
  }

  /// Writes them to a folder; their paths within it, and what a person should know.
  func write(to folder: String) async throws -> (files: [String], warnings: [String]) {
    var files: [String] = []
    var warnings: [String] = []
    func file(_ part: PackPart, _ name: String = "") -> String {
      files.append(part.rawValue + name)
      return folder + "/" + part.rawValue + name
    }
    if options.formats.contains(.xlsx) {
      warnings += try WorkbookWriter.write(
        pack: pack, catalogue: catalogue, to: file(.workbook), temporaryFolder: folder)
    }
    if let templates {
      try DeckWriter.write(pack: pack, catalogue: catalogue, templates: templates, to: file(.deck))
    }
    if options.formats.contains(.json) {
      try await JSONWriter.write(
        pack: pack, catalogue: catalogue, to: file(.data), jobs: options.jobs)
    }
    if options.formats.contains(.csv) {
      try Self.makeFolder(folder + "/" + PackPart.tables.rawValue)
      for table in pack.tables {
        try CSVWriter.write(table: table, to: file(.tables, "/\(table.id).csv"))
      }
      if let rejects = pack.table("rejects") { try CSVWriter.write(table: rejects, to: file(.rejects)) }
    }
    return (files, warnings)
  }

  private static func makeFolder(_ path: String) throws(WriteError) {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw WriteError(file: path, reason: error.localizedDescription)
    }
  }
}
