internal import FoundationEssentials
internal import Mustache
internal import ReviewModel

/// The deck's templates: those that are built in, each replaced by a file of the same name where the user has
/// one.
struct DeckTemplates {
  private let library: MustacheLibrary
  /// The style sheet, which stands in the page itself.
  let style: String

  /// Built-in files by name.
  private static var builtIn: [(name: String, bytes: [UInt8])] {
    [
      ("deck.mustache", PackageResources.deck_mustache), ("cover.mustache", PackageResources.cover_mustache),
      ("entry.mustache", PackageResources.entry_mustache),
      ("slide.mustache", PackageResources.slide_mustache),
      ("figures.mustache", PackageResources.figures_mustache),
      ("list.mustache", PackageResources.list_mustache),
    ]
  }

  /// The templates, with those of `folder` in place of their namesakes.
  init(folder: String?) throws {
    if let folder, !Self.isFolder(folder) {
      throw FileError(file: folder, problem: "no such folder", remedy: "a folder of templates")
    }
    var library = MustacheLibrary()
    for (name, bytes) in Self.builtIn {
      let own = try Self.text(of: name, in: folder)
      do {
        try library.register(own ?? String(decoding: bytes, as: UTF8.self), named: String(name.dropLast(9)))
      } catch let error as MustacheTemplate.ParserError {
        throw FileError(
          file: Self.path(of: name, in: folder ?? ""), line: error.context.lineNumber,
          problem: "not a template: \(error.error)", remedy: "Mustache, as in templates/\(name)")
      }
    }
    self.library = library
    style =
      try Self.text(of: "deck.css", in: folder) ?? String(decoding: PackageResources.deck_css, as: UTF8.self)
  }

  /// The page.
  func page(_ view: View) throws -> String {
    guard let page = library.render(view, withTemplate: "deck") else {
      throw FileError(file: "deck.mustache", problem: "no such template", remedy: "templates/deck.mustache")
    }
    return page
  }

  /// A file of the user's folder; nil where it has none.
  private static func text(of name: String, in folder: String?) throws -> String? {
    guard let folder else { return nil }
    let path = path(of: name, in: folder)
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw FileError(file: path, problem: "cannot be read", remedy: "a readable file")
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw FileError(file: path, problem: "not UTF-8", remedy: "UTF-8 text")
    }
    return text
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder
  }

  private static func path(of name: String, in folder: String) -> String {
    folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }
}
