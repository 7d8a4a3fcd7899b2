internal import FoundationEssentials
internal import Mustache
internal import ReviewModel

/// The deck's templates: those that are built in, each replaced by a file of the same name where the user has
/// one.
package struct DeckTemplates: Sendable {
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
  ///
  /// - Throws: a `FileError` of one that is no template, or uses one that is not there, or itself.
  package init(folder: String? = nil) throws {
    var library = MustacheLibrary()
    let texts = try Self.builtIn.map { name, bytes in
      (name: name, text: try Self.text(of: name, in: folder) ?? String(decoding: bytes, as: UTF8.self))
    }
    try Self.check(Dictionary(texts.map { ($0.name, Self.parts(of: $0.text)) }) { first, _ in first }, folder)
    for (name, text) in texts {
      do {
        try library.register(text, named: String(name.dropLast(9)))
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

  /// The templates that a template takes in: `{{> name}}`.
  private static func parts(of text: String) -> [String] {
    text.matches(of: #/\{\{>\s*([^\s}]+)\s*\}\}/#).map { "\($0.1).mustache" }
  }

  /// Mustache leaves out a template that is not there without a word, and one that takes in itself never ends.
  private static func check(_ parts: [String: [String]], _ folder: String?) throws {
    func check(_ name: String, within above: [String]) throws {
      for part in parts[name] ?? [] {
        func fail(_ problem: String, _ remedy: String) -> FileError {
          FileError(file: path(of: name, in: folder ?? ""), problem: problem, remedy: remedy)
        }
        guard parts[part] != nil else {
          throw fail(
            "takes in \(part), which is no template of the deck", parts.keys.sorted().joined(separator: ", "))
        }
        guard part != name, !above.contains(part) else {
          throw fail("takes in \(part), which takes in \(name)", "templates that do not take in each other")
        }
        try check(part, within: above + [name])
      }
    }
    for name in parts.keys.sorted() { try check(name, within: []) }
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

  private static func path(of name: String, in folder: String) -> String {
    folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }
}
