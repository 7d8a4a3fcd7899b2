internal import Book
internal import Foundation
public import ReviewModel

/// A book to begin with: a review.yaml that explains itself, and the forms.
public struct StarterBook: Sendable {
  private let language: Language

  /// A starter book in a language.
  public init(language: Language) { self.language = language }

  /// Writes it to a folder, which is made if it is not there; the paths of its files. A review.yaml or a form that is
  /// there already is left as it is, and nothing is written.
  ///
  /// - Throws: ``RunError``.
  public func write(to folder: String) throws -> [String] {
    let path = folder + "/review.yaml"
    guard !FileManager.default.fileExists(atPath: path) else {
      throw RunError(
        .noOutput, ["\(path): the file is there already (give another folder, or move the file away)"])
    }
    do {
      var configuration = Configuration(organisation: "")
      configuration.language = language
      let maker = FormMaker(configuration, BookWords())
      let forms = try Forms.write(Forms.kinds.map(maker.form), maker.catalogue, to: folder)
      try Data(Self.text(language)).write(to: URL(filePath: path), options: .withoutOverwriting)
      return [path] + forms
    } catch {
      throw RunError(error)
    }
  }

  /// The commented review.yaml of a language.
  package static func text(_ language: Language) -> [UInt8] {
    switch language {
    case .simplifiedChinese: PackageResources.review_zh_Hans_yaml
    case .traditionalChinese: PackageResources.review_zh_Hant_yaml
    case .english: PackageResources.review_en_yaml
    }
  }
}
